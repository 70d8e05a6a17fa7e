/** Numbers of books: ten or thirteen digits; the last is a check digit. */

/** Digits as they follow one another, parted by hyphens or blanks at most. */
const FIND = /(?<![\d-])(?:97[89][-\s]?)?(?:\d[-\s]?){9}[\dXx](?![\d-])/g;

/** The first ISBN in `raw` whose check digit is right, without hyphens; undefined when there is none. */
export function isbnIn(raw: string): string | undefined {
  for (const [found] of raw.slice(0, 1_000).matchAll(FIND)) {
    const isbn = found.replace(/[-\s]/g, '').toUpperCase();
    if (isSound(isbn)) return isbn;
  }
  return undefined;
}

/** ISO 2108: thirteen digits are weighed 1, 3, 1 ... modulo 10; ten are weighed 10, 9 ... modulo 11, X being ten. */
function isSound(isbn: string): boolean {
  const digits = [...isbn].map((one) => (one === 'X' ? 10 : Number(one)));
  const sum = (weight: (at: number) => number) =>
    digits.reduce((all, digit, at) => all + digit * weight(at), 0);
  return isbn.length === 13
    ? sum((at) => (at % 2 ? 3 : 1)) % 10 === 0
    : sum((at) => 10 - at) % 11 === 0;
}
