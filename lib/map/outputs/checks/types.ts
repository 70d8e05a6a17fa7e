/** A check before printing: what can make a review's tables wrong or unprintable, with where that is said. */
import { countOf } from '../../notes';
import type { Evidence } from '../evidence';

/** One place where a check finds something. */
export interface Fault {
  /** What is wrong, in a sentence. */
  text: string;
  paperIds?: readonly string[];
  tagIds?: readonly string[];
}

export interface Check {
  id: string;
  /** What is looked at. */
  label: string;
  /** Who asks for it: a DOI, or the name of a guideline's item. */
  source: string;
  find(evidence: Evidence): Fault[];
}

export const ENTREQ = 'ENTREQ, 10.1186/1471-2288-12-181';
export const PRISMA = 'PRISMA 2020, 10.1136/bmj.n71';
export const HANDBOOK = 'Cochrane Handbook for Systematic Reviews of Interventions';
export const CERQUAL = 'GRADE-CERQual, 10.1186/s13012-017-0689-2';
export const CFIR_RATING = 'Damschroder & Lowery 2013, 10.1186/1748-5908-8-51';
export const AGREEMENT = 'Gwet 2008, 10.1348/000711006X126600';

/** "3 papers are" or "1 paper is". */
export const areOf = (count: number, one: string, many?: string): string =>
  `${countOf(count, one, many)} ${count === 1 ? 'is' : 'are'}`;
export const haveOf = (count: number, one: string, many?: string): string =>
  `${countOf(count, one, many)} ${count === 1 ? 'has' : 'have'}`;

/** A fault where there are any. */
export const whereAny = <T>(found: readonly T[], fault: (found: readonly T[]) => Fault): Fault[] =>
  found.length ? [fault(found)] : [];
