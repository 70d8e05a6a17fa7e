/** The reader of this installation as a coder, and the others whose tags are here. */
import { type Assessment, type Coder, CoderIndex, grouped, Problem, type Tag } from '../../model';
import { commit } from '../commit';
import { db } from '../db';
import { NotFound } from '../errors';
import { twinOf } from '../read/places';
import { stored } from '../read/records';
import { laterOf } from './same-tag';
import type { StepWriter } from './step-writer';
import { place } from './tables/move';

/** The reader; undefined before anything has been written here. Reads only: safe in a live query. */
export async function reader(): Promise<Coder | undefined> {
  const here = await db.installation.get('here');
  return here && (await db.coders.get(here.coderId));
}

export const allCoders = (): Promise<Coder[]> => db.coders.toArray();

/** A person who codes here, under one or several coder ids. */
export interface Person {
  id: string;
  /** What the person is called: never empty. */
  name: string;
  tags: number;
  isReader: boolean;
  /** The coders that were joined into this one, by name. */
  joined: { id: string; name: string; tags: number }[];
}

/** All coders, the reader first, then those with most tags. Reads only, flat: safe in a live query. */
export async function people(): Promise<Person[]> {
  const [coders, here] = await Promise.all([db.coders.toArray(), db.installation.get('here')]);
  const counts = await Promise.all(
    coders.map(({ id }) => db.tags.where('coderId').equals(id).count()),
  );
  const index = new CoderIndex(coders);
  const found = new Map<string, Person>();
  for (const [i, { id, into }] of coders.entries()) {
    const root = index.resolve(id);
    const person = found.get(root) ?? {
      ...{ id: root, name: index.name(root), tags: 0, joined: [] },
      isReader: index.areOne(root, here?.coderId),
    };
    const tags = counts[i] ?? 0;
    person.tags += tags;
    if (into && id !== root) person.joined.push({ id, name: index.ownName(id), tags });
    found.set(root, person);
  }
  return [...found.values()].sort(
    (a, b) =>
      Number(b.isReader) - Number(a.isReader) || b.tags - a.tags || a.name.localeCompare(b.name),
  );
}

/** What the reader is called; '' takes the name away. */
export async function nameReader(name: string): Promise<void> {
  await commit('rename-coder', async (step) => {
    const coder = await stored('coders', step.coderId);
    await step.put('coders', { ...coder, id: step.coderId, name });
  });
}

/**
 * Records that two coders are one person: what `from` tagged counts as tagged by `to`. Where both had tagged one
 * statement on one influence, the later tag stays, as it does where stores are merged. One step, and one undo.
 * @throws NotFound, Problem
 */
export async function joinCoders(from: string, to: string): Promise<{ eventId: string }> {
  return commit('join-coders', async (step) => {
    if (!(await stored('coders', from)) || !(await stored('coders', to)))
      throw new NotFound('coder');
    if (!(await joinAsOne(from, to, step)))
      throw new Problem('same-coder', 'These are one coder already. Nothing was changed.');
    return { eventId: step.id };
  });
}

/** What one person had twice, as two coders, and has once now. */
type Dropped = Record<'tags' | 'assessments' | 'memos', number>;

/** As `joinCoders`, within a step. Gives what was dropped; null where the two were one person before. */
async function joinAsOne(from: string, to: string, step: StepWriter): Promise<Dropped | null> {
  const coders = new CoderIndex(await db.coders.toArray());
  const one = await stored('coders', coders.resolve(from));
  const other = await stored('coders', coders.resolve(to));
  if (!one || !other) throw new NotFound('coder');
  if (one.id === other.id) return null;
  await step.put('coders', { ...one, into: other.id });
  return dropTwins(one.id, step);
}

/**
 * The reader goes on as another coder, within a step; what was made here before then counts as that coder's. Gives what
 * was dropped; null where the reader was that coder already.
 */
export async function goOnAs(wanted: string, step: StepWriter): Promise<Dropped | null> {
  if (wanted === step.coderId) return null;
  const [own, theirs] = [await stored('coders', step.coderId), await stored('coders', wanted)];
  await step.put('coders', { ...theirs, id: wanted, name: theirs?.name || own?.name || '' });
  let dropped: Dropped | null = null;
  if (own && (await isUsed(own))) dropped = await joinAsOne(own.id, wanted, step);
  else if (own) await step.remove('coders', own);
  await step.become(wanted);
  return dropped ?? { tags: 0, assessments: 0, memos: 0 };
}

/** Is anything this coder's, or has it been joined with another? */
async function isUsed({ id, into }: Coder): Promise<boolean> {
  if (into) return true;
  const joined = await db.coders.filter((coder) => coder.into === id).count();
  let made = joined;
  for (const kind of ['tags', 'assessments', 'memos', 'decisions'] as const)
    made += await db.table(kind).where('coderId').equals(id).count();
  return made > 0;
}

/** Leaves one tag of each statement and influence, one assessment and one memo to a person who was two coders until now. */
async function dropTwins(joined: string, step: StepWriter): Promise<Dropped> {
  const dropped: Dropped = { tags: 0, assessments: 0, memos: 0 };
  const coders = new CoderIndex(await db.coders.toArray());
  const ids = await db.coders.toCollection().primaryKeys();
  const own = ids.filter((id) => coders.areOne(id, joined));
  const tags = await db.tags.where('coderId').anyOf(own).toArray();
  for (const [first, ...twins] of grouped(tags, placeOfTag).values()) {
    let kept = first;
    for (const twin of twins) {
      const later: Tag = kept ? await laterOf(kept, twin) : twin;
      if (kept) await step.remove('tags', later === kept ? twin : kept);
      if (kept) dropped.tags++;
      kept = later;
    }
  }
  const assessed = await db.assessments.where('coderId').anyOf(own).toArray();
  for (const [, ...twins] of grouped(assessed, placeOfAssessment).values())
    for (const twin of twins) {
      await step.remove('assessments', twin);
      dropped.assessments++;
    }
  for (const memo of await db.memos.where('coderId').anyOf(own).toArray()) {
    const now = await stored('memos', memo.id);
    if (!now || !(await twinOf('memos', now))) continue;
    await place(step, 'memos', now);
    dropped.memos++;
  }
  return dropped;
}

const placeOfTag = (tag: Tag): string =>
  [tag.reviewId, tag.statementId, tag.codebookId, tag.influenceId].join(' ');
const placeOfAssessment = (one: Assessment): string =>
  [one.reviewId, one.paperId, one.codebookId, one.influenceId].join(' ');
