/** The part of a random reader that fills the tables of a review. */
import type { KindName, RecordOf, Subject } from '../../../../lib/model';
import * as store from '../../../../lib/store';
import { db } from '../../../../lib/store/db';
import { pick } from '../support';
import type { Walk } from './walk';

const NAMES = ['Ward 1', 'ward 1.', 'Ward 2', 'Country'];
const WORDS = ['', 'Both.', 'By ward.'];
const INFLUENCES = ['training', 'pay', 'role'];
const CODEBOOKS = ['psw-core', 'psw-core', 'own'];

async function some<K extends KindName>(walk: Walk, kind: K, reviewId: string) {
  const all = await db.table<RecordOf<K>>(kind).toArray();
  const here = all.filter((one) => (one as { reviewId?: string }).reviewId === reviewId);
  return here.length ? pick(walk.next, here) : undefined;
}

/** Carries out a write in a review at random, and notes its step. */
const inReview =
  (work: (walk: Walk, reviewId: string) => Promise<{ eventId: string } | undefined>) =>
  async (walk: Walk) => {
    const review = pick(walk.next, await db.reviews.toArray());
    const done = review && (await work(walk, review.id));
    if (done) walk.events.push(done.eventId);
  };

const influence = ({ next }: Walk) => ({
  codebookId: pick(next, CODEBOOKS),
  influenceId: pick(next, INFLUENCES),
});

/** A case: a paper, a site, or neither. */
async function someCase(walk: Walk, reviewId: string): Promise<Subject> {
  const at = walk.next();
  const site = at < 0.3 ? await some(walk, 'sites', reviewId) : undefined;
  if (site) return { siteId: site.id };
  const listed = at < 0.9 ? await some(walk, 'reviewPapers', reviewId) : undefined;
  return listed ? { paperId: listed.paperId } : {};
}

async function statements(walk: Walk): Promise<string[]> {
  const all = await db.statements.toArray();
  return walk.next() < 0.5 && all.length ? [pick(walk.next, all).id] : [];
}

export const TABLE_MOVES: readonly ((walk: Walk) => Promise<unknown>)[] = [
  inReview(async (walk, reviewId) => {
    const site = walk.next() < 0.4 ? await some(walk, 'sites', reviewId) : undefined;
    if (site && walk.next() < 0.4) return store.removeSite(site.id);
    const listed = walk.next() < 0.6 ? await some(walk, 'reviewPapers', reviewId) : undefined;
    return store.saveSite({
      ...(site && { id: site.id }),
      ...{ reviewId, name: pick(walk.next, NAMES) },
      ...(listed && { paperId: listed.paperId }),
    });
  }),
  inReview(async (walk, reviewId) => {
    const tag = await some(walk, 'tags', reviewId);
    const site = await some(walk, 'sites', reviewId);
    if (!tag) return undefined;
    const siteId = walk.next() < 0.8 ? site?.id : null;
    const voice = pick(walk.next, ['participants', 'authors', null] as const);
    return store.changeTag(tag.id, { siteId, voice }, { others: true });
  }),
  inReview(async (walk, reviewId) => {
    const attribute = walk.next() < 0.4 ? await some(walk, 'attributes', reviewId) : undefined;
    if (attribute && walk.next() < 0.3) return store.removeAttribute(attribute.id);
    return store.saveAttribute({
      ...(attribute && { id: attribute.id }),
      ...{ reviewId, name: pick(walk.next, NAMES), choices: ['Chile'] },
      of: pick(walk.next, ['paper', 'site', 'influence'] as const),
      type: pick(walk.next, ['text', 'choice', 'number', 'several'] as const),
    });
  }),
  inReview(async (walk, reviewId) => {
    const attribute = await some(walk, 'attributes', reviewId);
    if (!attribute) return undefined;
    const listed = await some(walk, 'reviewPapers', reviewId);
    const site = await some(walk, 'sites', reviewId);
    const subject = {
      ...(listed && { paperId: listed.paperId }),
      ...(site && { siteId: site.id }),
      ...influence(walk),
    };
    const value = { text: 'Large', choice: 'Peru', number: 7, several: ['Peru', 'Chile'] };
    const given = walk.next() < 0.2 ? null : value[attribute.type];
    return store.setAttributeValue(attribute.id, subject, given);
  }),
  inReview(async (walk, reviewId) => {
    const memo = walk.next() < 0.15 ? await some(walk, 'memos', reviewId) : undefined;
    if (memo) return store.removeMemo(memo.id, { others: true });
    const rating = pick(walk.next, [-2, 1, 'mixed', 'missing', undefined] as const);
    return store.saveMemo({
      ...{ reviewId, ...influence(walk), ...(await someCase(walk, reviewId)) },
      ...(rating !== undefined && { rating }),
      ...{ summary: pick(walk.next, WORDS), rationale: pick(walk.next, WORDS) },
      statementIds: await statements(walk),
    });
  }),
  inReview(async (walk, reviewId) => {
    const decision = walk.next() < 0.3 ? await some(walk, 'decisions', reviewId) : undefined;
    if (decision) return store.removeDecision(decision.id);
    const tag = await some(walk, 'tags', reviewId);
    if (!tag) return undefined;
    const { paperId, statementId, codebookId, influenceId } = tag;
    return store.saveDecision({
      ...{ reviewId, paperId, codebookId, influenceId },
      ...(walk.next() < 0.6 && { statementId }),
      stance: pick(walk.next, ['supporting', 'mixed', 'none'] as const),
    });
  }),
  inReview(async (walk, reviewId) => {
    const round = walk.next() < 0.4 ? await some(walk, 'rounds', reviewId) : undefined;
    if (round && walk.next() < 0.5) return store.removeRound(round.id);
    const listed = await some(walk, 'reviewPapers', reviewId);
    return store.saveRound({
      ...(round && { id: round.id }),
      ...{ reviewId, name: 'Pilot', paperIds: listed ? [listed.paperId] : [] },
      statementIds: await statements(walk),
    });
  }),
  inReview(async (walk, reviewId) => {
    const finding = walk.next() < 0.4 ? await some(walk, 'findings', reviewId) : undefined;
    if (finding && walk.next() < 0.5) return store.removeFinding(finding.id);
    return store.saveFinding({
      ...(finding && { id: finding.id }),
      ...{ reviewId, text: 'Training helps.', influences: [influence(walk), influence(walk)] },
      statementIds: await statements(walk),
    });
  }),
  inReview(async (walk, reviewId) => {
    const measure = walk.next() < 0.9 ? await some(walk, 'measures', reviewId) : undefined;
    if (measure && walk.next() < 0.25) return store.removeMeasure(measure.id);
    const site = await some(walk, 'sites', reviewId);
    if (measure && !site) return store.saveSite({ reviewId, name: 'Ward 3' });
    if (measure && site && walk.next() < 0.8) {
      const answers = walk.next() < 0.2 ? [] : [{ item: 'a', value: 2 }];
      return store.saveAnswers({ reviewId, measureId: measure.id, siteId: site.id, answers });
    }
    return store.saveMeasure({
      ...(measure && { id: measure.id }),
      ...{ reviewId, name: 'Readiness', lowest: 1, highest: pick(walk.next, [3, 5]) },
      items: [{ id: 'a', text: 'We are ready.' }],
    });
  }),
  inReview(async (walk, reviewId) => {
    const unit = pick(walk.next, ['papers', 'families'] as const);
    if (walk.next() < 0.4) return store.setReporting(reviewId, { unit });
    const listed = await some(walk, 'reviewPapers', reviewId);
    const number = pick(walk.next, [1, 2, 3, null]);
    return listed && store.numberPaper(reviewId, listed.paperId, number);
  }),
];
