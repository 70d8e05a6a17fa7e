/** The statements of a review as a list to search and filter: pure, so that every case can be tested. */
import { influenceKey, influencesOf } from '@/lib/codebook/influences';
import type { CoderIndex, Paper, Statement, Tag } from '@/lib/model';
import type { ReviewData } from '@/lib/store';
import { holdsWords, searchText } from '@/lib/text';

export interface StatementLine {
  statement: Statement;
  paper: Paper;
  tags: Tag[];
  /** What the search looks in, searchText. */
  text: string;
}

export interface Filter {
  search: string;
  stance: string;
  /** `codebookId/influenceId`. */
  influence: string;
  section: string;
  basis: string;
  /** The person whose tags these are: a coder's id, joined coders resolved. */
  coder: string;
  paper: string;
}

export const NO_FILTER: Filter = {
  search: '',
  stance: '',
  influence: '',
  section: '',
  basis: '',
  coder: '',
  paper: '',
};

/** Newest first; a tag whose statement or paper is gone is left out. */
export function statementLines(data: ReviewData): StatementLine[] {
  const papers = new Map(data.papers.map((p) => [p.id, p]));
  const influences = influencesOf(data.codebooks);
  const tags = new Map<string, Tag[]>();
  for (const tag of data.tags) {
    const own = tags.get(tag.statementId);
    if (own) own.push(tag);
    else tags.set(tag.statementId, [tag]);
  }
  return data.statements
    .flatMap((statement) => {
      const paper = papers.get(statement.paperId);
      const own = tags.get(statement.id);
      if (!paper || !own) return [];
      const words = [
        statement.quote,
        paper.title,
        paper.doi,
        paper.year,
        statement.section?.title,
        ...own.flatMap((tag) => [influences.labelOf(tag), tag.note]),
      ];
      return [{ statement, paper, tags: own, text: searchText(words.filter(Boolean).join('\n')) }];
    })
    .sort((a, b) => b.statement.createdAt.localeCompare(a.statement.createdAt));
}

/** A statement is shown when ONE of its tags fits stance, influence, basis and coder together. */
export function filterLines(
  lines: readonly StatementLine[],
  filter: Filter,
  coders: CoderIndex,
): StatementLine[] {
  return lines.filter(
    ({ statement, paper, tags, text }) =>
      holdsWords(text, filter.search) &&
      (!filter.section || (statement.section?.kind ?? 'other') === filter.section) &&
      (!filter.paper || paper.id === filter.paper) &&
      tags.some(
        (tag) =>
          (!filter.stance || tag.stance === filter.stance) &&
          (!filter.influence || influenceKey(tag) === filter.influence) &&
          (!filter.basis || tag.basis === filter.basis) &&
          (!filter.coder || coders.areOne(tag.coderId, filter.coder)),
      ),
  );
}
