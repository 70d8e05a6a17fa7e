/**
 * The numbers of a PRISMA 2020 flow diagram (Page et al. 2021, 10.1136/bmj.n71): what the reading list knows is counted, what it
 * cannot know is as the reader typed it, or not known. Pure.
 */
import { type Flow, type FlowTyped, grouped, type ReviewPaper, type StudyFamilies } from '../model';
import { nameKey } from '../text';

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
  /** All the ways in which it is written on the list. */
  spellings: readonly string[];
  papers: number;
}

export interface FlowNumbers {
  counted: Readonly<Record<FlowCounted, number>>;
  typed: Readonly<Partial<Record<FlowTyped, number>>>;
  /** Of reports that were excluded after they were assessed, the most frequent first. */
  reasons: readonly FlowReason[];
  /** Papers of which nothing is decided yet: while there are some, the numbers are not final. */
  undecided: number;
  /** So many more were typed as not retrieved than there are reports to seek: the number assessed is 0 then, and wrong. */
  tooManyNotRetrieved: number;
}

/**
 * A list does not record at which stage a paper was excluded. PRISMA asks for reasons of those alone whose full text was
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
  const assessed = sought - (typed.dbr_notretrieved_reports ?? 0);
  const studies = new Set(included.map(({ paperId }) => families.nameOf(paperId))).size;
  return {
    counted: {
      records_screened: listed.length,
      records_excluded: atScreening,
      dbr_sought_reports: sought,
      dbr_assessed: Math.max(0, assessed),
      new_studies: studies,
      new_reports: included.length,
      total_studies: studies + (typed.previous_studies ?? 0),
      total_reports: included.length + (typed.previous_reports ?? 0),
    },
    typed,
    reasons: reasonsOf(excluded),
    undecided: listed.length - excluded.length - included.length,
    tooManyNotRetrieved: Math.max(0, -assessed),
  };
}

function reasonsOf(excluded: readonly ReviewPaper[]): FlowReason[] {
  const given = excluded.flatMap(({ exclusionReason: reason }) => reason ?? []);
  // "Wrong design" and "wrong design" are one; where nothing is left of a reason but signs, it is itself.
  return [...grouped(given, (reason) => nameKey(reason) || reason).values()]
    .map((same) => ({ ...written(same), papers: same.length }))
    .sort((a, b) => b.papers - a.papers || (a.reason < b.reason ? -1 : 1));
}

/** As it is written most often, and otherwise. */
function written(texts: readonly string[]): Pick<FlowReason, 'reason' | 'spellings'> {
  const same = [...grouped(texts, (text) => text)].sort(([, a], [, b]) => b.length - a.length);
  const spellings = same.map(([text]) => text);
  return { reason: spellings[0] ?? '', spellings };
}
