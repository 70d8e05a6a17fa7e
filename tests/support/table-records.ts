/** One record of each kind that a review's tables are made of: a paper with a site, rated, described and decided on. */
import {
  attributeValueId,
  decisionId,
  measureAnswersId,
  memoId,
  type StoreContents,
} from '../../lib/model';

type Tables = Pick<
  StoreContents,
  | 'sites'
  | 'attributes'
  | 'attributeValues'
  | 'memos'
  | 'decisions'
  | 'rounds'
  | 'findings'
  | 'measures'
  | 'measureAnswers'
>;

interface About {
  reviewId: string;
  paperId: string;
  statementId: string;
  codebookId: string;
  codebookVersion: string;
  influenceId: string;
  coderId: string;
  at: string;
  /** Ids of the records, from 1 on. */
  id: (n: number) => string;
}

export function tableRecords(about: About): Tables {
  const { reviewId, paperId, statementId, codebookId, influenceId, coderId, at, id } = about;
  const stamps = { createdAt: at, updatedAt: at };
  const [siteId, attributeId, measureId] = [id(1), id(2), id(3)];
  const influence = { codebookId, influenceId };
  const memo = { reviewId, ...influence, siteId, coderId };
  const decision = { reviewId, paperId, ...influence };
  return {
    sites: [{ id: siteId, reviewId, name: 'Ward 1', paperId, position: 0, ...stamps }],
    attributes: [
      {
        ...{ id: attributeId, reviewId, of: 'paper', name: 'Country', type: 'several' },
        ...{ choices: ['Chile', 'Peru'], position: 0, ...stamps },
      },
    ],
    attributeValues: [
      {
        ...{ id: attributeValueId(attributeId, { paperId }), reviewId, attributeId, paperId },
        ...{ value: ['Peru'], ...stamps },
      },
    ],
    memos: [
      {
        ...{ id: memoId(memo), ...memo, rating: 'mixed', summary: 'Both.', rationale: 'By ward.' },
        ...{ statementIds: [statementId], ...stamps },
      },
    ],
    decisions: [
      {
        ...{ id: decisionId(decision), ...decision, stance: 'supporting', note: 'Agreed.' },
        ...{ coderId, ...stamps },
      },
    ],
    rounds: [
      {
        ...{ id: id(4), reviewId, name: 'Pilot', date: '2026-11-20', paperIds: [paperId] },
        ...{ codebooks: [{ id: codebookId, version: about.codebookVersion }], changed: '' },
        ...{ position: 0, ...stamps },
      },
    ],
    findings: [
      {
        ...{ id: id(5), reviewId, text: 'Training helps.', influences: [influence] },
        ...{ statementIds: [statementId], position: 0, ...stamps },
      },
    ],
    measures: [
      {
        ...{ id: measureId, reviewId, name: 'Readiness', source: 'Ours', lowest: 1, highest: 5 },
        ...{ items: [{ id: 'a', text: 'We are ready.' }], ...stamps },
      },
    ],
    measureAnswers: [
      {
        ...{ id: measureAnswersId(measureId, siteId), reviewId, measureId, siteId },
        ...{ answers: [{ item: 'a', value: 4 }], note: '', ...stamps },
      },
    ],
  };
}
