/** How tables name papers: by their number in the review, or by author and year. */
import { type Author, corrected, type Paper, paperNumbers, type ReviewPaper } from '../../model';
import { referenceList } from '../framework-fit';

/** Two authors are both named, more are not. */
const MOST_NAMED = 2;

const nameOf = ({ family, literal }: Author): string => family ?? literal ?? '';

/** "Davis and Solomon 2010", "Gillard et al. 2015": the title where no author is known. */
export function authorYear(paper: Paper): string {
  const { authors, year, title = '' } = corrected(paper, paper.readerFields);
  const [first, second] = authors.map(nameOf);
  if (!first) return title || 'Paper without a title';
  const who =
    authors.length > MOST_NAMED ? `${first} et al.` : second ? `${first} and ${second}` : first;
  return year === undefined ? who : `${who} ${year}`;
}

/** The papers of a review in the order of its tables, and what they are called there. */
export class PaperNames {
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly byId: ReadonlyMap<string, Paper>;

  constructor(
    listed: readonly ReviewPaper[],
    papers: readonly Paper[],
    private readonly style: 'numbers' | 'author-year' = 'numbers',
  ) {
    this.byId = new Map(papers.map((paper) => [paper.id, paper]));
    this.numbers = paperNumbers(listed);
  }

  /** Papers that are not on the list come last. */
  numberOf(paperId: string): number {
    return this.numbers.get(paperId) ?? Number.POSITIVE_INFINITY;
  }

  /** In the order of their numbers. */
  sorted(paperIds: Iterable<string>): string[] {
    return [...new Set(paperIds)].sort(
      (a, b) => this.numberOf(a) - this.numberOf(b) || (a < b ? -1 : 1),
    );
  }

  /** "Gillard et al. 2015". */
  authorYear(paperId: string): string {
    const paper = this.byId.get(paperId);
    return paper ? authorYear(paper) : paperId;
  }

  /** One paper, as tables refer to it: "23". */
  reference(paperId: string): string {
    const number = this.numbers.get(paperId);
    return this.style === 'author-year' || number === undefined
      ? this.authorYear(paperId)
      : String(number);
  }

  /** "23,25,28-31", or "Davis 2010; Gillard et al. 2015". */
  references(paperIds: Iterable<string>): string {
    const sorted = this.sorted(paperIds);
    if (this.style === 'author-year') return sorted.map((id) => this.authorYear(id)).join('; ');
    const numbers = sorted.map((id) => this.numberOf(id)).filter(Number.isFinite);
    return referenceList([...new Set(numbers)]);
  }
}
