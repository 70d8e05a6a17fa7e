/**
 * Whether the hyphen at the end of a line belongs to its word. The document decides: a word that it prints elsewhere in
 * one piece is one, and a compound that it prints elsewhere with its hyphen keeps it.
 */
import type { Line } from '../layout/line';
import { tally } from '../layout/numbers';

const WORD = /[\p{L}\d]+(?:[-‐‑][\p{L}\d]+)*/gu;
const HYPHENS = /[‐‑]/g;
/** Signs that end a line within a word. */
export const BREAK = /[\p{L}\d][-‐‑\u00ad]$/u;
/** A part of a compound that the document uses alone has so many letters at least, and is used so often. */
const SHORTEST_PART = 3;
const USED = 2;

export class Words {
  private readonly counts = new Map<string, number>();

  constructor(lines: readonly Line[]) {
    for (const { text } of lines) {
      const broken = BREAK.test(text);
      const words = [...text.matchAll(WORD)];
      // The first and the last word of a line may be pieces.
      words.forEach((word, index) => {
        if (index === 0 || (broken && index === words.length - 1)) return;
        const one = word[0].toLowerCase().replace(HYPHENS, '-');
        tally(this.counts, one);
        if (one.includes('-')) for (const part of one.split('-')) tally(this.counts, part);
      });
    }
  }

  private count(word: string): number {
    return this.counts.get(word) ?? 0;
  }

  /**
   * What remains of the end of a line before the next one: the hyphen goes, or stays.
   * @param line ends with a hyphen (`BREAK`)
   */
  keepsHyphen(line: string, next: string): boolean {
    if (line.endsWith('\u00ad')) return false;
    const before = [...line.slice(-80, -1).matchAll(WORD)].at(-1)?.[0] ?? '';
    const after = /^[\p{L}\d]+(?:[-‐‑][\p{L}\d]+)*/u.exec(next.slice(0, 80))?.[0] ?? '';
    if (!before || !after) return true;
    const [a, b] = [before, after].map((one) => one.toLowerCase().replace(HYPHENS, '-')) as [
      string,
      string,
    ];
    const whole = this.count(`${a}${b}`);
    const compound = this.count(`${a}-${b}`);
    if (whole !== compound) return compound > whole;
    if (/^[\p{Lu}\d]/u.test(after) || /\d$/.test(before)) return true;
    const parts = [a, b].every((one) => one.length >= SHORTEST_PART && this.count(one) >= USED);
    return parts;
  }
}
