/** The sentences that go with every share, and how shares are written. */
import { type CountedUnit, coderName } from '../model';
import { displayText, namesInWords } from '../text';
import type { CountedCoder, Denominator, EvidenceMap, MapOptions, MapTotals } from './types';

const UNIT_WORDS: Readonly<Record<CountedUnit, readonly [one: string, many: string]>> = {
  papers: ['paper', 'papers'],
  families: ['study family', 'study families'],
  statements: ['statement', 'statements'],
  occurrences: ['occurrence', 'occurrences'],
  sites: ['site', 'sites'],
  meetings: ['meeting', 'meetings'],
};

/** "paper", "study families": what is counted, by how many there are. */
export function unitWord(unit: CountedUnit = 'papers', count = 2): string {
  return UNIT_WORDS[unit][count === 1 ? 0 : 1];
}

/** "1 tag", "3 tags". */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** "1 paper", "15 study families". */
export const unitCount = (count: number, unit: CountedUnit = 'papers'): string =>
  countOf(count, ...UNIT_WORDS[unit]);

/** Printed under every chart and in every export that carries a %. */
export function attentionNote(unit?: CountedUnit): string {
  return `% = share of ${unitWord(unit)}, not strength of effect`;
}

/** The same, with room. */
export function attentionNoteLong(unit?: CountedUnit): string {
  return (
    `% is the share of ${unitWord(unit)} that say something about the influence: it shows attention, not the ` +
    'strength of an effect nor confidence in it. Columns may add up to more than 100 %.'
  );
}

export const DENOMINATOR_LABEL: Readonly<Record<Denominator, string>> = {
  all: 'all papers not excluded',
  included: 'papers marked included',
  read: 'papers marked read',
  tagged: 'papers with any tag',
};

/**
 * "all papers not excluded, 17 undecided, 8 excluded": what N is, and what is in it or left out of it. Undecided
 * papers are counted there once some are marked as included: before that, all of them are undecided.
 */
export function denominatorNote({
  totals: { kept, included, excluded, counted },
  options: { denominator, unit },
}: {
  totals: MapTotals;
  options: MapOptions;
}): string {
  const undecided = kept - included;
  // Of families, what is decided on is their papers.
  const papers = unit === 'families';
  const number = (count: number) => (papers ? unitCount(count) : String(count));
  return [
    DENOMINATOR_LABEL[denominator] + (papers ? `: ${unitCount(counted.papers)}` : ''),
    ...(included && undecided ? [`${number(undecided)} undecided`] : []),
    ...(excluded ? [`${number(excluded)} excluded`] : []),
  ].join(', ');
}

/** The whole number, half up, of the number as it is: 57 of 200 is 28.5 %, and 0.285 * 100 is a little less. */
export const halfUp = (number: number): number => Math.round(Number(number.toPrecision(12)));

/** "50 %"; a share that rounding would turn into none or all keeps its "<1 %" or ">99 %". */
export function formatPercent(share: number): string {
  const percent = halfUp(share * 100);
  if (percent === 0 && share > 0) return '<1 %';
  if (percent === 100 && share < 1) return '>99 %';
  return `${percent} %`;
}

/** "9/18"; n/N always stands beside a %. */
export function formatCount(row: { n: number; N: number }): string {
  return `${row.n}/${row.N}`;
}

/** "50 %", or a dash when there is no paper to have a share of. */
export function formatShare(row: { share: number; N: number }): string {
  return row.N > 0 ? formatPercent(row.share) : '–';
}

/** "29–71 %", or a dash when N is 0. */
export function formatInterval(row: { lo: number; hi: number; N: number }): string {
  if (row.N === 0) return '–';
  return `${Math.round(row.lo * 100)}–${Math.round(row.hi * 100)} %`;
}

/** "1 second-hand statement". */
export function secondHandCount(count: number): string {
  return countOf(count, 'second-hand statement');
}

/** What became of second-hand statements; null where there are none. */
export function secondHandNote({
  totals,
  options,
}: Pick<EvidenceMap, 'totals' | 'options'>): string | null {
  const count = totals.secondHand;
  if (count === 0) return null;
  return `${secondHandCount(count)} ${options.secondHand ? 'counted in n' : 'shown apart, not in n'}`;
}

/** More names than these are counted. */
const NAMED = 4;

/**
 * "Tags by JK and NI": whose tags a map counts, the reader first where it is known who that is. Null where nothing is
 * counted.
 * @param isReader tells the reader, who is "you"
 */
export function codersNote(
  coders: readonly CountedCoder[],
  isReader: (coder: CountedCoder) => boolean = () => false,
): string | null {
  if (!coders.length) return null;
  const you = coders.some(isReader) ? ['you'] : [];
  const others = coders.filter((coder) => !isReader(coder)).map(({ name }) => displayText(name));
  return `Tags by ${namesInWords([...you, ...others], NAMED)}`;
}

/** Is there nobody to name: one coder alone, who has given no name? */
export function isOneUnnamed(coders: readonly CountedCoder[]): boolean {
  const [only] = coders;
  return coders.length === 1 && only !== undefined && only.name === coderName(undefined, only.id);
}

/** Short form of `rollUpNote`. */
export const rollUpNoteShort = ({ options: { rollUp } }: Pick<EvidenceMap, 'options'>) =>
  rollUp ? 'Broader influences include narrower ones' : null;

/** What a map that rolls up counts in broader influences; null for any other. */
export const rollUpNote = ({ options: { rollUp, unit } }: Pick<EvidenceMap, 'options'>) =>
  rollUp
    ? `A broader influence counts a ${unitWord(unit, 1)} once, with all that is tagged under it`
    : null;
