/** The paper that a PDF is: by what is printed, with what the file states as a hint. */
import { describe, expect, it } from 'vitest';
import { type PdfFile, type PdfItem, readPdf } from '../../../lib/pdf';
import { head, NUMBERED, paper, sections, TITLE } from '../../fixtures/pdf/papers';
import { column, file, item, paragraph, prose } from '../../fixtures/pdf/typeset';

const OWN = '10.5555/care.2019.77';
const made = (more: PdfItem[] = [], rest: Partial<PdfFile> = {}) =>
  paper(sections('[1]', '[2]'), NUMBERED, { front: head(more), ...rest });
const moved = (one: PdfItem, by: number): PdfItem => ({
  ...one,
  transform: one.transform.map((value, index) => (index === 5 ? value - by : value)),
});
const read = (pdf: PdfFile) => readPdf(pdf).paper;

it('title, authors and kind are read off the first page', () => {
  const { kind, paper: found } = readPdf(made());
  expect({ kind, title: found?.title, authors: found?.authors }).toEqual({
    kind: 'article',
    title: TITLE,
    authors: [
      { family: 'Smith', given: 'Ada B.' },
      { family: 'Jones', given: 'Carl' },
    ],
  });
});

describe('the title is', () => {
  it.each<[string, PdfFile]>([
    [
      'not the name of a journal in larger letters',
      made([item(50, 40, 'Journal of Invented Care', { size: 22, font: 'logo' })]),
    ],
    [
      'not the label of its kind',
      made([item(50, 60, 'ORIGINAL ARTICLE', { size: 16, font: 'bold' })]),
    ],
    ['not what a typesetter’s file is called', made([], { info: { Title: 'care-77-final.indd' } })],
    [
      'not another one that the file states',
      made([], { info: { Title: 'A template for papers of our journal' } }),
    ],
    [
      'found below a cover sheet',
      file([
        [
          item(50, 100, 'Nowhere University Repository', { size: 20 }),
          ...paragraph(
            50,
            140,
            500,
            'This is the author manuscript of a paper. Downloaded from the repository; terms of use apply.',
          ).items,
        ],
        ...made().pages.map(({ items }) => [...items]),
      ]),
    ],
  ])('%s', (_, pdf) => {
    expect(read(pdf)?.title).toBe(TITLE);
  });

  it('the file’s own word, where nothing printed is like one', () => {
    const pdf = made([], { info: { Title: TITLE } });
    const [first, ...rest] = pdf.pages;
    const items = first?.items.filter(({ transform }) => (transform[5] ?? 0) < 640) ?? [];
    expect(read({ ...pdf, pages: [{ view: [0, 0, 600, 800], items }, ...rest] })?.title).toBe(
      TITLE,
    );
  });
});

it('a title goes on behind a colon, below a label in its size and another font', () => {
  const set = (y: number, text: string, font: string) => item(50, y, text, { size: 16, font });
  const lines = [
    set(30, 'Case Report', 'italic'),
    set(54, 'Champions in wards:', 'bold'),
    set(74, 'what they lack', 'bold'),
    item(50, 110, 'Ada B. Smith and Carl Jones'),
  ];
  const rest = head().filter(({ transform }) => (transform[5] ?? 0) < 640);
  const pdf = paper(sections('[1]', '[2]'), NUMBERED, { front: [...lines, ...rest] });
  expect(read(pdf)?.title).toBe('Champions in wards: what they lack');
});

describe('a title goes on', () => {
  const set = (y: number, text: string, font = 'bold') => item(50, y, text, { size: 16, font });
  const rest = head().filter(({ transform }) => (transform[5] ?? 0) < 640);
  it.each<[string, PdfItem[], string]>([
    [
      'behind a colon with words that might be a name',
      [set(54, 'Champions in wards:'), set(90, 'An Uncommon Case Report')],
      'Champions in wards: An Uncommon Case Report',
    ],
    [
      'on a line in a font of its own',
      [
        set(54, 'Spread of invented guidelines by'),
        set(74, 'Clinicus ruralis', 'italic'),
        set(94, 'in local wards'),
      ],
      'Spread of invented guidelines by Clinicus ruralis in local wards',
    ],
  ])('%s', (_, lines, title) => {
    const front = [...lines, item(50, 120, 'Ada B. Smith and Carl Jones'), ...rest];
    const found = read(paper(sections('[1]', '[2]'), NUMBERED, { front }));
    expect(found?.title).toBe(title);
    expect(found?.authors?.length).toBe(2);
  });
});

it('a banner of the journal is not the title, though running heads repeat it', () => {
  const banner = item(50, 40, 'Invented Care', { size: 26, font: 'logo' });
  const pages = made([banner]).pages.map(({ items }) => [...items, item(50, 20, 'Invented Care')]);
  expect(read(file(pages))).toMatchObject({ title: TITLE, containerTitle: 'Invented Care' });
});

describe('authors are read', () => {
  const rest = head().filter(({ transform }) => (transform[5] ?? 0) < 640);
  const title = paragraph(50, 80, 500, TITLE, { size: 16, font: 'bold', leading: 20 }).items;
  const cell = (x: number, y: number, name: string) =>
    [name, 'University of Nowhere', '12345 Oldtown', 'mail@nowhere.example'].map((text, i) =>
      item(x, y + 12 * i, text),
    );
  it.each<[string, PdfItem[], string[]]>([
    ['above the title', [item(50, 50, 'Ada B. Smith, Carl Jones'), ...title], ['Smith', 'Jones']],
    [
      'in capitals, with the last behind AND',
      [...title, item(50, 124, 'ADA B. SMITH, CARL JONES AND EVE STONE')],
      ['Smith', 'Jones', 'Stone'],
    ],
    [
      'in capitals, with a name on two lines and a degree',
      [
        ...title,
        item(50, 124, 'ADA B. SMITH, MD, CARL JONES, COURTNEY', { font: 'caps' }),
        item(50, 136, 'STONE, PHD, GUY BROWN', { font: 'caps' }),
      ],
      ['Smith', 'Jones', 'Stone', 'Brown'],
    ],
    [
      'row by row, where each has a cell with an address',
      [
        ...title,
        ...cell(50, 124, 'Ada Smith'),
        ...cell(250, 124, 'Carl Jones'),
        ...cell(450, 124, 'Eve Stone'),
        ...cell(50, 190, 'Guy Brown'),
        ...cell(250, 190, 'Ida White'),
      ],
      ['Smith', 'Jones', 'Stone', 'Brown', 'White'],
    ],
  ])('%s', (_, top, families) => {
    const front = [...top, ...rest.map((one) => moved(one, 80))];
    const pdf = paper(sections('[1]', '[2]'), NUMBERED, { front });
    expect(read(pdf)?.authors?.map((name) => ('family' in name ? name.family : name))).toEqual(
      families,
    );
  });
});

describe('the DOI is', () => {
  it.each<[string, PdfFile, string | undefined]>([
    ['the one beside the title', made([item(50, 60, `https://doi.org/${OWN}`)]), OWN],
    [
      'the one in the running heads',
      file(made().pages.map(({ items }) => [...items, item(50, 30, `J Care 2019 doi:${OWN}`)])),
      OWN,
    ],
    [
      'the one that the file states, where none is printed',
      made([], { xmp: { 'prism:doi': [OWN] } }),
      OWN,
    ],
    [
      'arXiv’s, where arXiv has stamped the copy',
      made([
        item(50, 60, `doi: ${OWN}`),
        {
          str: 'arXiv:2101.01234v2 [cs.CY] 4 Jan 2021',
          transform: [0, 20, -20, 0, 30, 200],
          width: 300,
          fontName: 'stamp',
        },
      ]),
      '10.48550/arxiv.2101.01234',
    ],
    [
      'whole, where its hyphen is of another kind',
      made([item(400, 52, 'DOI: 10.5555/1234‑5678.90123')]),
      '10.5555/1234-5678.90123',
    ],
    [
      'whole, where it is set on two lines behind a serial’s number',
      made([item(400, 52, 'DOI: 10.5555/1234-5678.'), item(400, 64, '90123')]),
      '10.5555/1234-5678.90123',
    ],
    [
      'not one that is of another work',
      made([item(50, 60, 'Comment on: doi:10.5555/other.1')]),
      undefined,
    ],
    [
      'not one of the reference list',
      paper(
        sections('[1]', '[2]'),
        NUMBERED.map((one, i) => `${one} doi:10.5555/ref.${i}`),
      ),
      undefined,
    ],
    [
      'not one at the head of a single later page, where a reference may end',
      file(
        made([item(50, 60, `doi:${OWN}`)]).pages.map(({ items }, page) => [
          ...items,
          item(300, 20, 'Invented Care of Nowhere, Elsewhere and Oldtown'),
          ...(page ? [item(50, 20, 'doi:10.5555/other.9')] : []),
        ]),
      ),
      OWN,
    ],
    ['not a template’s', made([item(50, 60, 'DOI: 10.xxxx/draft')]), undefined],
    [
      'not that of a work which a note at the foot of the page cites',
      made([
        item(50, 740, '1', { size: 5 }),
        item(
          55,
          744,
          'Adams, K. (2010). Care in wards and what it takes. Journal of Care, 12, 45-50.',
          {
            size: 8,
          },
        ),
        item(50, 754, 'https://doi.org/10.5555/ward.2010', { size: 8 }),
      ]),
      undefined,
    ],
    [
      'not that of a work in a list which begins on the first page',
      file([
        [
          ...head(),
          ...paragraph(50, 280, 500, `Clinics differ [1]. ${prose(60, 3)}`).items,
          item(50, 400, 'References', { font: 'bold', size: 12 }),
          ...column(
            50,
            420,
            500,
            NUMBERED.slice(0, 4).map((one, i) => `${one} doi:10.5555/ref.${i}`),
            { size: 8, gap: 4 },
          ).items,
        ],
      ]),
      undefined,
    ],
    [
      'not that of data that the abstract mentions',
      made(
        paragraph(
          50,
          280,
          500,
          `${prose(30, 2)} All answers of nurses and the code are kept under 10.5061/dryad.c4r3 for everybody. ${prose(12, 5)}`,
        ).items,
      ),
      undefined,
    ],
    [
      'not one of two that are printed alike',
      made([item(50, 60, 'doi:10.5555/care.1'), item(400, 60, 'doi:10.5555/other.2')]),
      undefined,
    ],
    [
      'the paper’s where a figure’s is printed too',
      made([
        item(50, 60, `doi:${OWN}.g001`, { size: 7 }),
        item(400, 60, `doi:${OWN}`, { size: 7 }),
      ]),
      OWN,
    ],
    [
      'the publisher’s, where a cover sheet gives the copy another one',
      file([
        [
          item(50, 100, 'Nowhere University Repository', { size: 20 }),
          ...paragraph(
            50,
            140,
            500,
            'This is the author manuscript of a paper. Downloaded from the repository; terms of use apply.',
          ).items,
          item(50, 300, 'doi:10.5555/nowhere.repository.9'),
        ],
        ...made([item(50, 60, `doi:${OWN}`)]).pages.map(({ items }) => [...items]),
      ]),
      OWN,
    ],
    [
      'whole, where the end of a narrow line cuts it without a sign',
      made([
        ...[
          'Correspondence to the first',
          'author. Cited with the DOI',
          'https://doi.org/10.5555/car',
          'e.2019.77 and no other one.',
        ].map((text, i) => item(430, 30 + 10 * i, text, { size: 8 })),
      ]),
      OWN,
    ],
  ])('%s', (_, pdf, doi) => {
    expect(read(pdf)?.doi).toBe(doi);
  });
});

describe('year and journal are', () => {
  const heads = (text: string) =>
    file(made().pages.map(({ items }) => [...items, item(50, 30, text)]));
  it.each<[string, PdfFile, number | undefined, string | undefined]>([
    [
      'in the line of the running heads, behind the authors',
      heads('Smith and Jones Journal of Invented Care (2019) 12:77'),
      2019,
      'Journal of Invented Care',
    ],
    [
      'in a line that gives volume and pages',
      made([item(50, 40, 'Invented Care Reports 2018;12(3):45-50')]),
      2018,
      'Invented Care Reports',
    ],
    [
      'what the file states, where no line gives them',
      made([], {
        xmp: { 'prism:publicationname': ['Care Letters'], 'prism:publicationdate': ['2017-03-01'] },
      }),
      2017,
      'Care Letters',
    ],
    [
      'how the paper is cited on its own page',
      made([
        item(50, 740, `Cite as: Smith AB, Jones C. ${TITLE}. Invented Care. 2018.`, { size: 5 }),
      ]),
      2018,
      'Invented Care',
    ],
    [
      'not when others published, as prose says',
      made([
        item(50, 60, '© 2018 The authors'),
        ...paragraph(
          50,
          268,
          500,
          `${prose(20, 2)} We read all that was published before 2003, and what was not.`,
        ).items,
      ]),
      2018,
      undefined,
    ],
    [
      'in a line behind dates',
      made([item(50, 40, 'Accepted 4 May 2017. Invented Care 2018;12(3):45-67.')]),
      2018,
      'Invented Care',
    ],
    [
      'by the date of publication before that of receipt',
      made([item(50, 40, 'Received: 2 May 2015. Published: 4 June 2016')]),
      2016,
      undefined,
    ],
  ])('%s', (_, pdf, year, journal) => {
    const found = read(pdf);
    expect([found?.year, found?.containerTitle]).toEqual([year, journal]);
  });
});

describe('no paper is', () => {
  it.each<[string, PdfFile, string]>([
    [
      'a leaflet',
      file([
        [
          item(50, 60, 'Your stay with us', { size: 20 }),
          ...paragraph(50, 100, 500, prose(120, 1)).items,
        ],
      ]),
      'text',
    ],
    ['a scan without text', file([[], [], []]), 'none'],
    [
      'a ciphered text',
      file([
        paragraph(
          50,
          100,
          500,
          prose(200, 1)
            .replace(/[aeiou]/gi, 'x')
            .replace(/y/g, 'z'),
        ).items,
      ]),
      'garbled',
    ],
    [
      'a text of signs that no font has',
      file([paragraph(50, 100, 500, '\ue001\ue002\ue003\ue004 '.repeat(40)).items]),
      'garbled',
    ],
  ])('%s', (_, pdf, quality) => {
    expect(readPdf(pdf)).toMatchObject({ kind: 'none', quality });
  });
});
