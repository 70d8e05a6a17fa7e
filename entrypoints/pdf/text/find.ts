/**
 * Searching the document's text, over lines, columns and pages, without regard to case and accents. The browser's own
 * search sees only the pages that are painted.
 */
import type { PdfView } from '../view/viewer';
import type { TextSurface } from './surface';

/** Our names in the page's registry of highlights; `pdf.css` has their looks. */
const FOUND = 'bearing-found';
const FOUND_NOW = 'bearing-found-now';
/** As many hits are shown and counted; who looks for "e" is not helped by all of them. */
export const MOST_HITS = 1_000;

export interface Hits {
  query: string;
  count: number;
  /** Counted from 1; 0 where there is none. */
  at: number;
}

const known = new Map<string, string>();

/** A letter as it is compared: several letters for a ligature, none for an accent of its own. */
function plain(letter: string): string {
  const before = known.get(letter);
  if (before !== undefined) return before;
  const folded = letter
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const one = /^\s*$/.test(folded) && folded ? ' ' : folded;
  known.set(letter, one);
  return one;
}

/** A text as it is compared, with the place of each letter in the text itself. */
export function folded(text: string): { text: string; from: Uint32Array } {
  const parts: string[] = [];
  const from: number[] = [];
  let blank = true;
  let at = 0;
  // By letters, not by units of UTF-16: those of formulas have two.
  for (const letter of text) {
    const one = plain(letter);
    // Blanks count once, wherever a line ends.
    if (one !== ' ' || !blank) {
      parts.push(one);
      for (let i = 0; i < one.length; i++) from.push(at);
    }
    if (one) blank = one === ' ';
    at += letter.length;
  }
  from.push(text.length);
  return { text: parts.join(''), from: Uint32Array.from(from) };
}

export class Find {
  private index: ReturnType<typeof folded> | null = null;
  private places: { start: number; end: number }[] = [];
  hits: Hits = { query: '', count: 0, at: 0 };

  constructor(
    private readonly surface: TextSurface,
    private readonly view: PdfView,
  ) {}

  /** Looks for a text, and goes to the first place at or below where the reader is. */
  search(query: string): Hits {
    this.index ??= folded(this.surface.reading.text);
    const { text, from } = this.index;
    const wanted = folded(query).text.trim();
    this.places = [];
    for (let at = wanted ? text.indexOf(wanted) : -1; at >= 0; ) {
      const last = from[at + wanted.length - 1] as number;
      const letter = String.fromCodePoint(this.surface.reading.text.codePointAt(last) as number);
      this.places.push({ start: from[at] as number, end: last + letter.length });
      if (this.places.length >= MOST_HITS) break;
      at = text.indexOf(wanted, at + wanted.length);
    }
    const here = this.view.text?.topOffset() ?? 0;
    const below = this.places.findIndex(({ start }) => start >= here);
    return this.go(Math.max(0, below), query);
  }

  /** The next place, or the one before; from the last to the first. */
  step(by: 1 | -1): Hits {
    const { count, at, query } = this.hits;
    return count ? this.go((at - 1 + by + count) % count, query) : this.hits;
  }

  clear(): void {
    this.places = [];
    this.hits = { query: '', count: 0, at: 0 };
    CSS.highlights.delete(FOUND);
    CSS.highlights.delete(FOUND_NOW);
  }

  private go(index: number, query: string): Hits {
    const ranges = this.places.map(({ start, end }) => this.surface.range(start, end));
    const now = this.places[index];
    const range = ranges[index];
    this.hits = { query, count: ranges.length, at: now ? index + 1 : 0 };
    CSS.highlights.set(FOUND, new Highlight(...ranges));
    CSS.highlights.set(FOUND_NOW, new Highlight(...(range ? [range] : [])));
    if (now && range) void this.view.reveal(now.start, range);
    return this.hits;
  }
}
