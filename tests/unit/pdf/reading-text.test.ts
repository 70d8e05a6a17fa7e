/** The text as it is read, and the way back from each of its letters to the page. */
import { describe, expect, it } from 'vitest';
import { type PdfItem, readForViewer, readPdf } from '../../../lib/pdf';
import { head, NUMBERED, paper, sections } from '../../fixtures/pdf/papers';
import { file, item } from '../../fixtures/pdf/typeset';

/** Where a letter of the text is painted, by the spans alone; of a blank of ours, the letter before it. */
function placeOf({ spans }: ReturnType<typeof readPdf>['text'], at: number) {
  const span = spans.findLast((one) => one.at <= at) ?? spans[0];
  if (!span) return null;
  const { page, item, offset, whole } = span;
  const within = Math.max(0, Math.min(at - span.at, span.length - 1));
  return { page, item, offset: whole ? offset : offset + within };
}

/** The text of lines, one below the other in one column. */
const textOf = (...lines: string[]) =>
  readPdf(file([lines.map((line, i) => item(50, 100 + 12 * i, line))])).text.text.trim();

describe('a word over the end of a line', () => {
  it.each<[string, string[], string]>([
    [
      'is joined',
      ['the uptake of imple-', 'mentation plans in clinics'],
      'the uptake of implementation plans in clinics',
    ],
    [
      'keeps its hyphen where the document prints it so elsewhere',
      ['a well-known problem of many', 'clinics, and a problem so well-', 'known that nobody asks'],
      'a well-known problem of many clinics, and a problem so well-known that nobody asks',
    ],
    [
      'keeps it before a capital or a number',
      ['patients with severe COVID-', '19 in these wards'],
      'patients with severe COVID-19 in these wards',
    ],
    [
      'loses a soft hyphen',
      ['the uptake of imple\u00ad', 'mentation plans'],
      'the uptake of implementation plans',
    ],
    [
      'is an address that goes on',
      ['see https://example.org/care/', 'plans-2020 for more of it'],
      'see https://example.org/care/plans-2020 for more of it',
    ],
  ])('%s', (_, lines, expected) => {
    expect(textOf(...lines)).toBe(expected);
  });
});

it('a paragraph goes on in the next column', () => {
  const set = (x: number, lines: string[]) =>
    lines.map((line, i) => item(x, 100 + 12 * i, line.padEnd(46, 'x')));
  const left = set(50, [
    'Nurses in these wards say that',
    'they have no time for the new',
    'plans and that their leaders',
    'do not know of this and would',
  ]);
  const right = set(310, [
    'not help them if they did so',
    'which may be true of a few of',
    'them. Others help very often',
    'whenever they are asked to do',
  ]);
  const { text } = readPdf(file([[...left, ...right]])).text;
  expect(text.trim().split('\n')).toHaveLength(1);
  expect(text).toMatch(/would\S* not help/);
});

it('a word over the end of a column is painted in both: what a part of a paragraph has is painted there', () => {
  const set = (x: number, lines: string[]) => lines.map((line, i) => item(x, 100 + 12 * i, line));
  const left = set(50, [
    'Nurses in these wards say that they have no',
    'time for plans, and that their leaders do not',
    'know of this and would not help them with it',
    'because of those many leaders who meet to-',
  ]);
  const right = set(310, [
    'gether every week and do not tell them this,',
    'which may be true of a few of them. They sit',
    'together and have time for plans of any kind',
    'whenever they are asked to do something else.',
  ]);
  const { text, blocks } = readForViewer(file([[...left, ...right]]));
  expect(text).toContain('who meet together every week');
  const parts = blocks.flatMap((block) => block.parts);
  expect(parts).toHaveLength(2);
  for (const { start, end, stretches } of parts)
    expect(stretches.filter((one) => one.start < start || one.end > end)).toEqual([]);
});

describe('every letter of the text', () => {
  const read = (pages: PdfItem[][]) => ({ pages, reading: readPdf(file(pages)).text });

  it('is the letter of the item that it names', () => {
    const made = paper(sections('[1]', '[2,3]'), NUMBERED);
    const reading = readPdf(made).text;
    const { text } = reading;
    let checked = 0;
    for (let at = 0; at < text.length; at++) {
      if (/\s/.test(text[at] as string)) continue;
      const place = placeOf(reading, at);
      expect(
        made.pages[place?.page ?? -1]?.items[place?.item ?? -1]?.str[place?.offset ?? -1],
      ).toBe(text[at]);
      checked++;
    }
    expect(checked).toBeGreaterThan(1_000);
  });

  it.each<[string, PdfItem[], string, { item: number; offset: number }]>([
    [
      'of a ligature is its one letter',
      [item(50, 100, 'an eﬃcient way')],
      'cient',
      { item: 0, offset: 5 },
    ],
    [
      'of a ligature itself, too',
      [item(50, 100, 'an eﬃcient way')],
      'ficient',
      { item: 0, offset: 4 },
    ],
    [
      'behind spaced letters',
      [item(50, 100, 'K E Y S'), item(50, 130, 'more')],
      'EYS',
      { item: 0, offset: 2 },
    ],
    ['with its accent', [item(50, 100, 'Erd˝os')], 'ős', { item: 0, offset: 4 }],
    [
      'behind a hyphen that went',
      [item(50, 100, 'imple-'), item(50, 112, 'mentation')],
      'mentation',
      { item: 1, offset: 0 },
    ],
  ])('%s', (_, items, found, place) => {
    const { reading } = read([items]);
    expect(placeOf(reading, reading.text.indexOf(found))).toEqual({ page: 0, ...place });
  });
});

it('an empty file has an empty text, and no place in it', () => {
  const { text, kind, quality } = readPdf(file([[]]));
  expect({ kind, quality, text: text.text, place: placeOf(text, 0) }).toEqual({
    kind: 'none',
    quality: 'none',
    text: '',
    place: null,
  });
});

it('the head of a paper is read before its columns', () => {
  const { text } = readPdf(paper(sections('[1]', '[2]'), NUMBERED, { front: head() })).text;
  expect(text.indexOf('Ada B. Smith')).toBeLessThan(text.indexOf('Introduction'));
  expect(text.indexOf('Introduction')).toBeLessThan(text.indexOf('Results'));
  expect(text.indexOf('Results')).toBeLessThan(text.indexOf('References'));
});
