/**
 * What a surface cannot show of what it asked for: rows that are not valid records, and records whose review, paper or
 * statement is missing.
 */
import { db } from './db';
import { DERIVED } from './row-checks';
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
    const ids = async (table: { toArray(): PromiseLike<{ id: string }[]> }) =>
      (await table.toArray()).map(({ id }) => id);
    const known = new Stranded({
      review: await ids(db.reviews),
      paper: await ids(db.papers),
      statement: await ids(db.statements),
    });
    known.without('statements', await db.statements.toArray());
    known.without('reviewPapers', await db.reviewPapers.toArray());
    known.without('assessments', await db.assessments.toArray());
    known.without('tags', await db.tags.toArray());
    for (const table of [db.settings, db.codebooks, db.history]) await table.toArray();
    return known.found;
  });
  return [...rows, ...value];
}

/** Each record once. */
export function once(records: readonly LeftOut[]): LeftOut[] {
  const nameOf = ({ table, key }: LeftOut) => JSON.stringify([table, key]);
  return [...new Map(records.map((one) => [nameOf(one), one])).values()];
}

type Referred = 'review' | 'paper' | 'statement';

/** Finds valid records that refer to one that is missing: they can be shown nowhere. */
export class Stranded {
  readonly found: LeftOut[] = [];
  readonly #known: [Referred, ReadonlySet<string>][];

  /** @param known the ids that are there, of each kind that is looked at */
  constructor(known: Partial<Record<Referred, Iterable<string>>>) {
    this.#known = Object.entries(known).map(([kind, ids]) => [kind as Referred, new Set(ids)]);
  }

  /** What a record refers to and is missing, one line each. */
  problems(record: object): string[] {
    return this.#known.flatMap(([kind, ids]) => {
      const id: unknown = Reflect.get(record, `${kind}Id`);
      return typeof id !== 'string' || ids.has(id)
        ? []
        : [`its ${kind} ${id} is missing or cannot be read`];
    });
  }

  /** The records without the stranded ones, which are noted. */
  without<T extends { paperId: string; reviewId?: string; id?: string }>(
    table: string,
    records: readonly T[],
  ): T[] {
    return records.filter((record) => {
      const problems = this.problems(record);
      const key = record.id ?? [record.reviewId ?? '', record.paperId];
      if (problems.length) this.found.push({ table, key, problems, record });
      return problems.length === 0;
    });
  }
}
