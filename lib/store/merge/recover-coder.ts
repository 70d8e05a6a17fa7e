/**
 * Who the reader of this installation is as a coder, where the record that says so is damaged or missing: from the
 * damaged record itself, or from the last change that was made here. Otherwise the reader would become a new coder, and
 * every tag made so far another coder's.
 */
import { CoderIndex, Id, type Installation, type Step } from '../../model';
import { db } from '../db';
import { leftOut } from '../sweep/sound-rows';

export interface Recovered {
  coderId: string;
  /** For the reader: where it was found. */
  from: 'record' | 'history';
}

/** Steps read at a time. */
const SLICE = 50;

/** Null where it cannot be told. Call inside a transaction that has read the installation's record. */
export async function recoverCoder(): Promise<Recovered | null> {
  const coders = new Set(await db.coders.toCollection().primaryKeys());
  for (const record of await damagedRecords()) {
    const { coderId } = (record ?? {}) as Partial<Installation>;
    // A damaged id names nobody who is here.
    if (Id.safeParse(coderId).success && coders.has(coderId as string))
      return { coderId: coderId as string, from: 'record' };
  }
  const coderId = await lastCoderHere();
  return coderId !== null && coders.has(coderId) ? { coderId, from: 'history' } : null;
}

/** The record as it is on the disk, and as it was set aside before; the last first. */
async function damagedRecords(): Promise<unknown[]> {
  const met = leftOut().filter(({ table }) => table === 'installation');
  const aside = await db.quarantine.where('table').equals('installation').toArray();
  aside.sort((a, b) => (a.at < b.at ? 1 : -1));
  return [...met, ...aside].map(({ record }) => record);
}

/**
 * Steps of other stores come with an import, whose own step counts more than any of them. So what was done since the
 * last import was done here, as the import was; and where nothing was imported, everything was.
 */
async function lastCoderHere(): Promise<string | null> {
  const since = new Set<string>();
  for (let seen = 0; ; seen += SLICE) {
    const slice = await db.steps.orderBy('counter').reverse().offset(seen).limit(SLICE).toArray();
    for (const step of slice) {
      if (step.counter > 0 && !step.local) since.add(step.coderId);
      if (step.local && !since.size) return coderAfter(step);
      if (step.local) return onlyOf(since);
    }
    if (slice.length < SLICE) return onlyOf(since);
  }
}

/** A file whose records were known already leaves no step of its own: then it is not clear whose the last ones are. */
const onlyOf = (ids: ReadonlySet<string>): string | null =>
  ids.size === 1 ? ([...ids][0] ?? null) : null;

/** Who went on after an import: the coder that it names; of before it named one, the person who made it. */
async function coderAfter({ coderId, reader }: Pick<Step, 'coderId' | 'reader'>): Promise<string> {
  if (reader) return reader.after;
  return new CoderIndex(await db.coders.toArray()).resolve(coderId);
}

/** What a damaged record shows beside its problems: what became of the coder. Null where that is shown already. */
export function recoveryNote(
  recovered: Recovered | null,
  problems: readonly unknown[],
): string | null {
  if (problems.some((one) => String(one).startsWith(NOTE))) return null;
  return recovered
    ? `${NOTE}you go on as the coder that you were, as ${FOUND_IN[recovered.from]} shows`
    : `${NOTE}nothing shows which coder you were: you go on as a new one, and can be joined with the old one under Coders`;
}

const NOTE = 'Your tags: ';
const FOUND_IN = { record: 'the record itself', history: 'the last change made here' } as const;

/** How far history was forgotten, by the steps that forgot it: they stay. */
export async function lastForgotten(): Promise<number> {
  const forgetting = await db.steps.filter(({ forgets }) => forgets !== undefined).toArray();
  return Math.max(0, ...forgetting.map(({ forgets = 0 }) => forgets));
}
