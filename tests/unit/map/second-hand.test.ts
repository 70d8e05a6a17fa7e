/** Second-hand statements: how many papers have them, and how many of these have nothing of their own to say. */
import { expect, it } from 'vitest';
import { buildMap, DEFAULT_MAP_OPTIONS } from '../../../lib/map';
import type { Basis, Tag } from '../../../lib/model';
import { REVIEW, reviewPaper, tag, talliedOf } from './records';

const said = (paper: number, statement: number, basis: Basis): Tag =>
  tag(paper, statement, 'training', 'supporting', { basis });

it.each<[string, Tag[], { papers: number; onlyPapers: number }]>([
  [
    'a paper with one of each',
    [said(1, 1, 'own'), said(1, 2, 'second-hand')],
    { papers: 1, onlyPapers: 0 },
  ],
  ['a paper with its own alone', [said(1, 1, 'own')], { papers: 0, onlyPapers: 0 }],
  ['a paper with none of its own', [said(1, 1, 'second-hand')], { papers: 1, onlyPapers: 1 }],
  [
    'two papers, one of which has its own too',
    [said(1, 1, 'second-hand'), said(2, 1, 'own'), said(2, 2, 'second-hand')],
    { papers: 2, onlyPapers: 1 },
  ],
])('%s', (_, tags, expected) => {
  const { rows } = buildMap(
    {
      ...{ reviewId: REVIEW, familyMembers: [], assessments: [] },
      reviewPapers: [reviewPaper(1), reviewPaper(2)],
      sheets: talliedOf(tags),
      influences: [{ codebookId: 'cb', influenceId: 'training', label: 'Training' }],
    },
    DEFAULT_MAP_OPTIONS,
  );
  expect(rows[0]?.secondHand).toMatchObject(expected);
});
