/** A review as a document for Word, as two readers that we did not write read it. */
import { describe, expect, it } from 'vitest';
import { exporterById } from '../../../lib/exchange';
import { readXml } from '../../../lib/exchange/codebook/xml';
import { evidenceOf } from '../../../lib/exchange/evidence-of';
import { sanitizeText } from '../../../lib/exchange/text';
import { OUTPUTS, type OutputTable } from '../../../lib/map/outputs';
import { displayText } from '../../../lib/text';
import { AWKWARD, anyTexts, CONTROLS } from '../../support/awkward';
import { partsOf, readWord } from '../../support/document';
import { PANDOC, pandocReadsTables, WITHOUT_PANDOC } from '../../support/pandoc';
import { seeded } from '../../support/random';
import { wholeReview } from '../../support/whole-review';
import { AT, codebook, data, paper, review, reviewPaper, statement, tag, uuid } from './records';

const exporter = exporterById('all-tables-docx');
if (!exporter) throw new Error('no such exporter');
const write = (more: object = {}, options: object = {}) =>
  exporter.write({ ...data, ...more }, { at: AT, ...options }) as Uint8Array;

const whole = wholeReview(6, 5);
const IN_ORDER = ['characteristics', 'influence-summary', 'directions', 'ratings', 'memos'];

/** As the screen has it. */
function onScreen(id: string, of = whole): OutputTable {
  const table = OUTPUTS.find((one) => one.id === id)?.build(evidenceOf(of, { at: AT }));
  if (!table) throw new Error(id);
  return table;
}
/** Its words by rows: of a heading one cell. */
function wordsOf({ columns, rows }: OutputTable): string[][] {
  const labels = columns.map(({ label }) => label);
  const body = rows.map(({ cells, isHeading }) =>
    (isHeading ? cells.slice(0, 1) : cells).map(({ text }) => text),
  );
  return [labels, ...body];
}
/** The study's name comes first, then its number. */
const ledByName = (rows: string[][]) =>
  rows.map(([no = '', name = '', ...more]) => [name, no, ...more]);
const expected = (of = whole) =>
  [...IN_ORDER, 'quotes'].map((id) => {
    const words = wordsOf(onScreen(id, of));
    return id === 'characteristics' ? ledByName(words) : words;
  });

describe('a document', () => {
  it('has the cells of the screen’s own tables', async () => {
    const { tables } = await readWord(exporter.write(whole, { at: AT }));
    const read = tables.map(({ head, rows }) => rows.slice(head - 1));
    expect(read).toEqual(expected());
  });

  it.skipIf(!PANDOC)(`has them for pandoc too${WITHOUT_PANDOC}`, () => {
    const read = pandocReadsTables(exporter.write(whole, { at: AT }) as Uint8Array);
    const flat = (rows: readonly (readonly string[])[]) =>
      rows.map((cells) => cells.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean));
    for (const [i, { head, rows }] of read.entries()) {
      const texts = [...head.slice(-1), ...rows].map((cells) => cells.map(({ text }) => text));
      expect(flat(texts)).toEqual(flat(expected()[i] ?? []));
    }
    expect(read).toHaveLength(6);
    expect(read[1]?.caption).toMatch(/^Table 2\. Influences \(N = 6 papers\)/);
  });

  it('has a caption with a counted number over each table, and its footnotes under it', async () => {
    const bytes = exporter.write(whole, { at: AT });
    const { paragraphs } = await readWord(bytes);
    for (const [i, id] of [...IN_ORDER, 'quotes'].entries()) {
      const { title, notes } = onScreen(id);
      const at = paragraphs.indexOf(`Table ${i + 1}. ${title}`);
      expect(at, id).toBeGreaterThan(0);
      expect(paragraphs.slice(at + 1, at + 1 + notes.length)).toEqual(notes);
    }
    const document = partsOf(bytes).get('word/document.xml') ?? '';
    expect(document.match(/ SEQ Table \\\* ARABIC /g)).toHaveLength(6);
    expect(document.match(/<w:pStyle w:val="Caption"\/>/g)).toHaveLength(6);
  });

  it('repeats the head of a table on each page, groups of columns included', () => {
    const document = partsOf(exporter.write(whole, { at: AT })).get('word/document.xml') ?? '';
    // Of the summary two rows: over the stances and directions, and over the columns.
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(7);
    expect(document).toContain('<w:gridSpan w:val="4"/>');
  });

  it('has wide tables on pages on their side, and the others upright', () => {
    const document = partsOf(exporter.write(whole, { at: AT })).get('word/document.xml') ?? '';
    const turns = [...document.matchAll(/<w:pgSz [^>]*>/g)].map(([one]) => /landscape/.test(one));
    expect(turns).toEqual([false, true, false, true, false]);
    const small = partsOf(write()).get('word/document.xml') ?? '';
    expect(small.indexOf('Barriers and facilitators')).toBeGreaterThan(0);
  });

  it('has one row a study for iSoQ, with its name first and nothing over the columns', async () => {
    const { tables } = await readWord(exporter.write(whole, { at: AT }));
    expect(tables[0]?.head).toBe(1);
    expect(tables[0]?.rows[0]?.slice(0, 3)).toEqual(['Authors, year', 'No.', 'Country']);
    expect(tables[0]?.rows).toHaveLength(7);
  });

  it('has ratings and memos only where there are any', async () => {
    const tags = [tag(1, 1, 1), tag(2, 2, 1)];
    const { paragraphs } = await readWord(write({ tags }));
    expect(paragraphs).not.toContain('Rating matrix');
    expect(paragraphs).not.toContain('Memos');
    expect((await readWord(write())).paragraphs).toContain('Rating matrix');
  });

  it('prints a table with more columns than a page holds in parts, each with the influences', async () => {
    const many = wholeReview(70, 5);
    const bytes = exporter.write(many, { at: AT });
    const { tables, paragraphs } = await readWord(bytes);
    const captions = paragraphs.filter((one) => one.startsWith('Table 4'));
    expect(captions.map((one) => one.slice(0, 23))).toEqual([
      'Table 4. Ratings (N = 7',
      ...[2, 3, 4].map((part) => `Table 4 (part ${part} of 4). `),
    ]);
    const parts = tables.slice(3, 7);
    const joined = parts[0]?.rows.map((_, r) => {
      const cells = parts.map(({ rows }) => rows[r] ?? []);
      return (cells[0]?.length ?? 0) > 1
        ? cells.flatMap((row, i) => (i ? row.slice(1) : row))
        : (cells[0] ?? []);
    });
    expect(joined).toEqual(wordsOf(onScreen('ratings', many)));
    for (const { rows } of tables)
      for (const row of rows) expect(row.length).toBeLessThanOrEqual(20);
  });

  it('marks what was retracted under each table and in the references', async () => {
    const papers = [
      paper(1, { notices: [{ kind: 'retraction', text: 'Withdrawn by the editors' }] }),
      paper(2, { notices: [{ kind: 'concern', text: '' }] }),
      paper(3, { notices: [{ kind: 'correction', text: '' }] }),
    ];
    const { paragraphs, tables } = await readWord(write({ papers }, { excluded: true }));
    const notes = paragraphs.filter(
      (one) => one === 'Retracted: paper 1. Expression of concern: paper 2.',
    );
    expect(notes).toHaveLength(tables.length + 1);
    expect(paragraphs).toContain(
      '1. Müller, Ä., & van der Berg, J. (2021). Paper 1. Journal of Examples. https://doi.org/10.1000/paper.1 [Retracted (Withdrawn by the editors)]',
    );
    expect(paragraphs.at(-1)).toMatch(
      /\[Corrected\] Reason for exclusion: no peer \[support\] workers$/,
    );
  });

  it('names papers by author and year where the review does', async () => {
    const its = { review: { ...review, reporting: { references: 'author-year' } } };
    const { paragraphs } = await readWord(write(its));
    expect(paragraphs.find((one) => one.startsWith('Müller, Ä.'))).toBeDefined();
  });

  it('is well-formed in all its parts, which are declared, and each link has its place', () => {
    const parts = partsOf(exporter.write(whole, { at: AT }));
    expect([...parts.keys()][0]).toBe('[Content_Types].xml');
    for (const [name, xml] of parts) expect(() => readXml(xml), name).not.toThrow();
    const types = parts.get('[Content_Types].xml') ?? '';
    for (const name of parts.keys())
      if (name.endsWith('.xml') && !name.startsWith('[')) expect(types).toContain(`"/${name}"`);
    const document = parts.get('word/document.xml') ?? '';
    const all = (pattern: RegExp, xml: string) =>
      [...xml.matchAll(pattern)].map(([, one]) => one as string);
    const places = all(/<w:bookmarkStart w:id="\d+" w:name="([^"]*)"/g, document);
    expect(new Set(places).size).toBe(places.length);
    for (const place of places) expect(place).toMatch(/^[a-z]+_\d+$/);
    const anchors = all(/w:anchor="([^"]*)"/g, document);
    expect(anchors.length).toBeGreaterThan(6);
    for (const anchor of anchors) expect(places).toContain(anchor);
    const ids = all(/ Id="([^"]*)"/g, parts.get('word/_rels/document.xml.rels') ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of all(/ r:id="([^"]*)"/g, document)) expect(ids).toContain(id);
    const styles = all(/w:styleId="([^"]*)"/g, parts.get('word/styles.xml') ?? '');
    for (const style of all(/<w:[pr]Style w:val="([^"]*)"/g, document))
      expect(styles).toContain(style);
  });

  it('is the same file whenever it is written, with the day of the export as its date', () => {
    expect(write()).toEqual(write());
    expect(partsOf(write()).get('docProps/core.xml')).toContain(
      '<dcterms:created xsi:type="dcterms:W3CDTF">2026-01-02T03:04:05Z<',
    );
    expect(partsOf(write({}, { at: undefined })).get('docProps/core.xml')).not.toContain(
      'dcterms:c',
    );
  });

  it.each([...AWKWARD, CONTROLS, '\u202egnp.exe'])(
    'has %j as it is shown, and nothing else of it',
    async (text) => {
      const influences = codebook.influences.map((one) => ({ ...one, definition: text }));
      const bytes = write({
        review: { ...review, name: text, question: text },
        codebooks: [{ ...codebook, influences, name: text }],
        papers: [
          paper(1, { title: text, containerTitle: text, url: `https://a.example/?${text}` }),
        ],
        reviewPapers: [reviewPaper(1)],
        statements: [statement(1, 1, text, { page: text })],
        tags: [tag(1, 1, 1)],
      });
      const { tables, paragraphs, html } = await readWord(bytes);
      const shown = sanitizeText(displayText(text));
      expect(paragraphs.slice(0, 2)).toEqual([shown, shown]);
      const quotes = tables.at(-1)?.rows.at(-1) ?? [];
      expect(quotes[1]).toBe(shown);
      expect(quotes).toContain(`“${shown}” (p. ${shown}, 1)`);
      expect(html).not.toMatch(/<(?:script|b|img)[ >]/);
      for (const [name, xml] of partsOf(bytes)) {
        expect(() => readXml(xml), name).not.toThrow();
        expect(xml).not.toMatch(/[\ufffe\uffff]/);
      }
    },
  );

  it.each([1, 2, 3])(
    'has any text as it is shown, a line separator as a line end (seed %i)',
    async (seed) => {
      const texts = anyTexts(seeded(seed), 60);
      const statements = texts.map((text, i) => statement(i + 1, 1, text));
      const tags = texts.map((_, i) => tag(i + 1, i + 1, 1));
      const bytes = write({ statements, tags });
      const { tables } = await readWord(bytes);
      const quotes = tables.at(-1)?.rows.at(-1)?.join('\n') ?? '';
      for (const text of texts)
        expect(quotes).toContain(
          `“${sanitizeText(displayText(text)).replaceAll('\u2028', '\n')}” (1)`,
        );
      for (const [name, xml] of partsOf(bytes)) expect(() => readXml(xml), name).not.toThrow();
    },
  );

  it('keeps the lines of a text', async () => {
    const statements = [statement(1, 1, 'one\ntwo\tthree\r\nfour')];
    const { tables } = await readWord(write({ statements, tags: [tag(1, 1, 1)] }));
    expect(tables.at(-1)?.rows.at(-1)?.join()).toContain('“one\ntwo\tthree\nfour”');
  });

  it('of an empty review has its name and how it was counted', async () => {
    const none = { papers: [], reviewPapers: [], statements: [], tags: [], codebooks: [] };
    const { paragraphs, tables } = await readWord(write({ ...none, assessments: [] }));
    expect(tables).toEqual([]);
    expect(paragraphs[0]).toBe('Peer support review');
    expect(paragraphs).toHaveLength(3);
  });

  it('has nothing of other reviews', async () => {
    const tags = [...data.tags, tag(9, 3, 2, { reviewId: uuid(1, 9), influenceId: 'own.other' })];
    expect(write({ tags })).toEqual(write());
  });
});
