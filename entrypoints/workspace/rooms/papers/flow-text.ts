/** Numbers of the flow diagram as they are typed: one number, or a line for each database with its number. Pure. */
import type { Flow } from '@/lib/model';

/** Groups of three digits, with one sign between them; "1.5" and "12,7" are not whole numbers. */
const GROUPED = /^\d{1,3}(?:[ ,.'\u202f\u00a0]\d{3})+$/;
const PLAIN = /^\d{1,8}$/;
/** As many digits as the largest number of records has. */
const MOST_DIGITS = 8;

/** Null: nothing is typed. Undefined: it is not a whole number. */
export function typedCount(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  if (!PLAIN.test(typed) && !GROUPED.test(typed)) return undefined;
  const digits = typed.replace(/\D/g, '');
  return digits.length > MOST_DIGITS ? undefined : Number(digits);
}

type Sources = NonNullable<Flow['databases']>;

/**
 * What may part a name from its number, the clearest first: in "1,204" a comma is part of the number. Without a clear sign
 * the number takes its groups ("Embase 1 204"); of "Web of Science 3 100" this is a guess, so the page shows what was read.
 */
const CLEAR = [', ', ': ', '; ', '\t'] as const;
const SIGNS = /[\s,:;]/;

/** "PubMed, 1,204" on a line of its own. @returns the first line that has no whole number, or the sources */
export function typedSources(text: string): { sources: Sources } | { wrong: string } {
  const sources: Sources = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (!line) continue;
    const source = sourceIn(line);
    if (!source) return { wrong: line };
    sources.push(source);
  }
  return { sources };
}

function sourceIn(line: string): Sources[number] | undefined {
  const sign = CLEAR.find((one) => line.includes(one));
  const at = sign ? line.lastIndexOf(sign) : -1;
  const starts = sign
    ? [at + sign.length]
    : [...line].flatMap((char, i) => (SIGNS.test(char) ? [i + 1] : []));
  for (const start of starts) {
    const name = line.slice(0, start - (sign?.length ?? 1)).trim();
    const records = typedCount(line.slice(start));
    // Part of a longer number, as in "PubMed 12 7" or "Embase 1 2 345", is not the number.
    if (name && typeof records === 'number' && !/\d[.,]$/.test(line.slice(0, start)))
      return { name, records };
  }
  return undefined;
}

export const sourcesText = (sources: Sources = []): string =>
  sources.map(({ name, records }) => `${name}, ${records}`).join('\n');
