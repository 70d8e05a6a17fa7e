/**
 * Splits running text into sentences. A full stop, question or exclamation mark is a boundary unless the rule
 * table says otherwise: abbreviations, initials, species, units, numbers, and closing quotes, brackets and
 * citation markers that follow the stop and belong to the sentence before.
 *
 * Why not `Intl.Segmenter` first: it breaks after "et al. (2003)" and before lower-case gene names alike, so
 * every break needs the table anyway; and its answer differs from browser to browser, while an offset that we
 * store must not. Linear in the length of the text.
 */
import { BEFORE_NUMBER, MAYBE_LAST, NEVER_LAST, STARTERS } from './abbreviations';

export interface SentenceOptions {
  /** Citation markers, [start, end), sorted: their inner stops end nothing, and one right after a stop stays with it. */
  masks?: readonly (readonly [number, number])[];
}

const TERMINATOR = /[.!?…]+|[。！？．]/g;
const MASK = '\ue000';
const CLOSER = /["'”’»)\]}\u2019\u201d]/;
const MAX_TEXT = 400_000;

/**
 * Sentences of `text` as [start, end) in UTF-16 units, outer white space left out.
 *
 * @example splitSentences('It rose (Fig. 2). It fell.') // [[0, 17], [18, 26]]
 */
export function splitSentences(text: string, options: SentenceOptions = {}): [number, number][] {
  const source = text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text;
  const masked = mask(source, options.masks);
  const out: [number, number][] = [];
  let start = skipSpace(source, 0);
  TERMINATOR.lastIndex = 0;
  for (let m = TERMINATOR.exec(masked); m; m = TERMINATOR.exec(masked)) {
    const end = boundary(source, masked, m.index, m[0], start);
    if (end < 0) continue;
    if (end > start) out.push([start, trimEnd(source, end)]);
    start = skipSpace(source, end);
    TERMINATOR.lastIndex = Math.max(end, m.index + m[0].length);
  }
  const last = trimEnd(source, source.length);
  if (last > start) out.push([start, last]);
  return out;
}

function mask(text: string, masks: SentenceOptions['masks']): string {
  if (!masks?.length) return text;
  let out = '';
  let at = 0;
  for (const [from, to] of masks) {
    if (from < at || to > text.length) continue;
    out += text.slice(at, from) + MASK.repeat(to - from);
    at = to;
  }
  return out + text.slice(at);
}

function skipSpace(text: string, at: number): number {
  let i = at;
  while (i < text.length && isSpace(text.charCodeAt(i))) i++;
  return i;
}

function trimEnd(text: string, at: number): number {
  let i = at;
  while (i > 0 && isSpace(text.charCodeAt(i - 1))) i--;
  return i;
}

function isSpace(code: number): boolean {
  return (
    code <= 32 ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Where the sentence that stops at `at` ends, behind everything that closes it; -1 when it does not stop here. */
function boundary(text: string, masked: string, at: number, stop: string, start: number): number {
  let end = at + stop.length;
  if (/[。！？．]/.test(stop)) {
    while (end < text.length && /[」』）”’)\]]/.test(text[end] as string)) end++;
    return end;
  }
  const before = text[at - 1] ?? '';
  end = closers(text, masked, end);
  const glued = gluedMarker(text, masked, end, before, stop);
  if (glued > end) end = glued;
  if (end >= text.length) return -1;
  const spaced = isSpace(text.charCodeAt(end));
  if (!spaced) return unspaced(text, at, end, stop, before) ? end : -1;
  const next = skipSpace(text, end);
  if (next >= text.length) return -1;
  // "... was seen. [12] The next": the marker belongs to what stands before it, if a sentence follows it.
  const marker = looseMarker(text, masked, next);
  if (marker > next) {
    const after = skipSpace(text, marker);
    if (after >= text.length)
      return opens(text, masked, at, stop, before, next, start) ? marker : -1;
    if (
      after > marker &&
      startsUpper(text, after) &&
      opens(text, masked, at, stop, before, after, start)
    )
      return marker;
  }
  return opens(text, masked, at, stop, before, next, start) ? end : -1;
}

/** Quotes, brackets and markers right behind the stop. */
function closers(text: string, masked: string, from: number): number {
  let i = from;
  for (;;) {
    const c = masked[i];
    if (c === undefined) break;
    if (c === MASK || CLOSER.test(c)) i++;
    // ".[12]" or ".(12)" with the number masked.
    else if ((c === '[' || c === '(') && masked[i + 1] === MASK) i++;
    else if (c === '[' && /^\[\d[\d,;–\- ]{0,40}\]/.test(text.slice(i, i + 44)))
      i = text.indexOf(']', i) + 1;
    // Between two masked markers: "12, 13", "12–15".
    else if (
      masked[i - 1] === MASK &&
      /[,;–—-]/.test(c) &&
      (masked[i + 1] === MASK || (masked[i + 1] === ' ' && masked[i + 2] === MASK))
    )
      i += masked[i + 1] === ' ' ? 2 : 1;
    else break;
  }
  return i;
}

/** Superscript numbers that plain text shows glued to the stop: "in literature.11,12 The". */
function gluedMarker(
  text: string,
  masked: string,
  from: number,
  before: string,
  stop: string,
): number {
  if (stop !== '.' || masked[from] === MASK || !isPlainDigit(text.charCodeAt(from))) return from;
  if (!/[\p{L})\]%”"’]/u.test(before)) return from;
  const m = /^\d{1,3}(?:[,–-] ?\d{1,3}){0,12}(?: \d{1,3}){0,3}(?=\s+["“(]?\p{Lu})/u.exec(
    text.slice(from, from + 60),
  );
  if (!m) return from;
  // "No.5 The": an abbreviation keeps its number.
  const word =
    /[\p{L}.]+$/u.exec(text.slice(Math.max(0, from - 20), from - 1))?.[0].toLowerCase() ?? '';
  return BEFORE_NUMBER.has(word) || NEVER_LAST.has(word) ? from : from + m[0].length;
}

/** The end of a numeric marker that stands at `from`, else `from`. */
function looseMarker(text: string, masked: string, from: number): number {
  const plain =
    text[from] === '[' ? /^\[\d{1,3}[\d,;–\- ]{0,40}[\])]/.exec(text.slice(from, from + 44)) : null;
  if (plain) return from + plain[0].length;
  let i = from;
  let sawMask = false;
  while (i < masked.length && (masked[i] === MASK || /[[\](),;–-]/.test(masked[i] as string))) {
    if (masked[i] === MASK) {
      sawMask = true;
      // An author's name opens a sentence, it does not close one.
      if (/\p{L}/u.test(text[i] as string)) return from;
    }
    i++;
  }
  return sawMask ? i : from;
}

/** A boundary without white space: "...like enzymes.These sequences". */
function unspaced(text: string, at: number, end: number, stop: string, before: string): boolean {
  if (end !== at + stop.length)
    return (
      /^\p{Lu}\p{Ll}+ /u.test(text.slice(end, end + 24)) && /[\])]/.test(text[end - 1] as string)
    );
  if (stop.length > 1 || !/\p{Ll}/u.test(before)) return false;
  const word = /[^\s]+$/.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? '';
  if (!/^[("“]?(?:\p{L}+-)?\p{Ll}{3,}$/u.test(word) && !/^\p{Lu}\p{Ll}{3,}$/u.test(word))
    return false;
  return /^\p{Lu}\p{Ll}* \p{Ll}/u.test(text.slice(end, end + 30));
}

function startsUpper(text: string, at: number): boolean {
  return /^["“'‘(]{0,2}[\p{Lu}\d]/u.test(text.slice(at, at + 4));
}

/** True when a stop after `before` and what follows at `next` end one sentence and open another. */
function opens(
  text: string,
  masked: string,
  at: number,
  stop: string,
  before: string,
  next: number,
  start: number,
): boolean {
  const raw = stop === '.' ? masked.slice(wordStart(masked, Math.max(start, at - 40), at), at) : '';
  // Most stops are behind a plain word and before a capital: what follows need not be asked.
  if (isPlainCapital(text.charCodeAt(next)) && isLongWord(raw))
    return !NEVER_LAST.has(raw.toLowerCase());
  const token = /^[^\s]+/.exec(text.slice(next, next + 60))?.[0] ?? '';
  const bare = token.replace(/^["“'‘(¿¡[{«„]+/, '');
  const first = bare[0] ?? token[0] ?? '';
  const lower = /\p{Ll}/u.test(first);
  if (stop[0] !== '.') {
    // "alone! he yelled", "(type 1?) was": an exclamation inside a running sentence.
    return !lower && !/^[,;:)–—-]/.test(token);
  }
  if (/^[,;:)\]–—]/.test(token) && !/^–\//.test(token)) return false;
  // "(a) Prevention of ...": a panel or an item opens; elsewhere a small letter goes on with the sentence.
  if (lower && token[0] !== '(' && !geneLike(bare)) return false;
  if (token[0] === '.') return false;
  if (stop.length > 1 || stop === '…') return !lower;
  return !isAbbreviation(text, raw, at, before, bare, token, start);
}

/** Names that start low yet open sentences in biology: "pCAGGS", "mRNA", "p53", "β-Actin", "α1". */
function geneLike(token: string): boolean {
  const t = token.replace(/[.,;:)]+$/, '');
  return (
    /^(?:\p{Ll}{1,3}[\p{Lu}\d]|[α-ωµ][-\p{L}\d]?|\p{Ll}-\p{Lu}|cis-|trans-|\p{Ll}+\p{Lu}{2,}|\p{Ll}+\/\p{Ll}+)/u.test(
      t,
    ) && !/^[a-z]{2,}$/.test(t)
  );
}

/** What a word that a stop follows begins behind. */
const BEFORE_WORD = /[\s([{"“‘/—–]/;

/** Where the word that ends at `at` begins, at `from` at the earliest. */
function wordStart(text: string, from: number, at: number): number {
  let i = at;
  while (
    i > from &&
    (isPlainLetter(text.charCodeAt(i - 1)) || !BEFORE_WORD.test(text[i - 1] as string))
  )
    i--;
  return i;
}

/** Most letters are: patterns need not be asked about them. */
const isPlainLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
const isPlainCapital = (code: number): boolean => code >= 65 && code <= 90;
const isPlainDigit = (code: number): boolean => code >= 48 && code <= 57;

/** A word that is too long for an abbreviation, but for those that are listed. */
function isLongWord(raw: string): boolean {
  return raw.length > 5 && !raw.includes('.') && !MAYBE_LAST.has(raw.toLowerCase());
}

/** @param raw the word before the stop */
function isAbbreviation(
  text: string,
  raw: string,
  at: number,
  before: string,
  next: string,
  token: string,
  start: number,
): boolean {
  const word = raw.toLowerCase();
  if (word === '') return false;
  if (isLongWord(raw)) return NEVER_LAST.has(word);
  const starter =
    STARTERS.has(next.replace(/[^\p{L}'].*/su, '').toLowerCase()) && /^\p{Lu}/u.test(next);
  const number = /^[\d#]/.test(next);
  // "1. The first item": an enumerator, not a sentence.
  if (
    /^(?:\d{1,2}|[a-z]|[ivx]{1,4})$/.test(word) &&
    at - word.length <= start + 2 &&
    !/\d{3}/.test(word)
  )
    return true;
  if (/^\d/.test(before) && !/[a-z]/.test(word)) return false;
  if (NEVER_LAST.has(word)) return true;
  if (number && BEFORE_NUMBER.has(word)) return true;
  // "et al. (2003)", "et al. [12]": the year belongs to the name.
  if (word === 'al') return !starter || /^[([]/.test(token);
  if (MAYBE_LAST.has(word))
    return !(starter && !/^[([]/.test(token)) && !(isFinal(word) && /^\p{Lu}/u.test(next));
  if (/^\p{Lu}$/u.test(raw)) return initial(text, at, starter, next, start);
  // "U.S.", "J.-I.", "s.c.": letters with stops.
  if (/^(?:-?\p{L}\p{Ll}?\.){1,5}-?\p{L}$/u.test(raw)) return !starter;
  // "-K." or "A.-K." of a hyphenated given name.
  if (/(?:^|[-.])\p{Lu}$/u.test(raw) && raw.length < 6) return !starter && /^\p{Lu}/u.test(next);
  return false;
}

/** "etc." and units end sentences before any capital. */
function isFinal(word: string): boolean {
  return /^(?:etc|min|max|sec|hr|hrs|wk|wks|mo|yr|yrs|h|usw|spp?|mm|nov|mus|ave|blvd|int)$/.test(
    word,
  );
}

/** A single capital: an initial ("J. Smith", "E. coli") or the last word of a sentence ("vitamin C. The"). */
function initial(text: string, at: number, starter: boolean, next: string, start: number): boolean {
  const head = text.slice(Math.max(start, at - 30), at - 1);
  const previous = /(\S+)\s+$/.exec(head)?.[1] ?? '';
  if (head.trim() === '') return true;
  if (!starter) return true;
  if (!/\p{L}/u.test(next)) return false;
  // After a name or another initial, "A." goes on as a name even before "The".
  return /^\p{Lu}\.?$/u.test(previous) && !/^(?:I|A)$/.test(previous);
}
