/** Whose records a map counts, and of which papers. */
import {
  type Assessment,
  CoderIndex,
  type ReviewPaper,
  type StatementSheet,
  StudyFamilies,
  type TallySheet,
} from '../model';
import type { PaperCounter } from './paper-cells';
import type { NotReported } from './roll-up';
import { sheetsOfTags } from './sheets';
import type { CountedCoder, MapInput, MapOptions, MapTotals } from './types';

/** This review's sheets. Tags win over stored sheets: they are the source. */
export function sheetsFor(
  input: Pick<MapInput, 'reviewId' | 'tags' | 'sheets' | 'statementSheets'>,
): { sheets: TallySheet[]; statementSheets: StatementSheet[] } {
  const { reviewId, tags, sheets = [], statementSheets = [] } = input;
  const isOwn = ({ reviewId: of }: { reviewId: string }) => of === reviewId;
  if (!tags)
    return { sheets: sheets.filter(isOwn), statementSheets: statementSheets.filter(isOwn) };
  const made = sheetsOfTags(tags.filter(isOwn));
  return {
    sheets: made.map(({ tallied }) => tallied),
    statementSheets: made.map(({ marked }) => marked),
  };
}

/** The papers of a review: those within the denominator, and how many there are otherwise. */
export class Scope {
  /** Within the denominator, in the order of the review's list. */
  readonly papers: ReadonlyMap<string, ReviewPaper>;
  readonly families: StudyFamilies;
  private readonly listed: readonly ReviewPaper[];
  private readonly kept: ReadonlyMap<string, ReviewPaper>;

  /** @param tagged ids of the papers with any tag */
  constructor(
    { reviewId, reviewPapers, familyMembers = [] }: MapInput,
    { denominator }: MapOptions,
    private readonly tagged: ReadonlySet<string>,
  ) {
    this.listed = reviewPapers.filter((one) => one.reviewId === reviewId);
    const members = familyMembers.filter((one) => one.reviewId === reviewId);
    this.families = new StudyFamilies(this.listed, members);
    const kept = this.listed.filter(({ eligibility }) => eligibility !== 'excluded');
    this.kept = new Map(kept.map((one) => [one.paperId, one]));
    this.papers = new Map(
      [...this.kept].filter(([id, { eligibility, progress }]) => {
        if (denominator === 'included') return eligibility === 'included';
        if (denominator === 'read') return progress === 'read';
        return denominator === 'all' || tagged.has(id);
      }),
    );
  }

  /** The papers within the denominator by study family; companion papers of one study are one. */
  byFamily(): Map<string, string[]> {
    const families = new Map<string, string[]>();
    for (const id of this.papers.keys()) {
      const name = this.families.nameOf(id);
      const others = families.get(name);
      if (others) others.push(id);
      else families.set(name, [id]);
    }
    return families;
  }

  totals(): Omit<MapTotals, 'N' | 'counted' | 'statements' | 'secondHand'> {
    const known = new Set(this.listed.map(({ paperId }) => paperId));
    const kept = [...this.kept.values()];
    return {
      kept: kept.length,
      included: kept.filter(({ eligibility }) => eligibility === 'included').length,
      excluded: this.listed.length - kept.length,
      read: kept.filter(({ progress }) => progress === 'read').length,
      tagged: kept.filter(({ paperId }) => this.tagged.has(paperId)).length,
      unlisted: [...this.tagged].filter((id) => !known.has(id)).length,
    };
  }
}

/** Who made what is counted of papers in scope, in n or apart. */
export function countedCoders(
  { coders = [] }: MapInput,
  sheets: readonly TallySheet[],
  counter: PaperCounter,
  { papers }: Scope,
): CountedCoder[] {
  const index = new CoderIndex(coders);
  const ids = new Set<string>();
  for (const sheet of sheets)
    if (papers.has(sheet.paperId))
      for (const id of counter.codersOf(sheet)) if (id !== undefined) ids.add(id);
  return [...ids]
    .map((id) => ({ id, name: index.name(id) }))
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The assessments of papers in scope, as they count: by the coder that theirs counts as. */
export function assessedIn(
  { reviewId, assessments = [], coders = [] }: MapInput,
  { coder }: MapOptions,
  { papers }: Scope,
): (NotReported & Pick<Assessment, 'paperId'>)[] {
  const index = new CoderIndex(coders);
  const only = coder === undefined ? undefined : index.resolve(coder);
  return assessments.flatMap((one) => {
    const { codebookId, influenceId, paperId } = one;
    const coderId = index.resolve(one.coderId);
    if (one.reviewId !== reviewId || !papers.has(paperId)) return [];
    if (only !== undefined && coderId !== only) return [];
    return { codebookId, influenceId, paperId, coderId };
  });
}
