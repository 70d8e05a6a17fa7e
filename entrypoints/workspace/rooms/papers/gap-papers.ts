/**
 * What to read for what the map lacks: papers of the list that are not read yet, and whose title or abstract names an influence
 * that no paper has evidence on, or that papers only support. Pure.
 */
import { type InfluenceIndex, influenceKey } from '@/lib/codebook/influences';
import type { MapRow } from '@/lib/map';
import type { Paper } from '@/lib/model';
import type { ReadingList } from '@/lib/store';
import { holdsWords } from '@/lib/text';
import { aboutText, isOneSided, namesOf } from '../map/contrast-check';

export interface GapPaper {
  paper: Paper;
  /** Labels of influences that it names and that no paper has evidence on. */
  empty: readonly string[];
  /** Labels of influences that it names and that papers only support. */
  oneSided: readonly string[];
}

/** As many as a reader weighs at a glance. */
const MOST_PAPERS = 10;

/**
 * Those that name most first, what is empty before what is one-sided; of two alike, as the list has them. Yields after each
 * paper, so that a long list never holds the page up.
 */
export function* gapPapers(
  data: Pick<ReadingList, 'papers' | 'reviewPapers' | 'tags' | 'assessments'>,
  rows: readonly MapRow[],
  index: InfluenceIndex,
): Generator<undefined, GapPaper[], undefined> {
  const papers = new Map(data.papers.map((paper) => [paper.id, paper]));
  const lookedFor = new Set(data.assessments.map((one) => `${one.paperId} ${influenceKey(one)}`));
  const gaps = rows
    .filter((row) => row.n === 0 || isOneSided(row))
    .map((row) => ({ row, names: namesOf(row, index.find(row)) }));
  const found: GapPaper[] = [];
  for (const { paperId, eligibility, progress } of data.reviewPapers) {
    yield;
    const paper = papers.get(paperId);
    const isUnread = progress === 'to-read' && !data.tags.has(paperId);
    if (!paper || eligibility === 'excluded' || !isUnread) continue;
    const text = aboutText(paper);
    const named = gaps
      .filter(({ row, names }) => {
        const isOpen = !lookedFor.has(`${paperId} ${row.key}`);
        return isOpen && names.some((name) => holdsWords(text, name));
      })
      .map(({ row }) => row);
    const labelsOf = (isEmpty: boolean) =>
      named.filter(({ n }) => (n === 0) === isEmpty).map(({ label }) => label);
    const one = { paper, empty: labelsOf(true), oneSided: labelsOf(false) };
    if (named.length) found.push(one);
  }
  return found
    .sort((a, b) => b.empty.length - a.empty.length || b.oneSided.length - a.oneSided.length)
    .slice(0, MOST_PAPERS);
}
