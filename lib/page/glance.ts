/**
 * The glance that every web page gets: may this be a paper, or a list of papers? It asks the signs with which reading
 * begins (fields/stated/kind.ts), and no field. Where they do not make the page neither, the page is read (notice.ts), by
 * a script that is put in for that.
 */
import type { PageReport } from '../model';
import { Ledger } from './claims';
import { isWorthLooking, NOTHING_HINTS, statedKind } from './fields/stated/kind';
import { none, unreadPdf } from './no-paper';
import { PageView } from './view/page-view';

/**
 * Looks at what the page tells machines, and at its address.
 * @param url the page's address, as the reader sees it
 * @returns the report of a page that is neither a paper nor a list of papers; null where the page must be read
 */
export function glance(doc: Document, url: string): PageReport | null {
  const view = new PageView(doc, url);
  const stated = statedKind(view, new Ledger());
  // Whoever wants the paper that a PDF's address names has the address.
  if (stated?.kind === 'none') return view.isPdf ? unreadPdf(url) : none(url, ...stated.reasons);
  if (stated || isWorthLooking(view) || view.saysList) return null;
  return none(url, NOTHING_HINTS);
}
