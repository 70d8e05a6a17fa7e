/**
 * A table in memory while thousands of records are joined with it: a look-up costs no turn of the database, and
 * what has changed is written in one go. Inside a transaction only, which no other writer can enter.
 */
import type { Table } from 'dexie';

/** Index name by function: the values under which a record is found. */
type Indexes<T> = Record<string, (record: T) => readonly string[]>;

export class HeldTable<T extends object, K> {
  private readonly records = new Map<string, T>();
  private readonly found = new Map<string, Set<string>>();
  private readonly changed = new Set<string>();
  private readonly gone = new Map<string, K>();

  private constructor(
    private readonly table: Table<T, K>,
    private readonly keyOf: (record: T) => K,
    private readonly indexes: Indexes<T>,
  ) {}

  /** Reads the whole table. */
  static async of<T extends object, K>(
    table: Table<T, K>,
    keyOf: (record: T) => K,
    indexes: Indexes<T> = {},
  ): Promise<HeldTable<T, K>> {
    const held = new HeldTable(table, keyOf, indexes);
    for (const record of await table.toArray()) held.hold(record);
    return held;
  }

  get(key: K): T | undefined {
    return this.records.get(String(key));
  }

  /** The records that an index finds under a value, in no order. */
  by(index: string, value: string): T[] {
    const keys = this.found.get(`${index} ${value}`) ?? [];
    return [...keys].flatMap((key) => this.records.get(key) ?? []);
  }

  /** Takes in a record that the database has already. */
  hold(record: T): void {
    const key = String(this.keyOf(record));
    this.forget(key);
    this.records.set(key, record);
    for (const [index, valuesOf] of Object.entries(this.indexes))
      for (const value of valuesOf(record)) {
        const name = `${index} ${value}`;
        const keys = this.found.get(name);
        if (keys) keys.add(key);
        else this.found.set(name, new Set([key]));
      }
  }

  put(record: T): void {
    this.hold(record);
    const key = String(this.keyOf(record));
    this.changed.add(key);
    this.gone.delete(key);
  }

  delete(key: K): void {
    this.forget(String(key));
    this.changed.delete(String(key));
    this.gone.set(String(key), key);
  }

  /** Writes what was put and deleted. What is unique in the table is made room for first. */
  async putDown(): Promise<void> {
    await this.table.bulkDelete([...this.gone.values()]);
    await this.table.bulkPut([...this.changed].flatMap((key) => this.records.get(key) ?? []));
    this.changed.clear();
    this.gone.clear();
  }

  private forget(key: string): void {
    const record = this.records.get(key);
    if (!record) return;
    this.records.delete(key);
    for (const [index, valuesOf] of Object.entries(this.indexes))
      for (const value of valuesOf(record)) this.found.get(`${index} ${value}`)?.delete(key);
  }
}
