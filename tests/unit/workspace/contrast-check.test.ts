/** Which papers could contrast an influence that papers only support. */
import { expect, test } from 'vitest';
import {
  contrastCandidates,
  isOneSided,
} from '../../../entrypoints/workspace/rooms/map/contrast-check';
import { buildMap } from '../../../lib/map';
import type { Assessment, Tag } from '../../../lib/model';
import { paper } from '../map/outputs/review-records';
import { notReported, paperId, REVIEW, reviewPaper, tag } from '../map/records';

/** Paper 1 supports a. 2 is unread, 3 read and untagged, 4 read and tagged otherwise, 5 excluded, 6 being read and names a. */
const LISTED = [
  ...[reviewPaper(1, 'read'), reviewPaper(2, 'to-read'), reviewPaper(3, 'read')],
  ...[reviewPaper(4, 'read'), reviewPaper(5, 'excluded'), reviewPaper(6, 'reading')],
];
const influences = [{ codebookId: 'cb', influenceId: 'a', label: 'Pay' }];
const ON_A = tag(1, 1, 'a', 'supporting', { codebookId: 'cb' });
const ELSEWHERE = tag(4, 1, 'b', 'contrasting', { codebookId: 'cb' });

function candidates(tags: Tag[], assessments: Assessment[] = []) {
  const input = { reviewId: REVIEW, reviewPapers: LISTED, tags, influences };
  const row = buildMap(input).rows.find(({ influenceId }) => influenceId === 'a');
  if (!row) throw new Error('a has a row');
  const papers = LISTED.map((_, i) =>
    paper(i + 1, i === 5 ? { title: 'On', abstract: 'What pay does' } : {}),
  );
  const tagged = new Map(
    tags.map((t) => [t.paperId, { supporting: 1, contrasting: 0, mentioning: 0 }]),
  );
  const data = { papers, reviewPapers: LISTED, tags: tagged, assessments };
  if (!isOneSided(row)) return [];
  const behind = new Set(tags.filter((t) => t.influenceId === 'a').map((t) => t.paperId));
  return contrastCandidates(data, row, behind, undefined).map(({ paper: { id }, why, isNamed }) =>
    [LISTED.findIndex((one) => one.paperId === id) + 1, why, isNamed ? 'names it' : ''].join('|'),
  );
}

const OPEN = ['6|being read|names it', '2|not read yet|', '3|read, without a tag|'];

test('those that are not read, or bear no tag; first what names it', () => {
  expect(candidates([ON_A, ELSEWHERE])).toEqual(OPEN);
});

test('not those that were looked at for it, with a tag or without one', () => {
  const mention = tag(2, 1, 'a', 'mentioning', { codebookId: 'cb' });
  const silent = { ...notReported(3, 'a'), codebookId: 'cb' };
  expect(silent.paperId).toBe(paperId(3));
  expect(candidates([ON_A, ELSEWHERE, mention], [silent])).toEqual(OPEN.slice(0, 1));
  const other = { ...notReported(3, 'b'), codebookId: 'cb' };
  expect(candidates([ON_A, ELSEWHERE], [other])).toEqual(OPEN);
});

test.each([
  ['a paper contrasts it', [tag(2, 1, 'a', 'contrasting', { codebookId: 'cb' })]],
  ['a paper is mixed', [tag(1, 2, 'a', 'contrasting', { codebookId: 'cb' })]],
])('none where %s', (_, more) => {
  expect(candidates([ON_A, ...more])).toEqual([]);
});

test('none where nothing supports it', () => {
  expect(candidates([ELSEWHERE])).toEqual([]);
});
