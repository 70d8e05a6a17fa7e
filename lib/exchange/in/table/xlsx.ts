/**
 * The sheets of a workbook (Office Open XML, ECMA-376) as rows of texts. Read here and at once, because the bytes are a
 * stranger's: each part is unpacked only as far as its limit, no worker is started for it, and a date stays told apart from
 * the text that it was typed as.
 */
import { XmlFault } from '../../codebook/xml';
import { ZipFault, type ZipFile } from '../zip-file';
import { MOST_COLUMNS, MOST_ROWS, type TableRow } from './table';
import { attribute, tagsOf, textOf } from './xml-tags';

export interface SheetOfFile {
  name: string;
  /** Read when it is asked for. @throws ZipFault, XmlFault */
  rows(): TableRow[];
}

/** Unpacked; a sheet of 100,000 rows of our widest table has about 100 MB. */
const MOST_BYTES = 200_000_000;
/** Of all sheets together, empty ones before a filled one among them: a few bytes of a file can address a cell that is far away. */
const MOST_CELLS = 10_000_000;

export const isWorkbook = (zip: ZipFile | null): zip is ZipFile =>
  zip?.has('xl/workbook.xml') ?? false;

/** @throws ZipFault, XmlFault */
export const sheetsOf = (zip: ZipFile): SheetOfFile[] => new Workbook(zip).sheets();

/** What reading a workbook gives, or the sentence where it cannot be read. */
export function readOr<T>(read: () => T): T | string {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ZipFault) && !(error instanceof XmlFault)) throw error;
    return `This workbook ${error.message}. Nothing was imported.`;
  }
}

class Workbook {
  #left = MOST_BYTES;
  #cells = 0;

  constructor(private readonly zip: ZipFile) {}

  sheets(): SheetOfFile[] {
    const targets = this.#targets();
    const texts = this.#texts();
    const dates = this.#dateLooks();
    const sheets: SheetOfFile[] = [];
    for (const { name, source, isClosing } of tagsOf(this.#part('xl/workbook.xml'))) {
      if (name !== 'sheet' || isClosing) continue;
      const path = targets.get(attribute(source, 'id'));
      if (path && this.zip.has(path))
        sheets.push({
          name: attribute(source, 'name'),
          rows: () => this.#rows(path, texts, dates),
        });
    }
    return sheets;
  }

  #part(name: string): string {
    if (!this.zip.has(name)) return '';
    const bytes = this.zip.read(name, this.#left);
    this.#left -= bytes.length;
    return new TextDecoder().decode(bytes);
  }

  /** By the id of a relation the part that it leads to. */
  #targets(): Map<string, string> {
    const targets = new Map<string, string>();
    for (const { name, source } of tagsOf(this.#part('xl/_rels/workbook.xml.rels'))) {
      if (name !== 'Relationship') continue;
      const target = attribute(source, 'Target');
      targets.set(
        attribute(source, 'Id'),
        target.startsWith('/') ? target.slice(1) : `xl/${target}`,
      );
    }
    return targets;
  }

  #texts(): string[] {
    const xml = this.#part('xl/sharedStrings.xml');
    const texts: string[] = [];
    let text = '';
    let isPhonetic = false;
    for (const { name, isClosing, isEmpty, end } of tagsOf(xml)) {
      if (name === 'rPh') isPhonetic = !isClosing;
      else if (name === 'si' && !isClosing) {
        text = '';
        if (isEmpty) texts.push('');
      } else if (name === 'si')
        // Here, and not in each of the cells that refer to it: a text would be there as often.
        texts.push(unescaped(text));
      else if (name === 't' && !isClosing && !isEmpty && !isPhonetic) text += textOf(xml, end);
    }
    return texts;
  }

  /** Looks of cells whose numbers are dates. */
  #dateLooks(): ReadonlySet<number> {
    const own = new Map<string, string>();
    const looks = new Set<number>();
    let isLook = false;
    let at = 0;
    for (const { name, source, isClosing } of tagsOf(this.#part('xl/styles.xml'))) {
      if (name === 'numFmt')
        own.set(attribute(source, 'numFmtId'), attribute(source, 'formatCode'));
      if (name === 'cellXfs') isLook = !isClosing;
      if (name !== 'xf' || !isLook || isClosing) continue;
      const id = attribute(source, 'numFmtId');
      if (isDate(Number(id), own.get(id))) looks.add(at);
      at += 1;
    }
    return looks;
  }

  #rows(path: string, texts: readonly string[], dates: ReadonlySet<number>): TableRow[] {
    const xml = this.#part(path);
    const rows: TableRow[] = [];
    let [line, column] = [0, -1];
    let cells: string[] = [];
    let headings: string[] | undefined;
    let [type, look, value] = ['', 0, ''];
    for (const { name, source, isClosing, isEmpty, end } of tagsOf(xml)) {
      if (name === 'row' && !isClosing) {
        line = Number(attribute(source, 'r')) || line + 1;
        [cells, column] = [[], -1];
        rows.push({ line, cells });
        // One more than is taken, and the headings: the table is refused for it.
        if (rows.length > MOST_ROWS + 2) break;
      } else if (name === 'c' && !isClosing) {
        column = columnOf(attribute(source, 'r')) ?? column + 1;
        [type, look, value] = [attribute(source, 't'), Number(attribute(source, 's')), ''];
      } else if ((name === 'v' || name === 't') && !isClosing && !isEmpty)
        value += textOf(xml, end);
      if (name !== 'c' || !(isClosing || isEmpty) || !value) continue;
      const text = shown(type, value, texts, dates.has(look));
      if (text.trim()) headings ??= cells;
      // Of headings one more than is taken: the table is refused for it. Below them it belongs to no column.
      if (column >= MOST_COLUMNS && cells !== headings) continue;
      this.#put(cells, Math.min(column, MOST_COLUMNS), text);
    }
    return rows;
  }

  /** @throws ZipFault where these are more cells than have room */
  #put(cells: string[], column: number, text: string): void {
    this.#cells += Math.max(0, column + 1 - cells.length);
    if (this.#cells > MOST_CELLS) throw new ZipFault('has more cells than can be read');
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }
}

function shown(type: string, value: string, texts: readonly string[], isDay: boolean): string {
  if (type === 's') return texts[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'e') return '';
  if (type === 'str' || type === 'inlineStr') return unescaped(value);
  const number = Number(value);
  return isDay && Number.isFinite(number) ? dayOf(number) : value;
}

/** `_x000D_` is the character with that number. */
const unescaped = (text: string): string =>
  text.replace(/_x([\da-f]{4})_/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );

/** The day that a spreadsheet counts as 0, and milliseconds of one. */
const FIRST_DAY = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

function dayOf(number: number): string {
  const time = FIRST_DAY + Math.round(number * DAY);
  return Math.abs(time) < 8e15 ? new Date(time).toISOString() : String(number);
}

/** "B12" is in column 1. */
function columnOf(address: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(address)?.[0];
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Formats that every program knows by their number; others by their code, without what is quoted in it. */
function isDate(id: number, code: string | undefined): boolean {
  if ((id >= 14 && id <= 22) || (id >= 45 && id <= 47)) return true;
  return code !== undefined && /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^[\]]*\]|\\./g, ''));
}
