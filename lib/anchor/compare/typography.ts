/** Differences of print between representations that change no word: stops where blocks end, accents that stand apart. */
import type { Query } from '../find/query';
import type { Hunk } from '../find/seeds';
import type { TextIndex } from '../text/text-index';

const STOPS = /^[.,;:()[\]'"]{0,2}$/;

/**
 * Punctuation that a representation adds or drops where a block ends: the colon of "Results:" that is a heading elsewhere,
 * the full stop after a caption or an address. Never at a number, whose stops are part of it.
 */
export function isLoosePunctuation(
  index: TextIndex,
  query: Query,
  { qa, qb, pa, pb }: Hunk,
): boolean {
  const { text, map } = query.folded;
  const mine = text.slice(qa, qb);
  if (!STOPS.test(mine) || !STOPS.test(index.folded.text.slice(pa, pb))) return false;
  if (qa === 0 || qb === text.length) return mine !== '' && pa === pb;
  const digit = (unit: string | undefined): boolean => /\d/.test(unit ?? '');
  const { text: page, map: pageMap } = index.folded;
  if (digit(text[qb]) || digit(page[pb])) return false;
  const from = (map[qa - 1] as number) + 1;
  const to = map[qb] as number;
  if (query.joints?.some((at) => at >= from && at <= to)) return true;
  const { starts, breaks } = index.tree;
  const last = index.nodeAt(pageMap[pb] as number);
  for (let i = last; i >= 0 && (starts[i] as number) >= index.endOf(pa - 1); i -= 1)
    if (breaks[i] === 1) return true;
  return false;
}

const ACCENTS = /[\u0300-\u036f'~\u00b0]/g;
const ACCENT_OF: Record<string, string> = {
  "'": '\u0301',
  '~': '\u0303',
  '\u00b0': '\u030a',
  '\u0300': '\u0301',
};

/** Whether letters differ only in that one side has accents of their own, as old PDFs do: "R\u00a8omer", "Myle\u00b4us". */
export function sameAccents(mine: string, theirs: string): boolean {
  const letters = (text: string): string => text.replace(ACCENTS, '');
  const accents = (text: string): string =>
    (text.match(ACCENTS) ?? []).map((one) => ACCENT_OF[one] ?? one).join('');
  return (
    mine !== theirs &&
    letters(mine) === letters(theirs) &&
    accents(mine) === accents(theirs) &&
    // Two composed letters that differ are two words.
    (/['~\u00b0]/.test(mine + theirs) || letters(mine) !== '')
  );
}
