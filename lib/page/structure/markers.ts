/**
 * In-text citations in plain text: numeric brackets with ranges, superscripts, author-year. Pure: text and
 * references in, places out. A marker counts only when it fits the list: a number that the list has, or a first
 * author and year that one of its entries has. Linear in the text; no pattern can run away.
 */
import type { CitationStyle, Reference } from '../types';
import { STARTERS } from './abbreviations';

export interface TextCitation {
  start: number;
  end: number;
  text: string;
  /** Ids of references, in the order meant. */
  refs: string[];
  style: CitationStyle;
}

export interface MarkerOptions {
  /** Read "[3]"; default true. */
  brackets?: boolean;
  /** Read "(3)" too: only where the paper cites so, since equations and items look the same. Default false. */
  parens?: boolean;
  /** Default true. */
  authorYear?: boolean;
  /** Superscript runs of the text, [start, end): read as numbers of the list. */
  sups?: readonly (readonly [number, number])[];
  /** Stretches that are citations already: nothing is found in them. */
  taken?: readonly { start: number; end: number }[];
}

interface Named {
  ref: number;
  family: string;
  suffix: string;
  /** Folded text of the authors. */
  authors: string;
}

/** What `findCitations` needs to know about a list; build it once per list. */
export interface CitationIndex {
  ids: string[];
  byNumber: Map<number, number>;
  byYear: Map<number, Named[]>;
}

/** Fields of a reference that tell more than the contract's; present when the list was read from a page. */
type Hints = { number?: number; suffix?: string; authors?: string };

/** One letter for one letter, so that offsets stay: "Ö" gives "o", "’" gives "'". */
function fold(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 128) out += c >= 65 && c <= 90 ? String.fromCharCode(c + 32) : text[i];
    else if (c === 0x2019 || c === 0x2018) out += "'";
    else if (c >= 0x2010 && c <= 0x2015) out += '-';
    else if (c === 0xa0) out += ' ';
    else if (c === 0xf8) out += 'o';
    else if (c === 0x142) out += 'l';
    else if (c === 0xdf) out += 's';
    else out += (text[i] as string).normalize('NFKD')[0]?.toLowerCase() ?? ' ';
  }
  return out;
}

/** Indexes a reference list by number and by first author and year. */
export function citationIndex(references: readonly (Reference & Hints)[]): CitationIndex {
  const byNumber = new Map<number, number>();
  const byYear = new Map<number, Named[]>();
  references.forEach((r, i) => {
    const printed = /^\D{0,2}(\d{1,4})\D?$/.exec(r.label ?? '');
    const number = r.number ?? (printed ? Number(printed[1]) : i + 1);
    if (!byNumber.has(number)) byNumber.set(number, i);
    if (r.year === null || !r.firstAuthor) return;
    const family = fold(r.firstAuthor).trim();
    if (family.length < 2) return;
    const suffix = r.suffix ?? new RegExp(`\\b${r.year}([a-z])\\b`).exec(r.text)?.[1] ?? '';
    const list = byYear.get(r.year) ?? [];
    list.push({ ref: i, family, suffix, authors: fold(r.authors ?? r.text.slice(0, 300)) });
    byYear.set(r.year, list);
  });
  return { ids: references.map((r) => r.id), byNumber, byYear };
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

/** In-text citations of `text` that point into `references`, in reading order. */
export function findCitations(
  text: string,
  references: readonly Reference[] | CitationIndex,
  options: MarkerOptions = {},
): TextCitation[] {
  const index = 'byNumber' in references ? references : citationIndex(references);
  const out: TextCitation[] = [];
  const taken = (from: number, to: number): boolean =>
    (options.taken ?? []).some((t) => t.start < to && t.end > from) ||
    out.some((t) => t.start < to && t.end > from);
  const push = (start: number, end: number, refs: number[], style: CitationStyle): void => {
    out.push({
      start,
      end,
      text: text.slice(start, end),
      refs: refs.map((r) => index.ids[r] as string),
      style,
    });
  };
  if (options.brackets !== false || options.parens) {
    for (const [from, to] of bracketed(text, options.brackets !== false, options.parens === true)) {
      if (taken(from, to)) continue;
      const refs = refsOfNumbers(parseNumbers(text.slice(from + 1, to - 1)), index);
      if (refs) push(from, to, refs, 'numeric');
    }
  }
  for (const [from, to] of options.sups ?? []) {
    const inside = text.slice(from, to);
    if (taken(from, to) || !/^[\s[(,]*\d[\d\s,;–—-]*[\s\]),.]*$/.test(inside)) continue;
    const refs = refsOfNumbers(parseNumbers(inside.replace(/^[\s[(,]+|[\s\]),.]+$/g, '')), index);
    if (refs) push(from, to, refs, 'superscript');
  }
  if (options.authorYear !== false) authorYear(text, index, taken, push);
  return out.sort((a, b) => a.start - b.start);
}

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

const YEAR =
  /(?:^|[^\d\p{L}.])((?:1[5-9]|20)\d\d)(?:(?=[^\d\p{L}]|$)|([a-z](?:\s?[,&–-]\s?[a-z](?![\p{L}\d.]))*)(?![\p{L}\d]))/gu;
const WINDOW = 170;
const SMALL = new Set(
  'et al and und y e others other colleagues coworkers co workers team associates in press von van de der den del della di da dos du la le el ten ter zu jr sr s a b c d f g h i j k l m n o p q r t u v w x z'.split(
    ' ',
  ),
);

function authorYear(
  text: string,
  index: CitationIndex,
  taken: (from: number, to: number) => boolean,
  push: (start: number, end: number, refs: number[], style: CitationStyle) => void,
): void {
  if (index.byYear.size === 0) return;
  let folded = '';
  let done = 0;
  YEAR.lastIndex = 0;
  for (let m = YEAR.exec(text); m; m = YEAR.exec(text)) {
    const at = m.index + m[0].indexOf(m[1] as string);
    const end = m.index + m[0].length;
    YEAR.lastIndex = end;
    const named = index.byYear.get(Number(m[1]));
    if (!named || taken(at, end)) continue;
    folded ||= fold(text);
    const from = Math.max(0, at - WINDOW);
    const found = nearest(text.slice(from, at), folded.slice(from, at), named);
    if (!found) continue;
    const start = from + found.at;
    // A link inside the marker has said it already.
    if (taken(start, at)) {
      if (!/\d/.test(text.slice(start, at))) continue;
    }
    const refs = choose(found.named, m[2] ?? '', text.slice(from + found.at, at));
    if (refs.length === 0) continue;
    const begin = start < done ? at : start;
    push(begin, end, refs, 'author-year');
    done = end;
  }
}

/** The leftmost first author from whom only co-authors lead to the year. */
function nearest(
  window: string,
  folded: string,
  named: readonly Named[],
): { at: number; named: Named[] } | null {
  let best = -1;
  let chosen: Named[] = [];
  for (const n of named) {
    for (
      let at = folded.lastIndexOf(n.family);
      at >= 0;
      at = at > 0 ? folded.lastIndexOf(n.family, at - 1) : -1
    ) {
      const end = at + n.family.length;
      if (/[\p{L}\d-]/u.test(folded[at - 1] ?? ' ') || /[\p{L}\d]/u.test(folded[end] ?? ' '))
        continue;
      if (!/\p{Lu}/u.test(window[at] as string) && !/\p{Lu}/u.test(window.slice(at, end))) continue;
      if (!leadsOn(window.slice(end))) break;
      if (follows(window.slice(Math.max(0, at - 40), at))) continue;
      if (best < 0 || at < best) {
        best = at;
        chosen = [n];
      } else if (at === best) chosen.push(n);
    }
  }
  return best < 0 ? null : { at: best, named: chosen };
}

/** True when `between` (first author to year) holds only co-authors, "et al." and years of the same author. */
function leadsOn(between: string): boolean {
  if (between.length > 150 || /[;:?!]/.test(between)) return false;
  let names = 0;
  let year = false;
  for (const token of between.split(/[\s,.&()[\]'’"“”]+/)) {
    if (token === '') continue;
    if (/^(?:1[5-9]|20)\d\d[a-z]?$/.test(token)) {
      year = true;
      continue;
    }
    if (/^\d/.test(token)) return false;
    const lower = token.toLowerCase();
    if (year) {
      if (!/^(?:[a-z]|and|in|press)$/.test(lower)) return false;
      continue;
    }
    if (SMALL.has(lower)) continue;
    if (/^\p{Lu}/u.test(token)) {
      if (STARTERS.has(lower) || ++names > 8) return false;
      continue;
    }
    if (/^co-?workers?$/.test(lower)) continue;
    return false;
  }
  // "Smith reported. In 2003": a stop after a whole word ends the sentence.
  return !/[\p{Ll}\d]\.\s+\p{Lu}/u.test(between.replace(/\b(?:al|[Jj]r|[Ss]r|eds?)\./g, ''));
}

/** True when the name is a co-author: "Jones and |Smith (2003)" is not Smith's paper. */
function follows(before: string): boolean {
  return (
    /\p{Lu}[\p{L}'’-]+,? (?:and|&|und|et|y|e) $/u.test(before) &&
    !STARTERS.has((/(\p{L}+),? \S+ $/u.exec(before)?.[1] ?? '').toLowerCase())
  );
}

/** Of several papers of one first author and year: by letter, then by the co-authors named. */
function choose(named: readonly Named[], letters: string, marker: string): number[] {
  const asked = [...letters.matchAll(/[a-z]/g)].map((m) => m[0]);
  if (asked.length) {
    if (asked.length === 2 && /[–-]/.test(letters)) {
      const [a, b] = asked as [string, string];
      asked.length = 0;
      for (let c = a.charCodeAt(0); c <= b.charCodeAt(0); c++) asked.push(String.fromCharCode(c));
    }
    const hit = named.filter((n) => asked.includes(n.suffix)).map((n) => n.ref);
    if (hit.length) return hit;
    // The list prints no letters: they count the papers in the order of the list.
    const plain = named.filter((n) => n.suffix === '');
    const byOrder = asked
      .map((c) => plain[c.charCodeAt(0) - 97]?.ref)
      .filter((r) => r !== undefined);
    return byOrder.length ? byOrder : named.length === 1 ? [named[0]?.ref as number] : [];
  }
  if (named.length <= 1) return named.map((n) => n.ref);
  const folded = fold(marker);
  const second = /(?:and|&|und|,) +((?:van |von |de |der )*[\p{L}'-]{2,})/u.exec(
    folded.slice((named[0] as Named).family.length),
  )?.[1];
  const manyAuthors = (n: Named): boolean => (n.authors.match(/,|;| and | & /g)?.length ?? 0) >= 2;
  let left = [...named];
  if (second && second !== 'et') {
    const hit = left.filter((n) => n.authors.includes(second));
    if (hit.length) left = hit;
  } else if (/et al/.test(folded)) {
    const hit = left.filter(manyAuthors);
    if (hit.length) left = hit;
  } else {
    const hit = left.filter((n) => !/,.*,.*,| and | & /.test(n.authors.slice(0, 80)));
    if (hit.length) left = hit;
  }
  const plain = left.filter((n) => n.suffix === '');
  return [((plain[0] ?? left[0]) as Named).ref];
}
