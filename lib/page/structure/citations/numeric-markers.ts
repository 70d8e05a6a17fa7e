/** Markers made of numbers: where "[3, 5–7]" stands, which numbers it names, and which references these are. */
import { type CitationIndex, refsOfNumbers } from './index-of-references';
import { isTaken, type Place } from './place';

/** Stretches in square or round brackets that may hold numbers, brackets included: [start, end). */
function* bracketed(text: string, square: boolean, round: boolean): Generator<[number, number]> {
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    const close = square && c === '[' ? ']' : round && c === '(' ? ')' : '';
    if (!close || !/[\s\dsecrfiaSECRFIA]/.test(text[i + 1] ?? '')) continue;
    const end = text.indexOf(close, i + 1);
    if (end < 0 || end - i > 170) continue;
    yield [i, end + 1];
  }
}

/** A marker without the brackets, commas and white space around it. */
export function withoutBrackets(marker: string): string {
  return marker.replace(/^[\s[(,]+|(?<![\s\]),.])[\s\]),.]+$/g, '');
}

/** The numbers a marker's inside names, ranges expanded: "3, 5–7" gives 3, 5, 6, 7; null when it is no list of numbers. */
export function parseNumbers(inside: string): number[] | null {
  const text = inside
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .replace(
      /^(?:(?:see|e\.g\.|cf\.|refs?\.?|references?|reviewed in|for (?:a )?reviews?,?(?: see)?|and|i\.e\.|also|,|;|:) ?){1,4}/i,
      '',
    )
    .replace(
      /(?:, ?|; ?)?(?:and references? therein|for (?:a )?reviews?|pp?\. ?\d+(?:[-–]\d+)?)$/i,
      '',
    );
  if (text.length > 160 || !/^\d/.test(text)) return null;
  const out: number[] = [];
  for (const part of text.split(/ ?(?:[,;]|\band\b|&) ?/)) {
    if (part === '') continue;
    const m = /^(\d{1,4})[a-z*]?(?: ?[-–—‐‑−] ?(\d{1,4})[a-z*]?)?$/.exec(
      part.replace(/^refs?\.? ?/i, ''),
    );
    if (!m) return null;
    const from = Number(m[1]);
    let to = m[2] ? Number(m[2]) : from;
    // "101-5" is short for 101-105.
    if (m[2] && to < from && m[2].length < (m[1] as string).length)
      to = Number((m[1] as string).slice(0, -m[2].length) + m[2]);
    if (to < from || to - from > 200) return null;
    for (let n = from; n <= to; n++) if (!out.includes(n)) out.push(n);
  }
  return out.length ? out : null;
}

/** "[3]–[5]": only a dash is between two square brackets. A dash with space around it is a pause. */
function joins(text: string, end: number, start: number): boolean {
  return text[end - 1] === ']' && text[start] === '[' && /^[-–—‐‑−]$/.test(text.slice(end, start));
}

/** The numbers from one marker's last to the next one's first; null when they do not rise. */
function span(from: number, next: readonly number[]): number[] | null {
  const to = next[0] as number;
  if (to <= from || to - from > 200) return null;
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** What is read as a marker (`MarkerOptions`). */
interface NumericOptions {
  brackets: boolean;
  parens: boolean;
  sups: readonly (readonly [number, number])[];
  taken: readonly { start: number; end: number }[];
}

/** The places of `text` that cite by number: in brackets, then in superscripts. */
export function numericCitations(
  text: string,
  index: CitationIndex,
  { brackets, parens, sups, taken }: NumericOptions,
): Place[] {
  const out: Place[] = [];
  /** The marker before: where it ends, and its last number. */
  let before: { end: number; last: number; refs: number[] } | null = null;
  const marked = brackets || parens ? bracketed(text, brackets, parens) : [];
  for (const [from, to] of marked) {
    if (isTaken(taken, from, to) || isTaken(out, from, to)) continue;
    const numbers = parseNumbers(text.slice(from + 1, to - 1));
    let refs = refsOfNumbers(numbers, index);
    if (!refs || !numbers) continue;
    const range = before && joins(text, before.end, from) ? span(before.last, numbers) : null;
    const between = refsOfNumbers(range, index);
    let start = from;
    if (before && between) {
      start = out.pop()?.start ?? from;
      refs = [...new Set([...before.refs, ...between, ...refs])];
    }
    out.push({ start, end: to, refs, style: 'numeric' });
    before = { end: to, last: numbers.at(-1) as number, refs };
  }
  for (const [from, to] of sups) {
    const inside = withoutBrackets(text.slice(from, to));
    if (!/^\d[\d\s,;–—-]*$/.test(inside)) continue;
    if (isTaken(taken, from, to) || isTaken(out, from, to)) continue;
    const refs = refsOfNumbers(parseNumbers(inside), index);
    if (refs) out.push({ start: from, end: to, refs, style: 'superscript' });
  }
  return out;
}
