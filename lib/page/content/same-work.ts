/** Are two reports about one work? */
import type { PageReport } from '../../model';
import { looseKey } from '../../text';

const IDS = ['doi', 'pmid', 'pmcid', 'arxiv'] as const;
/** "Editorial" and "Introduction" are the titles of many works. */
const TELLING_TITLE = 25;

/** Does a report name its work by an identifier? */
export function identified({ paper }: PageReport): boolean {
  return IDS.some((id) => paper?.[id]);
}

/** Do two reports name different works by the same kind of identifier? */
export function contradicts(a: PageReport, b: PageReport): boolean {
  return IDS.some((id) => a.paper?.[id] && b.paper?.[id] && a.paper[id] !== b.paper[id]);
}

/** By an identifier, or by a title that is long enough to be one work's; false where neither is known. */
export function sameWork(a: PageReport, b: PageReport): boolean {
  if (contradicts(a, b)) return false;
  if (IDS.some((id) => a.paper?.[id] && a.paper[id] === b.paper?.[id])) return true;
  const [x, y] = [looseKey(a.paper?.title ?? ''), looseKey(b.paper?.title ?? '')];
  return Math.min(x.length, y.length) >= TELLING_TITLE && (x.includes(y) || y.includes(x));
}

/** The report of a content that was read twice: the later one, unless it knows less. */
export function betterReport(before: PageReport, after: PageReport): PageReport {
  const less =
    (before.kind !== 'none' && after.kind === 'none') ||
    (identified(before) && !identified(after)) ||
    (before.paper?.title && !after.paper?.title);
  return less ? before : after;
}

/** Of several works under one address: as in a site's list, they are distinguished by title. */
export function distinctByTitle(report: PageReport): PageReport {
  const { paper } = report;
  if (!paper?.title) return report;
  return { ...report, paper: { ...paper, sources: { ...paper.sources, title: 'site' } } };
}
