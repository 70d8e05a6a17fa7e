/** Tables of HTML as pandoc reads them: what a reviewer has who pastes one, and converts the manuscript. */
import { spawnSync } from 'node:child_process';

/** An element of pandoc's tree (pandoc-types 1.22): as much as is looked at. */
type Node = { t: string; c?: unknown };

export interface ReadCell {
  text: string;
  span: number;
}

export interface ReadDocument {
  caption: string;
  head: ReadCell[][];
  rows: ReadCell[][];
  /** The paragraphs beside the table. */
  notes: string[];
}

export const PANDOC = spawnSync('pandoc', ['--version']).status === 0;
/** For the name of a test that needs it. */
export const WITHOUT_PANDOC = PANDOC ? '' : ' (skipped: pandoc is not installed)';

export function pandocReads(html: string): ReadDocument {
  const { stdout, stderr, status } = spawnSync('pandoc', ['-f', 'html', '-t', 'json'], {
    input: html,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(stderr);
  const { blocks } = JSON.parse(stdout) as { blocks: Node[] };
  const [table, ...others] = blocks.filter(({ t }) => t === 'Table');
  if (!table || others.length) throw new Error('not one table');
  const [, [, caption], , [, head], bodies, [, foot]] = table.c as [
    unknown,
    [unknown, Node[]],
    unknown,
    [unknown, Row[]],
    [unknown, number, Row[], Row[]][],
    [unknown, Row[]],
  ];
  const rows = bodies.flatMap(([, , own, body]) => [...own, ...body]);
  return {
    caption: textOf(caption),
    head: head.map(cellsOf),
    rows: [...rows, ...foot].map(cellsOf),
    notes: blocks.filter(({ t }) => t !== 'Table').map((one) => textOf(one)),
  };
}

type Row = [unknown, [unknown, unknown, number, number, Node[]][]];

const cellsOf = ([, cells]: Row): ReadCell[] =>
  cells.map(([, , , span, content]) => ({ text: textOf(content), span }));

function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (typeof node !== 'object' || node === null) return '';
  const { t, c } = node as Node;
  if (t === 'Str') return String(c);
  if (t === 'Space' || t === 'SoftBreak') return ' ';
  if (t === 'LineBreak') return '\n';
  if (t === 'Code' || t === 'Math' || t === 'RawInline' || t === 'RawBlock')
    return String((c as unknown[])[1]);
  // Of a link, a span, a quotation: its content comes after its attributes.
  return textOf(c);
}
