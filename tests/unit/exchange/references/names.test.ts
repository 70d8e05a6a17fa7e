/** Names of authors as each format writes them. */
import { describe, expect, it } from 'vitest';
import { factsOf, shownName } from '../../../support/references';

const ris = (name: string) =>
  factsOf('ris', `TY  - JOUR\nTI  - A title\nAU  - ${name}\nER  - `).authors;
const bib = (names: string) =>
  factsOf('bibtex', `@article{a, title={A title}, author={${names}}}`).authors;
const nbib = (...lines: string[]) =>
  factsOf('nbib', ['PMID- 1234567', 'TI  - A title', ...lines].join('\n')).authors;

describe('RIS', () => {
  it.each([
    ['Smith, Jane A.', 'Smith, Jane A.'],
    ['Smith,J.A.', 'Smith, J.A.'],
    ['King, Martin Luther, Jr.', 'King, Martin Luther, Jr.'],
    ['King, Jr., Martin Luther', 'King, Martin Luther, Jr.'],
    ['Davis, Sammy Jr.', 'Davis, Sammy, Jr.'],
    ['King Jr.', 'King, Jr.'],
    ['van der Berg, Johannes', 'van der Berg, Johannes'],
    ['van der Berg', 'van der Berg'],
    ['Do, Anh', 'Do, Anh'],
    ['Ma, Yo-Yo', 'Ma, Yo-Yo'],
    ['Smith, Jane, MD, PhD', 'Smith, Jane'],
    ["O'Neill, Éamon", "O'Neill, Éamon"],
    ['World Health Organization,', '{World Health Organization}'],
    ['World Health Organization', '{World Health Organization}'],
    ['Médecins Sans Frontières,', '{Médecins Sans Frontières}'],
    ['University of California,, Berkeley', '{University of California, Berkeley}'],
    [
      'WHO Regional Office for Europe, Division of Health',
      '{WHO Regional Office for Europe, Division of Health}',
    ],
    ['Bundesamt für Gesundheit', '{Bundesamt für Gesundheit}'],
    ['UNICEF', '{UNICEF}'],
    ['Smith JA', 'Smith, JA'],
    ['Brownstein C D', 'Brownstein, C D'],
    ['Wong Kee Song LM', 'Wong Kee Song, LM'],
    ['JUNCHANG LÜ', 'LÜ, JUNCHANG'],
    ['van den Hoven, null', 'van den Hoven'],
    ['Hern, Matt, Ed', 'Hern, Matt'],
    ['Jane Smith', 'Smith, Jane'],
    ['王小明', '王, 小明'],
    ['Smith, J.; Doe, K.', 'Smith, J.|Doe, K.'],
    ['Smith, J. and Doe, K.', 'Smith, J.|Doe, K.'],
    ['Smith J, van Berg JA, Doe K', 'Smith, J|van Berg, JA|Doe, K'],
    ['Ministry of Health and Wellbeing', '{Ministry of Health and Wellbeing}'],
    ['et al.', ''],
    ['[No authors listed]', ''],
    ['Anonymous', ''],
    ['12 345', ''],
  ])('%s', (name, expected) => {
    expect(ris(name).map(shownName).join('|')).toBe(expected);
  });

  it('are in the order of the file, under either tag', () => {
    const text = 'TY  - JOUR\nTI  - A title\nA1  - One, A.\nAU  - Two, B.\nAU  - Three, C.\nER  - ';
    expect(factsOf('ris', text).authors.map(shownName)).toEqual([
      'One, A.',
      'Two, B.',
      'Three, C.',
    ]);
  });

  it('that are all there twice are one list, and two people of one name are two', () => {
    const text =
      'TY  - JOUR\nTI  - A title\nA1  - Wang, Wei\nA1  - Wang, Wei\nAU  - Wang, Wei\nAU  - Wang, Wei\nER  - ';
    expect(factsOf('ris', text).authors).toHaveLength(2);
  });
});

describe('BibTeX', () => {
  it.each([
    ['Jane A. Smith', 'Smith, Jane A.'],
    ['Smith, Jane A.', 'Smith, Jane A.'],
    ['Ludwig van Beethoven', 'van Beethoven, Ludwig'],
    ['van Beethoven, Ludwig', 'van Beethoven, Ludwig'],
    [
      "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
      'de la Vallée Poussin, Charles Louis Xavier Joseph',
    ],
    ['King, Jr., Martin Luther', 'King, Martin Luther, Jr.'],
    ['King, Martin Luther, Jr.', 'King, Martin Luther, Jr.'],
    ['Martin Luther King Jr.', 'King, Martin Luther, Jr.'],
    ['{WHO Working Group}', '{WHO Working Group}'],
    ['{Barnes and Noble}', '{Barnes and Noble}'],
    ['{Barnes, Noble and Co.}, ', '{Barnes, Noble and Co.}'],
    ['World Health Organization', '{World Health Organization}'],
    ['Jane {von der Smith}', 'von der Smith, Jane'],
    ["{\\'E}mile Zola", 'Zola, Émile'],
    ['bell hooks', 'bell hooks'],
    ['One, A. and Two, B. AND Three, C.', 'One, A.|Two, B.|Three, C.'],
    ['One, A.\n   and\n   Two, B.', 'One, A.|Two, B.'],
    ['One, A. and others', 'One, A.'],
    ['One, A. and and Two, B.', 'One, A.|Two, B.'],
    ['Alexandra Andersson and Ander Sandand', 'Andersson, Alexandra|Sandand, Ander'],
    ['family=Berg, given=Jan, prefix=van den', 'van den Berg, Jan'],
    ['given=Jean, family=Dupont, suffix=III and Two, B.', 'Dupont, Jean, III|Two, B.'],
    ['UNICEF', '{UNICEF}'],
    ['Donald~E. Knuth', 'Knuth, Donald E.'],
  ])('%s', (names, expected) => {
    expect(bib(names).map(shownName).join('|')).toBe(expected);
  });
});

describe('PubMed', () => {
  it.each<[string[], string]>([
    [['FAU - Smith, Jane A', 'AU  - Smith JA'], 'Smith, Jane A'],
    [['AU  - Smith JA', 'AU  - van der Berg J'], 'Smith, JA|van der Berg, J'],
    [['AU  - King ML Jr', 'AU  - Doe JK 3rd'], 'King, ML, Jr|Doe, JK, 3rd'],
    [['FAU - King, Martin Luther Jr'], 'King, Martin Luther, Jr'],
    [
      ['FAU - One, A', 'CN  - WHO Working Group', 'FAU - Two, B'],
      'One, A|{WHO Working Group}|Two, B',
    ],
    [['CN  - Group, with a comma, of 3'], '{Group, with a comma, of 3}'],
    [['FIR - Looked, Into', 'IR  - Looked I'], ''],
  ])('%j', (lines, expected) => {
    expect(
      nbib(...lines)
        .map(shownName)
        .join('|'),
    ).toBe(expected);
  });
});

describe('CSL-JSON', () => {
  it.each<[object, string]>([
    [{ family: 'Smith', given: 'Jane' }, 'Smith, Jane'],
    [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van den' }, 'van den Berg, Jan'],
    [
      { family: 'Humboldt', given: 'Alexander', 'dropping-particle': 'von' },
      'von Humboldt, Alexander',
    ],
    [{ family: 'Alembert', given: 'Jean', 'dropping-particle': "d'" }, "d'Alembert, Jean"],
    [{ family: 'King', given: 'Martin', suffix: 'Jr.' }, 'King, Martin, Jr.'],
    [{ literal: 'WHO, Geneva' }, '{WHO, Geneva}'],
    [{ given: 'Sukarno' }, '{Sukarno}'],
    [{ family: 7, given: 'x' }, '7, x'],
    [{ family: {}, literal: [] }, ''],
  ])('%j', (name, expected) => {
    const text = JSON.stringify([{ type: 'book', title: 'A title', author: [name] }]);
    expect(factsOf('csl-json', text).authors.map(shownName).join('|')).toBe(expected);
  });
});
