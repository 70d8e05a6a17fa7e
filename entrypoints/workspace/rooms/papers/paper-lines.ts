/** The reading list as lines: each paper with its place, its tags, its study family, and the words it is found by. */
import {
  type StanceCounts as Counts,
  type Eligibility,
  isAtProgress,
  type Paper,
  type Progress,
  type ReviewPaper,
  StudyFamilies,
} from '@/lib/model';
import { alikePapers, countByStance, type ReadingList } from '@/lib/store';
import { holdsWords, searchText } from '@/lib/text';

export interface PaperLine {
  paper: Paper;
  listed: ReviewPaper;
  counts: Counts;
  /** The papers of its study that are on the list, itself included, by id. */
  family: readonly string[];
  /** A paper of another study family that looks like this one. */
  alike: Paper | undefined;
  /** What the search looks in, as `searchText` gives it. */
  text: string;
}

export interface PaperFilter {
  search: string;
  progress: Progress | 'any';
  eligibility: Eligibility | 'any';
  /** A paper whose study alone is shown. */
  study: string | null;
}

export const NO_PAPER_FILTER: PaperFilter = {
  search: '',
  progress: 'any',
  eligibility: 'any',
  study: null,
};

const NO_TAGS = countByStance([]);

/** Newest on the list first. */
export function paperLines(data: ReadingList): PaperLine[] {
  const papers = new Map(data.papers.map((p) => [p.id, p]));
  const families = new StudyFamilies(data.reviewPapers, data.familyMembers);
  const listed = [...data.reviewPapers]
    .sort((a, b) => b.addedAt.localeCompare(a.addedAt))
    .filter(({ paperId }) => papers.has(paperId));
  const alike = alikeOf(
    listed.flatMap(({ paperId }) => papers.get(paperId) ?? []),
    families,
    new Map(listed.map(({ paperId, notAlike }) => [paperId, notAlike ?? []])),
  );
  return listed.flatMap((place) => {
    const paper = papers.get(place.paperId);
    if (!paper) return [];
    return {
      paper,
      listed: place,
      counts: data.tags.get(paper.id) ?? NO_TAGS,
      family: families.members(paper.id),
      alike: alike.get(paper.id),
      text: textOf(paper),
    };
  });
}

/**
 * One of each two papers that look alike, are not one study, and of which the reader has not said so: the one that is
 * higher on the list.
 */
function alikeOf(
  papers: readonly Paper[],
  families: StudyFamilies,
  denied: ReadonlyMap<string, readonly string[]>,
): Map<string, Paper> {
  const isDenied = (a: string, b: string) =>
    denied.get(a)?.includes(b) || denied.get(b)?.includes(a);
  const apart = alikePapers(papers).filter(
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

export function filterPapers(
  lines: readonly PaperLine[],
  { search, progress, eligibility, study }: PaperFilter,
): PaperLine[] {
  return lines.filter(
    ({ listed, text, family }) =>
      fits(listed, progress, eligibility) &&
      (study === null || family.includes(study)) &&
      holdsWords(text, search),
  );
}

/** By progress an excluded paper is found only where excluded ones are asked for. */
function fits(
  listed: ReviewPaper,
  progress: Progress | 'any',
  eligibility: Eligibility | 'any',
): boolean {
  if (eligibility !== 'any' && listed.eligibility !== eligibility) return false;
  if (progress === 'any') return true;
  return eligibility === 'excluded' ? listed.progress === progress : isAtProgress(listed, progress);
}
