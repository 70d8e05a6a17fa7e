/** A range of numbers as one value of a filter: "20..80" in the address, where either end may be open. */

interface NumberRange {
  from: number;
  to: number;
}

const NUMBER = String.raw`[-\u2212]?\d{1,15}(?:\.\d{1,6})?`;
const KEY = new RegExp(`^(${NUMBER})?\\.\\.(${NUMBER})?$`);

/** The range that a value of the address is; undefined where it is a number, or nothing. */
export function rangeOf(key: string): NumberRange | undefined {
  const [whole, from, to] = KEY.exec(key) ?? [];
  if (whole === undefined || (from === undefined && to === undefined)) return undefined;
  return {
    from: numberOf(from) ?? Number.NEGATIVE_INFINITY,
    to: numberOf(to) ?? Number.POSITIVE_INFINITY,
  };
}

export const isIn = (key: string, { from, to }: NumberRange): boolean =>
  key !== '' && Number(key) >= from && Number(key) <= to;

/** "20 to 80", "20 or more", "80 or less". */
export function rangeText({ from, to }: NumberRange): string {
  if (to === Number.POSITIVE_INFINITY) return `${from} or more`;
  if (from === Number.NEGATIVE_INFINITY) return `${to} or less`;
  return `${from} to ${to}`;
}

const BETWEEN = new RegExp(`^(${NUMBER})(?: to |\\.\\.| ?[-\u2013] ?)(${NUMBER})$`);
const MORE = new RegExp(`^(?:>=?|\u2265) ?(${NUMBER})$|^(${NUMBER}) or more$`);
const LESS = new RegExp(`^(?:<=?|\u2264) ?(${NUMBER})$|^(${NUMBER}) or less$`);

/** What a reader types for one: "20-80", "20 to 80", ">= 20", "<= 80". @returns a value of the address */
export function typedRange(text: string): string | undefined {
  const typed = text.trim();
  const [, from, to] = BETWEEN.exec(typed) ?? [];
  if (from !== undefined && to !== undefined) return `${numberOf(from)}..${numberOf(to)}`;
  const [, more, orMore] = MORE.exec(typed) ?? [];
  const lowest = numberOf(more ?? orMore);
  if (lowest !== undefined) return `${lowest}..`;
  const [, less, orLess] = LESS.exec(typed) ?? [];
  const highest = numberOf(less ?? orLess);
  return highest === undefined ? undefined : `..${highest}`;
}

const numberOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text.replace('\u2212', '-'));
