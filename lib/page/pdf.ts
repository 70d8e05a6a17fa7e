/** PDFs are not read: of a tab that shows one, only the address is known. */
import type { PageReport } from '../model';
import { mergeSaid } from './facts';
import { canonicalUrl, sayUrl } from './identity';

/** What can be reported of a PDF: the paper, if its address names one by an identifier. */
export function pdfReport(url: string): PageReport {
  const own = sayUrl(url);
  const address = canonicalUrl(url, null);
  const named = Object.keys(own).length > 0;
  const paper = named ? mergeSaid([{ source: 'url', raw: own }]).paper : null;
  return {
    kind: 'none',
    reasons: ['a PDF, which is not read'],
    representation: 'pdf',
    url: address,
    paper,
    conflicts: [],
  };
}
