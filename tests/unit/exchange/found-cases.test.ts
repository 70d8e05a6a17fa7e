/**
 * What was found wrong in what leaves and comes in by trying it in other programs, each as a test by the number of its case. The
 * reviews are invented; where a case is held in full elsewhere, its number is named there.
 */
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { builtInCodebooks } from '../../../lib/codebook';
import { type ExportData, exporterById, readFile } from '../../../lib/exchange';
import { codebookFormats } from '../../../lib/exchange/codebook/formats';
import type { Paper, Tag } from '../../../lib/model';
import { exportedText } from '../../support/exported-text';
import { AT, data, paper, reviewPaper, statement, tag } from './records';

const write = (id: string, more: Partial<ExportData>, options = {}) =>
  exportedText(exporterById(id)?.write({ ...data, ...more }, { at: AT, ...options }) ?? '');
const of = (id: string, facts: Partial<Paper>, notes: Partial<Tag> = {}) =>
  write(id, {
    papers: [paper(1, facts)],
    reviewPapers: [reviewPaper(1)],
    statements: [statement(1, 1, 'Words.')],
    tags: [tag(1, 1, 1, notes)],
  });
const rowsOf = (csv: string) =>
  Papa.parse<Record<string, string>>(csv.replace('\ufeff', ''), { header: true }).data;

test('case 1: a corporate author is one name in RIS, with the comma that EndNote asks for', () => {
  const text = of('papers-ris', { authors: [{ literal: 'World Health Organization' }] });
  expect(text).toContain('AU  - World Health Organization,\r\n');
});

test('case 2: an organisation with a comma in its name is not split at it', () => {
  const name = 'Department of Health, Education and Welfare';
  // Readers of RIS divide a name at a comma, so it leaves without: the loss is of one sign.
  const text = of('papers-ris', { authors: [{ literal: name }] });
  const read = readFile(text, 'a.ris');
  if (!read.ok || !('references' in read)) throw new Error('no references');
  expect(read.references.flatMap(({ facts }) => facts.authors)).toEqual([
    { literal: name.replace(',', '') },
  ]);
});

test('case 3: a retraction is in each file that names the paper', () => {
  const facts = { notices: [{ kind: 'retraction' as const, text: 'Retracted in 2025' }] };
  const silent = ['influence-summary-csv', 'codebook-csv', 'prisma-csv'];
  for (const id of ['papers-ris', 'papers-csl-json', 'papers-bib', 'reading-list-md', 'notes-zip'])
    expect(of(id, facts), id).toMatch(/[Rr]etracted/);
  for (const id of ['evidence-table-csv', 'paper-matrix-csv', 'report-html', 'all-tables-docx'])
    expect(of(id, facts), id).toMatch(/[Rr]etracted/);
  for (const id of ['project-qdpx', 'annotations-jsonld', 'all-tables-xlsx'])
    expect(of(id, facts), id).toMatch(/[Rr]etracted/);
  for (const id of silent) expect(of(id, facts), id).not.toMatch(/[Rr]etracted/);
});

test('case 4: one label of two codebooks has two names', () => {
  const books = builtInCodebooks().filter(({ id }) => ['psw-core', 'ibrahim-2020'].includes(id));
  const culture = books.map((book) => {
    const its = book.influences.find(({ label }) => /culture/i.test(label));
    return { codebookId: book.id, codebookVersion: book.version, influenceId: its?.id ?? '' };
  });
  const review = { ...data.review, codebooks: books.map(({ id, version }) => ({ id, version })) };
  const twice = {
    ...{ review, codebooks: books, papers: [paper(1)], reviewPapers: [reviewPaper(1)] },
    statements: [statement(1, 1, 'One.'), statement(2, 1, 'Two.')],
    tags: [tag(1, 1, 1, culture[0]), tag(2, 2, 1, { ...culture[1], stance: 'contrasting' })],
  };
  const heads = rowsOf(write('paper-matrix-csv', twice))[0] ?? {};
  expect(Object.keys(heads).filter((head) => /culture/i.test(head)).length).toBeGreaterThan(1);
  const words = write('papers-ris', twice).match(/^KW {2}- Influence: .*culture.*$/gim) ?? [];
  expect(new Set(words).size).toBe(2);
});

test.each(['papers-csl-json', 'papers-ris'])(
  'case 5: an excluded paper is in %s only when asked for, and marked',
  (id) => {
    const two = {
      papers: [paper(1), paper(2, { title: 'Of others' })],
      reviewPapers: [reviewPaper(1), reviewPaper(2, { eligibility: 'excluded' })],
    };
    expect(write(id, two)).not.toContain('Of others');
    expect(write(id, two, { excluded: true })).toMatch(/Of others[\s\S]*excluded/);
  },
);

test('case 6: two coders of one statement are not two statements', () => {
  const text = write('paper-matrix-csv', {
    papers: [paper(1)],
    reviewPapers: [reviewPaper(1)],
    statements: [statement(1, 1, 'One.')],
    tags: [
      tag(1, 1, 1),
      tag(2, 1, 1, { coderId: data.coders[1]?.id as string, stance: 'contrasting' }),
    ],
  });
  expect(text).not.toContain('2 statements');
});

test('case 10: a preprint is no article of a journal', () => {
  const facts = { type: 'article', containerTitle: 'medRxiv', doi: '10.1101/2022.01.02.1' };
  expect(JSON.parse(of('papers-csl-json', facts))[0].type).toBe('article');
  expect(of('papers-ris', facts)).not.toContain('TY  - JOUR');
});

test('case 11: the language of a paper is in CSL', () => {
  const facts = { title: 'Подготовка консультантов', language: 'ru' };
  expect(JSON.parse(of('papers-csl-json', facts))[0].language).toBe('ru');
});

test('case 13: what is longer than a cell is said, and three thousand names are a citation', () => {
  const authors = Array.from({ length: 3_000 }, (_, i) => ({ literal: `Consortium ${i}` }));
  const note = 'n'.repeat(40_000);
  const told: string[] = [];
  const text = write(
    'evidence-table-csv',
    {
      ...{ papers: [paper(1, { authors })], reviewPapers: [reviewPaper(1)] },
      ...{ statements: [statement(1, 1, 'One.')], tags: [tag(1, 1, 1, { note })] },
    },
    { tell: (one: string) => told.push(one) },
  );
  const [row] = rowsOf(text);
  expect(row?.Authors).toBe('Consortium 0 et al. (3,000 authors)');
  expect(row?.Note).toBe(note);
  expect(told).toEqual([expect.stringContaining('1 cell of it has more than 32,767 characters')]);
});

test('case 14: what Zotero would decode or take for markup in a note is sent so that it shows the same', () => {
  const text = of('papers-ris', {}, { note: 'A <?xml version?> and &lt;b&gt; R&amp;D' });
  const sent = text.match(/^N1 {2}- .*xml version.*$/m)?.[0] ?? '';
  expect(sent).not.toMatch(/<[?a-z/!]|&(lt|gt|amp);/i);
});

test('case 16: a codebook leaves in the columns that tools take', () => {
  const [book] = data.codebooks;
  const heads = new Map(
    codebookFormats.map(({ id, write: write_ }) => [
      id,
      write_(book as never).split('\r\n')[0] ?? '',
    ]),
  );
  expect(heads.get('taguette-csv')).toMatch(/^\ufeff?(name|path|tag),(parent,)?description$/);
  expect(heads.get('maxqda-csv')).toMatch(/^\ufeff?Code,Memo/);
  expect([...heads.keys()]).toEqual(expect.arrayContaining(['atlas-csv']));
});

test('case 17: one readable key in CSL, BibTeX, Markdown and the evidence table', () => {
  const [item] = JSON.parse(of('papers-csl-json', {}));
  expect(item.id).toMatch(/^[a-z]+\d{4}[a-z]*$/);
  expect(item['citation-key']).toBe(item.id);
  for (const id of ['papers-bib', 'notes-zip', 'evidence-table-csv'])
    expect(of(id, {})).toContain(item.id);
});

test('case 19: a suffix is the third part of a name', () => {
  const authors = [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }];
  expect(of('papers-ris', { authors })).toContain('AU  - King, Martin Luther, Jr.');
  expect(JSON.parse(of('papers-csl-json', { authors }))[0].author[0].suffix).toBe('Jr.');
});

test('case 20: directions and strengths are in the workbook’s tables', () => {
  const text = write('all-tables-xlsx', {
    ...{ papers: [paper(1)], reviewPapers: [reviewPaper(1)] },
    statements: [statement(1, 1, 'One.'), statement(2, 1, 'Two.')],
    tags: [
      tag(1, 1, 1, { direction: 'barrier', strength: -2 }),
      tag(2, 2, 1, { direction: 'facilitator', strength: 1 }),
    ],
  });
  for (const words of ['Rating matrix', 'Barriers and facilitators']) expect(text).toContain(words);
});

test('case 22: a RIS file is one of references, and not a damaged backup', () => {
  const read = readFile('TY  - JOUR\r\nTI  - A study\r\nER  - \r\n', 'search.ris');
  expect(read).toMatchObject({ ok: true, kind: 'references' });
});
