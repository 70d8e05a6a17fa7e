/**
 * What became of tags and of a paper, for the reader to look through: every step that changed them, with all that is
 * needed to put it in words. The steps are read once, all of them: a step is about a paper by what is in its changes (a
 * restored backup holds thousands), which no index knows.
 */
import {
  type Change,
  type Codebook,
  CoderIndex,
  type Command,
  changedKey,
  compareVersions,
  type Paper,
  papersOf,
  type RecordOf,
  type Review,
  type Statement,
  type Step,
  type Tag,
} from '../model';
import { allCodebooks } from './codebooks';
import { db } from './db';
import { withLeftOut } from './left-out';
import type { LeftOut } from './sound-rows';
import { joined, partsOf } from './step-rows';

/** Whose history: of some tags (those of one statement, or one alone), or of a paper with all that belongs to it. */
export type HistoryOf = { tags: readonly string[] } | { paper: string };

export interface PastStep {
  step: Step;
  /** What was done, or what was taken back or done again by this step. */
  command: Command;
  turn: 'done' | 'taken-back' | 'done-again';
  /** Of the step's changes those that are about what was asked for; at least one. */
  changes: Change[];
}

export interface History {
  of: 'tags' | 'paper';
  /** Newest first. */
  steps: PastStep[];
  /** The tags of these steps that are there now, by id. */
  tags: ReadonlyMap<string, Tag>;
  /** The beginning is missing: it was forgotten, or was before steps were kept. */
  missing: 'forgotten' | 'not-kept' | null;
  statements: ReadonlyMap<string, Statement>;
  papers: ReadonlyMap<string, Paper>;
  reviews: ReadonlyMap<string, Review>;
  codebooks: Codebook[];
  coders: CoderIndex;
  /** The reader, as a coder: its id. */
  own: string | undefined;
  /** Records that belong here and cannot be shown. */
  leftOut: LeftOut[];
}

/** Reads only, in one transaction: safe in a live query. */
export async function historyOf(asked: HistoryOf): Promise<History> {
  const { value, leftOut } = await withLeftOut(() => readHistory(asked));
  return { ...value, leftOut };
}

/** Flat, with nothing but the database awaited: in a live query the library loses its transaction over nested functions. */
async function readHistory(asked: HistoryOf): Promise<Omit<History, 'leftOut'>> {
  const heads = await db.steps.toArray();
  const all = joined(heads, await db.stepParts.bulkGet(partsOf(heads)));
  const here = await db.installation.get('here');
  const reviews = await db.reviews.toArray();
  const coders = await db.coders.toArray();
  const codebooks = await allCodebooks();
  const stamp = 'paper' in asked ? await db.stamps.get(['papers', asked.paper]) : undefined;
  const own = new Set('paper' in asked ? [asked.paper, ...(stamp?.absorbed ?? [])] : []);
  const ofPaper = ofSteps(all, isAboutPapers(own));
  const came = await db.tags.bulkGet('tags' in asked ? [...asked.tags] : cameTo(own, ofPaper));
  const ofTags = ofSteps(
    all,
    isAboutTags('tags' in asked ? asked.tags : idsOn(own, came), came, all),
  );
  const told = new Set(ofPaper.map(({ step }) => step.id));
  const found = [...ofPaper, ...ofTags.filter(({ step }) => !told.has(step.id))];
  found.sort((a, b) => compareVersions(versionOf(b.step), versionOf(a.step)));
  const byId = new Map(all.map((step) => [step.id, step]));
  const tags = await db.tags.bulkGet(changed(found, 'tags'));
  const statementIds = named(found, statementIn);
  const statements = await db.statements.bulkGet(statementIds);
  const paperIds = named(found.map(withCompanions), paperIn);
  const papers = await db.papers.bulkGet(paperIds);
  return {
    of: 'paper' in asked ? 'paper' : 'tags',
    steps: found.map((one) => ({ ...one, ...deedOf(one.step, byId) })),
    tags: mapOf(tags),
    missing: hasBeginning(asked, found) ? null : here?.forgotten ? 'forgotten' : 'not-kept',
    statements: new Map([...lastIn(found, 'statements', statementIds), ...mapOf(statements)]),
    papers: new Map([...lastIn(found, 'papers', paperIds), ...mapOf(papers)]),
    reviews: mapOf(reviews),
    codebooks,
    coders: new CoderIndex(coders),
    own: here?.coderId,
  };
}

const mapOf = <T extends { id: string }>(records: readonly (T | undefined)[]): Map<string, T> =>
  new Map(records.flatMap((record) => (record ? [[record.id, record] as const] : [])));

/** What the reader did with a step, or with the one that it took back or did again. */
function deedOf(step: Step, byId: ReadonlyMap<string, Step>): Pick<PastStep, 'command' | 'turn'> {
  let root = step;
  let turn: PastStep['turn'] = 'done';
  for (let before = beforeIn(root, byId); before; before = beforeIn(root, byId)) {
    root = before;
    turn = turn === 'taken-back' ? 'done-again' : 'taken-back';
  }
  return { command: root.command, turn };
}

/** Undefined also for a step that takes back one that has been forgotten. */
const beforeIn = ({ undoes }: Step, byId: ReadonlyMap<string, Step>) =>
  undoes === undefined ? undefined : byId.get(undoes);

type Found = Pick<PastStep, 'step' | 'changes'>;

const versionOf = ({ counter, coderId, id }: Step) => ({ counter, by: coderId, step: id });

const ofSteps = (steps: Iterable<Step>, isAbout: (change: Change, step: Step) => boolean) =>
  [...steps].flatMap((step): Found[] => {
    const changes = step.changes.filter((change) => isAbout(change, step));
    return changes.length ? [{ step, changes }] : [];
  });

type IsAbout = (change: Change, step: Step) => boolean;
type TagChanged = Extract<Change, { table: 'tags' }>;
const isOfTag = (change: Change): change is TagChanged => change.table === 'tags';
const sidesOf = ({ before, after }: TagChanged): Tag[] =>
  [before, after].filter((side) => side !== null);

/** A statement is written on the way of many steps; that its passage was kept is what happened to it. */
const isKeptPlace = (change: Change, { command }: Step): boolean =>
  change.table === 'statements' && command === 'keep-place';

/** @param now the tags as they are; a statement is theirs that they are or were on */
function isAboutTags(
  ids: readonly string[],
  now: readonly (Tag | undefined)[],
  all: readonly Step[],
): IsAbout {
  const wanted = new Set(ids);
  const isOwn = (change: Change): change is TagChanged =>
    isOfTag(change) && wanted.has(changedKey(change));
  const were = all.flatMap(({ changes }) => changes.filter(isOwn).flatMap(sidesOf));
  const are = now.filter((tag) => tag !== undefined && wanted.has(tag.id));
  const statements = new Set([...were, ...are].map((tag) => tag?.statementId));
  return (change, step) =>
    isOwn(change) || (isKeptPlace(change, step) && statements.has(changedKey(change)));
}

/** What was done to a paper, its tags and its places on reading lists. */
const isAboutPapers =
  (own: ReadonlySet<string>): IsAbout =>
  (change, step) =>
    (change.table !== 'statements' || isKeptPlace(change, step)) &&
    [...papersOf({ changes: [change] })].some((id) => own.has(id));

/** Tags that came from another paper (a correction joined two, a tag was moved): their history from before then is included. */
const cameTo = (own: ReadonlySet<string>, found: readonly Found[]): string[] => [
  ...new Set(
    found.flatMap(({ changes }) =>
      changes.flatMap((change) => {
        if (!isOfTag(change) || !change.before || !change.after) return [];
        const { before, after } = change;
        return own.has(after.paperId) && !own.has(before.paperId) ? after.id : [];
      }),
    ),
  ),
];

/** Those that are there still. */
const idsOn = (own: ReadonlySet<string>, tags: readonly (Tag | undefined)[]): string[] =>
  tags.flatMap((tag) => (tag && own.has(tag.paperId) ? tag.id : []));

/** Is the making of each tag, or of the paper, among the steps? */
function hasBeginning(asked: HistoryOf, found: readonly Found[]): boolean {
  const begun = new Set(
    found.flatMap(({ changes }) =>
      changes.filter(({ before }) => !before).map((one) => `${one.table} ${changedKey(one)}`),
    ),
  );
  const wanted =
    'paper' in asked ? [`papers ${asked.paper}`] : asked.tags.map((id) => `tags ${id}`);
  return wanted.every((name) => begun.has(name));
}

const changed = (found: readonly Found[], table: Change['table']): string[] =>
  found.flatMap(({ changes }) => changes.filter((one) => one.table === table).map(changedKey));

/** The ids of the records that changes name. */
const named = (
  found: readonly Found[],
  idsIn: (change: Change) => (string | undefined)[],
): string[] => [
  ...new Set(
    found.flatMap(({ changes }) => changes.flatMap(idsIn)).filter((id) => id !== undefined),
  ),
];

/** Records as the steps last had them: of those that are gone. */
function lastIn<K extends 'statements' | 'papers'>(
  found: readonly Found[],
  kind: K,
  ids: readonly string[],
): Map<string, RecordOf<K>> {
  const wanted = new Set(ids);
  const records = new Map<string, RecordOf<K>>();
  for (const { step } of found)
    for (const change of step.changes) {
      const record = change.table === kind ? (change.after ?? change.before) : null;
      const key = changedKey(change);
      if (record && wanted.has(key) && !records.has(key)) records.set(key, record as RecordOf<K>);
    }
  return records;
}

const statementIn = ({ before, after }: Change) =>
  [before, after].map((side) => (side && 'statementId' in side ? side.statementId : undefined));

/** A step that made a study family, with all that it put together. */
const withCompanions = ({ step, changes }: Found): Found =>
  step.command === 'put-in-family' ? { step, changes: step.changes } : { step, changes };

const paperIn = ({ before, after }: Change) =>
  [before, after].map((side) => (side && 'paperId' in side ? side.paperId : undefined));
