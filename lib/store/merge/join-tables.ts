/**
 * What a review's tables are made of, where two stores become one: it follows papers, statements, sites and columns that
 * have become one, and of two records in one place the later is kept. A record keeps its id and its version.
 */
import type { CoderIndex, KindName, RecordOf } from '../../model';
import { type PlacedKind, placeOf } from '../read/places';
import { nameOf, type Register } from './registers';

/** What joining gives here. */
interface Joining {
  all: Map<string, Register>;
  live<K extends KindName>(table: K): (Register<K> & { record: RecordOf<K> })[];
  rewrite<K extends KindName>(one: Register<K>, record: RecordOf<K>): void;
  resolve(table: KindName, key: string): string;
  keepLater<K extends KindName>(
    firsts: Map<string, Register<K>>,
    place: string,
    one: Register<K>,
  ): void;
  coders(): CoderIndex;
}

/** Sites of one name and paper are one. Before the tags, which name them. */
export const joinSites = (join: Joining): void => settle(join, 'sites');

export function joinTables(join: Joining): void {
  // Columns first: their values follow them.
  for (const kind of [
    'attributes',
    'attributeValues',
    'memos',
    'decisions',
    'measureAnswers',
  ] as const)
    settle(join, kind);
  for (const kind of ['rounds', 'findings'] as const)
    for (const one of join.live(kind)) join.rewrite(one, followed(join, one.record));
}

function settle<K extends PlacedKind>(join: Joining, kind: K): void {
  const coders = join.coders();
  const firsts = new Map<string, Register<K>>();
  for (const one of join.live(kind)) {
    const record = followed(join, one.record);
    join.rewrite(one, record);
    const place = placeOf(kind, record, (id) => coders.resolve(id));
    join.keepLater(firsts, place, join.all.get(nameOf(kind, one.key)) as Register<K>);
  }
}

/** Fields that name a record of another kind, and lists of such names. */
const NAMES = {
  paperId: 'papers',
  statementId: 'statements',
  siteId: 'sites',
  attributeId: 'attributes',
} as const;
const LISTS = { paperIds: 'papers', statementIds: 'statements' } as const;

/** The record with what it names under the names of now. */
function followed<T extends object>(join: Joining, record: T): T {
  const after = { ...record } as Record<string, unknown>;
  for (const [field, kind] of Object.entries(NAMES)) {
    const key = after[field];
    if (typeof key === 'string') after[field] = join.resolve(kind, key);
  }
  for (const [field, kind] of Object.entries(LISTS)) {
    const keys = after[field];
    if (Array.isArray(keys))
      after[field] = [...new Set(keys.map((key: string) => join.resolve(kind, key)))];
  }
  return after as T;
}
