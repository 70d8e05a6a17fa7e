/** Cells as values of a tag, in the words that people and programs use for them. */
import type { Basis, Direction, SectionKind, Stance, Strength } from '../../../model';
import { SectionKind as SectionKinds } from '../../../model';

type Words<T extends string> = readonly (readonly [T, readonly string[]])[];

const STANCES: Words<Stance> = [
  ['supporting', ['support', 'supports', 'supported', 'confirming']],
  ['contrasting', ['contrast', 'contrasts', 'contradicting', 'contradicts', 'disputing']],
  ['mentioning', ['mention', 'mentions', 'mentioned', 'neutral']],
];
const DIRECTIONS: Words<Direction> = [
  ['facilitator', ['facilitators', 'facilitating', 'enabler', 'positive', 'pos', '+']],
  ['barrier', ['barriers', 'hindering', 'hindrance', 'negative', 'neg', '-']],
  ['both', ['mixed', 'barrier and facilitator', 'barrier/facilitator', '+/-', '±']],
  ['unstated', ['neutral', 'none', 'n/a', 'not stated', '0', 'o']],
];
const BASES: Words<Basis> = [
  ['own', ['own finding', 'first-hand', 'first hand', 'primary']],
  ['second-hand', ['second hand', 'secondary', 'cited']],
];

/** Minus signs of typography. */
const plainSign = (text: string): string => text.trim().replace(/^[\u2212\u2013]/, '-');

function meant<T extends string>(words: Words<T>, cell: string): T | undefined | null {
  const text = plainSign(cell).toLowerCase();
  if (!text) return undefined;
  return words.find(([value, others]) => value === text || others.includes(text))?.[0] ?? null;
}

/** Undefined of an empty cell, null of one that has another word. */
export const stanceIn = (cell: string) => meant(STANCES, cell);
export const directionIn = (cell: string) => meant(DIRECTIONS, cell);
export const basisIn = (cell: string) => meant(BASES, cell);

export function strengthIn(cell: string): Strength | undefined | null {
  const text = plainSign(cell).toLowerCase();
  if (!text) return undefined;
  if (text === 'mixed') return 'mixed';
  // "2,0" is how spreadsheets of other languages show the number.
  const number = /^[+-]?[0-2](?:[.,]0+)?$/.test(text) ? Number(text.replace(',', '.')) : null;
  return number === null || number < -2 || number > 2 ? null : (Math.round(number) as Strength);
}

export const sectionKindIn = (cell: string): SectionKind | undefined => {
  const kind = SectionKinds.safeParse(cell.trim().toLowerCase());
  return kind.success ? kind.data : undefined;
};

const MONTH = '(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)';
const DATES = [
  /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?$/,
  /^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/,
  new RegExp(`^\\d{1,2}[-. ]{1,2}${MONTH}\\p{L}*\\.?(?:[-. ]\\d{2,4})?$`, 'iu'),
  new RegExp(`^${MONTH}\\p{L}*\\.?[-. ]\\d{1,4}$`, 'iu'),
];

/** "3-5" that a spreadsheet took for the third of May cannot be distinguished from others, so no page is better than a wrong one. */
export const pageIn = (cell: string): string | undefined => {
  const text = cell.trim();
  return text && !DATES.some((date) => date.test(text)) ? text : undefined;
};
