/** Small records for the map's tests: ids that read well and only the fields that counting uses. */
import { sheetsOfTags } from '../../../lib/map';
import type {
  Assessment,
  Basis,
  FamilyMember,
  Progress,
  ReviewPaper,
  Stance,
  Tag,
  TallySheet,
} from '../../../lib/model';

export const REVIEW = uuid('review', 1);
export const AT = '2026-01-02T03:04:05.000Z';

/** A valid UUID that is the same every time: kind and number in hex. */
export function uuid(kind: string, n: number): string {
  const prefix = [...kind].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) >>> 0, 7);
  return `${prefix.toString(16).padStart(8, '0')}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
}

export const ME = uuid('coder', 1);
export const YOU = uuid('coder', 2);

export const paperId = (n: number): string => uuid('paper', n);

export function reviewPaper(
  n: number,
  place: Progress | 'included' | 'excluded' = 'to-read',
): ReviewPaper {
  return {
    reviewId: REVIEW,
    paperId: paperId(n),
    progress: place === 'included' || place === 'excluded' ? 'to-read' : place,
    eligibility: place === 'included' || place === 'excluded' ? place : 'undecided',
    addedAt: AT,
    updatedAt: AT,
  };
}

export const familyMember = (paper: number, family: number): FamilyMember => ({
  reviewId: REVIEW,
  paperId: paperId(paper),
  familyId: uuid('family', family),
  addedAt: AT,
});

let tags = 0;

/** A tag: paper, statement of that paper, influence, stance. */
export function tag(
  paper: number,
  statement: number,
  influenceId: string,
  stance: Stance,
  more: { basis?: Basis; coderId?: string; reviewId?: string; codebookId?: string } = {},
): Tag {
  tags += 1;
  return {
    id: uuid('tag', tags),
    reviewId: REVIEW,
    paperId: paperId(paper),
    statementId: uuid('statement', paper * 1000 + statement),
    codebookId: 'cb',
    codebookVersion: '1',
    influenceId,
    stance,
    direction: 'unstated',
    basis: 'own',
    note: '',
    coderId: ME,
    createdAt: AT,
    updatedAt: AT,
    ...more,
  };
}

export function notReported(paper: number, influenceId: string, coderId = ME): Assessment {
  return {
    id: uuid('assessment', paper),
    reviewId: REVIEW,
    paperId: paperId(paper),
    codebookId: 'cb',
    influenceId,
    outcome: 'not-reported',
    coderId,
    createdAt: AT,
  };
}

/** The tally sheets of these tags. */
export const talliedOf = (tags: readonly Tag[]): TallySheet[] =>
  sheetsOfTags(tags).map(({ tallied }) => tallied);
