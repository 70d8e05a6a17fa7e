/** A PDF in the browser's own viewer: only its address is known. */
import type { PageReport } from '../model';
import { claimsOf } from './fields/stated/rule';
import { unreadPdf } from './no-paper';
import { settlePaper } from './settle-paper';
import { sayUrl } from './view/paper-address';

/** What can be reported of a PDF: the paper, if its address names one by an identifier. */
export function pdfReport(url: string): PageReport {
  const own = sayUrl(url);
  const named = Object.keys(own).length > 0;
  const paper = named ? settlePaper(claimsOf('url', own)).paper : null;
  return { ...unreadPdf(url), paper };
}
