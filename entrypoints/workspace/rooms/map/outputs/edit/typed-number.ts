/** A number as readers type it. */

/** "1,200" is 1.2 to some and 1200 to others: it is refused. */
const GROUPED = /^[+-]?\d{1,3}([.,]\d{3})+$/;

/** Undefined for text that is not a number or could be read as two, and for blanks. */
export function typedNumber(text: string): number | undefined {
  const typed = text.trim();
  if (typed === '' || GROUPED.test(typed)) return undefined;
  const number = Number(typed.replace(',', '.').replace('\u2212', '-'));
  return Number.isFinite(number) ? number : undefined;
}
