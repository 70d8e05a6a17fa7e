/** Which unread papers may fill what the map lacks. */
import { expect, test } from 'vitest';
import { gapPapers } from '../../../entrypoints/workspace/rooms/papers/gap-papers';
import type { InfluenceIndex } from '../../../lib/codebook/influences';
import { buildMap } from '../../../lib/map';
import { type Assessment, runThrough, type Tag } from '../../../lib/model';
import { paper } from '../map/outputs/review-records';
import { notReported, paperId, REVIEW, reviewPaper, tag } from '../map/records';

/** Paper 1 is read; 2 to 5 are not; 6 is excluded, 7 is being read. */
const LISTED = [
  ...[reviewPaper(1, 'read'), reviewPaper(2, 'to-read'), reviewPaper(3, 'to-read')],
  ...[reviewPaper(4, 'to-read'), reviewPaper(5, 'to-read'), reviewPaper(6, 'excluded')],
  reviewPaper(7, 'reading'),
];
const ABOUT = [
  'Supervision, pay and rosters',
  'What pay does',
  'Supervision of peer workers',
  'Nothing that is coded',
  'Supervision and how staff are led',
  'Supervision',
  'Pay',
];
const influences = [
  { codebookId: 'cb', influenceId: 'pay', label: 'Pay' },
  { codebookId: 'cb', influenceId: 'sup', label: 'Supervision' },
  { codebookId: 'cb', influenceId: 'lead', label: 'Leadership' },
];
/** Leadership has another name. */
const index = {
  find: ({ influenceId }: { influenceId: string }) =>
    influenceId === 'lead' ? { influence: { aliases: ['how staff are led'] } } : undefined,
} as unknown as InfluenceIndex;

function found(tags: Tag[], assessments: Assessment[] = []) {
  const { rows } = buildMap({ reviewId: REVIEW, reviewPapers: LISTED, tags, influences });
  const tagged = new Map(
    tags.map((one) => [one.paperId, { supporting: 1, contrasting: 0, mentioning: 0 }]),
  );
  const papers = ABOUT.map((title, i) =>
    paper(i + 1, i % 2 ? { title: 'On', abstract: title } : { title }),
  );
  const data = { papers, reviewPapers: LISTED, tags: tagged, assessments };
  return runThrough(gapPapers(data, rows, index)).map((one) => [
    LISTED.findIndex((listed) => listed.paperId === one.paper.id) + 1,
    one.empty,
    one.oneSided,
  ]);
}
const on = (influence: string, stance: Tag['stance'], statement = 1) =>
  tag(1, statement, influence, stance, { codebookId: 'cb' });

test('unread papers that name what is empty come before those that name what is only supported', () => {
  expect(found([on('pay', 'supporting')])).toEqual([
    [5, ['Leadership', 'Supervision'], []],
    [3, ['Supervision'], []],
    [2, [], ['Pay']],
  ]);
});

test('an influence that papers see both ways is not a gap, and a paper with a tag has been read', () => {
  const both = [on('pay', 'supporting'), on('pay', 'contrasting', 2)];
  const supervised = tag(5, 3, 'sup', 'contrasting', { codebookId: 'cb' });
  expect(found([...both, supervised])).toEqual([]);
});

test('an influence that was looked for in a paper is none of its reasons', () => {
  const silent = { ...notReported(3, 'sup'), codebookId: 'cb' };
  expect(silent.paperId).toBe(paperId(3));
  expect(found([on('pay', 'supporting')], [silent]).map(([at]) => at)).toEqual([5, 2]);
});
