/** Citations that a page made to be slow: the work must grow with the text alone. */
import { describe, expect, it } from 'vitest';
import { readCitation } from '../../../lib/text/citation';
import { LONGEST } from '../../../lib/text/citation/print';

/** Pieces that begin what the grammar looks for and never end it. */
const PIECES = [
  'A. ',
  'Aa, B. ',
  'Aa Bb, ',
  'van der ',
  '(1999',
  '“Aa ',
  "'a ",
  '12(3):',
  '1999, ',
  'vol. ',
  'pp. 1-',
  '10.5555/',
  'https:// ',
  'In A. B. ',
  'in: ',
  'J. Am. ',
  '. ',
  ' ,',
  '[[',
  'Aa & ',
  '-',
  'é́',
  '漢',
  'eds. ',
  'accessed ',
  'London: ',
];

/** How many characters the grammar asks of a text while it reads it. */
function asked(text: string): number {
  let steps = 0;
  const count = (name: 'charCodeAt' | 'slice' | 'startsWith' | 'indexOf') => {
    const own = String.prototype[name] as (...all: unknown[]) => unknown;
    Object.defineProperty(String.prototype, name, {
      configurable: true,
      writable: true,
      value(this: string, ...all: unknown[]) {
        const found = own.apply(this, all);
        steps += name === 'charCodeAt' ? 1 : typeof found === 'string' ? found.length + 1 : 1;
        return found;
      },
    });
    return () =>
      Object.defineProperty(String.prototype, name, {
        configurable: true,
        writable: true,
        value: own,
      });
  };
  const undo = (['charCodeAt', 'slice', 'startsWith', 'indexOf'] as const).map(count);
  try {
    readCitation(text);
  } finally {
    for (const one of undo) one();
  }
  return steps;
}

/** What one character of a text may ask for; a real citation asks for about 40. A square would ask for 2,000. */
const A_CHARACTER = 90;
/** What the marks may ask for: a fixed number of them is weighed, each against the others. */
const MARKS = 120_000;

/** Calls are counted here; that no regular expression backtracks far is asked of each by `npm run check`. */
describe('hostile citations', () => {
  it.each(PIECES)('%s over and over', (piece) => {
    for (const size of [LONGEST / 4, LONGEST])
      expect(asked(piece.repeat(Math.ceil(size / piece.length)).slice(0, size))).toBeLessThan(
        MARKS + A_CHARACTER * size,
      );
  });

  it('reads no more than the first 2,000 characters', () => {
    expect(asked('Aa, B. '.repeat(30_000))).toBeLessThan(2 * A_CHARACTER * LONGEST);
  });
});
