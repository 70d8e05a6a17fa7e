/** Every exported function that writes what a review's tables are made of, as the list of committed.test.ts has them. */
import * as store from '../../../lib/store';

interface Scene {
  reviewId: string;
  paperId: string;
  statementId: string;
}

type Write = (at: Scene) => Promise<unknown> | Promise<() => Promise<unknown>>;

const INFLUENCE = { codebookId: 'psw-core', influenceId: 'training' };
const ITEMS = [{ id: 'a', text: 'We are ready.' }];

export const newSite = async ({ reviewId }: { reviewId: string }, name = 'Ward 1') =>
  (await store.saveSite({ reviewId, name })).site;
const newColumn = async ({ reviewId }: Scene) =>
  (await store.saveAttribute({ reviewId, of: 'paper', name: 'Country', type: 'choice' })).attribute;
const newMeasure = async ({ reviewId }: Scene) => {
  const measure = { reviewId, name: 'Readiness', lowest: 1, highest: 5, items: ITEMS };
  return (await store.saveMeasure(measure)).measure;
};
const newMemo = ({ reviewId, paperId }: Scene) =>
  store.saveMemo({ reviewId, paperId, ...INFLUENCE, rating: 2 });
const newDecision = ({ reviewId, paperId, statementId }: Scene) =>
  store.saveDecision({ reviewId, paperId, statementId, ...INFLUENCE, stance: 'supporting' });
const newRound = ({ reviewId, paperId }: Scene) =>
  store.saveRound({ reviewId, name: 'Pilot', paperIds: [paperId] });
const newFinding = ({ reviewId }: Scene) =>
  store.saveFinding({ reviewId, text: 'Training helps.', influences: [INFLUENCE] });

export const WRITES_OF_TABLES: Record<string, Write> = {
  saveSite: (at) => newSite(at),
  removeSite: async (at) => {
    const { id } = await newSite(at);
    return () => store.removeSite(id);
  },
  saveAttribute: (at) => newColumn(at),
  removeAttribute: async (at) => {
    const { id } = await newColumn(at);
    await store.setAttributeValue(id, at, 'Chile');
    return () => store.removeAttribute(id);
  },
  setAttributeValue: async (at) => {
    const { id } = await newColumn(at);
    return () => store.setAttributeValue(id, at, 'Chile');
  },
  saveMemo: (at) => newMemo(at),
  removeMemo: async (at) => {
    const { memo } = await newMemo(at);
    return () => store.removeMemo(memo?.id ?? '');
  },
  saveDecision: (at) => newDecision(at),
  removeDecision: async (at) => {
    const { decision } = await newDecision(at);
    return () => store.removeDecision(decision.id);
  },
  saveRound: (at) => newRound(at),
  removeRound: async (at) => {
    const { round } = await newRound(at);
    return () => store.removeRound(round.id);
  },
  saveFinding: (at) => newFinding(at),
  removeFinding: async (at) => {
    const { finding } = await newFinding(at);
    return () => store.removeFinding(finding.id);
  },
  saveMeasure: (at) => newMeasure(at),
  removeMeasure: async (at) => {
    const { id } = await newMeasure(at);
    return () => store.removeMeasure(id);
  },
  saveAnswers: async (at) => {
    const [measure, site] = [await newMeasure(at), await newSite(at)];
    const answers = [{ item: 'a', value: 4 }];
    const { reviewId } = at;
    return () => store.saveAnswers({ reviewId, measureId: measure.id, siteId: site.id, answers });
  },
  numberPaper: ({ reviewId, paperId }) => store.numberPaper(reviewId, paperId, 7),
  setReporting: ({ reviewId }) => store.setReporting(reviewId, { unit: 'families' }),
};
