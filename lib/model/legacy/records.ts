/**
 * Records as earlier formats of backups and earlier versions of the database had them, brought into today's
 * shape. All are read for ever: this is the only place that knows what they looked like.
 */

import { KINDS, type KindName, keyOf, TRAVELLING } from '../kinds';
import { isRaw, type Raw } from '../raw';
import type { Coder } from '../records/coder';
import { Id, shortText, Timestamp } from '../records/common';
import { isAhead } from '../records/dates';
import type { ReviewPaper } from '../records/review';
import { Stamp, Step } from '../steps';
import { z } from '../zod';
import { upgradeCodebooks, type VersionsThen } from './codebooks';

/** One change of one record, as history was kept then. */
const HistoryEvent = z.object({
  id: Id,
  at: Timestamp,
  who: shortText,
  reviewId: Id.optional(),
  entity: z.enum([
    'review',
    'paper',
    'review-paper',
    'statement',
    'tag',
    'assessment',
    'codebook',
    'settings',
  ]),
  entityId: shortText,
  action: z.enum(['create', 'update', 'delete', 'import']),
  before: z.unknown().nullable(),
  after: z.unknown().nullable(),
  codebookVersion: z.string().max(60).optional(),
  /** Other events of the same step. */
  also: z.array(Id).max(100).optional(),
});
type HistoryEvent = z.infer<typeof HistoryEvent>;

const TABLE_OF: Record<HistoryEvent['entity'], KindName> = {
  review: 'reviews',
  paper: 'papers',
  'review-paper': 'reviewPapers',
  statement: 'statements',
  tag: 'tags',
  assessment: 'assessments',
  codebook: 'codebooks',
  settings: 'settings',
};

/** Gives a coder's id for the name in an old record. The same name gives the same id. */
export type CoderOf = (name: string) => string;

/** What the coder field held while the reader had not typed a name: it identifies no coder. */
export const UNNAMED = 'me';

/** A longer name is cut. */
const MOST_NAME = 2_000;

/** The coder that a name of the first format becomes. */
export const coderNamed = (name: string, id: string): Coder => ({
  id,
  name: name === UNNAMED ? '' : name.slice(0, MOST_NAME),
});

/** The coder's name in settings of the first format. */
export function ownNameIn(settings: unknown): string {
  const coder = isRaw(settings) ? settings.coder : undefined;
  return typeof coder === 'string' ? coder : UNNAMED;
}

/** Names of coders that a table of the first format holds. */
export function coderNames(records: readonly unknown[]): string[] {
  const names = records.flatMap((r) => (isRaw(r) ? [r.coder, r.who] : []));
  return [...new Set(names.filter((n): n is string => typeof n === 'string'))];
}

/** One record in today's shape; what it cannot make sense of is left for the schema to refuse. */
export function upgradeRecord(
  table: KindName,
  record: unknown,
  coderOf: CoderOf,
  versions: VersionsThen,
): unknown {
  if (!isRaw(record)) return record;
  if (table === 'settings') {
    const { coder: _, ...rest } = record;
    return rest;
  }
  if ((table === 'tags' || table === 'assessments') && typeof record.coder === 'string') {
    const { coder, ...rest } = record;
    return { ...rest, coderId: coderOf(coder) };
  }
  return upgradeRow(table, record, versions);
}

/**
 * Progress and eligibility were one field, `status`. Nobody could mark a paper as included then, so all but the
 * excluded ones are undecided. How far an excluded one had been read is not known, and nothing claims that it was.
 */
const PLACE_OF_STATUS: Readonly<Record<string, Pick<ReviewPaper, 'progress' | 'eligibility'>>> = {
  'to-read': { progress: 'to-read', eligibility: 'undecided' },
  reading: { progress: 'reading', eligibility: 'undecided' },
  read: { progress: 'read', eligibility: 'undecided' },
  excluded: { progress: 'to-read', eligibility: 'excluded' },
};

function upgradePlace(record: unknown): unknown {
  if (!isRaw(record) || typeof record.status !== 'string') return record;
  if (!Object.hasOwn(PLACE_OF_STATUS, record.status)) return record;
  const { status, ...rest } = record;
  return { ...rest, ...PLACE_OF_STATUS[status as string] };
}

/**
 * A row of an earlier version of the database (2 or later), or of a backup of the second format written then, in today's
 * shape. The very same row where there is nothing to change.
 */
export const upgradeRow = (table: string, row: unknown, versions: VersionsThen): unknown =>
  upgradeCodebooks(table, upgradePlaces(table, row), versions);

/** A place on a list, and what steps and versions hold of one. The very same row where there is nothing to change. */
export function upgradePlaces(table: string, row: unknown): unknown {
  if (table === 'reviewPapers') return upgradePlace(row);
  if (!isRaw(row)) return row;
  if (table === 'stamps' && row.table === 'reviewPapers' && 'last' in row)
    return { ...row, last: upgradePlace(row.last) };
  if (table === 'steps' && Array.isArray(row.changes) && row.changes.some(isOfPlace))
    return {
      ...row,
      changes: row.changes.map((one: unknown) =>
        isOfPlace(one)
          ? { ...one, before: upgradePlace(one.before), after: upgradePlace(one.after) }
          : one,
      ),
    };
  return row;
}

const isOfPlace = (one: unknown): one is Raw => isRaw(one) && one.table === 'reviewPapers';

/** History as steps, and the events that no step can be made of. */
export function upgradeHistory(
  events: readonly unknown[],
  coderOf: CoderOf,
  versions: VersionsThen,
): { steps: Step[]; rejected: { record: unknown; problem: string }[] } {
  const rejected: { record: unknown; problem: string }[] = [];
  const read = new Map<string, HistoryEvent>();
  /** As it was kept: a parse drops what it does not know. */
  const kept = new Map<HistoryEvent, unknown>();
  for (const event of events) {
    const { data, error } = HistoryEvent.safeParse(event);
    if (data) {
      read.set(data.id, data);
      kept.set(data, event);
    } else rejected.push({ record: event, problem: error.issues[0]?.message ?? 'not an event' });
  }
  const parts = new Set([...read.values()].flatMap((event) => event.also ?? []));
  const steps: Step[] = [];
  for (const event of read.values()) {
    if (parts.has(event.id)) continue;
    const events = [event, ...(event.also ?? []).flatMap((id) => read.get(id) ?? [])];
    const step = {
      id: event.id,
      at: event.at,
      coderId: coderOf(event.who),
      counter: 0,
      command: event.action === 'import' ? 'restore' : 'before-steps',
      changes: events.map((one) => ({
        table: TABLE_OF[one.entity],
        before: upgradeRecord(TABLE_OF[one.entity], one.before ?? null, coderOf, versions),
        after: upgradeRecord(TABLE_OF[one.entity], one.after ?? null, coderOf, versions),
      })),
    };
    const { data, error } = Step.safeParse(upgradeCodebooks('steps', step, versions));
    if (data) steps.push(data);
    else
      for (const one of events)
        rejected.push({ record: kept.get(one), problem: error.issues[0]?.message ?? 'not a step' });
  }
  return { steps, rejected };
}

/**
 * Versions for records that were made before versions were kept: counter 0, and among themselves by their own date.
 * What history records as deleted, and is absent, is known to be gone.
 */
export function legacyStamps(records: object, steps: readonly Step[]): Stamp[] {
  const stamps = new Map<string, Stamp>();
  for (const table of TRAVELLING)
    for (const record of (records as Partial<Record<KindName, object[]>>)[table] ?? []) {
      const key = keyOf(table, record);
      stamps.set(`${table} ${key}`, legacyStamp(table, key, dateOf(record)));
    }
  const gone = new Map<string, Stamp>();
  for (const step of [...steps].sort((a, b) => (a.at < b.at ? -1 : 1)))
    for (const one of step.changes) {
      if (!KINDS[one.table].travels) continue;
      const key = keyOf(one.table, one.after ?? one.before ?? {});
      const name = `${one.table} ${key}`;
      if (one.after || !one.before) gone.delete(name);
      else {
        const { data } = Stamp.safeParse({
          ...legacyStamp(one.table, key, step.at),
          state: 'gone',
          last: one.before,
        });
        if (data) gone.set(name, data);
      }
    }
  for (const [name, stamp] of gone) if (!stamps.has(name)) stamps.set(name, stamp);
  return [...stamps.values()];
}

export const legacyStamp = (table: KindName, key: string, by: string): Stamp => ({
  table,
  key,
  counter: 0,
  by,
  step: '',
});

/** When a record was last written, as it claims itself; a date in the future proves nothing, and counts as none. */
export function dateOf(record: unknown): string {
  const { updatedAt, createdAt } = isRaw(record) ? record : {};
  const date = String(updatedAt ?? createdAt ?? '');
  return isAhead({ updatedAt: date }) ? '' : date;
}
