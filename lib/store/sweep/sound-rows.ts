/**
 * The one place where rows are read. A row that is not a valid record (damaged on the disk, or written by something else)
 * never reaches the product: every read leaves it out and notes it, so that a surface can report it. One bad record takes
 * down one record: a room shows the others, a save goes on.
 *
 * It sits under every table of the database (Dexie's `dbcore`), below reads and writes alike. What is left out stays
 * where it is, unless it is in the way of a write: a bad row that a writing transaction has read is moved to the
 * quarantine, whole, before that transaction writes to the table. Otherwise the write would replace it in silence, or
 * fail on a key that nobody can see. Nothing else is moved here: that is the sweep's work.
 *
 * Counts and keys are not checked: they are read without the rows.
 */
import Dexie, {
  type DBCore,
  type DBCoreCursor,
  type DBCoreTable,
  type DBCoreTransaction,
  type IndexableType,
} from 'dexie';
import { newId, now, type RowCheck } from '../../model';

/** A row that cannot be read as a record. */
export interface LeftOut {
  table: string;
  key: IndexableType;
  problems: string[];
  record: unknown;
  /** It is whole, and waits for a record of this name ("papers <id>") that is set aside or damaged. */
  waitsFor?: string;
}

const QUARANTINE = 'quarantine';

/** Bad rows by transaction, table and key. */
const met = new WeakMap<DBCoreTransaction, Map<string, Map<string, LeftOut>>>();
/** Tables in which a transaction has moved bad rows, that of what is set aside included. */
const moved = new WeakMap<DBCoreTransaction, Set<string>>();
/** Transactions that are to see every row as it is. */
const unchecked = new WeakSet<DBCoreTransaction>();

/** The transaction that the caller runs in. */
export function running(): DBCoreTransaction {
  const trans = Dexie.currentTransaction?.idbtrans;
  if (!trans) throw new Error('this is for the inside of a transaction');
  return trans;
}

/** The bad rows that a transaction, the running one, has met so far. */
export function leftOut(trans = running()): LeftOut[] {
  return [...(met.get(trans)?.values() ?? [])].flatMap((rows) => [...rows.values()]);
}

/** Tables from which, and to which, a transaction has moved bad rows that were in its way. */
export const movedIn = (trans: DBCoreTransaction): Iterable<string> => moved.get(trans) ?? [];

/** From here on the running transaction sees every row as it is: for the code that moves bad ones. */
export function seeEveryRow(): void {
  unchecked.add(running());
}

/** A migration reads rows of an earlier form. */
const seesEveryRow = (trans: DBCoreTransaction) =>
  unchecked.has(trans) || (trans as IDBTransaction).mode === 'versionchange';

/**
 * @param checks by table; a table without a check is read as it is
 * @param derived tables that are counted from others: their bad rows are not kept
 */
export function checkRows(
  db: Dexie,
  checks: Readonly<Record<string, RowCheck>>,
  derived: ReadonlySet<string>,
): void {
  db.use({
    stack: 'dbcore',
    name: 'sound-rows',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        const check = checks[name];
        return check ? checkedTable(core, table, check, !derived.has(name)) : table;
      },
    }),
  });
}

function checkedTable(
  core: DBCore,
  table: DBCoreTable,
  check: RowCheck,
  keepBad: boolean,
): DBCoreTable {
  /** The row as a record; undefined, and noted, where it is not one. */
  const sound = (trans: DBCoreTransaction, row: unknown): unknown => {
    if (row === undefined || seesEveryRow(trans)) return row;
    const verdict = check(row);
    if (verdict.ok) return verdict.row;
    note(trans, table, row, verdict.problems);
    return undefined;
  };

  return {
    ...table,

    get: (request) => table.get(request).then((row) => sound(request.trans, row)),

    getMany: (request) =>
      table.getMany(request).then((rows) => rows.map((row: unknown) => sound(request.trans, row))),

    query(request) {
      if (!request.values) return table.query(request);
      const { limit = Number.POSITIVE_INFINITY, trans } = request;
      // What is left out does not count against the limit.
      const read = (most: number): ReturnType<DBCoreTable['query']> =>
        table.query({ ...request, limit: most }).then(({ result }) => {
          const rows = result.map((row) => sound(trans, row)).filter((row) => row !== undefined);
          return rows.length < limit && result.length >= most
            ? read(most + limit - rows.length)
            : { result: rows };
        });
      return read(limit);
    },

    openCursor: (request) =>
      table
        .openCursor(request)
        .then((cursor) =>
          cursor && request.values ? skipping(cursor, (row) => sound(request.trans, row)) : cursor,
        ),

    mutate(request) {
      const writes = keepBad && (request.type === 'add' || request.type === 'put');
      const inTheWay = writes ? met.get(request.trans)?.get(table.name) : undefined;
      if (!inTheWay?.size) return table.mutate(request);
      return setAside(core, request.trans, table, [...inTheWay.values()])
        .then(() => inTheWay.clear())
        .then(() => table.mutate(request));
    },
  };
}

/** A cursor that stops at sound rows only. */
function skipping(cursor: DBCoreCursor, sound: (row: unknown) => unknown): DBCoreCursor {
  let value: unknown;
  return Object.create(cursor, {
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    value: { get: () => value },
    start: {
      value: (onNext: () => void) =>
        cursor.start(() => {
          value = sound(cursor.value);
          if (value === undefined) cursor.continue();
          else onNext();
        }),
    },
  });
}

function note(
  trans: DBCoreTransaction,
  table: DBCoreTable,
  record: unknown,
  problems: string[],
): void {
  const tables = met.get(trans) ?? new Map<string, Map<string, LeftOut>>();
  met.set(trans, tables);
  const rows = tables.get(table.name) ?? new Map<string, LeftOut>();
  tables.set(table.name, rows);
  const key: IndexableType = table.schema.primaryKey.extractKey?.(record);
  rows.set(JSON.stringify(key), { table: table.name, key, problems, record });
}

/** Moves rows to the quarantine, past every check. */
function setAside(
  core: DBCore,
  trans: DBCoreTransaction,
  table: DBCoreTable,
  rows: readonly LeftOut[],
): Promise<unknown> {
  const values = rows.map(({ problems, record }) => ({
    ...{ id: newId(), table: table.name, at: now(), problems, record },
  }));
  moved.set(trans, new Set([...movedIn(trans), table.name, QUARANTINE]));
  return core
    .table(QUARANTINE)
    .mutate({ type: 'add', trans, values })
    .then(() => table.mutate({ type: 'delete', trans, keys: rows.map(({ key }) => key) }));
}
