/** The text of a PDF as elements: from each place of the text to the document and back. */
import { afterEach, describe, expect, it } from 'vitest';
import { structureOf } from '../../entrypoints/pdf/text/structure';
import { TextSurface } from '../../entrypoints/pdf/text/surface';
import { type PdfReading, readForViewer, type TextBlock } from '../../lib/pdf';
import { head, NUMBERED } from '../fixtures/pdf/papers';
import { column, file, item, prose, type Setting } from '../fixtures/pdf/typeset';

afterEach(() => document.body.replaceChildren());

/** A paper with ligatures, words over the ends of lines, citations, a paragraph over two columns and two pages. */
function paperOf(): PdfReading {
  const lines = (x: number, y: number, all: readonly string[]) =>
    all.map((line, i) => item(x, y + 12 * i, line));
  const first = lines(50, 320, [
    'Nurses in these wards say that the e\ufb03cient use',
    'of the plans is a matter of imple-',
    'mentation and of \ufb01tting them to well-',
    'known habits [1, 2], which the well-known',
    'leaders of these wards had left to others [1,',
  ]);
  const second = lines(310, 320, [
    '3] and to the o\ufb03ces of many clinics, as in',
    'the severe times of COVID-',
    '19, when teams had no hours for it [2] and of',
    'funds there were none in any ward of them',
  ]);
  const rest = ['until the second year of these plans [3].', prose(90, 7)];
  const list: [string, Setting] = ['References', { font: 'bold', size: 12 }];
  const third = [
    ...column(50, 80, 240, [...rest, list], { gap: 8 }).items,
    ...column(310, 80, 240, NUMBERED, { size: 8 }).items,
  ];
  return readForViewer(file([[...head(), ...first, ...second], third]));
}

/** A text of two parts, cut in the midst of a citation; the letters of a ligature are one of its item. */
function cutCitation(): PdfReading {
  const text = 'E\ufb03cient plans [1, 2] hold.\nNext.'.replace('\ufb03', 'ffi');
  const at = text.indexOf(', 2');
  const stretch = (start: number, end: number, number: number, to = end - start) => ({
    ...{ start, end, item: number, from: 0, to },
  });
  const end = text.indexOf('\n');
  const part = (page: number, from: number, to: number, stretches: object[]) => ({
    ...{ page, start: from, end: to, left: 50, right: 290, stretches },
  });
  const blocks = [
    {
      ...{ kind: 'text', start: 0, end },
      parts: [
        part(0, 0, at, [stretch(0, 1, 0), stretch(1, 4, 1, 1), stretch(4, at, 2)]),
        // The blank in the midst is painted by none.
        part(1, at, end, [stretch(at, at + 1, 0), stretch(at + 2, end, 1)]),
      ],
    },
    {
      ...{ kind: 'text', start: end + 1, end: text.length },
      parts: [part(1, end + 1, text.length, [stretch(end + 1, text.length, 2)])],
    },
  ] as TextBlock[];
  const start = text.indexOf('[');
  const citation = { index: 0, text: '[1, 2]', refs: ['r1'], start, end: text.indexOf(']') + 1 };
  const structure = { sections: [], sentences: [], references: [], citations: [citation] };
  return {
    text,
    blocks,
    structure,
    kind: 'none',
    paper: null,
    conflicts: [],
    quality: 'text',
  } as never;
}

function shown(reading: PdfReading): TextSurface {
  const surface = new TextSurface(document, reading);
  document.body.replaceChildren(surface.root);
  return surface;
}

describe.each([
  ['a paper', paperOf],
  ['a citation that is cut by the end of its part', cutCitation],
])('%s', (_, make) => {
  it('every letter is a range of the document, whose ends are where it is in the text', () => {
    const surface = shown(make());
    const { text } = surface.reading;
    const wrong: string[] = [];
    for (let at = 0; at < text.length; at++) {
      const letter = text[at];
      const range = surface.range(at, at + 1);
      const own = range.toString();
      // Between two paragraphs there is a line feed of the text, and nothing of the document.
      const isRight = letter === '\n' ? own === '' : own === letter;
      const start = surface.offsetOf(range.startContainer, range.startOffset);
      const end = surface.offsetOf(range.endContainer, range.endOffset);
      const back = letter === '\n' || (start === at && end === at + 1);
      if (!isRight || !back) wrong.push(`${at} ${JSON.stringify([letter, own, start, end])}`);
    }
    expect(text.length).toBeGreaterThan(30);
    expect(wrong).toEqual([]);
  });

  it('so are sentences, citations and blocks', () => {
    const surface = shown(make());
    const { text, blocks, structure } = surface.reading;
    for (const { start, end } of [...blocks, ...structure.sentences, ...structure.citations]) {
      const range = surface.range(start, end);
      expect(range.toString()).toBe(text.slice(start, end));
      expect(surface.offsetOf(range.startContainer, range.startOffset)).toBe(start);
      expect(surface.offsetOf(range.endContainer, range.endOffset)).toBe(end);
    }
  });

  it('the document has the text, and each of its runs as many letters as its item', () => {
    const surface = shown(make());
    const { text } = surface.reading;
    expect(surface.root.textContent).toBe(text.replaceAll('\n', ''));
    const runs = [0, 1].flatMap((page) => surface.partsOf(page)).flatMap((part) => part.runs);
    expect(runs.length).toBeGreaterThan(5);
    for (const { element, start, from, to } of runs) {
      const own = element.textContent ?? '';
      expect(own).toBe(text.slice(start, start + own.length));
      expect(to - from === own.length || to - from === 1).toBe(true);
    }
  });
});

it('the paper has what this is about', () => {
  const { text, blocks, structure } = paperOf();
  expect(text).toContain('efficient use of the plans is a matter of implementation and of fitting');
  expect(text).toContain('well-known habits');
  expect(text).toContain('COVID-19');
  expect(structure.citations.map((one) => one.text)).toEqual(['[1, 2]', '[1, 3]', '[2]', '[3]']);
  expect(blocks.some(({ parts }) => parts.length === 3)).toBe(true);
});

it('a citation over two parts is a link in each, to its entry', () => {
  const { root } = shown(cutCitation());
  const links = [...root.querySelectorAll('a')];
  expect(links.map((link) => link.textContent)).toEqual(['[1', ', 2]']);
  expect(new Set(links.map((link) => link.getAttribute('href')))).toEqual(
    new Set(['#reference-r1']),
  );
});

it('a place of the document that is not in a text has a place in the text', () => {
  const surface = shown(cutCitation());
  const { text } = surface.reading;
  const { root } = surface;
  const [first, second] = [...root.children] as [Element, Element];
  expect(surface.offsetOf(root, 0)).toBe(0);
  expect(surface.offsetOf(first, 1)).toBe(text.indexOf(', 2'));
  expect(surface.offsetOf(second, 0)).toBeGreaterThanOrEqual(text.indexOf('\n'));
  expect(surface.offsetOf(second, 0)).toBeLessThanOrEqual(text.indexOf('Next'));
  expect(surface.offsetOf(root, 2)).toBe(text.length);
  expect(surface.offsetOf(document.body, 0)).toBeNull();
});

it('references are elements of a list, and structure finds them', () => {
  const surface = shown(paperOf());
  const { references } = structureOf(surface);
  expect(references).toHaveLength(NUMBERED.length);
  for (const { element } of references) expect(element?.closest('ol')).not.toBeNull();
});
