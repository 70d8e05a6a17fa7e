/**
 * Tables of scite. Its classes of citations are a machine's, about how a paper is cited: they never become tags. Their counts,
 * or the statements, come in as a note of the paper.
 */
import type { Reading } from '../importer';
import { Found } from '../references/reference';
import type { Columns } from './columns';
import type { Table, TableRow } from './table';
import { draftOf } from './works';

const COUNTS = ['supporting', 'contrasting', 'mentioning'] as const;
/** Of older files. */
const ALSO: Readonly<Record<(typeof COUNTS)[number], readonly string[]>> = {
  supporting: ['supporting_cites', 'supporting cites', 'supporting'],
  contrasting: ['contrasting_cites', 'contrasting cites', 'contradicting_cites', 'contrasting'],
  mentioning: ['mentioning_cites', 'mentioning cites', 'mentioning'],
};
const TYPES = ['type', 'citation type', 'citation_type', 'classification'];
const SNIPPETS = [
  'snippet',
  'citation statement',
  'citation_statement',
  'statement',
  'citation text',
];
const CLASSES = new Set([
  'supporting',
  'contrasting',
  'contradicting',
  'mentioning',
  'unclassified',
]);

const WHY =
  'The classes in it are scite’s, given by a machine: they come in as notes of the papers, and never as your tags.';

interface Kind {
  noteOf(row: TableRow): string;
}

/** Which of scite's tables this is; null for any other table. */
export function sciteKind({ headings, rows }: Pick<Table, 'headings' | 'rows'>): Kind | null {
  const named = headings.map((one) => one.toLowerCase());
  const place = (names: readonly string[]) => named.findIndex((one) => names.includes(one));
  const counts = COUNTS.map((name) => [name, place(ALSO[name])] as const);
  if (counts.every(([, i]) => i >= 0) && named.some((one) => /cites|scite/.test(one)))
    return {
      noteOf: ({ cells }) =>
        `scite counts citing statements: ${counts
          .map(([name, i]) => `${cells[i]?.trim() || '0'} ${name}`)
          .join(', ')}`,
    };
  const [type, snippet] = [place(TYPES), place(SNIPPETS)];
  const isOfClasses = rows.every(({ cells }) =>
    CLASSES.has((cells[type] ?? '').trim().toLowerCase()),
  );
  if (type < 0 || snippet < 0 || !rows.length || !isOfClasses) return null;
  return {
    noteOf({ cells }) {
      const stated = (cells[type] ?? '').trim().toLowerCase();
      return `scite classed a citing statement as ${stated}: “${(cells[snippet] ?? '').trim()}”`;
    },
  };
}

export function readScite(table: Table, columns: Columns, { noteOf }: Kind): Reading {
  const found = new Found();
  for (const row of table.rows) found.add(draftOf(row, columns, [noteOf(row)]));
  const { references, broken } = found;
  return {
    ...{ ok: true, kind: 'references', references },
    broken: [...table.broken, ...broken].sort((a, b) => a.line - b.line),
    remark: WHY,
  };
}
