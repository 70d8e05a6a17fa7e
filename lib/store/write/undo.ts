/**
 * Taking steps back. History is never edited: undo is a new step, and taking that one back is redo. What a step
 * changed must be as the step left it; what it wrote on the way goes back only if nothing has built on it since.
 */
import { loadShipped } from '../../codebook';
import { changedMeaning } from '../../codebook/edit';
import {
  asideNames,
  type Change,
  type Codebook,
  type CodebookRef,
  changedKey,
  claimedName,
  grouped,
  KIND_NAMES,
  KINDS,
  type KindName,
  type Quarantined,
  type Review,
  referencesOf,
  type Statement,
  type Step,
  slicesOf,
  type Tag,
} from '../../model';
import { commit } from '../commit';
import type { Asked } from '../committed';
import { db } from '../db';
import { ChangedSince, NotFound } from '../errors';
import { mayBeReferredTo, referrerOf, textAt } from '../read/built-on';
import { isPlaced, twinOf } from '../read/places';
import { stored, storedMany } from '../read/records';
import { wholeStep } from '../read/whole-steps';
import { keepCodebooks, versionOfTag } from './codebooks';
import { dealMissingIn } from './number-keys';
import { listPaper } from './papers';
import { sameTag } from './same-tag';
import { dropBareStatement, dropFreedStatements } from './statements';
import { asWritten, type StepWriter } from './step-writer';
import { sameContent } from './transaction';

export interface UndoOptions {
  /** The id of the step that this becomes, for whoever asks afterwards whether it was carried out. */
  id?: string;
  /** Called with how much of the work is done. */
  onDone?: ((done: number, total: number) => void) | undefined;
}

/** Each change is looked at as often: is it as it was left, taking it back, putting right what refers to it. */
const PASSES = 3;
/** As many changes are worked on before progress is reported. */
const CHANGES_AT_ONCE = 500;

function counting(total: number, onDone: UndoOptions['onDone']): () => void {
  let done = 0;
  return () => {
    if (++done % CHANGES_AT_ONCE === 0) onDone?.(done, total);
  };
}

/**
 * Takes one step back and gives the new step's id: taking that one back is redo. `tag` is the tag that the
 * step was about, as it is now. @throws ChangedSince with a sentence on what has changed since
 */
export async function undo(
  stepId: string,
  { id, onDone, origin }: UndoOptions & Asked = {},
): Promise<{ eventId: string; tag: Tag | null }> {
  const step = await wholeStep(stepId);
  await loadShipped(codebooksIn(step));
  return commit(
    'undo',
    async (writer) => {
      // What a step changed is never written anew; but it may have been forgotten meanwhile, or damaged.
      if (!step || step.forgets !== undefined || !(await db.steps.get(stepId)))
        throw new NotFound('step');
      const count = counting(step.changes.length * PASSES, onDone);
      const going = await goingBack(step, count);
      await becomeAgain(step, writer);
      await setAsideAgain(step, writer);
      const done = await takeBack(step, going, writer, count);
      await putRight(step, done, writer, count);
      await dropFreedStatements(writer);
      // A review that keeps tags keeps its keys, though it had none before the step.
      await dealMissingIn(writer);
      const about = step.changes.findLast((one) => one.table === 'tags');
      const tag = about ? await stored('tags', changedKey(about)) : null;
      return { eventId: writer.id, tag };
    },
    { undoes: stepId, origin, ...(id && { id }) },
  );
}

/** The codebooks that a step is about, and those that the records that it brings back use. */
function codebooksIn(step: Step | undefined): CodebookRef[] {
  return (step?.changes ?? []).flatMap((one) =>
    [one.before, one.after].flatMap((side) => (side ? codebooksOfRecord(one.table, side) : [])),
  );
}

function codebooksOfRecord(table: KindName, record: object): CodebookRef[] {
  if (table === 'codebooks') return [record as CodebookRef];
  if (table === 'tags') return [versionOfTag(record as Tag)];
  return table === 'reviews' ? (record as Review).codebooks : [];
}

/** Who went on as another coder with the step is who it was again. */
async function becomeAgain({ reader }: Step, writer: StepWriter): Promise<void> {
  if (!reader) return;
  if (writer.coderId !== reader.after)
    throw new ChangedSince(
      'You have gone on as another coder since, so the step was not taken back.',
    );
  await writer.become(reader.before);
}

/** What the step took from what is set aside is there again; what it put there goes, if nothing has become of it since. */
async function setAsideAgain({ aside }: Step, writer: StepWriter): Promise<void> {
  for (const row of aside?.taken ?? []) await writer.aside.keep(row);
  for (const row of aside?.kept ?? [])
    if (await db.quarantine.get(row.id)) await writer.aside.take(row);
}

/** A change that goes back, and its record as it is now. */
interface Going {
  one: Change;
  now: object | null;
}

/**
 * What goes back: all that the step was about, and what it wrote on the way where that is as it was left.
 * @throws ChangedSince where something that the step was about is not as it was left
 */
async function goingBack({ changes }: Step, count: () => void): Promise<Going[]> {
  const going: Going[] = [];
  for (const [kind, some] of grouped(changes, ({ table }) => table)) {
    const records = await storedMany(kind, some.map(changedKey));
    for (const [i, one] of some.entries()) {
      const left = one.after && asWritten(one.table, one.after as never);
      const now = records[i] ?? null;
      if (sameContent(now, left)) going.push({ one, now });
      else if (!one.aside)
        throw new ChangedSince(
          `This ${KINDS[one.table].noun} has been changed since, so the step was not taken back.`,
        );
      count();
    }
  }
  const kept = await withoutTagged(going.map(({ one }) => one));
  return going
    .filter(({ one }) => kept.has(one))
    .sort((a, b) => KIND_NAMES.indexOf(a.one.table) - KIND_NAMES.indexOf(b.one.table));
}

/**
 * Without what would take an influence, or its words, from under tags that do not go back: on the way it is left as it is,
 * with the review that uses it. @throws ChangedSince where the step was about it
 */
async function withoutTagged(going: readonly Change[]): Promise<ReadonlySet<Change>> {
  const goingTags = new Set(going.filter(({ table }) => table === 'tags').map(changedKey));
  const kept = new Set<Change>();
  for (const one of going) {
    if (one.table !== 'codebooks' || !one.after) continue;
    // What the step was about is asked of its references when it is taken away: tags may be older than the text.
    if (!one.before && !one.aside) continue;
    const lost = influencesLost(one.after, one.before);
    const { id, version } = one.after;
    const under = db.tags.where('[codebookId+codebookVersion]').equals([id, version]);
    const isTagged = (await under.toArray()).some(
      (tag) => lost.has(tag.influenceId) && !goingTags.has(tag.id),
    );
    if (!isTagged) continue;
    if (!one.aside)
      throw new ChangedSince(
        'Statements have been tagged by this codebook since, so the step was not taken back.',
      );
    kept.add(one);
  }
  if (!kept.size) return new Set(going);
  return new Set(going.filter((one) => !kept.has(one) && !(one.table === 'reviews' && one.aside)));
}

/** Influences that the one text has and the other has not, or by other words. */
function influencesLost(from: Codebook, to: Codebook | null): Set<string> {
  const there = new Map(to?.influences.map((one) => [one.id, one]));
  return new Set(
    from.influences.flatMap((one) => {
      const other = there.get(one.id);
      return other && !changedMeaning(one, other).length ? [] : [one.id];
    }),
  );
}

interface TakenBack {
  /** Names of the records that are gone. */
  gone: ReadonlySet<string>;
  /** Where statements have gone that had come back under another id meanwhile. */
  moved: ReadonlyMap<string, string>;
}

const nameOf = (one: Change) => `${one.table} ${changedKey(one)}`;

/**
 * First what was made goes, what refers before what is referred to; then what was there comes back, the other way
 * round.
 */
async function takeBack(
  step: Step,
  going: readonly Going[],
  writer: StepWriter,
  count: () => void,
): Promise<TakenBack> {
  // What goes back to where it was set aside is waited for by what refers to it.
  const setAside = new Map((step.aside?.taken ?? []).map((row) => [claimedName(row), row.version]));
  const changes = going.map(({ one }) => one);
  const names = new Set(changes.map(nameOf));
  const gone = new Set<string>();
  const made = going.filter(({ one }) => one.before === null && one.after !== null).reverse();
  for (const some of grouped(made, ({ one }) => one.table).values())
    for (const slice of slicesOf(some, CHANGES_AT_ONCE)) {
      for (const name of await takeAway(slice, { step, names, setAside }, writer)) gone.add(name);
      for (const _ of slice) count();
    }
  const moved = new Map<string, string>();
  for (const one of changes) {
    if (one.before === null) continue;
    count();
    if (one.table === 'statements' && (await movedOnto(one.before, moved))) continue;
    await writer.put(one.table, one.before as never, one.aside && 'aside');
  }
  return { gone, moved };
}

interface Around {
  step: Step;
  /** Names of all records that go back. */
  names: ReadonlySet<string>;
  /** Names of the records that go back to where they were set aside, and the versions that they had there. */
  setAside: ReadonlyMap<string | undefined, Quarantined['version']>;
}

/** Takes away what changes to records of one kind made. @returns the names of those that are gone */
async function takeAway(
  made: readonly Going[],
  around: Around,
  writer: StepWriter,
): Promise<string[]> {
  const first = made[0]?.one;
  if (!first) return [];
  const names = made.map(({ one }) => nameOf(one));
  const isPlain =
    !names.some((name) => around.setAside.has(name)) &&
    !(await mayBeReferredTo(
      first.table,
      made.map(({ one }) => changedKey(one)),
      around.names,
    ));
  if (isPlain) {
    await writer.removeMade(first.table, made);
    return names;
  }
  const gone: string[] = [];
  for (const { one } of made) if (await takeOneAway(one, around, writer)) gone.push(nameOf(one));
  return gone;
}

/** @returns whether the record is gone */
async function takeOneAway(
  one: Change,
  { step, names, setAside }: Around,
  writer: StepWriter,
): Promise<boolean> {
  const name = nameOf(one);
  if (setAside.has(name)) {
    await writer.backAside(one.table, one.after as never, setAside.get(name));
    return false;
  }
  const user = await referrerOf({ kind: one.table, key: changedKey(one) }, step, names);
  if (!user) {
    await writer.remove(one.table, one.after as never, one.aside && 'aside');
    return true;
  }
  if (one.aside) return false;
  throw new ChangedSince(
    `This ${KINDS[one.table].noun} now holds a ${KINDS[user].noun}, so the step was not taken back.`,
  );
}

/** The same words tagged anew since are that statement now: what referred to the old one moves to it. */
async function movedOnto(before: Statement, moved: Map<string, string>): Promise<boolean> {
  const { paperId, quoteKey } = before;
  const twin = await db.statements.get({ paperId, quoteKey });
  if (!twin || twin.id === before.id) return false;
  moved.set(before.id, twin.id);
  return true;
}

/** A restored record needs what it refers to, and must not duplicate another. */
async function putRight(
  step: Step,
  { gone, moved }: TakenBack,
  writer: StepWriter,
  count: () => void,
): Promise<void> {
  const left = new Set<string>();
  // What was set aside because something was missing may lack it again.
  const stranded = asideNames(step.aside?.kept ?? []).names;
  for (const one of step.changes) {
    count();
    if (stranded.has(nameOf(one))) continue;
    if (one.table === 'statements') left.add(changedKey(one));
    if (one.table === 'tags')
      for (const side of [one.before, one.after]) if (side) left.add(side.statementId);
    const current = gone.has(nameOf(one)) ? null : await stored(one.table, changedKey(one));
    if (!current) continue;
    if (one.table === 'tags') await settleTag(current as Tag, moved, writer);
    else await mustHaveReferences(one.table, current, writer);
    if (isPlaced(one.table) && (await twinOf(one.table, current as never)))
      throw new ChangedSince(
        `There is another ${KINDS[one.table].noun} in its place by now, so the step was not taken back.`,
      );
    // A codebook may have gone while nothing used it.
    if (one.table !== 'codebooks')
      await keepCodebooks(codebooksOfRecord(one.table, current), writer, async (ref) =>
        textAt(step, ref),
      );
  }
  for (const id of left) if (!gone.has(`statements ${id}`)) await dropBareStatement(id, writer);
}

async function settleTag(
  tag: Tag,
  moved: ReadonlyMap<string, string>,
  writer: StepWriter,
): Promise<void> {
  const statement = await stored('statements', moved.get(tag.statementId) ?? tag.statementId);
  if (!statement) return mustHaveReferences('tags', tag, writer);
  // The statement may have moved since, with a corrected paper.
  const { id: statementId, paperId } = statement;
  if (statementId !== tag.statementId || paperId !== tag.paperId)
    await writer.put('tags', { ...tag, statementId, paperId });
  await mustHaveReferences('tags', { ...tag, statementId, paperId }, writer);
  if (await sameTag({ ...tag, statementId, paperId }))
    throw new ChangedSince(
      'This statement has been tagged with this influence again since, so the step was not taken back.',
    );
  // The paper may have left the review's list when its last tag was taken to another paper.
  await listPaper(tag.reviewId, paperId, writer, { aside: 'aside' });
}

async function mustHaveReferences(
  kind: KindName,
  record: object,
  writer: StepWriter,
): Promise<void> {
  for (const { to, key, optional } of referencesOf(kind, record))
    if (!optional && !(await stored(to, key)) && !(await writer.aside.has(`${to} ${key}`)))
      throw new NotFound(KINDS[to].noun);
}
