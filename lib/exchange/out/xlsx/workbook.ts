/**
 * A workbook (Office Open XML, ECMA-376) of texts and numbers. A text is never anything else: it is a shared string, which no
 * program runs or reads as a date, and where typing it again would make a formula, a number or a date of it, its cell has the
 * mark of a typed apostrophe (`quotePrefix`), so that it stays a text when a reader edits it. Written here, because four kinds
 * of part are all that tables need, and escapes, looks and what is cut are to be ours; the zip is made in one call, because
 * libraries that start a worker for it wait for ever where a policy refuses one.
 */
import { escapeXml } from '../../codebook/xml';
import { sanitizeText } from '../../text';
import { zipped } from '../../zip';
import { indexIn, type Look, Shared, type Sheet } from './shared';
import { sheetXml } from './sheet';

/** The most characters that a cell can hold, by the specification of Excel. */
export const MOST_IN_CELL = 32_767;
/** The most rows of a sheet. */
export const MOST_ROWS = 1_048_576;
/** At the end of a text that did not fit. */
export const CUT = '… [cut]';

/** A text that fits into a cell. Its line ends are those of cells; what no XML holds is gone. */
export function cellText(text: string): { text: string; isCut: boolean } {
  const clean = sanitizeText(text).replace(/\r\n?/g, '\n');
  if (clean.length <= MOST_IN_CELL) return { text: clean, isCut: false };
  // Half of a character that was cut through goes with the rest.
  return { text: sanitizeText(clean.slice(0, MOST_IN_CELL - CUT.length)) + CUT, isCut: true };
}

/** Names that spreadsheets take: at most 31 characters, none of []:*?/\, no apostrophe at an end, each once whatever its case. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set(['history']);
  return wanted.map((name) => {
    const legal = sanitizeText(name)
      .replace(/[[\]:*?/\\\s]+/g, ' ')
      .replace(/^[' ]+/, '');
    for (let n = 1; ; n += 1) {
      const mark = n === 1 ? '' : ` (${n})`;
      const cut =
        sanitizeText(legal.slice(0, 31 - mark.length)).replace(/(?<![' ])[' ]+$/, '') || 'Sheet';
      const found = `${cut}${mark}`;
      if (taken.has(found.toLowerCase())) continue;
      taken.add(found.toLowerCase());
      return found;
    }
  });
}

/** In files `_x000D_` is the character with that number: a text that has these signs gets its first one escaped. */
const escaped = (text: string): string =>
  escapeXml(text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')).replaceAll('&#10;', '\n');

const NS = 'http://schemas.openxmlformats.org';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONS = `${NS}/officeDocument/2006/relationships`;
const PACKAGE = `${NS}/package/2006`;
const MAIN = `${NS}/spreadsheetml/2006/main`;
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Ids below this are the program's own formats. */
const FIRST_FORMAT = 164;
const ALIGN = { start: 'left', end: 'right', centre: 'center' } as const;

function stylesXml(looks: Iterable<string>): string {
  const formats = new Map<string, number>();
  const xfs = [...looks].map((key) => {
    const { bold, ruled, isLoose, indent, align, format, isGuarded } = JSON.parse(key) as Look & {
      isGuarded: boolean;
    };
    const number = format === undefined ? 0 : FIRST_FORMAT + indexIn(formats, format);
    const placed = `${align ? ` horizontal="${ALIGN[align]}"` : indent ? ' horizontal="left"' : ''}${indent ? ` indent="${indent}"` : ''}`;
    return `<xf numFmtId="${number}" fontId="${bold ? 1 : 0}" fillId="0" borderId="${ruled ? 1 : 0}" xfId="0"${isGuarded ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="${isLoose ? 0 : 1}"${placed}/></xf>`;
  });
  const own = [...formats].map(
    ([code, i]) => `<numFmt numFmtId="${FIRST_FORMAT + i}" formatCode="${escapeXml(code)}"/>`,
  );
  const font = (more: string) => `<font>${more}<sz val="11"/><name val="Calibri"/></font>`;
  const side = '<left/><right/><top/>';
  return `${HEAD}<styleSheet xmlns="${MAIN}">${own.length ? `<numFmts count="${own.length}">${own.join('')}</numFmts>` : ''}<fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border>${side}<bottom/><diagonal/></border><border>${side}<bottom style="thin"><color auto="1"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

function textsXml(texts: Iterable<string>): string {
  const items = [...texts].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
  return `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${items.length}">${items.join('')}</sst>`;
}

/** The bytes of an .xlsx file. Texts are to be as `cellText` gives them. */
export function writeWorkbook(sheets: readonly Sheet[]): Uint8Array {
  const shared = new Shared();
  const names = sheetNames(sheets.map(({ name }) => name));
  const files: Record<string, string> = {};
  for (const [i, sheet] of sheets.entries())
    files[`xl/worksheets/sheet${i + 1}.xml`] = HEAD + sheetXml(sheet, shared, i === 0);
  files['xl/sharedStrings.xml'] = textsXml(shared.texts.keys());
  files['xl/styles.xml'] = stylesXml(shared.looks.keys());
  files['xl/workbook.xml'] =
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names
      .map((name, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('')}</sheets></workbook>`;
  const parts = [
    ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
    ['styles', 'styles.xml'] as const,
    ['sharedStrings', 'sharedStrings.xml'] as const,
  ];
  const relations = (list: readonly (readonly [string, string])[]) =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list
      .map(
        ([kind, target], i) =>
          `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${kind}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`;
  files['xl/_rels/workbook.xml.rels'] = relations(parts);
  files['_rels/.rels'] = relations([['officeDocument', 'xl/workbook.xml']]);
  const typed = [
    ['workbook', 'sheet.main'],
    ...parts.map(([kind, target]) => [target.replace(/\.xml$/, ''), kind] as const),
  ] as const;
  files['[Content_Types].xml'] =
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${typed
      .map(
        ([name, kind]) =>
          `<Override PartName="/xl/${name}.xml" ContentType="${CONTENT}.${kind}+xml"/>`,
      )
      .join('')}</Types>`;
  return zipped(files);
}
