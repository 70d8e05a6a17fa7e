/** The part of a step that sets records aside and takes them back from there. Only `commit` makes one. */
import type { IndexableType } from 'dexie';
import {
  type AsideNames,
  asideNames,
  claimedReferences,
  newId,
  type Quarantined,
  type Stamp,
  type Step,
} from '../../model';
import { db } from '../db';
import { quarantined } from '../read/aside';
import { ROW_CHECKS } from '../sweep/row-checks';

/** How the name of a statement begins. */
const STATEMENT = 'statements ';

export class AsideWriter {
  private readonly kept: Quarantined[] = [];
  private readonly taken: Quarantined[] = [];
  /** Tables in which rows were put or taken away. */
  readonly tables = new Set<string>();
  private known: AsideNames | undefined;

  constructor(private readonly at: string) {}

  /** Keeps a record where the reader can see it. Undo takes it away again. */
  async keep(row: Omit<Quarantined, 'id' | 'at'> & Partial<Quarantined>): Promise<void> {
    const kept = await this.write(row);
    this.kept.push(kept);
  }

  /** Moves a row that no schema reads out of its table, with its version for the day that it can be read. */
  async moveUnreadable(table: string, rowKey: IndexableType, row: unknown, problems: string[]) {
    await this.write({ table, problems, record: row, ...(await versionOf(table, rowKey)) });
    await db.table(table).delete(rowKey as never);
    this.tables.add(table);
  }

  async take(row: Quarantined): Promise<void> {
    await db.quarantine.delete(row.id);
    this.tables.add(db.quarantine.name);
    this.known = undefined;
    this.taken.push(row);
  }

  /** What is set aside at this moment of the step, and what is to stay for it. */
  async names(): Promise<AsideNames> {
    this.known ??= asideNames(await quarantined());
    return this.known;
  }

  /** Is the record of this name set aside? Then what refers to it waits. */
  async has(name: string): Promise<boolean> {
    return (await this.names()).names.has(name);
  }

  /** Ids of statements that what was taken from there referred to: nothing else may refer to them now. */
  get freedStatements(): string[] {
    const names = this.taken.flatMap(claimedReferences);
    return names.filter((name) => name.startsWith(STATEMENT)).map((n) => n.slice(STATEMENT.length));
  }

  /** What the step is to remember. */
  get noted(): Step['aside'] {
    const { kept, taken } = this;
    return kept.length || taken.length ? { kept, taken } : undefined;
  }

  private async write(row: Omit<Quarantined, 'id' | 'at'> & Partial<Quarantined>) {
    const kept = { id: newId(), at: this.at, ...row };
    await db.quarantine.put(kept);
    this.tables.add(db.quarantine.name);
    this.known = undefined;
    return kept;
  }
}

/** The version under which a row is stored, if that can be read. */
export async function versionOf(
  table: string,
  rowKey: IndexableType,
): Promise<Pick<Quarantined, 'version'>> {
  const key = Array.isArray(rowKey) ? rowKey.join(' ') : String(rowKey);
  const stamp: unknown = await db.stamps.get([table, key]);
  if (!stamp || !ROW_CHECKS.stamps(stamp).ok) return {};
  const { counter, by, step } = stamp as Stamp;
  return { version: { counter, by, step } };
}
