/** How a page cites where it does not link: the style that reaches a fair part of its reference list. */
import { describe, expect, it } from 'vitest';
import { citationIndex } from '../../../lib/page/structure/citations/index-of-references';
import type { MarkerOptions } from '../../../lib/page/structure/citations/markers';
import { type Found, isNumbered, patternStyle } from '../../../lib/page/structure/citations/read';
import type { Entry } from '../../../lib/page/structure/references/entry';
import { Block } from '../../../lib/page/structure/text/blocks';

const entry = (n: number, label: string | null = String(n)): Entry => ({
  ...{ id: String(n), label, number: n, text: `Name${n} A (${1990 + n}) A title.` },
  ...{ doi: null, pmid: null, title: null, year: 1990 + n, firstAuthor: `Name${n}`, url: null },
  ...{ container: null, volume: null, issue: null, pages: null },
  ...{ element: {} as Element, suffix: '', authors: `name${n} a`, keys: [], back: [] },
});
const list = (count: number, labelled = true) =>
  Array.from({ length: count }, (_, i) => entry(i + 1, labelled ? undefined : null));

function block(text: string, sups: [number, number][] = []): Block {
  const made = new Block({} as Element, 'text');
  made.text = text;
  made.sups.push(...sups);
  return made;
}

function styleOf(entries: Entry[], blocks: Block[], linked: Found[] = []): MarkerOptions | null {
  const labelled = isNumbered(entries);
  const numbered = labelled || entries.every((one) => one.element === null);
  const reading = patternStyle(blocks, linked, citationIndex(entries), { numbered, labelled });
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
  }
}

/** "[1] ... [count]", each in a sentence of its own. */
const cites = (count: number, [open, close]: string) =>
  block(Array.from({ length: count }, (_, i) => `Peers help ${open}${i + 1}${close}.`).join(' '));
const links = (count: number): Found[] => [
  {
    ...{ block: block(''), start: 0, end: 0, style: 'link' },
    refs: Array.from({ length: count }, (_, i) => i),
  },
];

describe('a page of ten references cites', () => {
  it.each<[string, Entry[], Block[], Found[], keyof MarkerOptions | null]>([
    ['in brackets, though it cites only a few', list(10), [cites(3, '[]')], [], 'brackets'],
    ['not in brackets, when it cites a single one so', list(10), [cites(1, '[]')], [], null],
    ['in round brackets, when it cites most', list(10), [cites(8, '()')], [], 'parens'],
    [
      'not in round brackets, when it cites few: they hold other numbers',
      list(10),
      [cites(3, '()')],
      [],
      null,
    ],
    [
      'by author and year',
      list(10),
      [block('So they say (Name1, 1991; Name2, 1992).')],
      [],
      'authorYear',
    ],
    [
      'in the style that reaches more of the list',
      list(10),
      [cites(9, '()'), cites(3, '[]')],
      [],
      'parens',
    ],
    ['not in brackets, when its list has no numbers', list(10, false), [cites(9, '[]')], [], null],
    ['not in brackets, when its numbers go beyond its list', list(10), [cites(20, '[]')], [], null],
    ['by its links, when these reach half of the list', list(10), [cites(9, '[]')], links(5), null],
    ['in brackets too, when few are links', list(10), [cites(9, '[]')], links(4), 'brackets'],
    ['nothing, when it has no list', [], [cites(9, '[]')], [], null],
  ])('%s', (_, entries, blocks, linked, style) => {
    const found = styleOf(entries, blocks, linked);
    const styles = ['brackets', 'parens', 'authorYear'] as const;
    expect(styles.filter((one) => found?.[one])).toEqual(style ? [style] : []);
  });

  it('in superscripts', () => {
    const text = 'Peers help.1 They stay.2 They learn.3 They teach.4';
    const sups = [...text.matchAll(/\d/g)].map((m): [number, number] => [m.index, m.index + 1]);
    expect(styleOf(list(10), [block(text, sups)])?.sups).toHaveLength(1);
  });
});
