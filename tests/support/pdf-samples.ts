/** PDFs of ours for the reader: an invented paper of three pages with two columns each, and files of which something is wrong. */
import { prose } from '../fixtures/pdf/typeset';
import { type PdfText, type Written, writePdf } from './write-pdf';

export const TITLE = 'Local champions and the uptake of invented guidelines';
export const DOI = '10.5555/bearing-pdf.7';
/** The first page is printed as this one. */
export const FIRST_LABEL = 117;

/** Statements with citations, in the order of the text. The first goes from column to column, the third to the next page. */
export const OVER_COLUMN =
  'Leaders who met the teams every week kept them together for years [2,3].';
export const IN_LINE = 'Pay was mentioned by no study of these wards [4].';
export const OVER_PAGE =
  'Training for all nurses was associated with the uptake of guidelines in rural clinics [1].';
/** Words with a line's end between them. */
export const OVER_LINE = 'unhurried supervision of volunteers';

const LEFT = 50;
const RIGHT = 320;
const TOP = 90;
const LEADING = 13;
/** So many letters fit into a column. */
const COLUMN = 42;
const SIZE = 10;

function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= COLUMN)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const down = (
  x: number,
  top: number,
  lines: readonly (string | { heading: string })[],
): PdfText[] => {
  let y = top;
  return lines.map((line) => {
    const heading = typeof line !== 'string';
    y += heading ? 2 * LEADING : LEADING;
    const at = { x, y, text: heading ? line.heading : line, size: heading ? 13 : SIZE };
    return heading ? { ...at, bold: true } : at;
  });
};

const running = (page: number): PdfText[] => [
  { x: LEFT, y: 40, text: 'Journal of Invented Care', size: 8 },
  { x: 530, y: 40, text: String(FIRST_LABEL + page), size: 8 },
];

const REFERENCES = [
  ['1. Adams K, Brown L. Care in wards. J Care.', '2010;12(3):45-50.'],
  ['2. Clark M. Teams at work. Nurse Today.', '2011;8:101-9.'],
  ['3. Davis N, Evans O. Plans that hold. J Care.', '2012;14:1-7.'],
  ['4. Green Q. Funds for clinics. Health Money.', '2013;2:12-19.'],
];

const PAGES: readonly (readonly PdfText[])[] = [
  [
    ...running(0),
    { x: LEFT, y: 90, text: TITLE, size: 17, bold: true },
    { x: LEFT, y: 115, text: 'Ada B. Smith and Carl Jones', size: 11 },
    { x: LEFT, y: 132, text: `https://doi.org/${DOI}`, size: 8 },
    ...down(LEFT, 150, [
      { heading: 'Introduction' },
      ...wrapped(`${prose(150, 1)} They work together.`),
      'Leaders who met the teams every week kept',
      'them to-',
    ]),
    ...down(RIGHT, 163, [
      'gether for years [2,3]. Others left the wards.',
      ...wrapped(`${prose(40, 2)} ${IN_LINE} ${prose(70, 3)} Volunteers asked for`),
      'more unhurried supervision',
      'of volunteers and of those who teach.',
      ...wrapped(prose(18, 4)),
      'Training for all nurses was associated with',
    ]),
  ],
  [
    ...running(1),
    ...down(LEFT, TOP, [
      'the uptake of guidelines in rural clinics [1].',
      ...wrapped(prose(60, 5)),
      { heading: 'Methods' },
      ...wrapped(prose(160, 6)),
    ]),
    ...down(RIGHT, TOP, [
      ...wrapped(prose(60, 7)),
      { heading: 'Results' },
      ...wrapped(prose(160, 8)),
    ]),
  ],
  [
    ...running(2),
    ...down(LEFT, TOP, [
      ...wrapped(prose(60, 9)),
      { heading: 'Discussion' },
      ...wrapped(prose(150, 10)),
    ]),
    ...down(RIGHT, TOP - LEADING, [{ heading: 'References' }, ...REFERENCES.flat()]),
  ],
];

/** Where a statement is printed that begins with a line of its own: the places of its lines. */
export function linesOf(quote: string): { page: number; x: number; y: number; size: number }[] {
  const count = quote === OVER_COLUMN ? 3 : 2;
  const lines = PAGES.flatMap((texts, page) =>
    // What runs above the text is not of it.
    texts.slice(2).map(({ x, y, text, size = SIZE }) => ({ page, x, y, size, text })),
  );
  const first = lines.findIndex(({ text }) => text.length > 20 && quote.startsWith(text));
  return lines.slice(first, first + count).map(({ text: _, ...place }) => place);
}

const PAPER: Written = {
  pages: PAGES,
  info: { Title: TITLE },
  outline: [
    { title: 'Introduction', page: 0 },
    { title: 'Methods', page: 1 },
    { title: 'References', page: 2 },
  ],
  firstLabel: FIRST_LABEL,
};

/** The invented paper. */
export const paperPdf = (more: Partial<Written> = {}): Buffer =>
  Buffer.from(writePdf({ ...PAPER, ...more }));

/** The paper without its identifier. */
export const namelessPdf = (): Buffer =>
  paperPdf({
    pages: PAGES.map((page) => page.filter(({ text }) => !text.includes(DOI))),
    info: { Title: 'Another' },
  });

/** A text with citations and a list, and nothing above it that could be a title. */
export const titlelessPdf = (): Buffer =>
  paperPdf({
    pages: PAGES.slice(1).map((page) => page.slice(2)),
    info: {},
  });

/** Pages that are pictures. */
export const scanPdf = (): Buffer =>
  paperPdf({ pages: [0, 1].map(() => [{ picture: { x: 60, y: 60, width: 480, height: 680 } }]) });

/** The paper with letters that are named otherwise than they are painted: A is Z, B is Y. */
export const cipheredPdf = (): Buffer =>
  paperPdf({
    named: (letter) => {
      const first = letter < 'a' ? 'A' : 'a';
      const place = letter.charCodeAt(0) - first.charCodeAt(0);
      return String.fromCharCode(first.charCodeAt(0) + 25 - place);
    },
  });

/** The number of an object that no file of ours has. */
const FILLING = 9_999;

/** A file as long as one wants: it is filled up with an object that nothing refers to, of which nothing is kept. */
export class LongPdf {
  private readonly head: Buffer;
  private readonly tail: Buffer;

  constructor(
    file: Buffer,
    readonly length: number,
  ) {
    const table = file.lastIndexOf('xref\n0 ');
    const opening = `${FILLING} 0 obj\n<< /Length ${length} >>\nstream\n`;
    const closing = '\nendstream\nendobj\n';
    const rest = file.subarray(table).toString('latin1');
    // The number of digits of the table's new place is known before the place is.
    const digits = String(length).length;
    const size = rest.replace(/startxref\n\d+/, `startxref\n${'0'.repeat(digits)}`).length;
    const place = String(length - size).padStart(digits, '0');
    this.head = Buffer.concat([file.subarray(0, table), Buffer.from(opening)]);
    this.tail = Buffer.from(
      closing + rest.replace(/startxref\n\d+/, `startxref\n${place}`),
      'latin1',
    );
  }

  /** The bytes from one place to another, not including the latter. */
  slice(from: number, to: number): Buffer {
    const bytes = Buffer.alloc(to - from, ' ');
    const tailAt = this.length - this.tail.length;
    if (from < this.head.length) this.head.copy(bytes, 0, from, Math.min(to, this.head.length));
    if (to > tailAt)
      this.tail.copy(bytes, Math.max(0, tailAt - from), Math.max(0, from - tailAt), to - tailAt);
    return bytes;
  }
}
