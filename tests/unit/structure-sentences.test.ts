import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../lib/page';

const split = (text: string): string[] => splitSentences(text).map(([a, b]) => text.slice(a, b));

/** "|" marks where one sentence ends and the next begins. */
const CASES: [name: string, marked: string][] = [
  ['plain stops part sentences', 'It rose. It fell.'.replace('. I', '.|I')],
  ['question and exclamation marks part them', 'Did it rise?|It did!|Good.'],
  ['figure references do not', 'Uptake rose (Fig. 2) in all wards.|It fell later.'],
  ['several figures do not', 'See Figs. 2 and 3.|Then go on.'],
  ['et al. goes on to its year', 'Ashdown et al. (2011) disagree.|So do we.'],
  [
    'et al. ends a sentence before a word that opens one',
    'This follows Ashdown et al.|The others differ.',
  ],
  ['a species keeps its genus', 'We grew E. coli at 37 °C.|Growth was fast.'],
  ['initials stay with the name', 'We thank J. K. Ashdown for advice.|We also thank Bell.'],
  ['a letter can end a sentence', 'They lacked vitamin C.|The others had it.'],
  ['decimals are whole', 'It rose by 0.05 mg.|It then fell by 1.2 mg.'],
  ['e.g. and i.e. go on', 'Some roles (e.g. peers) grew, i.e. rose.|Others did not.'],
  ['titles stay with the name', 'We thank Dr. Ashdown.|She helped.'],
  ['a number follows No.', 'It is grant No. 12 of the fund.|It ended.'],
  ['sp. goes on in lower case', 'One Carex sp. was seen.|Two were not.'],
  ['a bracket closes behind the stop', 'It rose (it truly did.) and fell.|It ended.'],
  ['a quote closes behind the stop', '“It rose.”|They agreed.'],
  ['a numeric marker behind the stop belongs to it', 'It rose.[12]|They agreed.'],
  ['a loose numeric marker behind the stop belongs to it', 'It rose. [12, 13]|They agreed.'],
  ['glued superscript numbers belong to it', 'It rose in wards.11,12|They agreed.'],
  ['panels open sentences', 'Uptake in wards.|(a) Before the change.|(b) After it.'],
  ['a gene opens a sentence in lower case', 'The clone was made.|pCAGGS drives it.'],
  ['a lower-case word goes on', 'It rose at approx. noon each day.'],
  ['an enumerator is no sentence', '1. The first item is long.|It ends.'],
  ['a missing blank does not hide a stop', 'We saw enzymes.|These sequences were long.'],
  ['an address is whole', 'See www.example.org for data.|It is free.'],
  ['u.s. is whole inside a sentence', 'In the U.S. Senate they spoke.|They left.'],
  ['German abbreviations go on', 'Das gilt z.B. für Rollen.|Es gilt nicht immer.'],
  ['ideographic stops part sentences', '結果は良い。|次に進む。'],
];

describe('splitSentences', () => {
  it.each(CASES)('%s', (_, marked) => {
    const parts = marked.split('|');
    const cjk = /。/.test(marked);
    const glued = /enzymes/.test(marked);
    expect(split(parts.join(cjk || glued ? '' : ' '))).toEqual(parts);
  });

  it('hides the stops of masked markers and keeps a marker with the sentence before it', () => {
    const text = 'It rose (Ashdown et al., 2011. Pers. comm.) fast.12 They agreed.';
    const at = text.indexOf('(Ashdown');
    const sup = text.indexOf('12 They');
    const masks = [
      [at, text.indexOf(')') + 1],
      [sup, sup + 2],
    ] as const;
    expect(splitSentences(text, { masks }).map(([a, b]) => text.slice(a, b))).toEqual([
      'It rose (Ashdown et al., 2011. Pers. comm.) fast.12',
      'They agreed.',
    ]);
  });

  it('covers every letter once and in order', () => {
    const text = '  A b. C d!  E f?\n\nG h.  ';
    const spans = splitSentences(text);
    expect(
      spans
        .map(([a, b]) => text.slice(a, b))
        .join('')
        .replace(/\s/g, ''),
    ).toBe(text.replace(/\s/g, ''));
    for (const [i, [a, b]] of spans.entries()) {
      expect(a).toBeLessThan(b);
      if (i) expect(a).toBeGreaterThanOrEqual((spans[i - 1] as [number, number])[1]);
    }
  });

  it.each([
    '. '.repeat(50_000),
    '('.repeat(50_000),
    '12,'.repeat(30_000),
    'A.'.repeat(50_000),
    `${' '.repeat(100_000)}.`,
  ])('answers on hostile text too (%#)', (text) => {
    expect(splitSentences(text).length).toBeGreaterThanOrEqual(0);
  });

  it('has nothing to say on nothing', () => {
    expect(splitSentences('')).toEqual([]);
    expect(splitSentences(' \n ')).toEqual([]);
  });
});
