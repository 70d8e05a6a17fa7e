/**
 * Our own files come back after they were in another program: as they were they change nothing, and what was edited in them
 * is changed, and nothing else.
 */
import Papa from 'papaparse';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  type ExportData,
  exporterById,
  type ReadCodingFile,
  readFile,
  readMapped,
} from '../../../lib/exchange';
import type { Tag } from '../../../lib/model';
import * as store from '../../../lib/store';
import { createReview, importCoding, saveCodebook, saveTag, undo } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { ownCodebook } from '../../support/own-codebook';
import { rounds } from '../../support/rounds';
import { bringIn, coding, passage } from './coding';
import { reference } from './references';
import { contents, emptyStore, expectSound, facts, newTag, page, pick, random } from './support';

const LABELS = {
  ...{ a: 'Training', b: 'Pay; and time', c: '=SUM(A1)', d: 'Rota | nights > days' },
  ...{ e: "'quoted", f: 'Über "uns"', g: 'A\\B' },
};
const TEXTS = [
  ...['', 'Training helped.', '=1+1', "'=1", '- a list', '-2', '+1 for it', '@home', '00123'],
  ...['"quoted", and more', 'a | b || c', 'one\r\ntwo\n\nthree', 'tab\there', '<b>bold</b> & &lt;'],
  ...['Ünïcode 日本 \u{1f600}', 'half \ud800 pair', '\u0007bell', '50%', '1/2', 'TRUE'],
  ...['barriers (in " (P3) a bracket)', 'it said " | no', '{braces} $x_1$ \\LaTeX #1 ~', '_x000D_'],
];

let reviewId: string;
/** A second codebook has one of the labels too, so that each is shown with its codebook. */
const TWO = { ...ownCodebook({ version: '1' }, { t: 'Training' }), id: 'two', name: 'Two' };

async function begin(name: string): Promise<void> {
  await saveCodebook({ ...ownCodebook({ version: '1' }, LABELS), stage: 'open' });
  await saveCodebook({ ...TWO, stage: 'open' });
  const codebooks = ['own', 'two'].map((id) => ({ id, version: '1' }));
  reviewId = (await createReview({ name, codebooks })).id;
}

async function someReview(seed: number): Promise<void> {
  await emptyStore();
  const next = random(seed);
  await begin('Mine');
  for (let i = 0; i < 12; i += 1) {
    const n = Math.floor(next() * 4);
    const on = page(`https://a.example/${n}`, {
      ...facts(`10.5555/${n}`, n === 3 ? '=A title; with signs' : `The work ${n}`),
      ...(next() < 0.5 && { year: 2019 }),
    });
    const strength = pick(next, [undefined, -2, 0, 2, 'mixed'] as const);
    const influence =
      next() < 0.2
        ? { codebookId: 'two', influenceId: 't' }
        : { codebookId: 'own', influenceId: pick(next, Object.keys(LABELS)) };
    const made = newTag({
      ...{ on, reviewId, ...influence, codebookVersion: '1' },
      quote: `${pick(next, TEXTS)} said in passage ${Math.floor(next() * 5)}`,
      stance: pick(next, ['supporting', 'contrasting', 'mentioning'] as const),
      direction: pick(next, ['facilitator', 'barrier', 'both', 'unstated'] as const),
      basis: pick(next, ['own', 'second-hand'] as const),
      ...(strength !== undefined && { strength }),
      note: pick(next, TEXTS),
    });
    await saveTag(made);
  }
  // A colleague's tags are in the file too.
  const theirs = passage({ quote: 'Of a colleague', label: 'Pay; and time', coder: 'Ada; "A."' });
  await importCoding(reviewId, coding([theirs], {}, [reference({ doi: '10.5555/0' })]));
}

async function written(id: string): Promise<string | Uint8Array> {
  const exporter = exporterById(id);
  const data = (await store.tablesInput(reviewId)) as ExportData;
  return exporter?.write(data, { excluded: true }) as string | Uint8Array;
}

function coded(content: string | Uint8Array, name = 'evidence.csv'): ReadCodingFile {
  const reading = readFile(content, name);
  if (!reading.ok || reading.kind !== 'coding') throw new Error(JSON.stringify(reading));
  return reading;
}

type Cells = string[][];
const cellsOf = (csv: string): Cells =>
  Papa.parse<string[]>(csv.replace(/^\ufeff/, '').trimEnd(), { delimiter: ',' }).data;
const column = ([head = []]: Cells, name: string): number => head.indexOf(name);

/** The table as other programs save it. */
const SAVED: Readonly<Record<string, (csv: string) => string>> = {
  'as it is': (csv) => csv,
  'with semicolons': (csv) => Papa.unparse(cellsOf(csv), { delimiter: ';' }),
  'with tabs and line feeds': (csv) =>
    Papa.unparse(cellsOf(csv), { delimiter: '\t', newline: '\n' }),
  'with Excel’s line on its separator': (csv) =>
    `\ufeffsep=;\r\n${Papa.unparse(cellsOf(csv), { delimiter: ';' })}`,
  'without a byte order mark': (csv) => csv.slice(1),
  'with all its cells in quotation marks': (csv) => Papa.unparse(cellsOf(csv), { quotes: true }),
  'with its columns the other way round': (csv) =>
    Papa.unparse(cellsOf(csv).map((row) => row.toReversed())),
  'without what is not needed': (csv) => {
    const cells = cellsOf(csv);
    const kept = ['Quote', 'Influence', 'Stance', 'Tag id', 'Paper id'].map((name) =>
      column(cells, name),
    );
    return Papa.unparse(cells.map((row) => kept.map((i) => row[i] ?? '')));
  },
  'with page numbers that were taken for dates': (csv) => {
    const cells = cellsOf(csv);
    const place = column(cells, 'Page');
    return Papa.unparse(cells.map((row, i) => (i ? row.with(place, '03. Mai') : row)));
  },
  'with a column and a row of the reader’s': (csv) => {
    const cells = cellsOf(csv).map((row, i) => [...row, i ? '' : 'Looked at']);
    return `${Papa.unparse(cells)}\r\n,,,,\r\n`;
  },
};

async function expectNoChange(file: ReadCodingFile): Promise<void> {
  const before = await contents();
  const { counts, lines, broken, eventId } = await bringIn(reviewId, file);
  expect([file.broken, broken]).toEqual([[], []]);
  expect(lines.filter(({ fate }) => fate !== 'same')).toEqual([]);
  expect([counts.same, eventId]).toEqual([await db.tags.count(), null]);
  expect(await contents()).toEqual(before);
}

describe.each(rounds(2, 1))('a review, whatever is in it (%i)', (seed) => {
  beforeEach(() => someReview(seed));

  test.each(Object.keys(SAVED))('comes back from the evidence table %s unchanged', async (how) => {
    const csv = (await written('evidence-table-csv')) as string;
    await expectNoChange(coded(SAVED[how]?.(csv) ?? ''));
  });

  test('comes back from the workbook unchanged', async () => {
    await expectNoChange(coded(await written('all-tables-xlsx'), 'all.xlsx'));
  });

  test.each(['papers-ris', 'papers-revman-ris', 'papers-bib'])(
    'comes back from a library with its tags known (%s)',
    async (id) => {
      const file = coded(await written(id), `papers.${id.split('-').at(-1)}`);
      const tags = await db.tags.toArray();
      const { lines, broken, papers } = await bringIn(reviewId, file);
      expect([file.broken, broken]).toEqual([[], []]);
      expect(lines.filter(({ fate }) => fate !== 'same')).toEqual([]);
      expect(lines).toHaveLength(tags.length);
      expect(papers.counts).toMatchObject({ new: 0, doubtful: 0, known: 0 });
      expect(await db.tags.toArray()).toEqual(tags);
    },
  );

  /** As a reader would in Zotero: the stance, the dials and the coder's note of one tag, and nothing else. */
  test.each(['papers-ris', 'papers-bib', 'papers-csl-json'])(
    'with one tag edited in the note of a library is that one tag, changed (%s)',
    async (id) => {
      await saveTag(
        newTag({
          ...{ reviewId, codebookId: 'own', codebookVersion: '1', influenceId: 'a' },
          ...{ quote: 'Edited there.', stance: 'supporting', strength: 1, note: 'as it was' },
        }),
      );
      const text = (await written(id)) as string;
      const tags = await db.tags.toArray();
      const before = tags.find(({ note }) => note === 'as it was') as Tag;
      const edit = (note: string) =>
        note
          .replace('Evidence tag: [supporting] ', 'Evidence tag: [contrasting] ')
          .replace('strength 1 ', 'strength -2 ')
          .replace('as it was', 'as it is now');
      const noteOf = /Evidence tag: \[supporting\] (?:(?!Evidence tag: ).)*as it was/s;
      expect(noteOf.test(text)).toBe(true);
      const file = coded(text.replace(noteOf, edit), `papers.${id.split('-').at(-1)}`);
      const { counts, eventId } = await bringIn(reviewId, file);
      expect(counts).toMatchObject({ new: 0, changed: 1, same: tags.length - 1, left: 0 });
      const after = (await db.tags.get(before.id)) as Tag;
      expect(after).toEqual({
        ...{ ...before, updatedAt: after.updatedAt },
        ...{ stance: 'contrasting', strength: -2, note: 'as it is now' },
      });
      await undo(eventId ?? '');
      expect(await db.tags.get(before.id)).toMatchObject({
        ...before,
        updatedAt: expect.anything(),
      });
    },
  );

  test('goes to an empty review of another place as earlier coding, and there adds nothing twice', async () => {
    const tags = (await db.tags.toArray()).sort((a, b) => (a.id < b.id ? -1 : 1));
    const files = await Promise.all(
      ['evidence-table-csv', 'all-tables-xlsx', 'papers-ris', 'papers-bib'].map((id) =>
        written(id),
      ),
    );
    for (const [i, content] of files.entries()) {
      await emptyStore();
      await begin('There');
      const file = coded(content, ['a.csv', 'a.xlsx', 'a.ris', 'a.bib'][i]);
      const { counts, made } = await bringIn(reviewId, file);
      expect([counts.new, counts.left, made]).toEqual([tags.length, 0, null]);
      const dials = ({ id, influenceId, stance, direction, strength, basis }: Tag) => ({
        ...{ id, influenceId, stance, direction, strength, basis },
      });
      const there = (await db.tags.toArray()).sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(there.map(dials)).toEqual(tags.map(dials));
      expect((await bringIn(reviewId, file)).counts.same).toBe(tags.length);
      await expectSound();
    }
  });

  const EDITS: [string, (row: string[], cells: Cells) => string, Partial<Tag> | RegExp][] = [
    [
      'Stance',
      (row, cells) => (row[column(cells, 'Stance')] === 'Mentioning' ? '' : 'mentions'),
      { stance: 'mentioning' },
    ],
    ['Direction', () => 'BOTH', { direction: 'both' }],
    ['Strength', () => '\u22121', { strength: -1 }],
    [
      'Note',
      () => 'Edited in a spreadsheet; with "signs"',
      { note: 'Edited in a spreadsheet; with "signs"' },
    ],
    ['Influence', () => 'über UNS', { influenceId: 'f' }],
  ];
  test.each(EDITS)(
    'with one cell of %s edited is that one tag, changed',
    async (name, edit, wanted) => {
      const cells = cellsOf((await written('evidence-table-csv')) as string);
      const me = (await store.reader())?.id;
      const tags = await db.tags.toArray();
      const [place, idAt] = [column(cells, name), column(cells, 'Tag id')];
      const row = cells.findIndex((one, i) => {
        const tag = tags.find(({ id }) => id === one[idAt]);
        const isAlready = Object.entries(wanted).every(([k, v]) => tag?.[k as keyof Tag] === v);
        const isFree = !tags.some(
          (other) => other.id !== tag?.id && other.statementId === tag?.statementId,
        );
        return i > 0 && tag?.coderId === me && !isAlready && isFree;
      });
      const before = (tags.find(({ id }) => id === cells[row]?.[idAt]) ?? {}) as Tag;
      const edited = cells.with(row, (cells[row] ?? []).with(place, edit(cells[row] ?? [], cells)));
      const { counts, eventId } = await bringIn(reviewId, coded(Papa.unparse(edited)));
      expect(counts).toMatchObject({ new: 0, changed: 1, same: tags.length - 1, left: 0 });
      const after = (await db.tags.get(before.id)) as Tag;
      expect(after).toEqual({ ...before, ...wanted, updatedAt: after.updatedAt });
      await undo(eventId ?? '');
      expect(await db.tags.get(before.id)).toMatchObject({
        ...before,
        updatedAt: expect.anything(),
      });
      await expectSound();
    },
  );
});

test.each(rounds(20, 4))(
  'a file that was damaged never throws, and its tags stay sound (%i)',
  async (seed) => {
    const next = random(seed);
    await someReview(1);
    const id = pick(next, ['evidence-table-csv', 'all-tables-xlsx', 'papers-ris', 'papers-bib']);
    const content = damaged(await written(id), next);
    const before = await contents();
    let reading = readFile(content, pick(next, ['x.csv', 'x.ris', 'x', 'x.xlsx']));
    if (reading.ok && reading.kind === 'table') reading = readMapped(reading, reading.guess);
    if (!reading.ok || reading.kind !== 'coding') return;
    const { eventId } = await importCoding(reviewId, reading);
    await expectSound();
    if (!eventId) expect(await contents()).toEqual(before);
  },
  20_000,
);

function damaged(content: string | Uint8Array, next: () => number): string | Uint8Array {
  const [from, size] = [Math.floor(next() * content.length), Math.floor(next() * 400)];
  const kind = next();
  if (typeof content !== 'string') {
    const copy = content.slice();
    copy[from] = Math.floor(next() * 256);
    return kind < 0.5 ? copy : copy.slice(0, from);
  }
  if (kind < 0.3) return content.slice(0, from);
  if (kind < 0.6) return content.slice(0, from) + content.slice(from + size);
  const sign = pick(next, ['"', ';', ',', '\n', '\u0000', '\ud800', '|', '}']);
  return content.slice(0, from) + sign + content.slice(from);
}

test.each([
  ['evidence-table-csv', 'a.csv', 'newer'],
  ['all-tables-xlsx', 'a.xlsx', 'newer'],
  ['project-qdpx', 'a.qdpx', 'newer'],
  ['papers-ris', 'a.ris', 'newer'],
  ['papers-bib', 'a.bib', 'newer'],
])('a tag that was changed here since is not set back by an older %s', async (id, name, why) => {
  await emptyStore();
  await begin('Mine');
  const { tag } = await saveTag(
    newTag({ reviewId, codebookId: 'own', codebookVersion: '1', influenceId: 'b' }),
  );
  const row = await db.tags.get(tag.id);
  // Files have whole seconds.
  await db.tags.update(tag.id, { updatedAt: '2026-01-02T03:04:05.678Z' });
  const file = coded(await written(id), name);
  await store.changeTag(tag.id, { stance: 'contrasting' });
  const here = await db.tags.get(tag.id);
  const { lines, eventId } = await bringIn(reviewId, file);
  expect(lines.map((one) => [one.fate, one.why])).toEqual([['left', why]]);
  expect([await db.tags.get(tag.id), eventId]).toEqual([here, null]);
  expect(row?.stance).toBe('supporting');
});

test('a table with the quotes of other rows, as after one column was sorted alone, changes none of these rows', async () => {
  await someReview(3);
  const cells = cellsOf((await written('evidence-table-csv')) as string);
  const [head = [], ...rows] = cells;
  const [quote, stance] = [column(cells, 'Quote'), column(cells, 'Stance')];
  const turned = rows.map((row, i) => {
    const other = rows[(i + 1) % rows.length] ?? [];
    return row.with(quote, other[quote] ?? '').with(stance, other[stance] ?? '');
  });
  const before = await db.tags.toArray();
  const { lines } = await bringIn(reviewId, coded(Papa.unparse([head, ...turned])));
  const isTurned = (i: number) => turned[i]?.[quote] !== rows[i]?.[quote];
  expect(lines.filter(({ why }) => why === 'quote').length).toBe(
    rows.filter((_, i) => isTurned(i)).length,
  );
  const ids = new Set(
    rows.filter((_, i) => isTurned(i)).map((row) => row[column(cells, 'Tag id')]),
  );
  const after = await db.tags.toArray();
  expect(after.filter(({ id }) => ids.has(id))).toEqual(before.filter(({ id }) => ids.has(id)));
});

test('a table of before an influence was renamed changes nothing, and a typing error makes no codebook', async () => {
  await emptyStore();
  await begin('Mine');
  await saveTag(newTag({ reviewId, codebookId: 'own', codebookVersion: '1', influenceId: 'b' }));
  const csv = (await written('evidence-table-csv')) as string;
  const before = csv.replace(LABELS.b, 'Money');
  expect((await bringIn(reviewId, coded(before))).counts.same).toBe(1);
  const cells = cellsOf(before);
  const id = column(cells, 'Influence id');
  const { lines, made } = await bringIn(
    reviewId,
    coded(Papa.unparse(cells.map((row) => row.toSpliced(id, 1)))),
  );
  expect([lines.map(({ why }) => why), made]).toEqual([['unnamed'], null]);
});

test('a project of before an influence was renamed is known by what the influence left under, and changes nothing', async () => {
  await emptyStore();
  await begin('Mine');
  await saveTag(newTag({ reviewId, codebookId: 'own', codebookVersion: '1', influenceId: 'b' }));
  const file = coded(await written('project-qdpx'), 'a.qdpx');
  await store.editCodebook(
    reviewId,
    { id: 'own', version: '1' },
    { edit: 'change', id: 'b', fields: { label: 'Money' }, reason: '' },
  );
  const renamed = await db.tags.toArray();
  const { counts, made } = await bringIn(reviewId, file);
  expect([counts.same, made]).toEqual([1, null]);
  expect(await db.tags.toArray()).toEqual(renamed);
});

test('of a table that was cut off, the row that was cut is named and the rows before it are known', async () => {
  await someReview(2);
  const csv = (await written('evidence-table-csv')) as string;
  const file = coded(csv.slice(0, -60));
  expect(file.broken).toHaveLength(1);
  const { counts } = await bringIn(reviewId, file);
  expect(counts).toMatchObject({ new: 0, changed: 0, same: (await db.tags.count()) - 1 });
});

test('a library that is cut within the note of a tag makes no tag of it', async () => {
  await someReview(2);
  const ris = (await written('papers-ris')) as string;
  const at = ris.indexOf('tag id: ') + 20;
  const { counts } = await bringIn(
    reviewId,
    coded(`${ris.slice(0, at)}\r\nER  - \r\n${ris}`, 'a.ris'),
  );
  expect(counts).toMatchObject({ new: 0, changed: 0 });
});
