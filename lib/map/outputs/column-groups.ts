/** The headings over columns. */
import type { OutputColumn } from './types';

/** Columns next to each other with one heading over them: its words, and over how many columns. */
export function columnGroups(columns: readonly OutputColumn[]): { group: string; span: number }[] {
  const groups: { group: string; span: number }[] = [];
  for (const { group = '' } of columns) {
    const last = groups.at(-1);
    if (last && last.group === group) last.span += 1;
    else groups.push({ group, span: 1 });
  }
  return groups;
}
