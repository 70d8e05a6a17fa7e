/** Every table that a review prints, as pandoc reads what is pasted: as many rows and cells, and the same words. */
import { describe, expect, test } from 'vitest';
import { builtInCodebooks } from '../../../lib/codebook';
import { tableAsHtml } from '../../../lib/exchange/out/table';
import { columnGroups, Evidence, OUTPUTS, type OutputTable } from '../../../lib/map/outputs';
import type { ReviewRecords } from '../../../lib/map/outputs/types';
import { displayText } from '../../../lib/text';
import { PANDOC, pandocReads, WITHOUT_PANDOC } from '../../support/pandoc';
import { SAMPLE_REVIEW, sampleId } from '../../support/samples';
import { COUNTRY, DESIGN, tablesReview } from '../../support/tables-review';

const AT = '2026-11-20T09:00:00.000Z';
const STAMPS = { createdAt: AT, updatedAt: AT };

/** With words that a reader of HTML or Markdown could take for something else. */
const WORDS = [
  'a < b, and c > d & so on',
  '* not a list',
  '1. not a list either',
  '# not a heading, | not | a | cell',
  '“said” she, \'quoted\' "twice" -- and ... so on',
  'two\nlines',
  'a line\n\nafter an empty one',
  '=1+1',
  '−2',
  '$5 and $6, `code`, _under_ and ~this~',
];

function records(): ReviewRecords {
  const backup = tablesReview({ papers: 12, tags: 6 });
  const [review] = backup.reviews;
  if (!review) throw new Error('no review');
  backup.statements = backup.statements.map((one, i) => ({
    ...one,
    quote: `${WORDS[i % WORDS.length]} ${i}`,
    page: String(i),
  }));
  const site = (n: number) => ({
    ...{ id: sampleId(14, n), reviewId: SAMPLE_REVIEW, name: `Ward ${n}`, position: n, ...STAMPS },
  });
  return {
    ...backup,
    review: { ...review, question: 'What helps?' },
    sites: [site(1), site(2)],
    codebooks: builtInCodebooks().filter(({ id }) => id === 'psw-core'),
    measures: [
      {
        ...{ id: sampleId(15, 1), reviewId: SAMPLE_REVIEW, name: 'Readiness', source: '' },
        ...{ lowest: 1, highest: 5, ...STAMPS },
        items: WORDS.map((text, i) => ({ id: String(i), text: text.replace(/\n+/g, ' ') })),
      },
    ],
    measureAnswers: [
      {
        ...{ id: sampleId(15, 2), reviewId: SAMPLE_REVIEW, measureId: sampleId(15, 1) },
        ...{ siteId: sampleId(14, 1), answers: [{ item: '0', value: 3 }], note: '', ...STAMPS },
      },
    ],
  } as unknown as ReviewRecords;
}

/** Blanks and marks that have no meaning in a table are one blank, as in all HTML; an empty line is none. */
const plain = (text: string): string =>
  displayText(text)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n');

const expected = ({ columns, rows }: OutputTable) => ({
  head: [
    ...(columns.some(({ group }) => group)
      ? [columnGroups(columns).map(({ group, span }) => ({ text: plain(group), span }))]
      : []),
    columns.map(({ label }) => ({ text: plain(label), span: 1 })),
  ],
  /** What is under another influence is set in, here too. */
  depths: rows.map(({ depth = 0 }) => depth),
  rows: rows.map(({ cells, isHeading }) =>
    isHeading
      ? [{ text: plain(cells[0]?.text ?? ''), span: columns.length }]
      : cells.map(({ text }) => ({ text: plain(text), span: 1 })),
  ),
});

const cleaned = (rows: { text: string; span: number }[][]) =>
  rows.map((row) => row.map(({ text, span }) => ({ text: plain(text), span })));

describe.skipIf(!PANDOC)(`pasted tables, read by pandoc${WITHOUT_PANDOC}`, () => {
  const evidence = new Evidence(records(), { at: AT });
  const cases = OUTPUTS.flatMap((output) => {
    const by = output.by ? [undefined, COUNTRY, DESIGN] : [undefined];
    return by.map((column) => ({
      name: column ? `${output.label} by a column` : output.label,
      table: output.build(evidence, column && output.by ? { [output.by.option]: column } : {}),
    }));
  });
  const summary = cases[0]?.table;
  const nested = summary && {
    name: 'with influences under others',
    table: {
      ...summary,
      rows: summary.rows.map((row, i) => (row.isHeading || i % 3 ? row : { ...row, depth: i % 4 })),
    },
  };
  test.each([...cases, ...(nested ? [nested] : [])])('$name', ({ table }) => {
    const read = pandocReads(tableAsHtml(table));
    const { head, rows, depths } = expected(table);
    expect(rows.length).toBeGreaterThan(0);
    expect(read.caption).toBe(plain(table.title));
    expect(cleaned(read.head)).toEqual(head);
    expect(cleaned(read.rows)).toEqual(rows);
    expect(read.rows.map(([first]) => /^\u2003*/.exec(first?.text ?? '')?.[0].length)).toEqual(
      depths,
    );
    expect(read.notes).toEqual(table.notes.map(plain));
  });
});
