/**
 * Ratings of an influence in a case (Damschroder & Lowery 2013, 10.1186/1748-5908-8-51): what coders typed, else a draft from
 * the strengths of the case's tags, which is shown as one until a person accepts it.
 */
import type { Memo, Rating, Strength, Symbols } from '../../model';

/** "differ": coders rated it differently. */
export type CellRating = Rating | 'differ' | { word: string };

export interface RatedCell {
  /** None: nothing is known of it. */
  rating: CellRating | undefined;
  isStarred: boolean;
  /** Worked out from tags. */
  isDraft: boolean;
  memoId?: string;
}

/**
 * The first draft of a rating. Alike: that. Of one sign: the middle one, the weaker where two are in the middle. Of both
 * signs: `mixed` where they balance, else what their mean comes to, towards 0.
 */
export function draftRating(strengths: readonly Strength[]): Strength | undefined {
  const [first] = strengths;
  if (first === undefined) return undefined;
  if (strengths.every((one) => one === first)) return first;
  const numbers = strengths.filter((one) => typeof one === 'number').sort((a, b) => a - b);
  const hasBoth = numbers.some((one) => one > 0) && numbers.some((one) => one < 0);
  const sum = numbers.reduce<number>((total, one) => total + one, 0);
  if (hasBoth || strengths.includes('mixed'))
    // `|| 0` turns negative zero into zero.
    return Math.abs(sum) < 1 ? 'mixed' : ((Math.trunc(sum / strengths.length) || 0) as Strength);
  const middle = (numbers.length - 1) / 2;
  const [low = 0, high = 0] = [numbers[Math.floor(middle)], numbers[Math.ceil(middle)]];
  return Math.abs(low) < Math.abs(high) ? low : high;
}

export const isRated = ({ rating, word }: Pick<Memo, 'rating' | 'word'>): boolean =>
  rating !== undefined || word !== undefined;

/** What the memos of one cell come to: one a coder. */
export function ratedBy(
  memos: readonly Pick<Memo, 'id' | 'rating' | 'word' | 'star'>[],
): RatedCell | undefined {
  const rated = memos.filter(isRated);
  const [first] = rated;
  if (!first) return undefined;
  const words = new Set(rated.map(({ rating, word, star }) => `${word ?? rating} ${star ?? ''}`));
  const { rating, word, star, id } = first;
  if (words.size > 1) return { rating: 'differ', isStarred: false, isDraft: false };
  return {
    rating: word === undefined ? rating : { word },
    isStarred: star === true,
    isDraft: false,
    memoId: id,
  };
}

/** A minus sign, as wide as the plus. */
const MINUS = '\u2212';
const DEFAULT_SYMBOLS = { notReported: 'Missing', none: '', mixed: '0 (mixed)' };

/** A rating as it is printed, with the review's own symbols. */
export function ratingText(cell: RatedCell, given: Symbols = {}): string {
  const symbols = { ...DEFAULT_SYMBOLS, ...given };
  return cell.isStarred ? `${plainText(cell.rating, symbols)}*` : plainText(cell.rating, symbols);
}

function plainText(rating: CellRating | undefined, symbols: Required<Symbols>): string {
  if (rating === undefined) return symbols.none;
  if (typeof rating === 'object') return rating.word;
  if (rating === 'missing') return symbols.notReported;
  if (rating === 'mixed') return symbols.mixed;
  if (rating === 'differ') return 'coders differ';
  return rating > 0 ? `+${rating}` : String(rating).replace('-', MINUS);
}

/**
 * Does an influence tell cases of high from cases of low implementation? A suggestion beside the typed judgement: the
 * lowest rating of the high ones is above the highest of the low ones by two or more (strong) or by one (weak).
 */
export function suggestDistinguishing(
  high: readonly (CellRating | undefined)[],
  low: readonly (CellRating | undefined)[],
): 'strong' | 'weak' | 'none' | undefined {
  const [highs, lows] = [numbersOf(high), numbersOf(low)];
  if (!highs.length || !lows.length) return undefined;
  const gap = Math.min(...highs) - Math.max(...lows);
  if (gap >= STRONG_GAP) return 'strong';
  return gap >= 1 ? 'weak' : 'none';
}

/** Met by 18 of the 19 rows that a published table (five units) calls strong or weak. */
const STRONG_GAP = 2;

const numbersOf = (ratings: readonly (CellRating | undefined)[]): number[] =>
  ratings.flatMap((one) => (typeof one === 'number' ? one : one === 'mixed' ? 0 : []));
