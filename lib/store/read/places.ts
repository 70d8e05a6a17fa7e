/**
 * Of some kinds there is one record in one place: a coder's memo on an influence and a case, the value of one cell, a site
 * of one name. Ids are made from places, so that two stores that fill one place hold one record; but a record that is moved
 * keeps its id, so a place is looked up by what it is.
 */
import { CoderIndex, type KindName, type RecordOf } from '../../model';
import { nameKey } from '../../text';
import { db } from '../db';

const PLACED_KINDS = [
  'sites',
  'attributes',
  'attributeValues',
  'memos',
  'decisions',
  'measureAnswers',
] as const;
export type PlacedKind = (typeof PLACED_KINDS)[number];

export const isPlaced = (kind: KindName): kind is PlacedKind =>
  PLACED_KINDS.some((one) => one === kind);

/** The person behind a coder's id. */
type PersonOf = (coderId: string) => string;

const PLACES: { [K in PlacedKind]: (one: RecordOf<K>, personOf: PersonOf) => unknown[] } = {
  sites: ({ reviewId, paperId, name }) => [reviewId, paperId, nameKey(name)],
  // Values of another type could not be read in it.
  attributes: ({ reviewId, of, type, name }) => [reviewId, of, type, nameKey(name)],
  attributeValues: ({ attributeId, paperId, siteId, codebookId, influenceId }) => [
    ...[attributeId, paperId, siteId, codebookId, influenceId],
  ],
  memos: ({ reviewId, codebookId, influenceId, paperId, siteId, coderId }, personOf) => [
    ...[reviewId, codebookId, influenceId, paperId, siteId, personOf(coderId)],
  ],
  decisions: ({ reviewId, paperId, statementId, codebookId, influenceId }) => [
    ...[reviewId, paperId, statementId, codebookId, influenceId],
  ],
  measureAnswers: ({ measureId, siteId }) => [measureId, siteId],
};

export const placeOf = <K extends PlacedKind>(
  kind: K,
  record: RecordOf<K>,
  personOf: PersonOf,
): string => JSON.stringify(PLACES[kind](record, personOf).map((part) => part ?? ''));

/** An index that leads to all records of a place, and to few others. */
function near(kind: PlacedKind, record: object): [index: string, key: string] {
  const { reviewId, ...one } = record as { reviewId: string } & Record<string, string | undefined>;
  if (kind === 'measureAnswers') return ['measureId', one.measureId ?? ''];
  if (kind === 'sites' || kind === 'attributes') return ['reviewId', reviewId];
  if (one.siteId) return ['siteId', one.siteId];
  if (one.paperId) return ['paperId', one.paperId];
  return kind === 'attributeValues'
    ? ['attributeId', one.attributeId ?? '']
    : ['reviewId', reviewId];
}

/** Another record in the place of this one. */
export async function twinOf<K extends PlacedKind>(
  kind: K,
  record: RecordOf<K>,
): Promise<RecordOf<K> | undefined> {
  const [index, key] = near(kind, record);
  const found = await db.table<RecordOf<K>>(kind).where(index).equals(key).toArray();
  const others = found.filter(({ id }) => id !== record.id);
  if (!others.length) return undefined;
  const coders = kind === 'memos' ? new CoderIndex(await db.coders.toArray()) : undefined;
  const personOf = (id: string) => coders?.resolve(id) ?? id;
  const place = placeOf(kind, record, personOf);
  return others.find((one) => placeOf(kind, one, personOf) === place);
}
