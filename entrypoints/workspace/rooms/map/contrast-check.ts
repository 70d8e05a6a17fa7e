/**
 * An influence that papers only support may be one that nobody has looked at from the other side. Which papers of the list
 * could contrast it: those that are not read yet, or have no tag at all, and were not looked at for this influence. Pure.
 */
import { influenceKey, type ListedInfluence } from '@/lib/codebook/influences';
import type { MapRow } from '@/lib/map';
import type { Paper } from '@/lib/model';
import type { ReadingList } from '@/lib/store';
import { holdsWords, searchText } from '@/lib/text';

export interface Candidate {
  paper: Paper;
  /** Its title or abstract has the influence's name, or another name of it. */
  isNamed: boolean;
  /** Why it is one. */
  why: string;
}

/** Are all papers that say something of the influence for it, as the map counts them? */
export const isOneSided = ({ papers }: MapRow): boolean =>
  papers.supporting > 0 && papers.contrasting + papers.mixed + papers.differ === 0;

/** What an influence is called: by its label, and by its other names. */
export const namesOf = (row: MapRow, influence: ListedInfluence | undefined): string[] =>
  [row.label, ...(influence?.influence.aliases ?? [])].filter((name) => name.trim());

/** Title and abstract of a paper, in which words are looked for. */
export const aboutText = ({ title, abstract }: Paper): string =>
  searchText([title, abstract].filter(Boolean).join('\n'));

/**
 * Those that name the influence first, then as the list has them.
 * @param behind papers with a tag that the row knows, counted or not
 */
export function contrastCandidates(
  data: Pick<ReadingList, 'papers' | 'reviewPapers' | 'tags' | 'assessments'>,
  row: MapRow,
  behind: ReadonlySet<string>,
  influence: ListedInfluence | undefined,
): Candidate[] {
  const papers = new Map(data.papers.map((paper) => [paper.id, paper]));
  const silent = new Set(
    data.assessments.filter((one) => influenceKey(one) === row.key).map(({ paperId }) => paperId),
  );
  const names = namesOf(row, influence);
  const found = data.reviewPapers.flatMap(({ paperId, eligibility, progress }): Candidate[] => {
    const paper = papers.get(paperId);
    const isOpen = progress !== 'read' || !data.tags.has(paperId);
    if (!paper || eligibility === 'excluded' || !isOpen) return [];
    if (behind.has(paperId) || silent.has(paperId)) return [];
    const text = aboutText(paper);
    const isNamed = names.some((name) => holdsWords(text, name));
    return [{ paper, isNamed, why: progress === 'read' ? 'read, without a tag' : WHY[progress] }];
  });
  return [...found.filter(({ isNamed }) => isNamed), ...found.filter((one) => !one.isNamed)];
}

const WHY = { 'to-read': 'not read yet', reading: 'being read' } as const;
