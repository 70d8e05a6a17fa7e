/** The authors of a PDF's paper: how journals print names, and where. All names are invented. */
import { describe, expect, it } from 'vitest';
import { type PdfItem, readPdf } from '../../../lib/pdf';
import { namesByLine, namesIn } from '../../../lib/pdf/header/names';
import { NUMBERED, paper, sections, TITLE } from '../../fixtures/pdf/papers';
import { column, file, item, paragraph, prose } from '../../fixtures/pdf/typeset';

describe('a byline has its names', () => {
  const THREE = ['Jane Smith', 'John Doe', 'Ada Stone'];
  // Bars are where raised marks were.
  it.each<[string, string, string[]]>([
    [
      'with degrees behind commas',
      'Jane Smith, MD, PhD | a | , John Doe, PharmD | b | , and Ada Stone, MBA | i',
      THREE,
    ],
    [
      'with degrees behind blanks',
      'Jane Smith MD1, John Doe MD PhD2 and Ada Stone BSc(Hons)1',
      THREE,
    ],
    ['with degrees between semicolons', 'Jane Smith, MD; John Doe, MPH; Ada Stone, RN, MSN', THREE],
    [
      'with towns behind them, between semicolons',
      'Jane Smith, MD | a | , John Doe, MD | c | , and Ada Stone, PhD | a | Oldtown, NW; Newtown, EW',
      THREE,
    ],
    [
      'with a group behind a semicolon',
      'Jane Smith, John Doe, Ada Stone; for the CARE Investigators',
      THREE,
    ],
    [
      'with posts behind blanks',
      'Jane Smith research fellow | 1 | , John Doe professor of care | 2 | , Ada Stone nurse | 1',
      THREE,
    ],
    [
      'with posts behind commas',
      'Jane Smith, research fellow,1 John Doe, professor of care,2 Ada Stone, statistician1',
      THREE,
    ],
    [
      'with ranks of a society',
      'Jane Smith, Senior Member, IEEE, John Doe, and Ada Stone, Member, IEEE',
      THREE,
    ],
    ['with a date below them', 'Jane Smith | John Doe | Ada Stone December 1, 2023', THREE],
    ['with a month below them', 'Jane Smith and John Doe and Ada Stone (May 2023)', THREE],
    ['with titles in front', 'Prof. Dr. med. Jane Smith, Dr. John Doe, PD Dr. Ada Stone', THREE],
    ['with raised Roman numerals', 'Jane Smith | I | , John Doe | II | , Ada Stone | I,III', THREE],
    ['with Roman numerals on the line', 'Jane SmithI, John DoeII, Ada StoneIII', THREE],
    [
      'with figures of the font that are raised',
      'Jane Smith¹, John Doe¹˒², Ada Stone³'.replace('˒', ','),
      THREE,
    ],
    ['with raised pairs of letters', 'Jane Smith, | a | John Doe* | b | and Ada Stone | ab', THREE],
    ['with signs of several kinds', 'Jane Smith1☯*, John Doe1☯, Ada Stone3¤', THREE],
    [
      'with identifiers',
      'Jane Smith 0000-0002-1825-0097, John Doe https://orcid.org/0000-0002-1825-0098, Ada Stone',
      THREE,
    ],
    ['between slashes', 'Jane Smith / John Doe / Ada Stone', THREE],
    ['behind a word for authors', 'Autores: Jane Smith, John Doe y Ada Stone', THREE],
    ['behind "Von"', 'Von Jane Smith, John Doe und Ada Stone', THREE],
    [
      'with initials that no blank follows',
      'J.Smith,J.K.Doe, A.Stone',
      ['J. Smith', 'J.K. Doe', 'A. Stone'],
    ],
    ['in capitals behind initials', 'J.K.SMITH', ['J.K. Smith']],
    [
      'with one in small letters, which its font prints as small capitals',
      'Jane Smith1, John Doe2, Ada stoneham3',
      ['Jane Smith', 'John Doe', 'Ada Stoneham'],
    ],
    [
      'with family names first',
      'SMITH, J.A.; DOE, J.; STONE, M.A.',
      ['Smith, J.A', 'Doe, J', 'Stone, M.A'],
    ],
    [
      'that end in numerals of their own',
      'Jane Smith, Jr., John Doe III, Ada Stone',
      ['Jane Smith Jr', 'John Doe III', 'Ada Stone'],
    ],
  ])('%s', (_, text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it.each([
    ['prose about somebody', 'Jane Smith is a professor of care. John Doe works in Oldtown.'],
    ['an address', 'Oncology Division, Newtown City'],
    ['posts alone', 'Associate Professor, Research Fellow'],
  ])('and %s has none', (_, text) => {
    expect(namesIn(text)).toEqual([]);
  });
});

describe('authors are found', () => {
  const title = paragraph(50, 80, 500, TITLE, { size: 16, font: 'bold', leading: 20 }).items;
  const text = [
    item(50, 230, 'Abstract', { font: 'bold', size: 12 }),
    ...paragraph(50, 246, 500, prose(50, 4)).items,
  ];
  const lines = (x: number, y: number, ...all: string[]): PdfItem[] =>
    all.map((line, i) => item(x, y + 12 * i, line));
  it.each<[string, PdfItem[], string[]]>([
    [
      'on two lines above their addresses, in the same letters',
      lines(
        50,
        124,
        'Ada B. Smith, Carl Jones, Eve',
        'Stone, Guy Brown',
        'Department of Care, University of Nowhere',
        '12345 Oldtown',
      ),
      ['Smith', 'Jones', 'Stone', 'Brown'],
    ],
    [
      'on one line with an address each',
      lines(
        50,
        124,
        'ADA SMITH, University of Nowhere, Oldtown',
        'CARL JONES, Institute of Care, Newtown',
      ),
      ['Smith', 'Jones'],
    ],
    [
      'in front of an address in brackets',
      lines(50, 124, 'Ada Smith (University of Nowhere)'),
      ['Smith'],
    ],
  ])('%s', (_, byline, families) => {
    const pdf = paper(sections('[1]', '[2]'), NUMBERED, { front: [...title, ...byline, ...text] });
    expect(familiesOf(pdf)).toEqual(families);
  });

  it('in a column of their own, beside an abstract that is read first', () => {
    const left = [
      item(50, 130, 'Received: 4 June 2007'),
      ...column(50, 160, 240, [['Abstract', { font: 'bold' }], prose(60, 4)]).items,
    ];
    const right = [
      item(310, 130, 'A.Smith, C.Jones', { font: 'bold' }),
      item(310, 142, 'E.Stone', { font: 'bold' }),
      item(310, 166, 'Department of Care, University of Nowhere', { size: 8 }),
      ...column(310, 190, 240, [prose(40, 5)]).items,
    ];
    const pdf = paper(sections('[1]', '[2]'), NUMBERED, { front: [...title, ...left, ...right] });
    expect(familiesOf(pdf)).toEqual(['Smith', 'Jones', 'Stone']);
  });

  it('below a letter that they sign', () => {
    const letter = [
      ...title,
      ...column(50, 130, 500, [`Clinics differ [1]. ${prose(90, 1)}`, prose(80, 2)], { gap: 8 })
        .items,
      item(50, 500, 'Ada B. Smith, Carl Jones', { font: 'bold' }),
      item(50, 520, 'Department of Care, University of Nowhere', { size: 8 }),
      item(50, 532, 'Email: smith@nowhere.example', { size: 8 }),
      item(50, 560, 'References', { font: 'bold', size: 12 }),
      ...column(50, 580, 500, NUMBERED, { size: 8 }).items,
    ];
    expect(familiesOf(file([letter]))).toEqual(['Smith', 'Jones']);
  });

  it('in how the paper asks to be cited, where no byline is printed', () => {
    const cite = `Cite as: Smith AB, Jones C. ${TITLE}. Journal of Care 2019;12:3-9.`;
    const front = [...title, ...text, ...paragraph(50, 300, 500, cite, { size: 8 }).items];
    expect(familiesOf(paper(sections('[1]', '[2]'), NUMBERED, { front }))).toEqual([
      'Smith',
      'Jones',
    ]);
  });

  it('not in the names of somebody whom the text thanks', () => {
    const front = [...title, ...text];
    const pdf = paper(
      [...sections('[1]', '[2]'), 'We thank', 'Ada Smith and Carl Jones', prose(20, 3)],
      NUMBERED,
      { front },
    );
    expect(familiesOf(pdf)).toEqual([]);
  });
});

const familiesOf = (pdf: ReturnType<typeof file>) =>
  (readPdf(pdf).paper?.authors ?? []).map((name) =>
    'family' in name ? name.family : name.literal,
  );

it('a byline has a name on each line, and a date below them', () => {
  expect(namesByLine(['Jane Smith | John Doe', 'Ada Stone', '12 May 2023'])).toEqual([
    'Jane Smith',
    'John Doe',
    'Ada Stone',
  ]);
});
