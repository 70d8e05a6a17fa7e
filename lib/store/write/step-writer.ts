/** The pen of a running step: writes records, notes what it changes, and closes the step with its history. */
import { Dexie } from 'dexie';
import { genuine } from '../../codebook';
import {
  type Change,
  type Codebook,
  type Command,
  change,
  changedAt,
  changedKey,
  grouped,
  type Installation,
  KINDS,
  type KindName,
  keyOf,
  newId,
  now,
  type RecordOf,
  type Stamp,
  type Step,
  slicesOf,
  type Version,
} from '../../model';
import { db, dbKey } from '../db';
import { InvalidRecord } from '../errors';
import { heldNoLonger } from '../read/held';
import { rowOf, rowsByKey, stored } from '../read/records';
import { partsWithoutHead, stepsUpTo } from '../read/whole-steps';
import { putRight } from '../sweep/invariants';
import { AsideWriter, versionOf } from './aside-writer';
import { deleteMany } from './delete-many';
import { recountAll, recountSheets } from './sheets';
import { goneBy, type JoinedInto, stampOf, withAbsorbed } from './stamps';
import { rowsOfStep } from './step-rows';
import { keyTitles } from './title-keys';
import { sameRecord, whole } from './transaction';

/** What merging with another store gives: the records that change here, every version, and the other's history. */
export interface Merged {
  changes: readonly Change[];
  stamps: readonly Stamp[];
  steps: readonly Step[];
  forgotten: number;
}

export interface StepOptions {
  /** A request's own id, where a late copy of the request must be known again. */
  id?: string;
  undoes?: string;
  local?: true;
  forgets?: number;
  /** A counter that another store has reached: this one's goes on from there. */
  seen?: number;
}

/** From here on, reading all of the store once is less work than a look-up for each paper. */
const MANY_TAGS = 500;
/** As many rows of an import are written before its progress is reported. */
const ROWS_AT_ONCE = 1_000;

/**
 * A record as it is written. History may have come with a file, and may be of an earlier version, so even what is taken
 * back is not trusted to have a codebook of Bearing's right, or to keep today's rules.
 */
export const asWritten = <K extends KindName>(kind: K, record: RecordOf<K>): RecordOf<K> =>
  kind === 'codebooks' ? (genuine(record as Codebook) as RecordOf<K>) : putRight(kind, record);

/** The record as changed now: never dated before the version it replaces, whatever the clock shows. */
function dated<T extends object>(before: object | null, after: T): T {
  const last = before as { updatedAt?: string } | null;
  return last?.updatedAt === undefined
    ? after
    : { ...after, updatedAt: changedAt({ updatedAt: last.updatedAt }) };
}

export class StepWriter {
  readonly id: string;
  readonly at = now();
  /** Who the reader is once the step is done. */
  coderId: string;
  readonly counter: number;
  readonly aside = new AsideWriter(this.at);
  private readonly changes = new Map<string, Change>();
  /** Names of records whose versions stay what they are. */
  private readonly unversioned = new Set<string>();
  private readonly joined: JoinedInto[] = [];
  private reader: Step['reader'];

  constructor(
    private readonly command: Command,
    private readonly here: Installation,
    private readonly options: StepOptions,
  ) {
    this.id = options.id ?? newId();
    this.coderId = here.coderId;
    this.counter = here.counter + 1;
  }

  /**
   * Writes a record; `aside` for what is written on the way, `quiet` for what moreover makes no new version.
   * @throws InvalidRecord
   */
  async put<K extends KindName>(
    kind: K,
    record: RecordOf<K>,
    aside: 'aside' | 'quiet' | false = false,
  ): Promise<RecordOf<K>> {
    const wanted = whole(kind, asWritten(kind, record));
    const before = await stored(kind, keyOf(kind, wanted));
    if (before && sameRecord(before, wanted)) return wanted;
    const after = aside === 'quiet' ? wanted : dated(before, wanted);
    await db.table(kind).put(rowOf(kind, after));
    const name = `${kind} ${keyOf(kind, after)}`;
    const isFirst = !this.changes.has(name) || this.unversioned.has(name);
    this.note(change(kind, before, after, aside !== false));
    if (aside === 'quiet' && isFirst) this.unversioned.add(name);
    return after;
  }

  /** As `put`, of a record that is known not to be there: it is not looked for. @throws InvalidRecord */
  async add<K extends KindName>(
    kind: K,
    record: RecordOf<K>,
    aside: 'aside' | false = false,
  ): Promise<RecordOf<K>> {
    const made = whole(kind, asWritten(kind, record));
    await db.table(kind).add(rowOf(kind, made));
    this.note(change(kind, null, made, aside === 'aside'));
    return made;
  }

  /** As `add`, of many, a part at a time. @throws InvalidRecord */
  async addMany<K extends KindName>(
    kind: K,
    records: readonly RecordOf<K>[],
    aside: 'aside' | false = false,
    onWritten: (count: number) => void = () => {},
  ): Promise<void> {
    for (const some of slicesOf(records, ROWS_AT_ONCE)) {
      const made = some.map((record) => whole(kind, asWritten(kind, record)));
      await db.table(kind).bulkAdd(made.map((one) => rowOf(kind, one)));
      for (const one of made) this.note(change(kind, null, one, aside === 'aside'));
      onWritten(made.length);
    }
  }

  async remove<K extends KindName>(
    kind: K,
    record: RecordOf<K>,
    aside: 'aside' | false = false,
  ): Promise<void> {
    const key = keyOf(kind, record);
    const before = await stored(kind, key);
    if (!before) return;
    await db.table(kind).delete(dbKey(kind, key));
    // What a merge brought in with this same step is not among its changes, but has a version, which would count as present.
    if (this.changes.get(`${kind} ${key}`)?.before === null && (await db.stamps.get([kind, key])))
      await db.stamps.put(goneBy(this.version(), kind, before));
    this.note(change(kind, before, null, aside === 'aside'));
  }

  /** Removes a record that has become one with another: what other stores have of it follows it there. */
  async removeInto(kind: 'papers', record: RecordOf<'papers'>, into: string): Promise<void> {
    await this.remove(kind, record);
    this.joined.push({ table: kind, key: keyOf(kind, record), into });
  }

  /** As `remove`, of many records of a kind that changes made, as they are now. */
  async removeMade(
    kind: KindName,
    made: readonly { one: Change; now: object | null }[],
  ): Promise<void> {
    const keys = made.map(({ one }) => dbKey(kind, changedKey(one)));
    await deleteMany(db.table(kind), keys);
    for (const { one, now: last } of made)
      if (last) this.note(change(kind, last as never, null, one.aside));
  }

  /** Moves a record that can be shown nowhere to where the reader can see it; its version stays, for its return. */
  async setAside<K extends KindName>(kind: K, record: RecordOf<K>, problems: string[]) {
    const key = dbKey(kind, keyOf(kind, record));
    await this.aside.keep({ table: kind, problems, record, ...(await versionOf(kind, key)) });
    await db.table(kind).delete(key);
    this.note(change(kind, record, null));
    this.unversioned.add(`${kind} ${keyOf(kind, record)}`);
  }

  /** Takes a record away that is where it was set aside again: not gone, but under the version that it had there. */
  async backAside<K extends KindName>(kind: K, record: RecordOf<K>, version?: Version) {
    const key = keyOf(kind, record);
    await db.table(kind).delete(dbKey(kind, key));
    this.note(change(kind, record, null));
    this.unversioned.add(`${kind} ${key}`);
    if (version) await db.stamps.put({ table: kind, key, ...version } as Stamp);
    else await db.stamps.delete([kind, key]);
  }

  /** Brings in what merging gave, each record under the version that it has there. */
  async merge(
    { changes, stamps, steps, forgotten }: Merged,
    onWritten: (done: number, total: number) => void = () => {},
  ): Promise<void> {
    for (const one of changes) mustBeWhole(one);
    const total = changes.length + stamps.length + steps.length;
    let done = 0;
    const put = async (table: string, rows: readonly object[]) => {
      for (const some of slicesOf(rows, ROWS_AT_ONCE)) {
        await db.table(table).bulkPut(some);
        done += some.length;
        onWritten(done, total);
      }
    };
    // What is unique in a table is made room for first.
    for (const [kind, some] of grouped(changes, (c) => c.table)) {
      const [gone, there] = [some.filter((c) => !c.after), some.filter((c) => c.after)];
      await db.table(kind).bulkDelete(gone.map((c) => dbKey(kind, changedKey(c))));
      done += gone.length;
      await put(
        kind,
        there.map((c) => rowOf(kind, c.after as object)),
      );
    }
    for (const one of changes) {
      this.note(one);
      this.unversioned.add(`${one.table} ${changedKey(one)}`);
    }
    await put('stamps', stamps);
    const rows = steps.map((step) => rowsOfStep(step));
    await db.stepParts.bulkPut(rows.flatMap(({ parts }) => parts));
    await put(
      'steps',
      rows.map(({ head }) => head),
    );
    if (forgotten > this.here.forgotten) await this.forget(forgotten);
  }

  /** From now on this installation's reader is that coder. */
  async become(coderId: string): Promise<void> {
    this.reader = { before: this.reader?.before ?? this.coderId, after: coderId };
    this.coderId = coderId;
    this.here.coderId = coderId;
    await db.installation.put(this.here);
  }

  /** Takes every step up to a counter out of history, and what records that are gone last said. */
  async forget(counter: number): Promise<void> {
    this.here.forgotten = Math.max(this.here.forgotten, counter);
    await stepsUpTo(counter).delete();
    await db.stepParts.bulkDelete(await partsWithoutHead());
    await db.stamps
      .filter((stamp) => stamp.last !== undefined && stamp.counter <= counter)
      .modify((stamp) => {
        delete stamp.last;
      });
  }

  /** Several changes of one record in one step are one change. */
  private note(next: Change): void {
    const name = `${next.table} ${changedKey(next)}`;
    this.unversioned.delete(name);
    const first = this.changes.get(name);
    if (!first) {
      this.changes.set(name, next);
      return;
    }
    const aside = Boolean(first.aside && next.aside);
    this.changes.set(name, change(next.table, first.before as never, next.after as never, aside));
  }

  /** Tables in which the step has moved rows that are not among its changes; and the installation's, of another reader. */
  get touched(): string[] {
    return [...this.aside.tables, ...(this.reader ? ['installation'] : [])];
  }

  /**
   * Writes history, versions, tally sheets and title keys. A step that changed nothing leaves nothing.
   * @returns what it has changed
   */
  async close(): Promise<readonly Change[]> {
    const changes = [...this.changes.values()].filter((c) => !sameRecord(c.before, c.after));
    const { undoes, local, forgets } = this.options;
    const { reader } = this;
    const aside = this.aside.noted;
    if (!changes.length && !aside && !reader && forgets === undefined) return changes;
    const step: Step = {
      id: this.id,
      at: this.at,
      coderId: this.coderId,
      counter: this.counter,
      command: this.command,
      changes,
      ...(undoes && { undoes }),
      ...(local && { local }),
      ...(forgets !== undefined && { forgets }),
      ...(reader && { reader }),
      ...(aside && { aside }),
    };
    const { head, parts } = rowsOfStep(step);
    const own = changes.filter((one) => !this.unversioned.has(`${one.table} ${changedKey(one)}`));
    const stamps = own.flatMap((one) => stampOf(one, this.version(), this.joined) ?? []);
    this.here.counter = this.counter;
    // At once, since each request by itself is a way to the disk's process and back, with every save.
    const [last] = await Dexie.Promise.all([
      // Also because a version that is damaged is set aside before it is replaced (sound-rows.ts).
      rowsByKey(
        db.stamps,
        stamps.map(({ table, key }): [string, string] => [table, key]),
      ),
      db.steps.add(head),
      db.installation.put(this.here),
    ]);
    if (parts.length) await db.stepParts.bulkAdd(parts);
    const held = await heldNoLonger(own, this.version());
    const full = stamps.map((stamp, i) => withAbsorbed(stamp, last[i], this.joined));
    await db.stamps.bulkPut([...full, ...held]);
    await keyTitles(changes);
    const tags = changedTags(changes);
    if (tags.length > MANY_TAGS) await recountAll();
    else await recountSheets(tags);
    return changes;
  }

  private version(): Version {
    return { counter: this.counter, by: this.coderId, step: this.id };
  }
}

/** Merging computes records, partly from what a file says. @throws InvalidRecord */
function mustBeWhole({ table, before, after }: Change): void {
  if (!after) return;
  whole(table, after);
  const [was, is] = [keyOf(table, before ?? after), keyOf(table, after)];
  if (was !== is) throw new InvalidRecord(`the ${KINDS[table].noun} ${was} would become ${is}`);
}

/** A step's tags as they were and as they are: what they are counted in is counted again. */
function changedTags(changes: readonly Change[]) {
  return changes.flatMap((one) =>
    one.table === 'tags' ? [one.before, one.after].filter((tag) => tag !== null) : [],
  );
}
