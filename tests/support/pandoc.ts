/** Tables as pandoc reads them: what a reviewer has who pastes one, or writes a document, and converts the manuscript. */
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

function blocksOf(input: string | Uint8Array, from: 'html' | 'docx'): Node[] {
  const { stdout, stderr, status } = spawnSync('pandoc', ['-f', from, '-t', 'json'], {
    ...{ input, maxBuffer: 1e8 },
  });
  if (status !== 0) throw new Error(String(stderr));
  return (JSON.parse(String(stdout)) as { blocks: Node[] }).blocks;
}

const isTable = ({ t }: Node): boolean => t === 'Table';

export function pandocReads(html: string): ReadDocument {
  const blocks = blocksOf(html, 'html');
  const [table, ...others] = blocks.filter(isTable);
  if (!table || others.length) throw new Error('not one table');
  const notes = blocks.filter((one) => !isTable(one)).map((one) => textOf(one));
  return { ...tableOf(table), notes };
}

/** The tables of a document for Word, in their order. */
export const pandocReadsTables = (docx: Uint8Array): Omit<ReadDocument, 'notes'>[] =>
  blocksOf(docx, 'docx').filter(isTable).map(tableOf);

function tableOf(table: Node): Omit<ReadDocument, 'notes'> {
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
