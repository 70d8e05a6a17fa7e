/** The rows of a table in the order of one of its columns. */
import type { OutputRow, OutputTable } from '@/lib/map/outputs';

export interface Sort {
  column: string;
  isUp: boolean;
}

/**
 * Within each heading: rows of different domains stay apart, and the lines of one influence together. What has no number in the
 * column comes last, in both orders.
 */
export function sorted(table: OutputTable, sort: Sort | null): OutputTable {
  const at = table.columns.findIndex(({ id }) => id === sort?.column);
  if (!sort || at < 0) return table;
  const sections: OutputRow[][][] = [[]];
  for (const row of table.rows) {
    if (row.isHeading) sections.push([[row]]);
    else if (row.isMore) sections.at(-1)?.at(-1)?.push(row);
    else sections.at(-1)?.push([row]);
  }
  const rows = sections.flatMap((section) => {
    const [first] = section;
    const [head, body] = first?.[0]?.isHeading ? [[first], section.slice(1)] : [[], section];
    const ranked = body.map((lines) => ({ lines, rank: rankOf(lines, at, sort) }));
    ranked.sort((a, b) => a.rank - b.rank || 0);
    return [...head, ...ranked.map(({ lines }) => lines)].flat();
  });
  // Out of its order a row is not under the one above it.
  return { ...table, rows: rows.map(({ depth: _, ...row }) => row) };
}

/** Of lines that stay together, by the one that comes first. */
function rankOf(lines: readonly OutputRow[], at: number, { isUp }: Sort): number {
  const numbers = lines.flatMap(({ cells }) => cells[at]?.value ?? []);
  return Math.min(...numbers.map((value) => (isUp ? value : -value)), Number.POSITIVE_INFINITY);
}
