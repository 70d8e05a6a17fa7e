/** A reader at random: one step after the other, from a seeded generator. */
import { readFileSync } from 'node:fs';
import { writeBackup } from '../../../../lib/exchange';
import { BACKUP_FORMAT } from '../../../../lib/exchange/backup-format';
import {
  type Codebook,
  type CodebookRef,
  citingPrint,
  type EntryChange,
  type Flow,
  type NewTag,
  newId,
  type PageReport,
  type PaperFacts,
  type Quarantined,
  quoteKey,
  reportedReference,
  type TagChange,
} from '../../../../lib/model';
import {
  addPaper,
  adoptCodebook,
  areNamedApart,
  changeEntries,
  changeFlow,
  changeReview,
  changeSettings,
  changeTag,
  changeTags,
  correctPaper,
  createReview,
  currentReview,
  deleteReview,
  deleteTag,
  deleteTags,
  dismiss,
  forgetHistory,
  joinCoders,
  joinPapers,
  joinReviews,
  moveCodebook,
  moveTag,
  nameReader,
  notOneStudy,
  placePaper,
  putInFamily,
  putInUse,
  quarantined,
  repair,
  retarget,
  saveCodebook,
  saveTag,
  setNotReported,
  sweep,
  takeFromFamily,
  tryAgain,
  undo,
  unlistPaper,
} from '../../../../lib/store';
import { db } from '../../../../lib/store/db';
import { shipped } from '../../../support/codebooks';
import { ownCodebook } from '../../../support/own-codebook';
import { SAMPLE_CODER, SAMPLE_REVIEW, sampleBackup, sampleId } from '../../../support/samples';
import { codeSome } from '../coding';
import { listSome } from '../references';
import { backUp, facts, newTag, page, pick, restore, type TagOptions } from '../support';
import { CODEBOOK_MOVES } from './walk-codebooks';
import { TABLE_MOVES } from './walk-tables';

const REPORT = 'https://scite.example/reports/r-1';
const NAMED = 'A citing work whose title is long enough to name it';
const quoted = (of: Partial<PaperFacts>): PageReport => ({
  ...page(REPORT, of),
  representation: 'scite-report',
  quoted: true,
});

const PAGES = [
  page('https://a.example/1', facts('10.5555/a')),
  page('https://pmc.example/1', { ...facts('10.5555/a'), pmid: '1' }),
  page('https://b.example/1', facts('10.5555/b')),
  page('https://c.example/1', { title: 'No ids' }),
  page('https://d.example/1', null),
  // A report, whose statements other papers say: one that it names, one that is met on its own page too, one unnamed.
  quoted({ title: NAMED, sources: { title: 'site' } }),
  quoted({ ...facts('10.5555/a'), sources: { doi: 'site', title: 'site' } }),
  quoted({ fingerprint: citingPrint(REPORT, 'Training helped.') }),
  page('https://e.example/1', facts('10.5555/named', NAMED)),
];
const QUOTES = ['Training helped.', 'Pay did not.', 'Roles were vague.'];
const INFLUENCES = ['training', 'pay', 'role', '__proto__'];
const STANCES = ['supporting', 'contrasting', 'mentioning'] as const;
const PLACES = [
  { progress: 'to-read' },
  { progress: 'reading' },
  { progress: 'read' },
  { eligibility: 'included' },
  { eligibility: 'excluded', exclusionReason: 'wrong setting' },
  { eligibility: 'excluded' },
] as const;

const ENTRIES: readonly EntryChange[] = [
  { priority: 'high', addLabels: ['RCT'] },
  { priority: null, removeLabels: ['rct'], addLabels: ['Wales'] },
  { note: 'Ask the authors.', progress: 'read' },
  { note: '', eligibility: 'excluded', exclusionReason: 'no peers' },
];

export interface Walk {
  next: () => number;
  forgets: boolean;
  sent: ReturnType<typeof newTag>[];
  events: string[];
  backups: string[];
}

/** @param forgets does this reader forget history on the way? */
export const newWalk = (next: () => number, forgets = false): Walk => ({
  next,
  forgets,
  sent: [],
  events: [],
  backups: [colleaguesFile(), firstFormatFile(), damagedFile()],
});

/** A colleague's file, with an own codebook and an assessment, which no command of this store makes yet. */
function colleaguesFile(): string {
  const file = sampleBackup({
    papers: 2,
    tags: 2,
    influences: ['a', 'b'],
    codebookId: 'own',
    ownCodebook: OWN,
  });
  file.assessments = [
    {
      id: sampleId(5, 1),
      reviewId: SAMPLE_REVIEW,
      paperId: sampleId(2, 1),
      codebookId: 'own',
      influenceId: 'pay',
      outcome: 'not-reported',
      coderId: SAMPLE_CODER,
      createdAt: file.exportedAt,
    },
  ];
  return writeBackup(file);
}

/** The colleague's file with a field of one paper, one tag and one statement as it must not be. */
function damagedFile(): string {
  const { sums: _, ...file } = JSON.parse(colleaguesFile());
  file.papers[1].year = '2021';
  file.tags[0].stance = 'questioning';
  file.statements[1].targets = [];
  return JSON.stringify(file);
}

/** What is wrong with a record of the damaged file, put right; of another nothing is. */
function putRight({ table, record }: Quarantined): unknown {
  const { year, stance, targets, ...whole } = record as Record<string, unknown>;
  if (table === 'papers') return { ...whole, year: Number(year ?? 2021) };
  if (table === 'tags')
    return { ...whole, stance: stance === 'questioning' ? 'supporting' : stance };
  if (table === 'statements') return { ...whole, targets: targetsOf(targets, whole) };
  return record;
}

const targetsOf = (targets: unknown, { quote }: Record<string, unknown>) =>
  Array.isArray(targets) && targets.length
    ? targets
    : [newTag({ quote: String(quote) }).statement.target];

/** A file of the first format, with the history that it had. */
function firstFormatFile(): string {
  const { tables } = JSON.parse(readFileSync('tests/fixtures/golden/v1.json', 'utf8'));
  const { settings, quarantine: _, tallies: __, ...records } = tables;
  const { key: ___, ...chosen } = settings[0];
  const head = { format: BACKUP_FORMAT, version: 1, exportedAt: '2026-11-22T00:03:00.000Z' };
  return JSON.stringify({ ...head, app: 'Bearing 0.1.0', settings: chosen, ...records });
}

/** Versions of one own codebook; that of the colleague, and one whose name has a blank in it. */
const OWN: Codebook = ownCodebook({ version: '2' }, { pay: 'Pay', role: 'Role' });
const VERSIONS: readonly Codebook[] = [
  OWN,
  ownCodebook({ version: '1' }, { pay: 'Wages', training: 'Training' }),
  ownCodebook({ version: '2, second draft' }, { pay: 'Pay', training: 'Role' }),
];
/** What a tag may be made under: also a version that is not in the store. */
const UNDER = [
  ...VERSIONS,
  shipped('cfir-2022'),
  ...Array.from({ length: 8 }, () => shipped('psw-core')),
];
const underOf = ({ id, version }: CodebookRef) => ({ codebookId: id, codebookVersion: version });

const someTag = async ({ next }: Walk) => pick(next, await db.tags.toArray());
/** A tag as tagging mode sends it from the page. */
function tagOn(on: PageReport, quote: string, more: TagOptions = {}): NewTag {
  const tag = newTag({ on, quote, ...more });
  if (!on.quoted) return tag;
  const { statement } = tag;
  const target = { ...statement.target, representation: 'scite-report' as const };
  const machineLabels = [{ by: 'scite', label: 'mentioning', confidence: 0.9 }];
  const cites = [reportedReference({ doi: '10.5555/reported' }, REPORT)];
  return { ...tag, statement: { ...statement, target, machineLabels, cites } };
}
const someQuote = ({ next }: Walk) => tagOn(pick(next, PAGES), pick(next, QUOTES));

/** Forgets all of history up to now. */
export async function forgetAll(): Promise<void> {
  const last = await db.steps.orderBy('counter').last();
  if (last?.counter) await forgetHistory(last.id);
}

/** What a killed program of another time may leave: a statement that no tag is on. The sweep takes it away. */
async function leaveBareStatement(next: () => number): Promise<void> {
  const some = pick(next, await db.statements.toArray());
  if (!some) return;
  const quote = 'Left behind.';
  await db.statements.put({ ...some, id: newId(), quote, quoteKey: quoteKey(quote) });
  await sweep();
}

/** What is done to entries of a list, to papers as such, and to the numbers of a flow diagram. */
const ON_ENTRIES: readonly ((walk: Walk) => Promise<unknown>)[] = [
  async ({ next, events }) => {
    const [one, other] = [
      pick(next, await db.reviewPapers.toArray()),
      pick(next, await db.reviewPapers.toArray()),
    ];
    if (!one || !other) return;
    const ids = one.reviewId === other.reviewId ? [one.paperId, other.paperId] : [one.paperId];
    events.push((await changeEntries(one.reviewId, ids, pick(next, ENTRIES))).eventId);
  },
  async ({ next, events }) => {
    const papers = await db.papers.toArray();
    const from = pick(next, papers);
    const into = pick(
      next,
      papers.filter((one) => from && one.id !== from.id && !areNamedApart(from, one)),
    );
    if (from && into) events.push((await joinPapers(from.id, into.id)).eventId);
  },
  async ({ next, events }) => {
    const review = pick(next, await db.reviews.toArray());
    const numbers: Flow['numbers'] = next() < 0.3 ? {} : { duplicates: Math.floor(next() * 9) };
    if (review && next() < 0.5) events.push((await changeFlow(review.id, { numbers })).eventId);
  },
];

export const STEPS: ((walk: Walk) => Promise<unknown>)[] = [
  async ({ next, sent, events }) => {
    const tag = tagOn(pick(next, PAGES), pick(next, QUOTES), {
      ...underOf(pick(next, UNDER)),
      influenceId: pick(next, INFLUENCES),
      stance: pick(next, STANCES),
      basis: next() < 0.3 ? 'second-hand' : 'own',
    });
    sent.push(tag);
    events.push((await saveTag(tag)).eventId);
  },
  async ({ next, sent }) => sent.length && saveTag(pick(next, sent)),
  async (walk) => {
    const { next, events } = walk;
    const tag = await someTag(walk);
    const under = next() < 0.3 ? underOf(pick(next, UNDER)) : {};
    const change = { ...under, influenceId: pick(next, INFLUENCES), stance: pick(next, STANCES) };
    if (tag) events.push((await changeTag(tag.id, change, { others: true })).eventId);
  },
  async (walk) => {
    const { next, events } = walk;
    const tags = [await someTag(walk), await someTag(walk), await someTag(walk)].filter(Boolean);
    const strength = next() < 0.5 ? -1 : null;
    const dials: TagChange = { direction: 'barrier', voice: 'authors', strength };
    const change = next() < 0.5 ? dials : { influenceId: pick(next, INFLUENCES) };
    const ids = tags.map(({ id }) => id);
    if (ids.length) events.push((await changeTags(ids, change, { others: true })).eventId);
  },
  async (walk) => {
    const tag = await someTag(walk);
    if (tag) walk.events.push((await deleteTag(tag.id, { others: true })).eventId);
  },
  async (walk) => {
    const tags = [await someTag(walk), await someTag(walk)].filter(Boolean);
    if (tags.length)
      walk.events.push(
        (
          await deleteTags(
            tags.map((t) => t.id),
            { others: true },
          )
        ).eventId,
      );
  },
  async (walk) => {
    const tag = await someTag(walk);
    const { page: on, statement } = someQuote(walk);
    if (tag)
      walk.events.push(
        (await moveTag({ id: tag.id, page: on, statement }, { others: true })).eventId,
      );
  },
  async (walk) => {
    const tag = await someTag(walk);
    if (tag)
      walk.events.push((await retarget(tag.statementId, someQuote(walk).statement.target)).eventId);
  },
  async ({ next, events }) => {
    if (events.length) events.push((await undo(pick(next, events))).eventId);
  },
  async ({ events }) => {
    const last = events.at(-1);
    if (last) events.push((await undo(last)).eventId);
  },
  async ({ next }) =>
    correctPaper(pick(next, PAGES), { doi: pick(next, ['10.5555/a', '10.5555/b', '10.5555/new']) }),
  async ({ next }) => {
    const review = await currentReview();
    if (review) await addPaper(pick(next, PAGES), review.id, pick(next, PLACES));
  },
  async ({ next, events }) => {
    const listed = pick(next, await db.reviewPapers.toArray());
    if (listed)
      events.push((await placePaper(listed.reviewId, listed.paperId, pick(next, PLACES))).eventId);
  },
  // Together one of the steps, so that those of before come up as often.
  async (walk) => pick(walk.next, ON_ENTRIES)(walk),
  async (walk) => listSome(walk, pick(walk.next, await db.reviews.toArray())?.id),
  async (walk) => codeSome(walk, pick(walk.next, await db.reviews.toArray())?.id),
  async ({ next }) => changeSettings({ showTagsOnOpen: next() < 0.5 }),
  async ({ next }) => nameReader(pick(next, ['NI', 'N. I.', ''])),
  async ({ next }) => {
    if (next() < 0.3) await createReview({ name: 'More', codebooks: [shipped('psw-core')] });
  },
  async ({ next }) => {
    const review = pick(next, await db.reviews.toArray());
    if (review) await changeReview(review.id, { question: pick(next, ['Why?', 'How?', '']) });
  },
  async ({ next, events }) => {
    const listed = pick(next, await db.reviewPapers.toArray());
    const there = pick(next, await db.assessments.toArray());
    const at = there && next() < 0.5 ? there : listed;
    if (!at) return;
    const influence = there ?? { codebookId: 'psw-core', influenceId: 'psw.pay' };
    const { eventId } = await setNotReported(at.reviewId, at.paperId, influence, next() < 0.6);
    events.push(eventId);
  },
  async ({ next, events }) => {
    const listed = pick(next, await db.reviewPapers.toArray());
    if (listed && next() < 0.4)
      events.push((await unlistPaper(listed.reviewId, listed.paperId)).eventId);
  },
  async ({ next, events }) => {
    const listed = pick(next, await db.reviewPapers.toArray());
    if (!listed) return;
    const { reviewId, paperId } = listed;
    const other = pick(next, await db.reviewPapers.where('reviewId').equals(reviewId).toArray());
    const papers = [paperId, other?.paperId ?? ''];
    events.push((await putInFamily(reviewId, papers)).eventId);
  },
  async ({ next, events }) => {
    const listed = pick(next, await db.reviewPapers.toArray());
    if (!listed) return;
    const { reviewId, paperId } = listed;
    const other = pick(next, await db.reviewPapers.where('reviewId').equals(reviewId).toArray());
    if (other && other.paperId !== paperId)
      events.push((await notOneStudy(reviewId, paperId, other.paperId)).eventId);
  },
  async ({ next, events }) => {
    const member = pick(next, await db.familyMembers.toArray());
    if (member && next() < 0.4)
      events.push((await takeFromFamily(member.reviewId, member.paperId)).eventId);
  },
  async ({ next, events }) => {
    const review = pick(next, await db.reviews.toArray());
    if (review && next() < 0.3) events.push((await deleteReview(review.id)).eventId);
  },
  async ({ next, events }) => {
    const reviews = await db.reviews.toArray();
    if (next() < 0.3 && reviews.length > 1)
      events.push((await joinReviews(pick(next, reviews).id, pick(next, reviews).id)).eventId);
  },
  async ({ next, events }) => {
    const coders = await db.coders.toArray();
    if (next() < 0.5 && coders.length > 1)
      events.push((await joinCoders(pick(next, coders).id, pick(next, coders).id)).eventId);
  },
  async ({ next }) => saveCodebook(pick(next, VERSIONS)),
  async ({ next }) => {
    const review = pick(next, await db.reviews.toArray());
    const book = pick(next, UNDER);
    if (review && next() < 0.5) await putInUse(review.id, book, next() < 0.7);
  },
  async ({ next }) => {
    const review = pick(next, await db.reviews.toArray());
    const book = review && pick(next, review.codebooks);
    if (book) await moveCodebook(review.id, book.id, Math.floor(next() * 5) - 2);
  },
  async ({ next, events }) => {
    const review = pick(next, await db.reviews.toArray());
    if (review) events.push((await adoptCodebook(review.id, pick(next, VERSIONS))).eventId);
  },
  ...CODEBOOK_MOVES,
  ...TABLE_MOVES,
  async ({ next, forgets }) => {
    if (forgets && next() < 0.3) await forgetAll();
  },
  async ({ next }) => {
    if (next() < 0.2) await leaveBareStatement(next);
  },
  async ({ next, events }) => {
    const row = pick(next, await quarantined());
    const { eventId } =
      row && next() < 0.7 ? await repair(row.id, putRight(row)) : await tryAgain();
    if (eventId) events.push(eventId);
  },
  async ({ next, events }) => {
    const row = pick(next, await quarantined());
    if (row && next() < 0.6) events.push((await dismiss([row.id])).eventId);
  },
  async ({ next, backups }) =>
    next() < 0.5 ? restore(pick(next, backups)) : backups.push(await backUp('x')),
];

/** Saving is what readers mostly do. */
const WEIGHTED = [...STEPS, ...Array.from({ length: 8 }, () => STEPS[0] as (typeof STEPS)[number])];

export const walkOneStep = (walk: Walk): Promise<unknown> => pick(walk.next, WEIGHTED)(walk);
