/** The workbook of a review, as a reader that we did not write reads it. */
import { strFromU8, unzipSync } from 'fflate';
import readXlsx from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { builtInCodebooks } from '../../../lib/codebook';
import { exporterById } from '../../../lib/exchange';
import { readXml } from '../../../lib/exchange/codebook/xml';
import { evidenceOf } from '../../../lib/exchange/evidence-of';
import { cellText, sheetNames, writeWorkbook } from '../../../lib/exchange/out/xlsx/workbook';
import { OUTPUTS } from '../../../lib/map/outputs';
import { AWKWARD as SHARED } from '../../support/awkward';
import { tablesReview } from '../../support/tables-review';
import { AT, codebook, data, paper, review, reviewPaper, statement, tag } from './records';

const exporter = exporterById('all-tables-xlsx');
if (!exporter) throw new Error('no such exporter');

type Cell = string | number | boolean | Date | null;
async function sheetsOf(bytes: string | Uint8Array): Promise<Map<string, Cell[][]>> {
  const read = await readXlsx(Buffer.from(bytes as Uint8Array), { trim: false });
  return new Map(read.map(({ sheet, data: rows }) => [sheet, rows as Cell[][]]));
}
const write = (more: object = {}, options: object = {}) =>
  exporter.write({ ...data, ...more }, { at: AT, ...options });

const AWKWARD = [...SHARED, '  led by blanks  ', 'two\nlines', '\ttab'];

describe('a workbook', () => {
  it('has its sheets in their order, by names that say what they are', async () => {
    const sheets = await sheetsOf(write());
    expect([...sheets.keys()]).toEqual([
      ...['Tags', 'Influence summary', 'Barriers and facilitators', 'Rating matrix', 'Memos'],
      ...['Framework matrix', 'Characteristics', 'Quotes by influence', 'Papers'],
      ...['Codebook', 'Methods'],
    ]);
  });

  it('is well-formed in all its parts, and its parts are declared', () => {
    const files = unzipSync(write() as Uint8Array);
    expect(Object.keys(files)[0]).toBe('[Content_Types].xml');
    const types = strFromU8(files['[Content_Types].xml'] as Uint8Array);
    for (const [name, bytes] of Object.entries(files)) {
      expect(() => readXml(strFromU8(bytes)), name).not.toThrow();
      if (name.startsWith('xl/') && !name.endsWith('.rels')) expect(types).toContain(`"/${name}"`);
    }
  });

  it('has each text as it was, and no formula, number, date or truth value of it', async () => {
    const statements = AWKWARD.map((quote, i) => statement(i + 1, 1, quote, { page: quote }));
    const tags = AWKWARD.map((note, i) => tag(i + 1, i + 1, 1, { note }));
    const bytes = write({ statements, tags });
    const rows = (await sheetsOf(bytes)).get('Tags') ?? [];
    const at = (name: string) => rows[0]?.indexOf(name) ?? -1;
    for (const name of ['Quote', 'Page', 'Note'])
      expect(new Set(rows.slice(1).map((row) => row[at(name)]))).toEqual(new Set(AWKWARD));
    const files = unzipSync(bytes as Uint8Array);
    for (const [name, content] of Object.entries(files))
      if (name.includes('worksheets/')) expect(strFromU8(content)).not.toContain('<f');
  });

  it('is without what no file holds: controls, halves of characters', async () => {
    const statements = [statement(1, 1, 'a\u0000\u001f\ud83db\ufffe\udc00c\r\nd')];
    const rows = (await sheetsOf(write({ statements, tags: [tag(1, 1, 1)] }))).get('Tags');
    expect(rows?.[1]?.[0]).toBe('abc\nd');
  });

  it('has numbers as numbers', async () => {
    const sheets = await sheetsOf(write());
    const tags = sheets.get('Tags') ?? [];
    const at = (name: string) => tags[0]?.indexOf(name) ?? -1;
    expect(tags.slice(1).map((row) => [row[at('Year')], row[at('Strength')]])).toEqual([
      [2021, 2],
      [2021, -2],
      [2022, null],
    ]);
    const summary = sheets.get('Influence summary') ?? [];
    const training = summary.find(([label]) => label === 'Training');
    expect(training).toContain(0.5);
    expect(training).toContain('1/2');
    const ratings = sheets.get('Rating matrix') ?? [];
    expect(ratings.find(([label]) => label === 'Role definition')).toContain(-2);
  });

  it('has the cells of the screen’s own tables', async () => {
    const { codebooks: _, ...records } = tablesReview({ papers: 6, tags: 30 });
    const [one] = records.reviews;
    if (!one) throw new Error('no review');
    const whole = {
      ...records,
      review: one,
      codebooks: builtInCodebooks().filter(({ id }) => id === 'psw-core'),
    };
    const sheets = await sheetsOf(exporter.write(whole, { at: AT }));
    for (const id of [
      'influence-summary',
      'directions',
      'ratings',
      'memos',
      'characteristics',
      'quotes',
    ]) {
      const output = OUTPUTS.find((each) => each.id === id);
      const table = output?.build(evidenceOf(whole, { at: AT }));
      if (!table) throw new Error(id);
      const rows =
        sheets.get(id === 'characteristics' ? 'Characteristics' : (output?.label ?? '')) ?? [];
      expect(rows[0]?.[0]).toBe(table.title);
      const head = rows.findIndex(
        (row) => row[0] === table.columns[0]?.label && row[1] === table.columns[1]?.label,
      );
      expect(head).toBeGreaterThan(0);
      for (const [i, { cells }] of table.rows.entries()) {
        const row = rows[head + 1 + i] ?? [];
        for (const [c, { text, value }] of cells.entries()) {
          const read = row[c] ?? '';
          if (typeof read === 'number') expect(read).toBe(value);
          else expect(read).toBe(text);
        }
      }
      const under = rows.slice(head + 1 + table.rows.length).map(([first]) => first);
      for (const note of table.notes) expect(under).toContain(note);
    }
  });

  it('keeps the head of each sheet in sight, with filters where rows are records', () => {
    const files = unzipSync(write() as Uint8Array);
    const sheet = (n: number) => strFromU8(files[`xl/worksheets/sheet${n}.xml`] as Uint8Array);
    expect(sheet(1)).toContain('<pane ySplit="1" topLeftCell="A2"');
    expect(sheet(1)).toMatch(/<autoFilter ref="A1:A[A-Z]4"\/>/);
    // Title, groups of columns, head.
    expect(sheet(2)).toContain('<pane ySplit="3" topLeftCell="A4"');
    expect(sheet(2)).toContain('<mergeCell ref="E2:');
    expect(sheet(2)).not.toContain('<autoFilter');
  });

  it('cuts a text that no cell holds, and says so in the sheet, in Methods and in the answer', async () => {
    const said: string[] = [];
    const quote = `${'n'.repeat(100_000)}👩‍🔬`;
    const bytes = write(
      { statements: [statement(1, 1, quote)], tags: [tag(1, 1, 1)] },
      { tell: (one: string) => said.push(one) },
    );
    const sheets = await sheetsOf(bytes);
    const rows = sheets.get('Tags') ?? [];
    expect(String(rows[1]?.[0])).toHaveLength(32_767);
    expect(String(rows[1]?.[0])).toMatch(/^n+… \[cut\]$/);
    const words =
      '1 cell had more than 32,767 characters, the most that a cell holds, and was cut.';
    expect(rows.at(-1)?.[0]).toContain(words);
    expect(sheets.get('Methods')?.flat().join(' ')).toContain(`Tags: ${words}`);
    expect(said.join(' ')).toContain(`Tags: ${words}`);
    for (const [name, all] of sheets)
      for (const cell of all.flat()) expect(String(cell).length, name).toBeLessThanOrEqual(32_767);
  });

  it('names the files that hold the whole of what was cut', async () => {
    const long = 'n'.repeat(40_000);
    const papers = [paper(1, { abstract: long })];
    const reviewPapers = [reviewPaper(1, { note: 'For the discussion.' })];
    const its = { papers, reviewPapers, statements: [statement(1, 1, long)], tags: [tag(1, 1, 1)] };
    const sheets = await sheetsOf(write(its));
    const said = (name: string) => String(sheets.get(name)?.at(-1)?.[0]);
    expect(said('Tags')).toMatch(
      /The whole text is in the evidence table \(CSV\) and in backups\.$/,
    );
    expect(said('Papers')).toMatch(/The whole text is in backups\.$/);
    expect(sheets.get('Papers')?.flat()).toContain('For the discussion.');
  });

  it('says nothing of cuts where nothing was cut', () => {
    const said: string[] = [];
    write({}, { tell: (one: string) => said.push(one) });
    expect(said).toEqual([]);
  });

  it('is the same file whenever it is written', () => {
    expect(write()).toEqual(write());
  });

  it('of a review with names as hostile as they come can be read', async () => {
    const [name] = AWKWARD;
    const hostile = AWKWARD.map((label, i) => ({
      ...(codebook.influences[0] as (typeof codebook.influences)[0]),
      ...{ id: `own.${i}`, label },
    }));
    const sheets = await sheetsOf(
      write({
        review: { ...review, name, question: name },
        codebooks: [{ ...codebook, name: '__proto__', influences: hostile }],
        papers: [paper(1, { title: '=1+1' }), paper(2), paper(3)],
        tags: hostile.map(({ id }, i) => tag(i + 1, 1, 1, { influenceId: id })),
      }),
    );
    const rows = sheets.get('Codebook') ?? [];
    const labels = rows.slice(1).map((row) => row[rows[0]?.indexOf('Influence') ?? -1]);
    expect(labels).toEqual(AWKWARD);
  });
});

describe('names of sheets', () => {
  it.each([
    [
      ['Tags', 'tags', 'TAGS'],
      ['Tags', 'tags (2)', 'TAGS (3)'],
    ],
    [['a/b:c*d?e[f]g\\h'], ['a b c d e f g h']],
    [["'quoted'"], ['quoted']],
    [
      ['History', ''],
      ['History (2)', 'Sheet'],
    ],
    [
      ['x'.repeat(40), 'x'.repeat(40)],
      ['x'.repeat(31), `${'x'.repeat(27)} (2)`],
    ],
    [[`${'x'.repeat(30)}👩`], ['x'.repeat(30)]],
  ])('%j are %j', (wanted, names) => {
    expect(sheetNames(wanted)).toEqual(names);
  });
});

it('a text is cut before a character, never within it', () => {
  const { text, isCut } = cellText('𝒳'.repeat(20_000));
  expect(isCut).toBe(true);
  expect(text.isWellFormed()).toBe(true);
  expect(text.length).toBeLessThanOrEqual(32_767);
});

it('a workbook without a row is one', async () => {
  const bytes = writeWorkbook([{ name: 'Empty', widths: [], headRows: 0, rows: [] }]);
  expect([...(await sheetsOf(bytes)).keys()]).toEqual(['Empty']);
});
