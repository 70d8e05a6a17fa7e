/** Output 3: influences x cases (sites, else papers), a rating in each cell, with the memo behind it. */
import { influenceKey } from '../../codebook/influences';
import { grouped, type InfluenceRef, type Memo, type Tag } from '../../model';
import type { Evidence, EvidenceRow } from './evidence';
import { draftRating, isRated, type RatedCell, ratedBy } from './ratings';

export interface Case {
  /** Of the site, or of the paper. */
  id: string;
  kind: 'site' | 'paper';
  name: string;
}

export interface MatrixCell extends RatedCell {
  caseId: string;
  tagIds: readonly string[];
  memoIds: readonly string[];
}

export interface MatrixRow extends EvidenceRow {
  /** One for each case, in their order. */
  cells: readonly MatrixCell[];
}

export interface RatingMatrix {
  cases: readonly Case[];
  rows: readonly MatrixRow[];
}

/** The cases of a review: its sites, where it has any, else its papers. */
export function casesOf(evidence: Evidence): Case[] {
  if (evidence.records.sites.length)
    return evidence.sites.map(({ id, name }) => ({ id, kind: 'site', name }));
  return evidence.paperIds.map((id) => ({ id, kind: 'paper', name: evidence.names.reference(id) }));
}

/** The memos on papers and sites that count, and on the whole review, by whose records are counted. */
export function countedMemos(evidence: Evidence): Memo[] {
  const counted = new Set([...evidence.paperIds, ...evidence.sites.map(({ id }) => id)]);
  return evidence.records.memos.filter(
    (memo) =>
      evidence.isByWhom(memo) &&
      [memo.paperId, memo.siteId].every((id) => id === undefined || counted.has(id)),
  );
}

export const ratingMatrix = (evidence: Evidence): RatingMatrix => evidence.once(matrixOf);

function matrixOf(evidence: Evidence): RatingMatrix {
  const cases = casesOf(evidence);
  const memos = countedMemos(evidence);
  const assessments = evidence.records.assessments.filter(evidence.isByWhom);
  const ofCase = cases[0]?.kind === 'site' ? siteOf : paperOf;
  const memosAt = grouped(memos, (one) => placeOf(one, ofCase(one)));
  const silent = new Set(assessments.map((one) => placeOf(one, one.paperId)));
  const rows = evidence.rows.map((row): MatrixRow => {
    const tags = grouped(evidence.ownTagsOf(row.key), ofCase);
    const cells = cases.map(({ id }): MatrixCell => {
      const place = `${row.key} ${id}`;
      const [own, notes] = [tags.get(id) ?? [], memosAt.get(place) ?? []];
      const cell = ratedBy(latest(notes, evidence)) ?? drafted(own, silent.has(place));
      return {
        ...{ caseId: id, ...cell },
        tagIds: own.map((tag) => tag.id),
        memoIds: notes.map((memo) => memo.id),
      };
    });
    return { ...row, cells };
  });
  return { cases, rows };
}

/** One a coder: a coder who was joined from two has two memos on one cell, of which the later one counts. */
function latest(memos: readonly Memo[], { coders }: Evidence): Memo[] {
  const rated = memos.filter(isRated);
  return [...grouped(rated, ({ coderId }) => coders.resolve(coderId)).values()].flatMap((own) =>
    own.reduce((a, b) => (b.updatedAt > a.updatedAt ? b : a)),
  );
}

const siteOf = ({ siteId }: Pick<Tag | Memo, 'siteId'>): string | undefined => siteId;
const paperOf = ({ paperId }: Pick<Memo, 'paperId'>): string | undefined => paperId;
const placeOf = (ref: InfluenceRef, caseId = ''): string => `${influenceKey(ref)} ${caseId}`;

/** Tagged without a strength it has no rating: a person has to give one. */
function drafted(tags: readonly Tag[], isSilent: boolean): RatedCell {
  const rating = draftRating(tags.flatMap(({ strength }) => strength ?? []));
  if (rating !== undefined) return { rating, isStarred: false, isDraft: true };
  if (tags.length) return { rating: { word: TAGGED }, isStarred: false, isDraft: true };
  return { rating: isSilent ? 'missing' : undefined, isStarred: false, isDraft: false };
}

/** What a cell without a rating says of a case that reports the influence. */
const TAGGED = 'Yes';
