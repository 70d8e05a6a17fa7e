/** Markers made of numbers: where "[3, 5–7]" stands, which numbers it names, and which references these are. */
import type { CitationIndex } from './index-of-references';

/** Stretches in square or round brackets that may hold numbers, brackets included: [start, end). */
export function* bracketed(
  text: string,
  square: boolean,
  round: boolean,
): Generator<[number, number]> {
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

/** Numbers to references; null unless the list has (nearly) all of them. */
export function refsOfNumbers(
  numbers: readonly number[] | null,
  index: CitationIndex,
): number[] | null {
  if (!numbers) return null;
  const out: number[] = [];
  for (const n of numbers) {
    const i = index.byNumber.get(n);
    if (i === undefined) {
      // A gap inside a long range is a gap of the list; a lone unknown number is no citation.
      if (numbers.length < 4) return null;
      continue;
    }
    out.push(i);
  }
  return out.length * 2 > numbers.length ? out : null;
}
