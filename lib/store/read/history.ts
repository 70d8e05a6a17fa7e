/**
 * What became of tags and of a paper, for the reader to look through: every step that changed them, with all that is
 * needed to put it in words. Steps on tags are found by the index of what steps touched. Those on a paper are not: the
 * tags and places that it had, and that are gone, are in no table to be looked up, so that the steps are read. The
 * changes of a large step are read only where it is about one of the papers concerned.
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
} from '../../model';
import { db } from '../db';
import type { LeftOut } from '../sweep/sound-rows';
import { allCodebooks } from '../write/codebooks';
import { isLarge, joined, papersOfHead, partsOf, type StepHead } from '../write/step-rows';
import { withLeftOut } from './left-out';

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
  const here = await db.installation.get('here');
  const reviews = await db.reviews.toArray();
  const coders = await db.coders.toArray();
  const codebooks = await allCodebooks();
  const stamp = 'paper' in asked ? await db.stamps.get(['papers', asked.paper]) : undefined;
  const own = new Set('paper' in asked ? [asked.paper, ...(stamp?.absorbed ?? [])] : []);
  const ids = 'tags' in asked ? [...asked.tags] : [];
  const touching = db.steps.where('touches').anyOf(namesOf('tags', ids));
  const heads = 'paper' in asked ? await db.steps.toArray() : await touching.toArray();
  if ('tags' in asked) {
    // Without what it touched: a step of very many changes, one that was merged, or one of before there was the index.
    const known = new Set(await db.steps.orderBy('touches').primaryKeys());
    const unknown = (await db.steps.toCollection().primaryKeys()).filter((id) => !known.has(id));
    heads.push(...there(await db.steps.bulkGet(unknown)));
  }
  const asNow = there(await db.tags.bulkGet(ids));
  const all: Step[] = [];
  for (let rest = unique(heads), ready = rest; ready.length; ) {
    const tagIds = 'tags' in asked ? ids : cameTo(own, ofSteps(all, isAboutPapers(own)));
    const concerned = new Set([...own, ...papersOfTags(tagIds, asNow, all)]);
    ready = rest.filter((head) => isToBeRead(head, concerned));
    rest = rest.filter((head) => !isToBeRead(head, concerned));
    all.push(...joined(ready, await db.stepParts.bulkGet(partsOf(ready))));
  }
  const ofPaper = ofSteps(all, isAboutPapers(own));
  const came = 'tags' in asked ? asNow : there(await db.tags.bulkGet(cameTo(own, ofPaper)));
  const wanted = 'tags' in asked ? ids : idsOn(own, came);
  const passages = statementsOf(wanted, came, all);
  const onThem = db.steps.where('touches').anyOf(namesOf('statements', [...passages]));
  if ('tags' in asked) all.push(...joined(unique(await onThem.toArray(), all), []));
  const ofTags = ofSteps(all, isAboutTags(wanted, passages));
  const told = new Set(ofPaper.map(({ step }) => step.id));
  const found = [...ofPaper, ...ofTags.filter(({ step }) => !told.has(step.id))];
  found.sort((a, b) => compareVersions(versionOf(b.step), versionOf(a.step)));
  const byId = new Map<string, Deed | undefined>(all.map((step) => [step.id, step]));
  for (let more = undoneIn(byId); more.length; more = undoneIn(byId)) {
    const undone = await db.steps.bulkGet(more);
    for (const [i, id] of more.entries()) byId.set(id, undone[i]);
  }
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
function deedOf(step: Step, byId: Deeds): Pick<PastStep, 'command' | 'turn'> {
  let root: Deed = step;
  let turn: PastStep['turn'] = 'done';
  for (let before = beforeIn(root, byId); before; before = beforeIn(root, byId)) {
    root = before;
    turn = turn === 'taken-back' ? 'done-again' : 'taken-back';
  }
  return { command: root.command, turn };
}

type Deed = Pick<StepHead, 'command' | 'undoes'>;
/** By the id of the step; undefined for one that has been forgotten. */
type Deeds = ReadonlyMap<string, Deed | undefined>;

const beforeIn = ({ undoes }: Deed, byId: Deeds) =>
  undoes === undefined ? undefined : byId.get(undoes);

/** The steps that some of these took back, and that are not among them. */
const undoneIn = (byId: Deeds): string[] => [
  ...new Set(
    [...byId.values()].flatMap((step) =>
      step?.undoes !== undefined && !byId.has(step.undoes) ? step.undoes : [],
    ),
  ),
];

/** What steps are found by that changed these records. */
const namesOf = (table: Change['table'], ids: readonly string[]) =>
  ids.map((id) => `${table} ${id}`);

const there = <T>(records: readonly (T | undefined)[]): T[] =>
  records.filter((one) => one !== undefined);

/** Each once; without those that are known. */
function unique(heads: readonly StepHead[], known: readonly Pick<Step, 'id'>[] = []): StepHead[] {
  const byId = new Map(heads.map((head) => [head.id, head]));
  for (const { id } of known) byId.delete(id);
  return [...byId.values()];
}

/** A large step's changes are read where it is about these papers, or where no paper is known. */
const isToBeRead = (head: StepHead, papers: ReadonlySet<string>): boolean =>
  !isLarge(head) || papers.size === 0 || [...papersOfHead(head)].some((id) => papers.has(id));

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

/** The tags as they are, and as steps had them. */
function versionsOf(ids: readonly string[], now: readonly Tag[], all: readonly Step[]): Tag[] {
  const wanted = new Set(ids);
  const were = all.flatMap(({ changes }) => changes.filter(isOfTag).flatMap(sidesOf));
  return [...were, ...now].filter(({ id }) => wanted.has(id));
}

type OfVersions = (...of: Parameters<typeof versionsOf>) => Set<string>;
/** A statement is theirs that they are or were on; likewise a paper. */
const statementsOf: OfVersions = (...of) =>
  new Set(versionsOf(...of).map(({ statementId }) => statementId));
const papersOfTags: OfVersions = (...of) =>
  new Set(versionsOf(...of).map(({ paperId }) => paperId));

function isAboutTags(ids: readonly string[], statements: ReadonlySet<string>): IsAbout {
  const wanted = new Set(ids);
  return (change, step) =>
    isOfTag(change)
      ? wanted.has(changedKey(change))
      : isKeptPlace(change, step) && statements.has(changedKey(change));
}

/** What was done to a paper, its tags and its places on reading lists. */
const isAboutPapers =
  (own: ReadonlySet<string>): IsAbout =>
  (change, step) =>
    (change.table !== 'statements' || isKeptPlace(change, step)) &&
    [...papersOf([change])].some((id) => own.has(id));

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
const idsOn = (own: ReadonlySet<string>, tags: readonly Tag[]): string[] =>
  tags.flatMap((tag) => (own.has(tag.paperId) ? tag.id : []));

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
