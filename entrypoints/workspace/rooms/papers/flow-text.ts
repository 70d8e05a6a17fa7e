/** Numbers of the flow diagram as they are typed: one number, or a line for each database with its number. Pure. */
import type { Flow } from '@/lib/model';

/** Null: nothing is typed. Undefined: it is not a whole number. */
export function typedCount(text: string): number | null | undefined {
  const digits = text.replace(/[\s.,\u202f\u00a0']/g, '');
  if (digits === '') return null;
  return /^\d{1,8}$/.test(digits) ? Number(digits) : undefined;
}

type Sources = NonNullable<Flow['databases']>;

/** What may part a name from its number, the clearest first: in "1,204" a comma is part of the number. */
const SIGNS = [', ', ': ', '; ', '\t', ' ', ',', ':', ';'] as const;

/** "PubMed, 1,204" on a line of its own. @returns the first line that is none, or the sources */
export function typedSources(text: string): { sources: Sources } | { wrong: string } {
  const sources: Sources = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (!line) continue;
    const sign = SIGNS.find((one) => line.includes(one)) ?? ' ';
    const at = line.lastIndexOf(sign);
    const name = line.slice(0, Math.max(at, 0)).trim();
    const records = typedCount(line.slice(at + sign.length));
    if (!name || typeof records !== 'number') return { wrong: line };
    sources.push({ name, records });
  }
  return { sources };
}

export const sourcesText = (sources: Sources = []): string =>
  sources.map(({ name, records }) => `${name}, ${records}`).join('\n');
