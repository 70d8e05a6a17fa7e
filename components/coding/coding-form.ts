/** The coding form of one paper: every influence of the review, and whether it is tagged, not reported, or still to be looked for. Pure. */
import {
  booksInUse,
  influenceKey,
  influencesOf,
  type ListedInfluence,
} from '@/lib/codebook/influences';
import { outlineOf } from '@/lib/codebook/outline';
import { type CoderIndex, grouped, type StanceCounts } from '@/lib/model';
import { countByStance, type ReviewData } from '@/lib/store';

export interface FormRow {
  key: string;
  influence: ListedInfluence;
  depth: number;
  /** The tags of all coders on it. */
  counts: StanceCounts;
  /** The reader has tagged it. */
  hasOwn: boolean;
  /** The reader has looked for it, and it is not reported. */
  isNotReported: boolean;
  /** The same by other coders: their names. */
  othersNotReported: readonly string[];
}

export interface FormGroup {
  heading: string;
  rows: readonly FormRow[];
}

export interface CodingForm {
  groups: readonly FormGroup[];
  tagged: number;
  notReported: number;
  /** Neither tagged nor looked for. */
  open: number;
}

/** What a form is filled from: of a whole review, or as much of it as is about the paper. */
export type Coded = Pick<ReviewData, 'review' | 'codebooks' | 'tags' | 'assessments' | 'own'>;

export function codingForm(data: Coded, paperId: string, coders: CoderIndex): CodingForm {
  const books = booksInUse(data.review, data.codebooks);
  const { all } = influencesOf(books);
  const tags = grouped(
    data.tags.filter((tag) => tag.paperId === paperId),
    influenceKey,
  );
  const silent = grouped(
    data.assessments.filter((one) => one.paperId === paperId),
    influenceKey,
  );
  const isOwn = ({ coderId }: { coderId: string }) => coders.areOne(coderId, data.own);
  const rowOf = (influence: ListedInfluence, depth: number): FormRow => {
    const key = influenceKey(influence);
    const assessed = silent.get(key) ?? [];
    const others = assessed.filter((one) => !isOwn(one)).map(({ coderId }) => coders.name(coderId));
    return {
      hasOwn: (tags.get(key) ?? []).some(isOwn),
      ...{ key, influence, depth, counts: countByStance(tags.get(key) ?? []) },
      isNotReported: assessed.some(isOwn),
      othersNotReported: [...new Set(others)],
    };
  };
  const groups = books.flatMap((book) => {
    const listed = new Map(
      all.filter(({ codebookId }) => codebookId === book.id).map((one) => [one.influenceId, one]),
    );
    return outlineOf(book.influences).map(({ name, influences }): FormGroup => {
      const depths = new Map<string, number>();
      const rows = influences.flatMap(({ id, parent }) => {
        const above = parent === undefined ? undefined : depths.get(parent);
        const depth = above === undefined ? 0 : above + 1;
        depths.set(id, depth);
        const influence = listed.get(id);
        return influence ? rowOf(influence, depth) : [];
      });
      const heading = [books.length > 1 ? book.name : '', name].filter(Boolean).join(': ');
      return { heading, rows };
    });
  });
  const rows = groups.flatMap((group) => group.rows);
  const isTagged = ({ counts }: FormRow) => Object.values(counts).some((count) => count > 0);
  const tagged = rows.filter(isTagged).length;
  const notReported = rows.filter((row) => !isTagged(row) && row.isNotReported).length;
  return { groups, tagged, notReported, open: rows.length - tagged - notReported };
}
