/**
 * What is set aside: a record that cannot be read or shown, kept whole with what is wrong with it. It may be anything, so
 * which record it is, and what it belongs to, is only what it claims.
 */

import { KINDS, type KindName, referencesOf } from '../kinds';
import { isRaw } from '../raw';
import { z } from '../zod';
import { Count, Timestamp } from './common';

/** Of a table that a file names, which may be any: as much is kept. */
export const MOST_TABLE_NAME = 60;

/** The version of the record that was set aside, where it is known: it decides whether the store has a later one. */
const AsideVersion = z.object({
  counter: Count,
  by: z.string().max(60),
  step: z.string().max(60),
});
export type AsideVersion = z.infer<typeof AsideVersion>;

/** A record that was set aside, as the store has it. */
export const Quarantined = z.object({
  id: z.string(),
  table: z.string(),
  at: z.string(),
  problems: z.array(z.string()),
  record: z.unknown(),
  version: AsideVersion.optional(),
});
export type Quarantined = z.infer<typeof Quarantined>;

/** As a file has it. */
export const QuarantinedRecord = z.object({
  table: z.string().max(MOST_TABLE_NAME),
  /** Its id, if it has one that can be read. */
  id: z.string().max(2_000).optional(),
  problems: z.array(z.string().max(2_000)).max(50),
  record: z.unknown(),
  at: Timestamp.optional(),
  version: AsideVersion.optional(),
});
export type QuarantinedRecord = z.infer<typeof QuarantinedRecord>;

/** The content is not what its checksum says. Only the reader can know whether it is to be believed. */
export const ALTERED = 'it is not as Bearing wrote it: damaged, or changed by hand';
/** A file had two records of one id. Only the reader can know which of them is meant. */
export const TWICE = 'another record of this file has the same id';

/** A tag names one paper, and its statement another: only the reader can know which is meant. */
export const MISPLACED = 'its statement belongs to another paper';

/** A paper would be taken for any other with the same words in this place: only the reader knows its DOI, or that it has none. */
export const NO_DOI = 'doi: holds no DOI';

/** Its counter is beyond all that can have been counted: it would win over whatever is done here. */
export const TOO_FAR = 'it has counted further than Bearing can have';

const FOR_THE_READER: readonly string[] = [ALTERED, TWICE, MISPLACED, NO_DOI, TOO_FAR];

/** Does it come back by itself once it can be read? Otherwise only by the reader's own decision. */
export const returnsByItself = ({ problems }: Pick<Quarantined, 'problems'>): boolean =>
  !problems.some((problem) => FOR_THE_READER.includes(problem));

interface Claim {
  table: string;
  record: unknown;
}

const isKind = (table: string): table is KindName => Object.hasOwn(KINDS, table);
export const kindIn = ({ table }: Pick<Claim, 'table'>): KindName | undefined =>
  isKind(table) ? table : undefined;

/** Which record it is, as "papers <id>"; undefined where it has no key that can be read. */
export function claimedName({ table, record }: Claim): string | undefined {
  if (!isKind(table) || !isRaw(record)) return undefined;
  const parts = KINDS[table].key.map((field) => record[field]);
  const isReadable = parts.length > 0 && parts.every((part) => typeof part === 'string');
  return isReadable ? `${table} ${parts.join(' ')}` : undefined;
}

/** What it belongs to, as it claims: names of records that are needed for it to come back. */
export function claimedReferences({ table, record }: Claim): string[] {
  if (!isKind(table) || !isRaw(record)) return [];
  return referencesOf(table, record)
    .filter(({ optional }) => !optional)
    .map(({ to, key }) => `${to} ${key}`);
}

/** The names of all that was set aside, and of what is to stay for it. */
export interface AsideNames {
  names: ReadonlySet<string>;
  /** Records that it refers to: a statement outlives its last tag while that tag is set aside. */
  held: ReadonlySet<string>;
}

export function asideNames(records: Iterable<Claim>): AsideNames {
  const [names, held] = [new Set<string>(), new Set<string>()];
  for (const one of records) {
    const name = claimedName(one);
    if (name !== undefined) names.add(name);
    for (const needed of claimedReferences(one)) held.add(needed);
  }
  return { names, held };
}
