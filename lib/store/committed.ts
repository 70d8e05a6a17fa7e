/**
 * Notifies of writes. Whatever writes in this context, its listener is notified of what changed once that is on
 * disk: what one transaction has written is one change, and a transaction that fails, or changes nothing, is none.
 * A context registers its listener when it starts (components/page/start-page.tsx, entrypoints/background/written.ts,
 * entrypoints/importer); the store itself does not know what anybody does with a change.
 */
import type { DBCoreTransaction } from 'dexie';
import { type Change, type StoreChange, storeChange } from '../model';
import { wholeStep } from './read/whole-steps';
import { movedIn, running } from './sweep/sound-rows';

/** Who asked for a write, as the listeners of this context know it. The store only passes it on. */
export interface Asked {
  origin?: object | undefined;
}

type Listener = (change: StoreChange, origin: object | undefined) => void;

const listeners = new Set<Listener>();

/** From now on `listener` is notified of every write of this context. @returns a function that removes it */
export function onCommitted(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What was written in a transaction that is open. */
interface Written {
  changes: Change[];
  tables: Set<string>;
  origin?: object | undefined;
}

const open = new WeakMap<DBCoreTransaction, Written>();

/**
 * Notes what a step has written in the running transaction, or in the one that this is a part of.
 * @param tables further tables in which rows were moved
 */
export function noteWritten(
  changes: readonly Change[],
  tables: Iterable<string>,
  origin: object | undefined,
): void {
  const transaction = running();
  const written = open.get(transaction) ?? begin(transaction);
  // One by one: an import has more than a call has room for.
  for (const one of changes) written.changes.push(one);
  for (const table of tables) written.tables.add(table);
  written.origin ??= origin;
}

function begin(transaction: DBCoreTransaction): Written {
  const written: Written = { changes: [], tables: new Set() };
  open.set(transaction, written);
  const onDisk = () =>
    tell(written.changes, [...written.tables, ...movedIn(transaction)], written.origin);
  (transaction as IDBTransaction).addEventListener('complete', onDisk);
  return written;
}

/**
 * Tells of a step again: of one that was carried out by somebody who may have ended before its listener could act.
 */
export async function tellAgain(stepId: string, origin?: object): Promise<void> {
  const step = await wholeStep(stepId);
  if (!step) return;
  const tables = [...(step.aside ? ['quarantine'] : []), ...(step.reader ? ['installation'] : [])];
  tell(step.changes, tables, origin);
}

function tell(changes: readonly Change[], tables: Iterable<string>, origin: object | undefined) {
  const change = storeChange(changes, tables);
  if (change) for (const listener of listeners) listener(change, origin);
}
