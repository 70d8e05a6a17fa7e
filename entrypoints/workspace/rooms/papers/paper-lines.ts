/** The reading list as lines: each paper with its place, its tags, its study family, and the words it is found by. */
import {
  type StanceCounts as Counts,
  type Paper,
  type ReviewPaper,
  StudyFamilies,
} from '@/lib/model';
import { alikeInSlices, countByStance, type ReadingList } from '@/lib/store';
import { looseKey, searchText } from '@/lib/text';
import type { Facetted } from '../statements/facets';
import { ListTable, withoutProgress } from './list-facets';

export interface PaperLine extends Facetted {
  paper: Paper;
  listed: ReviewPaper;
  counts: Counts;
  /** How many tags it has. */
  tags: number;
  /** The papers of its study that are on the list, itself included, by id. */
  family: readonly string[];
  /** A paper of another study family that looks like this one. */
  alike: Paper | undefined;
  /** What the search looks in, as `searchText` gives it. */
  text: string;
  /** What it is sorted by, folded. */
  title: string;
  author: string;
  /** The same, where excluded papers are not found by their progress. */
  unread: Facetted;
}

export interface PaperLines {
  /** Newest on the list first. */
  lines: readonly PaperLine[];
  table: ListTable;
  families: StudyFamilies;
  /** Two papers that the reader has marked as different works. */
  isDenied: (a: string, b: string) => boolean;
}

const NO_TAGS = countByStance([]);
/** Papers that are folded and looked up before the page may have its turn: some milliseconds. */
const LINES_AT_ONCE = 50;

/** Each yield is a moment at which the page may have its turn. */
export function* paperLines(data: ReadingList): Generator<undefined, PaperLines, undefined> {
  const papers = new Map(data.papers.map((p) => [p.id, p]));
  yield;
  const families = new StudyFamilies(data.reviewPapers, data.familyMembers);
  yield;
  const listed = [...data.reviewPapers]
    .sort((a, b) => (a.addedAt < b.addedAt ? 1 : a.addedAt > b.addedAt ? -1 : 0))
    .flatMap((place) => {
      const paper = papers.get(place.paperId);
      return paper ? { place, paper } : [];
    });
  yield;
  const isDenied = deniedIn(data.reviewPapers);
  const alike = yield* alikeOf(
    listed.map(({ paper }) => paper),
    families,
    isDenied,
  );
  const table = new ListTable();
  const lines: PaperLine[] = [];
  for (const [i, { place, paper }] of listed.entries()) {
    if (i % LINES_AT_ONCE === 0) yield;
    const counts = data.tags.get(paper.id) ?? NO_TAGS;
    const facetted = table.read({ paper, listed: place });
    const [first] = paper.authors;
    lines.push({
      ...facetted,
      ...{ paper, listed: place, counts, alike: alike.get(paper.id), text: textOf(paper) },
      tags: counts.supporting + counts.contrasting + counts.mentioning,
      family: families.members(paper.id),
      title: looseKey(paper.title ?? ''),
      author: looseKey(first?.family ?? first?.literal ?? ''),
      unread: place.eligibility === 'excluded' ? withoutProgress(facetted) : facetted,
    });
  }
  return { lines, table, families, isDenied };
}

/** Of two papers one may hold the answer, or the other. */
function deniedIn(listed: readonly ReviewPaper[]): PaperLines['isDenied'] {
  const denied = new Map(listed.map(({ paperId, notAlike }) => [paperId, notAlike]));
  return (a, b) => Boolean(denied.get(a)?.includes(b) || denied.get(b)?.includes(a));
}

/**
 * One of each two papers that look alike, are not one study, and of which the reader has not said so: the one that is
 * higher on the list.
 */
function* alikeOf(
  papers: readonly Paper[],
  families: StudyFamilies,
  isDenied: PaperLines['isDenied'],
): Generator<undefined, Map<string, Paper>, undefined> {
  const pairs = yield* alikeInSlices(papers);
  const apart = pairs.filter(
    ([one, other]) =>
      families.nameOf(one.id) !== families.nameOf(other.id) && !isDenied(one.id, other.id),
  );
  return new Map(apart.map(([one, other]) => [one.id, other]));
}

function textOf(paper: Paper): string {
  const words = [
    paper.title,
    paper.doi,
    paper.year,
    paper.containerTitle,
    ...paper.authors.slice(0, 50).map((a) => a.family ?? a.literal),
  ];
  return searchText(words.filter(Boolean).join(' '));
}
