/** Which lines of a PDF are headings: by white, fonts, numbers and place. All words are invented. */
import { describe, expect, it } from 'vitest';
import { type PdfItem, readPdf } from '../../../lib/pdf';
import { head, NUMBERED } from '../../fixtures/pdf/papers';
import { column, file, item, prose, type Setting } from '../../fixtures/pdf/typeset';

type Text = string | [string, Setting];

const main = (text: string): Text => [text, { font: 'bold', size: 12 }];
const text = (seed: number): string => prose(40, seed);

/** A paper of two pages in one column; what it is given is on the first one. */
const paper = (
  texts: readonly Text[],
  { gap = 0, front = head() }: { gap?: number; front?: PdfItem[] } = {},
) =>
  file([
    [...front, ...column(50, 320, 500, texts, { gap }).items],
    [
      ...column(50, 80, 500, [text(9), main('References')], { gap: 8 }).items,
      ...column(50, 150, 500, NUMBERED, { size: 8 }).items,
    ],
  ]);
/** An item that is set at the head of a page, further down. */
const moved = (one: PdfItem, by: number): PdfItem => ({
  ...one,
  transform: one.transform.map((value, index) => (index === 5 ? value - by : value)),
});
const titles = (pdf: ReturnType<typeof file>) =>
  readPdf(pdf)
    .structure.sections.map(({ title }) => title)
    .filter((title) => !/^(?:Abstract|References)$/.test(title));

describe('a heading is', () => {
  it.each<[string, Text[], string[]]>([
    [
      'a line in the letters of the text with white above and below',
      [main('Methods'), text(1), 'Interviews with nurses', text(2)],
      ['Methods', 'Interviews with nurses'],
    ],
    [
      'on a first line, where its number shows it',
      [
        main('2. Methods'),
        text(1),
        [text(2), { lead: '2.1. Wards.', leadFont: 'italic' }],
        [text(3), { lead: '2.2. Later Visits.', leadFont: 'italic' }],
      ],
      ['2. Methods', '2.1. Wards', '2.2. Later Visits'],
    ],
    [
      'on a first line, in the font of headings with lines of their own',
      [
        main('Methods'),
        text(1),
        ['Visits', { font: 'italic' }],
        text(4),
        ['Rounds', { font: 'italic' }],
        text(5),
        [text(2), { lead: 'Usual care.', leadFont: 'italic' }],
      ],
      ['Methods', 'Visits', 'Rounds', 'Usual care'],
    ],
  ])('%s', (_, texts, found) => {
    expect(titles(paper(texts, { gap: 10 }))).toEqual(found);
  });

  it('a numbered one behind a bar, at the foot of a side column that is read before the abstract', () => {
    const side = [
      ...column(50, 190, 140, [['Department of Care, University of Nowhere', { size: 8 }]]).items,
      item(50, 500, '1 | INTRODUCTION', { font: 'bold', size: 12 }),
      ...column(50, 520, 140, [prose(40, 6)]).items,
    ];
    const abstract = [
      item(220, 170, 'Abstract', { font: 'bold', size: 12 }),
      ...column(220, 190, 330, [prose(60, 4)]).items,
      ...column(220, 520, 330, [prose(80, 5)]).items,
    ];
    const top = head().filter(({ transform }) => (transform[5] ?? 0) > 640);
    const first = [...top, ...side, ...abstract];
    const second = [
      ...column(50, 80, 500, [main('2 | METHODS'), text(1), main('3 | RESULTS'), text(2)], {
        gap: 8,
      }).items,
    ];
    expect(titles(file([first, second]))).toContain('1 INTRODUCTION');
  });

  /** A paper with lines of headings, one right below the other, above a paragraph. */
  const withLines = (lines: PdfItem[][], texts: Text[] = [], white = 0) => {
    const above = column(50, 320, 500, [main('Methods'), text(1), ...texts], { gap: 10 });
    const set = lines.flatMap((line, index) =>
      line.map((one) => moved(one, above.y + 10 + 12 * index)),
    );
    const below = column(50, above.y + 10 + 12 * lines.length + white, 500, [text(2)]);
    return file([
      [...head(), ...above.items, ...set, ...below.items],
      column(50, 80, 500, [main('References'), ...NUMBERED], { gap: 8 }).items,
    ]);
  };
  const bold = (words: string, size = 10) => [item(50, 0, words, { font: 'bold', size })];

  it('each of two lines of which the first has room for the next word', () => {
    expect(titles(withLines([bold('Interviews'), bold('Nurses of wards')]))).toEqual([
      'Methods',
      'Interviews',
      'Nurses of wards',
    ]);
  });

  const centred = (words: string, font = 'body') => [
    item(300 - words.length * 2.5, 0, words, { font }),
  ];

  it.each<[string, PdfItem[][], string[]]>([
    ['a line', [centred('2. RESULTS')], ['2. RESULTS']],
    [
      'each of two lines of two ranks',
      [centred('2. RESULTS'), centred('2.1. Limitations', 'italic')],
      ['2. RESULTS', '2.1. Limitations'],
    ],
  ])('%s that is centred in the letters of the text', (_, lines, found) => {
    expect(titles(withLines(lines, [], 3))).toEqual(['Methods', ...found]);
  });

  it('small, above another in its letters that is above the text', () => {
    const two = (first: string, second: string, seed: number): Text[] => [
      [first, { font: 'bold', size: 9 }],
      [second, { font: 'bold', size: 9 }],
      text(seed),
    ];
    const texts = [...two('I. VISITS', 'A. Wards', 3), ...two('II. ROUNDS', 'A. Leaders', 4)];
    expect(titles(paper([main('Methods'), text(1), ...texts], { gap: 10 }))).toEqual([
      'Methods',
      'I. VISITS',
      'A. Wards',
      'II. ROUNDS',
      'A. Leaders',
    ]);
  });

  it('of references in the letters of the text, centred over two columns', () => {
    const named = NUMBERED.map((one) => one.replace(/^\d+\. /, ''));
    const second = [
      ...column(50, 80, 240, [text(2), text(3)]).items,
      ...column(310, 80, 240, [text(4), text(5)]).items,
      item(275, 330, 'REFERENCES'),
      ...column(50, 350, 240, named.slice(0, 3), { hang: 10 }).items,
      ...column(310, 350, 240, named.slice(3), { hang: 10 }).items,
    ];
    const first = [...head(), ...column(50, 320, 500, [main('Methods'), text(1)]).items];
    const { references } = readPdf(file([first, second])).structure;
    expect(references.map(({ text: own }) => own)).toEqual(named);
  });

  it('with the hyphen that the text gives it, at the end of its line', () => {
    const twice = `Clinics use ward-based plans. ${text(4)} They keep ward-based plans.`;
    const pdf = withLines([bold('Plans that are ward-', 12), bold('based', 12)], [twice]);
    expect(titles(pdf)).toEqual(['Methods', 'Plans that are ward-based']);
  });

  it('on a first line, in two fonts of one look', () => {
    const led: Text[] = ['Wards.', 'Nurses.', 'Leaders.'].map((lead, seed) => [
      text(seed + 3),
      { lead, leadFont: 'italic' },
    ]);
    const line = [
      item(50, 0, 'Funds of', { font: 'italic-2' }),
      item(95, 0, 'clinics.', { font: 'italic' }),
      item(140, 0, 'They were asked for by all the nurses and leaders of wards'),
    ];
    expect(titles(withLines([line], led))).toEqual([
      'Methods',
      'Wards',
      'Nurses',
      'Leaders',
      'Funds of clinics',
    ]);
  });

  it('on first lines, in a paper that has no others behind its abstract', () => {
    const second = [
      text(1),
      [text(2), { lead: 'Visits to wards.', leadFont: 'bold' }],
      [text(3), { lead: 'Plans of leaders.', leadFont: 'bold' }],
      [text(4), { lead: 'Other funds.', leadFont: 'bold' }],
    ] as Text[];
    const structured = [
      [prose(30, 2), { lead: 'Objectives:', leadFont: 'bold' }],
      [prose(30, 3), { lead: 'Conclusion:', leadFont: 'bold' }],
    ] as Text[];
    const pdf = file([
      [...head().slice(0, -1), ...column(50, 260, 500, structured, { gap: 8 }).items],
      column(50, 80, 500, second, { gap: 8 }).items,
      column(50, 80, 500, [main('References'), ...NUMBERED]).items,
    ]);
    expect(titles(pdf)).toEqual(['Visits to wards', 'Plans of leaders', 'Other funds']);
  });
});

describe('back matter is', () => {
  const body: Text[] = [
    main('Methods'),
    text(1),
    main('Results'),
    text(2),
    main('Discussion'),
    text(3),
  ];
  it('a section where its heading is one of the text’s', () => {
    expect(titles(paper([...body, main('Competing interests'), 'None.'], { gap: 8 }))).toContain(
      'Competing interests',
    );
  });
  it.each<[string, Text[]]>([
    [
      'of lower rank',
      [
        ...body,
        ['Competing interests', { font: 'bold' }],
        'None was declared by anybody, of all who were asked about it by us.',
      ],
    ],
    [
      'without a number, where the sections have one',
      [
        main('1. Methods'),
        text(1),
        main('2. Results'),
        text(2),
        main('3. Discussion'),
        text(3),
        main('Competing interests'),
        'None.',
      ],
    ],
  ])('none where it is %s', (_, texts) => {
    expect(titles(paper(texts, { gap: 8 }))).not.toContain('Competing interests');
  });
});

describe('no heading is', () => {
  it('the last row of a table that is above the text', () => {
    const rows = (seed: number): Text[] => [
      [`Ward ${seed} 0.67 0.99`, { size: 9, font: 'table' }],
      prose(60, seed),
    ];
    const texts: Text[] = [main('Methods'), text(1), ...rows(2), ...rows(3)];
    expect(titles(paper(texts, { gap: 14 }))).toEqual(['Methods']);
  });

  it('a line that ends a sentence, a list that goes on, or one with text right below', () => {
    const texts: Text[] = [
      main('Methods'),
      text(1),
      'We asked all of them.',
      text(2),
      'Leaders were asked for',
      `three things, and more. ${text(3)}`,
    ];
    expect(titles(paper(texts, { gap: 10 }))).toEqual(['Methods']);
  });
});
