/**
 * What a surface cannot show of what it asked for: rows that are not valid records, and records whose review, paper or
 * statement is missing.
 */
import { KIND_NAMES, KINDS, type KindName, keyOf, type RecordOf, referencesOf } from '../model';
import { db, dbKey } from './db';
import { DERIVED, ROW_CHECKS } from './row-checks';
import { type LeftOut, leftOut } from './sound-rows';

/** What the running transaction could not read, except for tables that are counted again. */
export const unreadable = (): LeftOut[] => leftOut().filter(({ table }) => !DERIVED.has(table));

/** What `work` reads in one transaction, with the rows that it could not read. */
export function withLeftOut<T>(work: () => Promise<T>): Promise<{ value: T; leftOut: LeftOut[] }> {
  return db.transaction('r', db.tables, async () => {
    const value = await work();
    return { value, leftOut: unreadable() };
  });
}

/** Every record of the store that cannot be shown anywhere. Reads all of the store. */
export async function listDamaged(): Promise<LeftOut[]> {
  const { value, leftOut: rows } = await withLeftOut(async () => {
    const others = Object.keys(ROW_CHECKS).filter((name) => !(name in KINDS) && !DERIVED.has(name));
    for (const name of others) await db.table(name).toArray();
    return findStranded();
  });
  return [...rows, ...value];
}

/** All valid records that refer to one that is missing, or to one that is stranded itself. Call in a transaction. */
export async function findStranded(): Promise<LeftOut[]> {
  const known = new Stranded({});
  for (const kind of KIND_NAMES) {
    const whole = known.without(kind, await db.table(kind).toArray());
    known.add(
      kind,
      whole.map((record) => keyOf(kind, record)),
    );
    if (kind === 'statements') known.placed(whole as RecordOf<'statements'>[]);
  }
  return known.found;
}

/** Each record once. */
export function once(records: readonly LeftOut[]): LeftOut[] {
  const nameOf = ({ table, key }: LeftOut) => JSON.stringify([table, key]);
  return [...new Map(records.map((one) => [nameOf(one), one])).values()];
}

/** Finds valid records that refer to one that is missing: they can be shown nowhere. */
export class Stranded {
  readonly found: LeftOut[] = [];
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
      const problems = this.#problems(kind, record);
      const key = dbKey(kind, keyOf(kind, record));
      if (problems.length) this.found.push({ table: kind, key, problems, record });
      return problems.length === 0;
    });
  }

  /** What a record refers to and is missing, one line each. */
  #problems(kind: KindName, record: object): string[] {
    const missing = referencesOf(kind, record)
      .filter(({ to, key, optional }) => !optional && !this.has(to, key))
      .map(({ to, key }) => `its ${KINDS[to].noun} ${key} is missing or cannot be read`);
    if (kind !== 'tags' || missing.length || !this.#papers) return missing;
    const { statementId, paperId } = record as RecordOf<'tags'>;
    return this.#papers.get(statementId) === paperId ? [] : ['its statement is of another paper'];
  }
}
