/** Tables of other programs: what is guessed of their columns, and what their rows become. */
import { strToU8, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import {
  exporterById,
  lackOf,
  type ReadCodingFile,
  type ReadReferenceFile,
  type ReadTableFile,
  readFile,
  readMapped,
  type TableMapping,
} from '../../../lib/exchange';
import { sheetsOf } from '../../../lib/exchange/in/table/xlsx';
import { ZipFile } from '../../../lib/exchange/in/zip-file';
import { data } from './records';

function opened(content: string | Uint8Array, name = 'x.csv'): ReadTableFile {
  const reading = readFile(content, name);
  if (!reading.ok || reading.kind !== 'table') throw new Error(JSON.stringify(reading));
  return reading;
}

function mapped(content: string | Uint8Array, mapping: Partial<TableMapping> = {}) {
  const table = opened(content);
  return readMapped(table, { ...table.guess, ...mapping });
}
const coded = (content: string, mapping?: Partial<TableMapping>) =>
  mapped(content, mapping) as ReadCodingFile;
const listed = (content: string, mapping?: Partial<TableMapping>) =>
  mapped(content, mapping) as ReadReferenceFile;

/** What the guess is of each role, by heading. */
function guessed(headings: string): Record<string, string> {
  const { table, guess } = opened(`${headings}\nx\n`);
  const named = Object.entries(guess.columns).map(([role, i]) => [role, table.headings[i] ?? '']);
  return { use: guess.use, ...Object.fromEntries(named) };
}

describe('of the columns is guessed', () => {
  test.each<[string, string, Record<string, string>]>([
    [
      'MAXQDA',
      'Color,Comment,Document group,Document name,Code,Begin,End,Weight score,Segment,Created by,Created,Area',
      {
        use: 'coding',
        quote: 'Segment',
        code: 'Code',
        title: 'Document name',
        coder: 'Created by',
      },
    ],
    [
      'ATLAS.ti',
      'ID;Quotation Content;Document;Codes;Comment',
      {
        use: 'coding',
        quote: 'Quotation Content',
        code: 'Codes',
        title: 'Document',
        note: 'Comment',
      },
    ],
    [
      'Hypothesis',
      'Creation Date,URL,Group,Annotation/Reply Type,Quote,User,Body,Tags,Page',
      { use: 'coding', quote: 'Quote', code: 'Tags', coder: 'User', note: 'Body', url: 'URL' },
    ],
    [
      'a sheet of one’s own',
      'Source\tExcerpt\tTheme\tValence\tBarrier/Facilitator\tPage number',
      {
        ...{ use: 'coding', title: 'Source', quote: 'Excerpt', code: 'Theme', stance: 'Valence' },
        ...{ direction: 'Barrier/Facilitator', page: 'Page number' },
      },
    ],
    [
      'Covidence',
      'Title,Authors,Abstract,Published Year,Published Month,Journal,Volume,Issue,Pages,Accession Number,DOI,Ref,Covidence #,Study,Notes,Tags',
      {
        use: 'references',
        title: 'Title',
        authors: 'Authors',
        year: 'Published Year',
        note: 'Notes',
      },
    ],
    [
      'Rayyan',
      'key,title,year,month,day,journal,issn,volume,issue,pages,authors,url,language,publisher,location,abstract,notes,doi,keywords,pubmed_id,pmc_id',
      { use: 'references', title: 'title', pmid: 'pubmed_id', pmcid: 'pmc_id', note: 'notes' },
    ],
    [
      'PubMed',
      'PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI',
      { use: 'references', pmid: 'PMID', journal: 'Journal/Book', year: 'Publication Year' },
    ],
  ])('%s', (_, headings, wanted) => {
    expect(guessed(headings)).toMatchObject(wanted);
  });
});

test.each<[string, TableMapping, RegExp | undefined]>([
  ['quote, code and title', { use: 'coding', columns: { quote: 0, code: 1, title: 2 } }, undefined],
  ['quote and code', { use: 'coding', columns: { quote: 0, code: 1 } }, /column of the paper/],
  [
    'code and DOI',
    { use: 'coding', columns: { code: 1, doi: 2 } },
    /column of the quote: without it/,
  ],
  ['nothing', { use: 'coding', columns: {} }, /the quote, the code, and the paper .* without them/],
  ['a PMID', { use: 'references', columns: { pmid: 0 } }, undefined],
  ['a year', { use: 'references', columns: { year: 0 } }, /column of the paper/],
])('a table with columns of %s alone comes in, or what lacks is said', (_, mapping, lack) => {
  if (lack) expect(lackOf(mapping)).toMatch(lack);
  else expect(lackOf(mapping)).toBeUndefined();
});

test('a table whose columns lack is refused with the sentence that is shown', () => {
  const mapping = { use: 'coding', columns: {} } as const;
  expect(readMapped(opened('Title,Year\nA,1999\n'), mapping)).toEqual({
    ok: false,
    problem: lackOf(mapping),
  });
});

describe('a coded row', () => {
  const HEAD = 'Quote,Code,Title,DOI,Stance,Direction,Strength,Basis,Coder,Note,Page,Section';
  const row = (cells: string) => coded(`${HEAD}\n${cells}\n`);
  test('has all that its columns hold', () => {
    const file = row(
      '"It, helped",Training,A title,10.5555/a,Supports,Enabler,+1,cited,Ada,N,4,Results',
    );
    expect(file.references).toMatchObject([{ facts: { title: 'A title', doi: '10.5555/a' } }]);
    expect(file.passages).toEqual([
      {
        ...{ line: 2, reference: 0, quote: 'It, helped', coder: 'Ada', note: 'N', page: '4' },
        ...{ section: 'Results', sectionKind: 'results', stance: 'supporting', strength: 1 },
        ...{ direction: 'facilitator', basis: 'second-hand' },
        code: { label: 'Training', path: [], definition: '' },
      },
    ]);
  });

  test.each<[string, string, RegExp]>([
    ['a stance', 'q,c,t,,maybe', /stance: “maybe” is not a value/],
    ['a direction', 'q,c,t,,,up', /direction/],
    ['a strength', 'q,c,t,,,,3', /strength: “3” is not a value/],
    ['a basis', 'q,c,t,,,,,hearsay', /basis/],
    ['no code', 'q,,t', /no code/],
    ['no quote', ',c,t', /no quote/],
    ['no paper', 'q,c,,', /no title and no DOI/],
  ])('with %s that is not known is broken, with its row', (_, cells, why) => {
    const file = coded(`${HEAD}\n${cells}\nq,c,t\n`);
    expect(file.broken).toEqual([
      expect.objectContaining({ line: 2, problem: expect.stringMatching(why) }),
    ]);
    expect(file.passages).toHaveLength(1);
  });

  test.each(['3-May', '05. Mär', 'May-05', '2026-05-03', '03.05.2026', '5/3/26', 'May 2005'])(
    'of the page “%s”, which a spreadsheet took for a date, has no page',
    (page) => {
      expect(row(`q,c,t,,,,,,,,${page}`).passages[0]).not.toHaveProperty('page');
    },
  );
  test.each(['3-5', 'e12', 'xii', '101–103', 'S12', '7'])(
    'of the page “%s” has that page',
    (page) => {
      expect(row(`q,c,t,,,,,,,,${page}`).passages[0]?.page).toBe(page);
    },
  );

  test.each<[string, string | undefined]>([
    ['2019-03-04', '2019-03-04'],
    ['2019-03-04T05:06:07.890Z', '2019-03-04T05:06:07.890Z'],
    ['2019-03-04 05:06', '2019-03-04T05:06Z'],
    ['2019-03-04T05:06:07+02:00', '2019-03-04T03:06:07Z'],
    ...['7', '45000', '03/05/2020', '2019-02-30', '2019-13-01', '4 March 2019', ''].map(
      (cell): [string, undefined] => [cell, undefined],
    ),
  ])('that was coded on “%s” has that moment only where it is one', (cell, at) => {
    const { passages, broken } = coded(`Quote,Code,Title,Created\nq,c,t,${cell}\n`);
    expect([passages.map((one) => one.at), broken]).toEqual([[at], []]);
  });

  test.each<[string, string[][]]>([
    ['Training; Pay', [['Training'], ['Pay']]],
    ['Barriers\\Staff\\Pay', [['Barriers', 'Staff', 'Pay']]],
    ['Nodes\\\\Pay > Low', [['Nodes', 'Pay', 'Low']]],
    ['Education, training and pay', [['Education, training and pay']]],
  ])('with the codes “%s” is a passage of each', (codes, wanted) => {
    expect(row(`q,"${codes}",t`).passages.map(({ code }) => [...code.path, code.label])).toEqual(
      wanted,
    );
  });

  test('of a paper that several rows name is of one reference', () => {
    const file = coded(
      'Quote,Code,Document\na,c,Smith 2019.pdf\nb,c,Smith 2019.pdf\nc,c,10.5555/X\n',
    );
    expect(file.references.map(({ facts: { title, doi } }) => title ?? doi)).toEqual([
      'Smith 2019',
      '10.5555/x',
    ]);
    expect(file.passages.map(({ reference }) => reference)).toEqual([0, 0, 1]);
  });
});

describe('22: a list of papers as a table, which was refused as no backup', () => {
  test('of PubMed has its authors, journal and ids', () => {
    const csv =
      'PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI\n' +
      '31177310,A title of a work,"Smith J, Doe KA.",Cit,Smith J,BMJ Open,2019,2019/06/10,PMC6559999,,10.5555/PM\n';
    expect(listed(csv).references).toMatchObject([
      {
        facts: {
          ...{ pmid: '31177310', pmcid: 'PMC6559999', doi: '10.5555/pm', year: 2019 },
          ...{ title: 'A title of a work', containerTitle: 'BMJ Open' },
          authors: [
            { family: 'Smith', given: 'J' },
            { family: 'Doe', given: 'KA' },
          ],
        },
      },
    ]);
  });

  test('of Covidence or Rayyan keeps its notes as notes of the paper', () => {
    const csv =
      'title,authors,year,notes\nA work,"Smith, J. and Doe, K.",2019,RAYYAN-INCLUSION: {"A"=>"Included"}\n';
    const [one] = listed(csv).references;
    expect(one?.notes).toEqual(['RAYYAN-INCLUSION: {"A"=>"Included"}']);
    expect(one?.facts.authors).toMatchObject([{ family: 'Smith' }, { family: 'Doe' }]);
  });

  test('names the rows without a title and an id', () => {
    expect(listed('Title,Year\n,2019\nA,2020\n').broken).toMatchObject([{ line: 2 }]);
  });
});

describe('a table of scite', () => {
  const COUNTS =
    'journal,doi,title,pmid,authors,issns,supporting_cites,contrasting_cites,mentioning_cites,total_cites,scite_report_link\n' +
    'BMJ,10.5555/a,A title,1,Smith J,,3,1,12,16,https://scite.ai/reports/x\n';
  const STATEMENTS =
    'type,snippet,source title,title,doi\ncontradicting,It did not.,B,A title,10.5555/a\n';
  test.each<[string, string, RegExp]>([
    ['of counts', COUNTS, /3 supporting, 1 contrasting, 12 mentioning/],
    ['of statements', STATEMENTS, /contradicting: “It did not\.”/],
  ])('%s comes in as references with a note, and says why not as tags', (_, csv, note) => {
    const reading = readFile(csv, 'scite.csv');
    if (!reading.ok || reading.kind !== 'references') throw new Error('not references');
    expect(reading.remark).toMatch(/never as your tags/);
    expect(reading.references).toMatchObject([
      { facts: { doi: '10.5555/a' }, notes: [expect.stringMatching(note)] },
    ]);
  });
});

describe('what cannot be read is said', () => {
  test.each<[string, string, RegExp]>([
    ['of too many rows', `Title,Year\n${'a,1\n'.repeat(100_001)}`, /more than 100,000 rows/],
    ['of too many columns', `${'a,'.repeat(501)}\nx\n`, /more than 500 columns/],
  ])('of a table %s', (_, csv, why) => {
    expect(readFile(csv, 'x.csv')).toMatchObject({
      ok: false,
      problem: expect.stringMatching(why),
    });
  });

  test('of a row with a cell that is too long, and of one in a quotation mark that is not closed', () => {
    const { broken } = opened(`Title,Year\n${'x'.repeat(50_001)},1\nA,2\n"B,3\n`).table;
    expect(broken).toMatchObject([
      { line: 2, problem: expect.stringMatching(/50,000/) },
      { line: 4, problem: expect.stringMatching(/not closed/) },
    ]);
  });
});

describe('a workbook', () => {
  const SHEET = (rows: string) =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
  const packed = (parts: Record<string, string>): Uint8Array =>
    zipSync(
      Object.fromEntries(
        Object.entries({
          'xl/workbook.xml':
            '<workbook xmlns:r="x"><sheets><sheet name="First &amp; only" sheetId="1" r:id="rId1"/></sheets></workbook>',
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
          ...parts,
        }).map(([name, text]) => [name, strToU8(text)]),
      ),
    );
  const rowsOf = (parts: Record<string, string>) => {
    const [sheet] = sheetsOf(new ZipFile(packed(parts)));
    return sheet?.rows().map(({ cells }) => cells);
  };

  test('has texts, numbers, dates and truth values, in the columns that they are in', () => {
    const rows = SHEET(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>in &lt;line&gt;</t></is></c></row>' +
        '<row r="3"><c r="A3" s="1"><v>46145</v></c><c r="B3"><v>-2</v></c><c t="b"><v>1</v></c><c t="str"><f>x</f><v>a_x000D_b</v></c><c t="e"><v>#N/A</v></c></row>',
    );
    const parts = {
      'xl/worksheets/sheet1.xml': rows,
      'xl/sharedStrings.xml':
        '<sst><si><r><t>ru</t></r><r><t xml:space="preserve">ns </t></r><rPh><t>no</t></rPh></si></sst>',
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-407]d/\\m&quot;x&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    };
    expect(rowsOf(parts)).toEqual([
      ['runs ', '', 'in <line>'],
      ['2026-05-03T00:00:00.000Z', '-2', 'TRUE', 'a\rb', ''],
    ]);
    const { table } = opened(packed(parts), 'x.xlsx');
    expect([table.sheet, table.rows[0]?.line]).toEqual(['First & only', 3]);
  });

  test('with prefixes of another writer is the same', () => {
    expect(
      rowsOf({
        'xl/worksheets/sheet1.xml':
          '<x:worksheet><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
      }),
    ).toEqual([['a']]);
  });

  test('of ours has in each sheet what another reader finds there', async () => {
    const bytes = exporterById('all-tables-xlsx')?.write(data, { excluded: true }) as Uint8Array;
    const theirs = await readXlsxFile(Buffer.from(bytes), { trim: false });
    const ours = sheetsOf(new ZipFile(bytes));
    const flat = (rows: readonly (readonly unknown[])[]) =>
      rows
        .map((row) => row.map((cell) => String(cell ?? '')))
        .map((row) => row.slice(0, row.findLastIndex(Boolean) + 1))
        .filter((row) => row.length);
    expect(ours.map(({ name, rows }) => [name, flat(rows().map(({ cells }) => cells))])).toEqual(
      theirs.map(({ sheet, data: rows }) => [sheet, flat(rows)]),
    );
  });

  const texts = (address: string, text: string) => `<c r="${address}" t="str"><v>${text}</v></c>`;
  const far = (many: number, first: string) => {
    const rows = Array.from(
      { length: many },
      (_, i) => `<row r="${i + 2}">${texts(`A${i + 2}`, 'q')}${texts(`XFD${i + 2}`, 'far')}</row>`,
    );
    return packed({
      'xl/worksheets/sheet1.xml': SHEET(`<row r="1">${first}</row>${rows.join('')}`),
    });
  };

  test('with a cell in the last column of each row has no cells up to there', () => {
    const bytes = far(4_000, texts('A1', 'Quote') + texts('B1', 'Code'));
    expect(bytes.length).toBeLessThan(50_000);
    const [sheet] = sheetsOf(new ZipFile(bytes));
    const rows = sheet?.rows() ?? [];
    expect(rows).toHaveLength(4_001);
    expect(rows.reduce((sum, { cells }) => sum + cells.length, 0)).toBe(4_002);
    expect(rows.at(-1)).toEqual({ line: 4_001, cells: ['q'] });
    expect(opened(bytes, 'x.xlsx').table.rows).toHaveLength(4_000);
  });

  test('with a heading in the last column is refused for its columns', () => {
    const bytes = far(1, texts('A1', 'Quote') + texts('XFD1', 'Code'));
    expect(sheetsOf(new ZipFile(bytes))[0]?.rows()[0]?.cells).toHaveLength(501);
    expect(readFile(bytes, 'x.xlsx')).toEqual({
      ...{ ok: false, problem: 'This table has more than 500 columns. Nothing was imported.' },
    });
  });

  test('with more cells than have room, the empty ones before filled ones among them, is refused', () => {
    // "SF" is the last column that is taken.
    const rows = `<row>${texts('SF1', 'x')}</row>`.repeat(20_001);
    expect(readFile(packed({ 'xl/worksheets/sheet1.xml': SHEET(rows) }), 'x.xlsx')).toEqual({
      ...{ ok: false },
      problem: 'This workbook has more cells than can be read. Nothing was imported.',
    });
  });

  const REFUSED = {
    ok: false,
    problem: expect.stringMatching(/^This workbook has .* Nothing was imported\.$/),
  };
  test('with an entity of its own is refused', () => {
    const parts = { 'xl/worksheets/sheet1.xml': SHEET('<row><c t="str"><v>&x;</v></c></row>') };
    expect(readFile(packed(parts), 'x.xlsx')).toEqual(REFUSED);
  });

  test('with a part that unpacks to more than is read is refused before it is unpacked', () => {
    const bytes = packed({ 'xl/worksheets/sheet1.xml': SHEET('<row><c><v>1</v></c></row>') });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // The size of each part, as the table of contents says it.
    for (let at = 0; at < bytes.length - 46; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 300_000_000, true);
    expect(readFile(bytes, 'x.xlsx')).toEqual(REFUSED);
  });

  test('of several sheets is each one that its reader chooses, as often as wanted', () => {
    const sheet = (n: number) => `<sheet name="S${n}" sheetId="${n}" r:id="rId${n}"/>`;
    const relation = (n: number) =>
      `<Relationship Id="rId${n}" Target="worksheets/sheet${n}.xml"/>`;
    const row = (text: string) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
    const bytes = packed({
      'xl/workbook.xml': `<workbook xmlns:r="x"><sheets>${[1, 2, 3].map(sheet).join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${[1, 2, 3].map(relation).join('')}</Relationships>`,
      'xl/worksheets/sheet1.xml': SHEET(row('Read me')),
      'xl/worksheets/sheet2.xml': SHEET(row('Title') + row('A paper')),
      'xl/worksheets/sheet3.xml': SHEET(row('Quote') + row('Words')),
    });
    const first = opened(bytes, 'x.xlsx');
    expect([first.table.sheet, first.sheets?.names]).toEqual(['S2', ['S1', 'S2', 'S3']]);
    const third = first.sheets?.read('S3');
    if (!third?.ok || third.kind !== 'table') throw new Error(JSON.stringify(third));
    expect([third.table.sheet, third.table.headings, third.guess.use]).toEqual([
      ...['S3', ['Quote'], 'coding'],
    ]);
    expect(third.sheets?.read('S2')).toMatchObject({ table: first.table, guess: first.guess });
    expect(third.sheets?.read('none')).toMatchObject({ table: { sheet: 'S2' } });
  });

  test('without any sheet or row says so', () => {
    expect(readFile(packed({}), 'x.xlsx')).toMatchObject({ ok: false });
    expect(readFile(packed({ 'xl/worksheets/sheet1.xml': SHEET('') }), 'x.xlsx')).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/nothing in this workbook/),
    });
  });
});
