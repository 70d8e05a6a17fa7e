/** Reports of pages that are not read further: neither a paper nor a list, or a PDF. */
import type { PageReport } from '../model';
import { canonicalUrl } from './view/paper-address';

export function none(url: string, ...reasons: string[]): PageReport {
  return { kind: 'none', reasons, url, paper: null, conflicts: [] };
}

/** Why a PDF is not a paper here. */
export const UNREAD_PDF = 'a PDF, which is not read';

/** What a tab that shows a PDF reports of itself. */
export function unreadPdf(url: string): PageReport {
  const report = none(canonicalUrl(url, null), UNREAD_PDF);
  return { ...report, representation: 'pdf' };
}
