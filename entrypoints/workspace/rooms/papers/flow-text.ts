/** Numbers of the flow diagram as they are typed: one number, or a line for each database with its number. Pure. */
import type { Flow } from '@/lib/model';

/** Null: nothing is typed. Undefined: it is not a whole number. */
export function typedCount(text: string): number | null | undefined {
  const digits = text.replace(/[\s.,\u202f\u00a0']/g, '');
  if (digits === '') return null;
  return /^\d{1,8}$/.test(digits) ? Number(digits) : undefined;
}

type Sources = NonNullable<Flow['databases']>;

/** "PubMed, 1,204" on a line of its own. @returns the first line that is none, or the sources */
export function typedSources(text: string): { sources: Sources } | { wrong: string } {
  const sources: Sources = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (!line) continue;
    const found = /^(.*?)[,:;\t ]\s*([\d][\d.,\s']*)$/u.exec(line);
    const name = found?.[1]?.replace(/[,:;]+$/, '').trim();
    const records = typedCount(found?.[2] ?? '');
    if (!name || typeof records !== 'number') return { wrong: line };
    sources.push({ name, records });
  }
  return { sources };
}

export const sourcesText = (sources: Sources = []): string =>
  sources.map(({ name, records }) => `${name}, ${records}`).join('\n');
