/**
 * What a script in a page may touch: the papers of its own page. The script runs in the page's process, which may
 * be hostile, so nothing that it claims counts by itself: where the browser reports that it runs is compared with the
 * reports that this document has sent, and with the papers that it was shown for them. The extension's own pages
 * reach everything.
 *
 * The limit: which paper a page shows is known from the page alone. A page that names another paper's DOI as its
 * own is taken for a page of that paper.
 */

import { noteDocument, openDocument } from '../../lib/browser';
import type { From } from '../../lib/messaging/background/server';
import type { PageReport } from '../../lib/model';
import { Problem } from '../../lib/model';
import { hasIds, sameIdentity } from '../../lib/store';
import { sameAddress, sameSite } from '../../lib/text';

class OutOfReach extends Problem {
  constructor() {
    super(
      'out-of-reach',
      'A page may only ask about the paper that it shows. Nothing was changed.',
    );
  }
}

/** The document's reports are not known: it was never asked, or the background has forgotten it. */
class UnknownReport extends Problem {
  constructor() {
    super('unknown-report', 'Bearing does not know this page yet. Reload it, then try again.');
  }
}

/** A correction is made in the extension's own pages: no page's report can hold one. @throws OutOfReach */
function checkSources({ document }: From, { paper }: PageReport): void {
  if (document && Object.values(paper?.sources ?? {}).includes('reader')) throw new OutOfReach();
}

/** @throws OutOfReach unless the report is of a work that the page lists */
export function checkListed(from: From, report: PageReport): void {
  checkSources(from, report);
  if (from.document && report.representation !== 'list') throw new OutOfReach();
}

/** Takes a report in, when it is one that this document can send. @throws OutOfReach */
export async function noteReport(from: From, report: PageReport): Promise<void> {
  if (!from.document) return;
  checkSources(from, report);
  checkSite(from, report.url);
  await noteDocument(from.document.key, { report }, Boolean(from.privateWindow));
}

/** The document was shown tags of these papers: it may change them. */
export async function grant(from: From, paperIds: readonly string[]): Promise<void> {
  if (from.document && paperIds.length)
    await noteDocument(from.document.key, { paperIds }, Boolean(from.privateWindow));
}

/** The document has put works that it lists on the reading list: it may take that step back, though their tags are not its own. */
export async function noteStep(from: From, step: string): Promise<void> {
  if (from.document)
    await noteDocument(from.document.key, { steps: [step] }, Boolean(from.privateWindow));
}

export async function hasListed({ document }: From, step: string): Promise<boolean> {
  return document !== undefined && ((await openDocument(document.key)).steps ?? []).includes(step);
}

/** @throws OutOfReach when an address is not of the document's site */
export function checkSite({ document }: From, url: string): void {
  if (document && !sameSite(url, document.url)) throw new OutOfReach();
}

/** @throws OutOfReach or UnknownReport unless this is the report of a paper on the document's page */
export async function checkReport(from: From, report: PageReport): Promise<void> {
  const { document } = from;
  if (!document) return;
  checkSources(from, report);
  checkSite(from, report.url);
  // Any page may be tagged: one that names no paper is known by its address alone.
  if (!hasIds(report) && !report.quoted && sameAddress(report.url, document.url)) return;
  const { reports } = await openDocument(document.key);
  if (!reports.some((one) => sameIdentity(one, report) || quotes(one, report)))
    throw new UnknownReport();
}

/** @throws UnknownReport unless the document has, or had, this address or reported it as its page's */
export async function checkAddress({ document }: From, address: string): Promise<void> {
  if (!document || sameAddress(address, document.url)) return;
  const { reports } = await openDocument(document.key);
  if (!reports.some(({ url }) => sameAddress(url, address))) throw new UnknownReport();
}

/**
 * A scite report quotes statements of other papers, which it names as its own page could name any: see the limit above.
 * They are filed at its address.
 */
function quotes(page: PageReport, quoted: PageReport): boolean {
  const scite = [page, quoted].every((one) => one.representation === 'scite-report');
  return scite && Boolean(quoted.quoted) && sameAddress(page.url, quoted.url);
}

/** @throws OutOfReach or UnknownReport unless the document was shown all these papers */
export async function checkPapers(from: From, paperIds: readonly string[]): Promise<void> {
  if (!from.document) return;
  const { reports, paperIds: shown } = await openDocument(from.document.key);
  if (paperIds.every((id) => shown.includes(id))) return;
  throw reports.length ? new OutOfReach() : new UnknownReport();
}

/** What the document shows now, or undefined. */
export async function reportOf(from: From): Promise<PageReport | undefined> {
  return from.document && (await openDocument(from.document.key)).reports.at(-1);
}
