/** Sections, references and in-text citations of PDFs. */
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../lib/pdf';
import { head, NAMED, NUMBERED, paper, sections } from '../../fixtures/pdf/papers';
import { column, file, item, paragraph, prose, type Setting } from '../../fixtures/pdf/typeset';

const DOUBLE: Setting = { leading: 9.6 };

describe('a list of references is split', () => {
  const years = (
    list: readonly (string | [string, Setting])[],
    setting: Setting & { gap?: number } = {},
  ) =>
    readPdf(paper(sections('', ''), list, { setting })).structure.references.map(
      ({ year }) => year,
    );
  const all = [2010, 2011, 2012, 2013, 2014];

  it.each<[string, readonly string[], Setting & { gap?: number }]>([
    ['by numbers with a point', NUMBERED, DOUBLE],
    [
      'by numbers in square brackets',
      NUMBERED.map((one) => one.replace(/^(\d)\./, '[$1]')),
      DOUBLE,
    ],
    ['by numbers in round brackets', NUMBERED.map((one) => one.replace(/^(\d)\./, '($1)')), DOUBLE],
    ['by bare numbers', NUMBERED.map((one) => one.replace(/^(\d)\./, '$1')), DOUBLE],
    ['by lines that hang', NAMED, { hang: 12 }],
    ['by first lines that are indented', NAMED, { indent: 12 }],
    ['by white', NAMED, { gap: 6 }],
  ])('%s', (_, list, setting) => {
    expect(years(list, setting)).toEqual(all);
  });

  it('over a table at the head of the next page, in the letters of the text', () => {
    const list = (some: readonly string[]) =>
      some.map((one): [string, Setting] => [one, { size: 8 }]);
    const title: [string, Setting] = ['References', { size: 12, font: 'bold' }];
    const rows = Array.from({ length: 14 }, (_, i) => `0.${i}4 0.${i}7`);
    const first = column(50, 320, 500, sections('', '')).items;
    const second = column(50, 80, 500, [prose(60, 3), title, ...list(NUMBERED.slice(0, 2))]).items;
    const table = column(50, 80, 500, rows);
    const third = [...table.items, ...column(50, table.y + 10, 500, list(NUMBERED.slice(2))).items];
    const { references } = readPdf(file([[...head(), ...first], second, third])).structure;
    expect(references.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('over the foot of a column: a reference goes on above', () => {
    const texts = NUMBERED.map((one, i) => `${one} ${prose(20, i)}`);
    const left = column(
      50,
      80,
      240,
      ['References', ...texts.slice(0, 2)].map((one, i): [string, Setting] =>
        i ? [one, { size: 8 }] : [one, { size: 12, font: 'bold' }],
      ),
    ).items;
    const cut = paragraph(310, 80, 240, 'and the end of the one that began before', { size: 8 });
    const right = column(310, cut.y, 240, texts.slice(2), { size: 8 }).items;
    const { references } = readPdf(
      file([[...head()], [...left, ...cut.items, ...right]]),
    ).structure;
    expect(references.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5']);
    expect(references[1]?.text).toMatch(/began before$/);
  });

  it('with the fields of each, by the one parser', () => {
    const [first] = readPdf(paper(sections('', ''), NUMBERED)).structure.references;
    expect(first).toMatchObject({
      label: '1',
      firstAuthor: 'Adams',
      title: 'Care in wards',
      year: 2010,
      container: 'J Care',
      volume: '12',
      issue: '3',
    });
  });

  it('though no heading announces it, if it is numbered', () => {
    const more = [6, 7, 8].map(
      (n) => `${n}. Young T. More of the same. J Care. 20${10 + n};${n}:1-9.`,
    );
    const { references } = readPdf(
      file([
        head(),
        [...column(50, 80, 500, [prose(90, 1), prose(80, 2)], { gap: 8 }).items],
        column(50, 80, 500, [...NUMBERED, ...more], { size: 8, leading: 10, gap: 4 }).items,
      ]),
    ).structure;
    expect(references).toHaveLength(8);
  });
});

describe('a citation', () => {
  const cited = (one: string, two: string, list: readonly string[], setting: Setting = {}) => {
    const { citations, references } = readPdf(
      paper(sections(one, two), list, { setting }),
    ).structure;
    const place = new Map(references.map(({ id }, i) => [id, i + 1]));
    return citations.map(({ style, refs }) => [style, ...refs.map((ref) => place.get(ref))]);
  };

  it('in brackets is found, ranges counted out', () => {
    expect(cited('[1]', '[2-4,5]', NUMBERED)).toEqual([
      ['numeric', 1],
      ['numeric', 2, 3, 4, 5],
    ]);
  });

  it('by author and year is found', () => {
    expect(
      cited('(Adams & Brown, 2010)', 'as Davis et al. (2012) showed', NAMED, { hang: 12 }),
    ).toEqual([
      ['author-year', 1],
      ['author-year', 3],
    ]);
  });

  it('counts only if the list has its number', () => {
    expect(cited('[1]', '[2], [3], [4], [5] and not [77]', NUMBERED)).toEqual(
      [1, 2, 3, 4, 5].map((number) => ['numeric', number]),
    );
  });

  it('by superscript is found, and addresses and exponents are none', () => {
    const words = ['Clinics differ', 'and wards', 'and teams', 'over 12 m'];
    const row = words.map((word, i) => item(50 + i * 130, 360, word));
    const sups = ['1,2', '3', '4-5', '2'].map((text, i) =>
      item(50 + i * 130 + (words[i]?.length ?? 0) * 5, 356, text, { size: 6 }),
    );
    const made = paper(sections('', ''), NUMBERED);
    const [first, ...rest] = made.pages;
    const text = {
      view: [0, 0, 600, 800],
      items: [...paragraph(50, 300, 500, prose(40, 2)).items, ...row, ...sups],
    };
    const { citations } = readPdf({
      ...made,
      pages: [first as (typeof made.pages)[number], text, ...rest],
    }).structure;
    expect(citations.map(({ text: marker, refs }) => [marker, refs.length])).toEqual([
      ['1,2', 2],
      ['3', 1],
      ['4-5', 2],
    ]);
  });

  it('is in its sentence and section, and these know it', () => {
    const {
      sections: all,
      sentences,
      citations,
    } = readPdf(paper(sections('[1]', '[2]'), NUMBERED)).structure;
    const [, second] = citations;
    expect(all[second?.section ?? -1]?.title).toBe('Results');
    expect(sentences[second?.sentence ?? -1]).toMatchObject({
      text: 'Champions helped [2].',
      citations: [1],
    });
  });

  it('has its place in the reading text', () => {
    const { text, structure } = readPdf(paper(sections('[1]', '[2]'), NUMBERED));
    for (const { start, end, text: marker } of structure.citations)
      expect(text.text.slice(start, end)).toBe(marker);
  });
});

describe('sections are headed', () => {
  const titles = (texts: readonly (string | [string, Setting])[], more = {}) =>
    readPdf(paper(texts, NUMBERED, more)).structure.sections.map(
      ({ level, title }) => `${level} ${title}`,
    );

  it('by the look in which known words are printed, with all that looks so', () => {
    const bold: Setting = { font: 'bold', size: 12 };
    expect(
      titles([
        ['Introduction', bold],
        prose(40, 1),
        ['Wards and what they lack', bold],
        prose(40, 2),
      ]),
    ).toEqual(['1 Abstract', '1 Introduction', '1 Wards and what they lack', '1 References']);
  });

  it('by smaller looks below larger ones, and numbers say how deep', () => {
    const texts: (string | [string, Setting])[] = [
      ['2. Methods', { font: 'bold', size: 12 }],
      prose(40, 1),
      ['2.1 Wards', { font: 'italic' }],
      prose(40, 2),
      ['2.2 Teams', { font: 'italic' }],
      prose(40, 3),
    ];
    expect(titles(texts)).toEqual([
      '1 Abstract',
      '1 2. Methods',
      '2 2.1 Wards',
      '2 2.2 Teams',
      '1 References',
    ]);
  });

  it('on the first line of paragraphs, in a font that opens several', () => {
    const lead = (text: string, seed: number): [string, Setting] => [
      prose(30, seed),
      { lead: text, leadFont: 'italic' },
    ];
    expect(
      titles([
        ['Methods', { font: 'bold', size: 12 }],
        lead('Wards.', 1),
        lead('Teams and leaders.', 2),
        lead('Funds.', 3),
      ]),
    ).toEqual([
      '1 Abstract',
      '1 Methods',
      '2 Wards',
      '2 Teams and leaders',
      '2 Funds',
      '1 References',
    ]);
  });

  it('on the first line, where the text goes on in the font of the heading', () => {
    const lead = (number: string, text: string, seed: number): [string, Setting] => [
      prose(30, seed),
      { lead: `${number} ${text}. ${text}`, leadFont: 'italic' },
    ];
    const bold: Setting = { font: 'bold', size: 12 };
    expect(
      titles([
        ['3. Results', bold],
        lead('3.1.', 'Wards', 1),
        lead('3.2.', 'Teams', 2),
        lead('3.3.', 'Funds', 3),
      ]),
    ).toEqual([
      '1 Abstract',
      '1 3. Results',
      '2 3.1. Wards',
      '2 3.2. Teams',
      '2 3.3. Funds',
      '1 References',
    ]);
  });

  it('over two lines, the second of which is indented', () => {
    const bold: Setting = { font: 'bold', size: 12, leading: 13, hang: 12 };
    expect(
      titles([
        ['1. Introduction', bold],
        prose(40, 1),
        ['2. What the Wards of Rural Clinics and Teams Lack in Winter', bold],
        prose(40, 2),
      ]),
    ).toContain('1 2. What the Wards of Rural Clinics and Teams Lack in Winter');
  });

  it('not by a stressed word that opens one paragraph', () => {
    const lead = (text: string): [string, Setting] => [
      prose(30, 2),
      { lead: text, leadFont: 'italic' },
    ];
    expect(
      titles([['Methods', { font: 'bold', size: 12 }], prose(40, 1), lead('Nota bene.')]),
    ).toEqual(['1 Abstract', '1 Methods', '1 References']);
  });

  it('by the file’s outline, where they look like the text', () => {
    const outline = [{ title: 'Wards in winter', level: 2 }];
    expect(
      titles(
        [['Results', { font: 'bold', size: 12 }], prose(40, 1), 'Wards in winter', prose(40, 2)],
        { outline },
      ),
    ).toContain('1 Wards in winter');
  });
});

describe('headings on the first line of paragraphs', () => {
  const led = (lead: string, words: number, seed: number): [string, Setting] => [
    prose(words, seed),
    { lead, leadFont: 'lead' },
  ];
  const titlesOf = (texts: (string | [string, Setting])[]) =>
    readPdf(paper(texts, NUMBERED)).structure.sections.map(({ title }) => title);

  it('need no stop, where a font opens paragraphs so again and again', () => {
    const texts = [
      ...sections('[1]', '[2]'),
      led('Local wards', 30, 1),
      led('Rural clinics', 30, 4),
      led('Funds of teams', 30, 6),
    ];
    expect(titlesOf(texts)).toEqual(
      expect.arrayContaining(['Local wards', 'Rural clinics', 'Funds of teams']),
    );
  });

  it('are not words that a sentence in small letters goes on from', () => {
    const texts = [
      ...sections('[1]', '[2]'),
      ...['Wards', 'Clinics', 'Funds'].map((lead, i): [string, Setting] => [
        `of all ${prose(30, i)}`,
        { lead, leadFont: 'lead' },
      ]),
    ];
    expect(titlesOf(texts)).not.toContain('Wards');
  });

  it('are not of the heading on the line above them', () => {
    const [first, ...rest] = sections('[1]', '[2]');
    const close = (y: number) => [
      item(310, y, 'Limitations', { font: 'bold' }),
      ...paragraph(310, y + 13, 240, prose(30, 2), { lead: 'Wards.', leadFont: 'lead' }).items,
      ...paragraph(310, y + 130, 240, prose(30, 3), { lead: 'Clinics.', leadFont: 'lead' }).items,
      ...paragraph(310, y + 260, 240, prose(30, 4), { lead: 'Funds.', leadFont: 'lead' }).items,
    ];
    const pdf = paper([first as string, ...rest], NUMBERED);
    const pages = pdf.pages.map(({ items }) => [...items]);
    pages.splice(1, 0, [...column(50, 80, 240, [prose(200, 6)]).items, ...close(80)]);
    const found = readPdf(file(pages)).structure.sections.map(({ title }) => title);
    expect(found).toEqual(expect.arrayContaining(['Limitations', 'Wards', 'Clinics', 'Funds']));
  });

  it('head no section where they are of back matter', () => {
    const texts = [
      ...sections('[1]', '[2]'),
      prose(60, 7),
      led('Funding.', 20, 1),
      led('Conflict of interest.', 20, 4),
      led('Acknowledgements.', 20, 6),
    ];
    expect(titlesOf(texts)).not.toContain('Funding');
  });
});
