/** What the reading list draws: papers, and the headings of their groups. */
import { displayText } from '@/lib/text';
import type { Group } from './list-address';
import { inGroups } from './list-order';
import type { PaperLine } from './paper-lines';

export type ListItem =
  | { kind: 'group'; key: string; name: string; count: number }
  | { kind: 'line'; key: string; line: PaperLine };

export function itemsOf(lines: readonly PaperLine[], group: Group): readonly ListItem[] {
  if (group === 'none')
    return lines.map((line) => ({ kind: 'line', key: line.paper.id, line }) as const);
  return inGroups(lines, group).flatMap(({ key, name, lines: some }): ListItem[] => [
    { kind: 'group', key: `group ${key}`, name: displayText(name), count: some.length },
    ...some.map((line) => ({ kind: 'line', key: `${line.paper.id} ${key}`, line }) as const),
  ]);
}

/** The papers in the order in which they are drawn; of one that is in several groups the first place counts. */
export function linesDrawn(items: readonly ListItem[]): readonly PaperLine[] {
  const lines = items.flatMap((item) => (item.kind === 'line' ? item.line : []));
  return [...new Set(lines)];
}
