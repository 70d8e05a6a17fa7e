/** What becomes of choices of a column that are chosen somewhere, and that its list has no more. */
import type { AttributeValue } from '@/lib/model';

export interface Gone {
  choice: string;
  /** How many cells have it. */
  cells: number;
  /** What is in its line now, where that is new: most likely its new name. */
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
  const kept = new Set(before);
  const added = now.filter((choice) => !kept.has(choice));
  const removed = before.filter((choice) => !now.includes(choice));
  return removed.flatMap((choice, i) => {
    const used = cells.get(choice);
    if (!used) return [];
    // As many new ones as old ones: each is in the place of its like. Else only where its line has a new one.
    const [first] = [now[before.indexOf(choice)]].filter((one) => one && added.includes(one));
    const likely = removed.length === added.length ? added[i] : first;
    return [{ choice, cells: used, likely: likely ?? null }];
  });
}
