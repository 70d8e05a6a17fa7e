/** What becomes of choices of a column that are chosen somewhere, and that its list has no more. */
import type { AttributeValue } from '@/lib/model';

export interface Gone {
  choice: string;
  /** How many cells have it. */
  cells: number;
  /** What is in its line now, under the same choices, where that is new: most likely its new name. */
  likely: string | null;
}

/** The choices of a text, one a line, each once. */
export const choicesIn = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

export function goneChoices(
  before: readonly string[],
  now: readonly string[],
  values: readonly Pick<AttributeValue, 'value'>[],
): Gone[] {
  const cells = new Map<string, number>();
  for (const choice of values.flatMap(({ value }) => value).map(String))
    cells.set(choice, (cells.get(choice) ?? 0) + 1);
  const inBoth = new Set(before.filter((choice) => now.includes(choice)));
  const keptAbove = (list: readonly string[], line: number): string =>
    list
      .slice(0, line)
      .filter((choice) => inBoth.has(choice))
      .join('\n');
  return before.flatMap((choice, line) => {
    const used = cells.get(choice);
    if (!used || inBoth.has(choice)) return [];
    const there = now[line];
    // Anywhere else it may be another choice, and a wrong guess would change every cell: the reader says so.
    const isItsLine =
      there !== undefined &&
      !before.includes(there) &&
      keptAbove(before, line) === keptAbove(now, line);
    return [{ choice, cells: used, likely: isItsLine ? there : null }];
  });
}
