/** What a page cannot show because the record of its paper is set aside. */
import { claimedName, type PageReport } from '../../model';
import { atAddress } from '../../text';
import { db } from '../db';
import type { LeftOut } from '../sweep/sound-rows';
import { formed } from './aside';
import { ID_FIELDS } from './find-paper';

/**
 * The paper of a page, where its record is set aside, with the review's tags on it that wait for it. For a page that no
 * stored paper belongs to: nothing of it is shown, and the reader must know why. Flat, safe in a live query.
 */
export async function setAsideOfPage(report: PageReport, reviewId: string): Promise<LeftOut[]> {
  const isHere = atAddress(report.url);
  const rows = (await db.quarantine.where('table').equals('papers').toArray()).map(formed);
  const paper = rows.find(({ record }) => isPaperOf(record, report, isHere));
  if (!paper) return [];
  const { table, problems, record } = paper;
  const leftOut: LeftOut[] = [{ table, key: paper.id, problems, record }];
  const name = claimedName(paper);
  const id = (record as { id?: unknown }).id;
  if (name === undefined || typeof id !== 'string') return leftOut;
  const tags = await db.tags.where('[reviewId+paperId]').equals([reviewId, id]).toArray();
  for (const tag of tags)
    leftOut.push({ table: 'tags', key: tag.id, problems: [], record: tag, waitsFor: name });
  return leftOut;
}

/** Does a record that failed its schema claim an identifier or the address of the page? Nothing about its shape is known. */
function isPaperOf(
  record: unknown,
  { paper }: PageReport,
  isHere: (url: string) => boolean,
): boolean {
  if (typeof record !== 'object' || record === null) return false;
  const claims = record as Record<string, unknown>;
  const { urls } = claims;
  return (
    ID_FIELDS.some((field) => paper?.[field] && claims[field] === paper[field]) ||
    (Array.isArray(urls) && urls.some((url) => typeof url === 'string' && isHere(url)))
  );
}
