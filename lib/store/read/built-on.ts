/** What has been built on a record since a step made it, as history tells. For taking the step back. */
import {
  type Change,
  type Codebook,
  type CodebookRef,
  changedKey,
  grouped,
  KINDS,
  type KindName,
  keyOf,
  type Reference,
  referencesOf,
  referrersTo,
  type Step,
} from '../../model';
import { db, dbKey } from '../db';
import { wholeSteps } from './whole-steps';

interface Target {
  kind: KindName;
  key: string;
}

/**
 * The kind of a record that has been built on this one and does not go back itself, if there is one. What can do without
 * it may have been there before it (a tag whose codebook was found later): that does not count.
 */
export async function referrerOf(
  target: Target,
  step: Step,
  going: ReadonlySet<string>,
): Promise<KindName | null> {
  for (const { from, ref } of referrersTo(target.kind)) {
    if (!KINDS[from].travels) continue;
    const found = await referring(from, ref, target);
    const others = found
      .map((one) => keyOf(from, one))
      .filter((key) => !going.has(`${from} ${key}`));
    if (!others.length) continue;
    if (!ref.optional) return from;
    const later = grouped(await changesSince(step, from), ({ change }) => changedKey(change));
    if (others.some((key) => isYounger(later.get(key) ?? [], target))) return from;
  }
  return null;
}

/**
 * The same, asked of many records of a kind at once: does anything refer to one of them that does not go back itself?
 * True also where that is not known without looking at each.
 */
export async function mayBeReferredTo(
  kind: KindName,
  keys: readonly string[],
  going: ReadonlySet<string>,
): Promise<boolean> {
  for (const { from, ref } of referrersTo(kind)) {
    if (!KINDS[from].travels) continue;
    if (ref.list) return true;
    const found = await referringToAny(from, ref, kind, keys);
    if (found.some((one) => !going.has(`${from} ${keyOf(from, one)}`))) return true;
  }
  return false;
}

/** An index is asked for one key after the other, and each look-up takes as long as reading about so many rows in one go. */
const ROWS_FOR_A_LOOKUP = 10;

async function referringToAny(
  from: KindName,
  ref: Reference,
  kind: KindName,
  keys: readonly string[],
): Promise<object[]> {
  const table = db.table<object>(from);
  const rows = await table.count();
  if (rows === 0) return [];
  if (rows > keys.length * ROWS_FOR_A_LOOKUP)
    return table
      .where(indexOf(ref))
      .anyOf(keys.map((key) => dbKey(kind, key)))
      .toArray();
  const wanted = new Set(keys);
  const isWanted = ({ to, key }: { to: KindName; key: string }) => to === kind && wanted.has(key);
  return (await table.toArray()).filter((one) => referencesOf(from, one).some(isWanted));
}

async function referring(from: KindName, ref: Reference, target: Target): Promise<object[]> {
  const table = db.table<object>(from);
  // There are few records with lists.
  if (ref.list) return table.filter((record) => refersTo(from, record, target)).toArray();
  return table.where(indexOf(ref)).equals(dbKey(target.kind, target.key)).toArray();
}

/** The index of what refers to a record by these fields. */
export const indexOf = ({ fields }: Reference): string =>
  fields.length > 1 ? `[${fields.join('+')}]` : fields.join();

const refersTo = (kind: KindName, record: object | null, target: Target): boolean =>
  record !== null &&
  referencesOf(kind, record).some(({ to, key }) => to === target.kind && key === target.key);

interface Later {
  change: Change;
  /** It was brought in by a merge, which says what came and not when it was made. */
  isMerge: boolean;
}

/** What later steps changed in a table, in their order. */
async function changesSince({ counter }: Step, table: KindName): Promise<Later[]> {
  const heads = await db.steps.where('counter').above(counter).sortBy('counter');
  const steps = await wholeSteps(heads);
  return steps.flatMap(({ changes, local }) =>
    changes
      .filter((change) => change.table === table)
      .map((change) => ({ change, isMerge: local === true })),
  );
}

/**
 * Did a record come to refer to the target after the step? The `before` of its first later change is what it was at the step.
 * @param own its later changes
 */
function isYounger(own: readonly Later[], target: Target): boolean {
  const comes = ({ change }: Later) => !refersTo(change.table, change.before, target);
  return own.some((one) => one.isMerge && comes(one)) || own.slice(0, 1).some(comes);
}

/** The text of a codebook that was in the store when a step was done, and is gone since; undefined if it was not there. */
export async function textAt(step: Step, ref: CodebookRef): Promise<Codebook | undefined> {
  const key = keyOf('codebooks', ref);
  const later = await changesSince(step, 'codebooks');
  const first = later.find(({ change }) => changedKey(change) === key)?.change;
  return first?.table === 'codebooks' ? (first.before ?? undefined) : undefined;
}
