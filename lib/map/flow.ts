/**
 * The numbers of a PRISMA 2020 flow diagram (Page et al. 2021, 10.1136/bmj.n71): what the reading list knows is counted, what it
 * cannot know is as the reader typed it, or not known. Pure.
 */
import type { Flow, FlowTyped, ReviewPaper, StudyFamilies } from '../model';

/** The boxes that are counted from the list, by the names of the package of that name. */
export type FlowCounted =
  | 'records_screened'
  | 'records_excluded'
  | 'dbr_sought_reports'
  | 'dbr_assessed'
  | 'new_studies'
  | 'new_reports'
  | 'total_studies'
  | 'total_reports';

export interface FlowReason {
  /** '' where none was given. */
  reason: string;
  papers: number;
}

export interface FlowNumbers {
  counted: Readonly<Record<FlowCounted, number>>;
  typed: Readonly<Partial<Record<FlowTyped, number>>>;
  /** Of reports that were excluded after they were assessed, the most frequent first. */
  reasons: readonly FlowReason[];
  /** Papers of which nothing is decided yet: while there are some, the numbers are not final. */
  undecided: number;
}

/**
 * A list does not say at which stage a paper was excluded. PRISMA asks for reasons of those alone whose full text was
 * assessed: so one that is excluded with a reason counts there, and one without a reason as excluded when records were
 * screened.
 */
export function flowOf(
  listed: readonly ReviewPaper[],
  families: Pick<StudyFamilies, 'nameOf'>,
  flow: Flow | undefined,
): FlowNumbers {
  const typed = flow?.numbers ?? {};
  const excluded = listed.filter(({ eligibility }) => eligibility === 'excluded');
  const included = listed.filter(({ eligibility }) => eligibility === 'included');
  const atScreening = excluded.filter(({ exclusionReason }) => !exclusionReason).length;
  const sought = listed.length - atScreening;
  const studies = new Set(included.map(({ paperId }) => families.nameOf(paperId))).size;
  return {
    counted: {
      records_screened: listed.length,
      records_excluded: atScreening,
      dbr_sought_reports: sought,
      dbr_assessed: Math.max(0, sought - (typed.dbr_notretrieved_reports ?? 0)),
      new_studies: studies,
      new_reports: included.length,
      total_studies: studies + (typed.previous_studies ?? 0),
      total_reports: included.length + (typed.previous_reports ?? 0),
    },
    typed,
    reasons: reasonsOf(excluded),
    undecided: listed.length - excluded.length - included.length,
  };
}

function reasonsOf(excluded: readonly ReviewPaper[]): FlowReason[] {
  const papers = new Map<string, number>();
  for (const { exclusionReason: reason } of excluded)
    if (reason) papers.set(reason, (papers.get(reason) ?? 0) + 1);
  return [...papers]
    .map(([reason, count]) => ({ reason, papers: count }))
    .sort((a, b) => b.papers - a.papers || (a.reason < b.reason ? -1 : 1));
}
