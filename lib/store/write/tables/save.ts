/** What saving and removing the records of a review's tables have in common. */
import {
  compareVersions,
  KINDS,
  newId,
  type RecordOf,
  type TableKind,
  unknownIn,
} from '../../../model';
import { db } from '../../db';
import { NotFound } from '../../errors';
import { inTables } from '../../read/of-review';
import { type PlacedKind, twinOf } from '../../read/places';
import { stored } from '../../read/records';
import type { StepWriter } from '../step-writer';
import { sameContent } from '../transaction';

/** What a surface gives of a record: all but when it was made and changed. */
export type Wanted<K extends TableKind> = Omit<RecordOf<K>, 'createdAt' | 'updatedAt'>;

/** @throws NotFound */
export async function mustHave<K extends TableKind>(kind: K, id: string): Promise<RecordOf<K>> {
  const record = await stored(kind, id);
  if (!record) throw new NotFound(KINDS[kind].noun);
  return record as RecordOf<K>;
}

/** @throws NotFound unless the review is there, and the paper and site of the record */
export async function mustHaveSubject(one: {
  reviewId: string;
  paperId?: string | undefined;
  siteId?: string | undefined;
}): Promise<void> {
  if (!(await db.reviews.get(one.reviewId))) throw new NotFound('review');
  if (one.paperId && !(await db.papers.get(one.paperId))) throw new NotFound('paper');
  if (one.siteId && (await mustHave('sites', one.siteId)).reviewId !== one.reviewId)
    throw new NotFound('site');
}

/** Writes a record with this content; one that is there as it is wanted stays as it is. */
export async function put<K extends TableKind>(
  step: StepWriter,
  kind: K,
  wanted: Wanted<K>,
  before: RecordOf<K> | null = null,
): Promise<RecordOf<K>> {
  const after = {
    ...(before && unknownIn(before, KINDS[kind].schema.shape)),
    ...wanted,
    createdAt: before?.createdAt ?? step.at,
    updatedAt: step.at,
  } as unknown as RecordOf<K>;
  if (before && sameContent(before, after)) return before;
  return step.put(kind, after);
}

/** The record that is to be changed, of this review; null for a new one. @throws NotFound */
export async function known<K extends TableKind>(
  kind: K,
  { id, reviewId }: { id?: string | undefined; reviewId: string },
): Promise<RecordOf<K> | null> {
  if (!(await db.reviews.get(reviewId))) throw new NotFound('review');
  if (id === undefined) return null;
  const record = await mustHave(kind, id);
  if (record.reviewId !== reviewId) throw new NotFound(KINDS[kind].noun);
  return record;
}

/** Its own place, or the one after all others. */
export async function positionOf(
  kind: 'sites' | 'attributes' | 'rounds' | 'findings',
  reviewId: string,
  given: number | undefined,
): Promise<number> {
  if (given !== undefined) return given;
  const others = await inTables(kind, reviewId).toArray();
  return others.reduce((most, { position }) => Math.max(most, position + 1), 0);
}

/** Fills a place: with the record that is in it, or a new one under `id`, which is made from the place. */
export async function putInPlace<K extends PlacedKind>(
  step: StepWriter,
  kind: K,
  id: string,
  wanted: Omit<Wanted<K>, 'id'>,
): Promise<RecordOf<K>> {
  const before = (await inPlace(kind, { ...wanted, id } as unknown as RecordOf<K>)) ?? null;
  // A record that was moved elsewhere has kept the id that it was made with.
  const free = before?.id ?? ((await stored(kind, id)) ? newId() : id);
  return put(step, kind, { ...wanted, id: free } as unknown as Wanted<K>, before as RecordOf<K>);
}

/** The record that is in the place of this one. */
export const inPlace = <K extends PlacedKind>(
  kind: K,
  record: RecordOf<K>,
): Promise<RecordOf<K> | undefined> => twinOf(kind, { ...record, id: '' });

/** Which of two records of a kind was written later, by their versions. */
export async function laterOfTwo<K extends TableKind>(
  kind: K,
  a: RecordOf<K>,
  b: RecordOf<K>,
): Promise<RecordOf<K>> {
  const [one, other] = await db.stamps.bulkGet([
    [kind, a.id],
    [kind, b.id],
  ]);
  return one && other && compareVersions(one, other) > 0 ? a : b;
}
