/** Printed citations, all written for this test: chemistry and physics print no title, and the journal follows the names. */
import { describe, expect, it } from 'vitest';
import { readCitation } from '../../../lib/text/citation';

/** A citation, how many authors it names, the last of them, and its journal. */
const ROWS: [string, number, string, string][] = [
  [
    'F. Holm, B. Berg-Lund, S. Dahl, C. Ek and H. Roth, EMBO J, 1995, 14, 1329–1339',
    5,
    'Roth',
    'EMBO J',
  ],
  ['Holm, N.; Pace, K. E.; Baum, L. G. Nature 1995, 378, 736-738.', 3, 'Baum', 'Nature'],
  ['Holmgren, R. E. Blumea 1969, 17, 5.', 1, 'Holmgren', 'Blumea'],
  [
    'J. H. Friedhof, W. Stolz, Journal of the American Ward Association 1981, 76, 817–823.',
    2,
    'Stolz',
    'Journal of the American Ward Association',
  ],
  ['Loewe, G. E. Ward cybernetics 2012, 106, 757–65.', 1, 'Loewe', 'Ward cybernetics'],
  [
    'Muhl F., Shima Y., Kaha B., Schim M., Int Dent J, 2017, 67, No. 2, 7–13.',
    4,
    'Schim',
    'Int Dent J',
  ],
];

describe('a journal behind its authors, without a title', () => {
  it.each(ROWS)('%s', (text, many, last, container) => {
    const { authors, title, ...read } = readCitation(text);
    expect({ many: authors.length, last: authors.at(-1)?.family, title }).toEqual({
      many,
      last,
      title: undefined,
    });
    expect(read.container).toBe(container);
  });
});

/** A citation, its first author, and its title: particles behind the given names, "and" of the north. */
const NAMES: [string, string, string][] = [
  [
    'Silva, João da ; Santos, Maria dos: Leitos em hospitais. In: Revista de Cuidado 66 (2013), Nr. 5, S. 720–726',
    'Silva',
    'Leitos em hospitais',
  ],
  [
    'Arx, Martin von: Thermal drift in wards. In: Care Letters 43 (2004), Nr. 17, S. 3381–3389',
    'Arx',
    'Thermal drift in wards',
  ],
  [
    'Nils F. Lund og Jonas R. Dahl. Sensing and responding to noise. Curr Opin Care, 10(2):17-25, 2000.',
    'Lund',
    'Sensing and responding to noise',
  ],
];

describe('names', () => {
  it.each(NAMES)('%s', (text, firstAuthor, title) => {
    const read = readCitation(text);
    expect({ firstAuthor: read.firstAuthor, title: read.title }).toEqual({ firstAuthor, title });
  });
});
