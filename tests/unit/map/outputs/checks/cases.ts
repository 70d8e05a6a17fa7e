/** What a case of a check is, and how a sound review is changed for one. */
import type { CountOptions } from '../../../../../lib/map/outputs/types';
import type { Paper, ReviewPaper } from '../../../../../lib/model';
import { notReported, paperId, reviewPaper, uuid } from '../../records';
import { codebook, decision, influence, paper } from '../review-records';
import { COUNTRY, type Draft, PAPERS, quoted, rated, tagged, value } from '../sound-review';

export type Change = (records: Draft) => void;

/** One thing away from the review that is faulty, and sound. */
export interface Twin {
  name: string;
  change: Change;
  options?: CountOptions;
}

export interface Row {
  id: string;
  trips: Change;
  options?: CountOptions;
  /** What the reader is told. */
  says: string;
  /** Papers and tags that it leads to; 0 where there are none. */
  leadsTo: { papers?: number; tags?: number };
  twins: readonly Twin[];
  /** Checks that find the same thing from another side. */
  also?: readonly string[];
}

export const lastOf = <T>(list: readonly T[]): T => list.at(-1) as T;
export const paperOf = ({ papers }: Draft, n: number): Paper => papers[n - 1] as Paper;
export const placeOf = ({ reviewPapers }: Draft, n: number): ReviewPaper =>
  reviewPapers[n - 1] as ReviewPaper;
export const tagsIn = ({ tags }: Draft, n: number) =>
  tags.filter((one) => one.paperId === paperId(n));

/** A paper more, that nobody has tagged. */
export function another(
  r: Draft,
  n: number,
  place: Partial<ReviewPaper> = {},
  facts: Partial<Paper> = {},
) {
  r.papers.push(
    paper(n, { title: `Another paper of peers, number ${n}`, year: 2020, doi: `10.1000/${n}` }),
  );
  Object.assign(lastOf(r.papers), { authors: [{ family: 'Another' }], ...facts });
  r.reviewPapers.push({ ...reviewPaper(n, 'included'), progress: 'read', number: n, ...place });
  r.attributeValues.push(value(COUNTRY, { paperId: paperId(n) }, 'Peru'));
  for (const id of ['a', 'b', 'c'])
    r.assessments.push({
      ...notReported(n, id),
      id: uuid('assessment', n * 10 + id.charCodeAt(0)),
    });
}

export const both = (
  r: Draft,
  n: number,
  stances: readonly ['supporting' | 'mentioning', 'contrasting' | 'supporting'],
) =>
  tagsIn(r, n).forEach((one, i) => {
    one.stance = stances[i] ?? one.stance;
  });

/** A later version of the codebook is in use than tags were made under. */
export function laterVersion(r: Draft, definition: string): void {
  const [book] = r.codebooks;
  if (!book) return;
  const [a, ...others] = book.influences;
  r.codebooks.unshift({
    ...{ ...book, version: '2', basedOn: { id: 'cb', version: '1' } },
    influences: [{ ...(a as (typeof others)[number]), definition }, ...others],
  });
  r.review.codebooks = [{ id: 'cb', version: '2' }];
}

export function assess(r: Draft, n: number, id: string): void {
  r.assessments.push({ ...notReported(n, id), id: uuid('assessment', 5000 + n) });
}

export function unassess(r: Draft, n: number, id: string): void {
  r.assessments = r.assessments.filter(
    (one) => one.paperId !== paperId(n) || one.influenceId !== id,
  );
}

export function keepPapers(r: Draft, n: number): void {
  r.reviewPapers.length = n;
  const isKept = ({ paperId: id }: { paperId?: string | undefined }) =>
    id === undefined || r.reviewPapers.some((one) => one.paperId === id);
  r.tags = r.tags.filter(isKept);
  r.assessments = r.assessments.filter(isKept);
  r.memos = r.memos.filter(isKept);
}

/** A second codebook, with one tag of each coder on a new statement. */
export function otherBook(
  r: Draft,
  { kind = 'own', label = 'Z' }: { kind?: 'own' | 'strategies'; label?: string },
): void {
  const z = influence('z', { label, definition: 'What z is.' });
  r.codebooks.push({ ...codebook('second', '1', [z]), kind });
  r.review.codebooks = [...r.review.codebooks, { id: 'second', version: '1' }];
  r.statements.push(quoted(9, 2));
  r.tags.push(tagged(9, 2, 'z', { codebookId: 'second' }));
  // By one coder of the paper, and agreed on.
  r.decisions.push(decision(9, 'z', 'supporting', { codebookId: 'second' }));
  r.memos.push(rated(9, 'z', { codebookId: 'second' }));
  for (let n = 1; n <= PAPERS; n += 1)
    if (n !== 9)
      r.assessments.push({
        ...{ ...notReported(n, 'z'), codebookId: 'second' },
        id: uuid('assessment', 7000 + n),
      });
}
