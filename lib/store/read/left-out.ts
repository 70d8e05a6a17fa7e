/**
 * What a surface cannot show of what it asked for: rows that are not valid records, and records whose review, paper or
 * statement is missing. Where the missing one was set aside, or is damaged, they wait for it; else they are lost.
 */
import {
  KIND_NAMES,
  KINDS,
  type KindName,
  keyOf,
  type Missing,
  type Quarantined,
  type RecordOf,
  referencesOf,
} from '../../model';
import { db, dbKey } from '../db';
import { beyondMending } from '../sweep/invariants';
import { DERIVED, ROW_CHECKS } from '../sweep/row-checks';
import { type LeftOut, leftOut, running } from '../sweep/sound-rows';
import { brokenNames } from './aside';

/** What a transaction, the running one, could not read, except for tables that are counted again. */
export const unreadable = (trans = running()): LeftOut[] =>
  leftOut(trans).filter(({ table }) => !DERIVED.has(table));

/** What `work` reads in one transaction, with the rows that it could not read. */
export function withLeftOut<T>(work: () => Promise<T>): Promise<{ value: T; leftOut: LeftOut[] }> {
  return db.transaction('r', db.tables, async () => {
    // Looked up before `work`: after native promises Dexie may have lost its zone (reading.ts).
    const trans = running();
    const value = await work();
    return { value, leftOut: unreadable(trans) };
  });
}

export function countMissing(records: readonly LeftOut[]): Missing {
  const waiting = records.filter(({ waitsFor }) => waitsFor !== undefined).length;
  return { damaged: records.length - waiting, waiting };
}

/** Every damaged or lost record of the store, and how many records wait for one. Reads all of the store. */
export async function listDamaged(): Promise<{ damaged: LeftOut[]; waiting: number }> {
  const { value, leftOut: rows } = await withLeftOut(async () => {
    const others = Object.keys(ROW_CHECKS).filter((name) => !(name in KINDS) && !DERIVED.has(name));
    for (const name of others) await db.table(name).toArray();
    return findStranded();
  });
  const lost = value.filter(({ waitsFor }) => waitsFor === undefined);
  return { damaged: [...rows, ...lost], waiting: value.length - lost.length };
}

/** All valid records that refer to one that is nowhere. Call in a transaction. */
export async function findLost(): Promise<StrandedRecord[]> {
  return (await findStranded()).filter(({ waitsFor }) => waitsFor === undefined);
}

async function findStranded(): Promise<StrandedRecord[]> {
  const known = new Stranded({});
  for (const kind of KIND_NAMES) {
    const whole = known.without(kind, await db.table(kind).toArray());
    known.add(
      kind,
      whole.map((record) => keyOf(kind, record)),
    );
    if (kind === 'statements') known.placed(whole as RecordOf<'statements'>[]);
  }
  return known.sortedOut(await db.quarantine.toArray());
}

/** Each record once. */
export function once(records: readonly LeftOut[]): LeftOut[] {
  const nameOf = ({ table, key }: LeftOut) => JSON.stringify([table, key]);
  return [...new Map(records.map((one) => [nameOf(one), one])).values()];
}

/** A valid record that can be shown nowhere. */
interface StrandedRecord extends LeftOut {
  kind: KindName;
  record: RecordOf<KindName>;
  /** Names of what it refers to and is not there to be shown. */
  missing: readonly string[];
}

/** Finds valid records that refer to one that is missing, or to one that is stranded itself. */
export class Stranded {
  readonly #found: StrandedRecord[] = [];
  readonly #known = new Map<KindName, ReadonlySet<string>>();
  #papers: ReadonlyMap<string, string> | undefined;

  /** @param known the keys of the records that are there, of each kind that is looked at */
  constructor(known: Partial<Record<KindName, Iterable<string>>>) {
    for (const [kind, keys] of Object.entries(known)) this.add(kind as KindName, keys);
  }

  add(kind: KindName, keys: Iterable<string>): void {
    this.#known.set(kind, new Set(keys));
  }

  /** From here on a tag must be on the paper of its statement. */
  placed(statements: readonly RecordOf<'statements'>[]): void {
    this.#papers = new Map(statements.map(({ id, paperId }) => [id, paperId]));
  }

  /** Is the record there? Yes for a kind that is not looked at. */
  has(kind: KindName, key: string): boolean {
    return this.#known.get(kind)?.has(key) ?? true;
  }

  /** The records without the stranded ones, which are noted. */
  without<T extends object>(kind: KindName, records: readonly T[]): T[] {
    return records.filter((record) => {
      const missing = referencesOf(kind, record)
        .filter(({ to, key, optional }) => !optional && !this.has(to, key))
        .map(({ to, key }) => ({ name: `${to} ${key}`, words: `its ${KINDS[to].noun} ${key}` }));
      const problems = missing.map(({ words }) => `${words} is missing or cannot be read`);
      problems.push(...beyondMending(kind, record as never, (id) => this.#papers?.get(id)));
      if (problems.length)
        this.#found.push({
          ...{ table: kind, kind, key: dbKey(kind, keyOf(kind, record)), problems },
          missing: missing.map(({ name }) => name),
          record: record as unknown as RecordOf<KindName>,
        });
      return problems.length === 0;
    });
  }

  get isEmpty(): boolean {
    return this.#found.length === 0;
  }

  /**
   * The stranded records, those that wait with what they wait for.
   * @param aside what was set aside: rows of the quarantine, or none where nothing is stranded
   * @param damaged what could not be read on the way
   */
  sortedOut(
    aside: readonly Quarantined[],
    damaged: readonly LeftOut[] = leftOut(),
  ): StrandedRecord[] {
    if (this.isEmpty) return [];
    const broken = brokenNames(aside, damaged);
    const names = new Map(
      this.#found.map((one) => [`${one.kind} ${keyOf(one.kind, one.record)}`, one]),
    );
    /** What is broken at the root of a record that waits. */
    const rootOf = (name: string, seen: ReadonlySet<string>): string | undefined => {
      if (broken.has(name)) return name;
      const one = names.get(name);
      if (!one || seen.has(name)) return undefined;
      const next = new Set([...seen, name]);
      // A record that is lost is set aside itself, so what refers to it waits for it.
      return one.missing.map((other) => rootOf(other, next)).find((root) => root) ?? name;
    };
    return this.#found.map((one) => {
      const roots = one.missing.map((name) => rootOf(name, new Set()));
      const waits = roots.length > 0 && roots.every((root) => root !== undefined);
      return waits && roots[0] ? { ...one, waitsFor: roots[0] } : one;
    });
  }
}
