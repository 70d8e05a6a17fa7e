/** The titles by which papers are found, kept with the papers they are of. */
import type { Change, Paper, TitleKey } from '../../model';
import { namingTitle } from '../../text';
import { db } from '../db';
import { deleteMany } from './delete-many';
import { titleKeysOf } from './title-key';

/** As many papers with one title are looked at: a series of reports has dozens. */
const MOST_ALIKE = 500;

/** Papers whose title agrees with this one, as two prints of it do. */
export async function papersTitled(title: string): Promise<Paper[]> {
  const rows = await db.titleKeys.where('title').equals(title).limit(MOST_ALIKE).toArray();
  const papers = await db.papers.bulkGet(rows.map(({ paperId }) => paperId));
  return papers.filter((paper) => paper !== undefined);
}

/** Follows what a step did to papers. Call inside its transaction. */
export async function keyTitles(changes: readonly Change[]): Promise<void> {
  const gone: string[] = [];
  const put: TitleKey[] = [];
  for (const one of changes) {
    if (one.table !== 'papers') continue;
    const [before, after] = [one.before, one.after].map((side) => namingTitle(side?.title));
    if (before === after) continue;
    if (one.after && after) put.push({ paperId: one.after.id, title: after });
    else if (one.before) gone.push(one.before.id);
  }
  if (gone.length) await deleteMany(db.titleKeys, gone);
  if (put.length) await db.titleKeys.bulkPut(put);
}

/** Writes the keys of all papers anew. For the sweep. */
export async function keyAllTitles(): Promise<void> {
  await db.titleKeys.clear();
  await db.titleKeys.bulkPut(titleKeysOf(await db.papers.toArray()));
}
