/** What a record that may be anything is recognised by. */

/** The fields that a reader knows a record by, the best first. */
const NAMING = ['title', 'quote', 'name', 'label', 'influenceId', 'outcome', 'command'] as const;
/** Enough to recognise it; the row cuts what does not fit. */
const MOST_CHARS = 160;

/** Its title, quote or name; nothing where it has none that is text. */
export function nameOfRecord(record: unknown): string | undefined {
  if (typeof record !== 'object' || record === null) return undefined;
  const fields = record as Record<string, unknown>;
  const values = NAMING.map((field) => fields[field]);
  const named = values.find((value) => typeof value === 'string' && value.trim() !== '');
  return named === undefined ? undefined : String(named).slice(0, MOST_CHARS);
}
