/**
 * A printed citation as the grammar reads it: one print of blanks, quotes and dashes. Texts taken from PDFs have
 * blanks before points and none behind commas ("Phys .Rev .D 77 ( 2008)054502"), so both are set right first.
 * Every expression here has one class of characters a step, so that its time grows with the text alone.
 */
import {
  isDigit,
  isLetter,
  isLower,
  isUpper,
  LETTER,
  LOWER,
  plainLetters,
  UPPER,
} from '../letters';

/** A longer text is not one citation. */
export const LONGEST = 2_000;

const TAG = /<\/?[a-z]{1,12}>/gi;
const BLANK_BEFORE = / ([,.;:)\]]+)(?!\.)/g;
/** An accent that a PDF has beside its letter: "Be´ atrice". */
const LOOSE_ACCENT = /([A-Za-z])[´¨ˇ˜] ?(?=[a-z])/g;

const BLANK = 32;
const COMMA = 44;
const APOSTROPHE = 39;

/** What a character of ASCII needs to be looked at for. */
const ODD = 1;
const CLOSES = 2;
const OPENS = 4;
const KINDS = new Uint8Array(128).fill(ODD, 0, BLANK);
for (const [chars, kind] of [
  ['<*`\u007f', ODD],
  [',.;:)]', CLOSES],
  ['([{', OPENS],
] as const)
  for (const char of chars) KINDS[char.charCodeAt(0)] = kind;

/** Beyond ASCII: letters that have one spelling, and the usual quotes and dashes. */
const isPlain = (code: number) =>
  (code > 0xae && code < 0x2bb && code !== 0xb4 && code !== 0xb6) ||
  (code > 0x2011 && code < 0x201a) ||
  (code > 0x201a && code < 0x2020);

/** Is all but what is glued together in one print already? Most citations are, and need no expression. */
function isClean(text: string): boolean {
  // A bracket that opens the whole may be one that nothing closes.
  if (text.length > LONGEST || text.startsWith('(')) return false;
  let before = BLANK;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) {
      if (!isPlain(code)) return false;
    } else {
      const kind = KINDS[code] as number;
      if (kind === ODD) return false;
      if (before === BLANK && (code === BLANK || (kind === CLOSES && i > 0))) return false;
      if (code === BLANK && before < 128 && KINDS[before] === OPENS) return false;
      if (code === before && (code === COMMA || code === APOSTROPHE)) return false;
    }
    before = code;
  }
  return before !== BLANK;
}

/** @returns the text in one print; its letters and digits are all there, in their order */
export function onePrint(text: string): string {
  const clean = isClean(text) ? text : cleaned(text);
  return spaced(clean, plainLetters(clean));
}

function cleaned(text: string): string {
  let out = text
    .slice(0, LONGEST * 2)
    .normalize('NFC')
    .replace(/[\u00ad\u00ac\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST);
  if (/[´¨ˇ˜]/.test(out)) out = out.replace(LOOSE_ACCENT, '$1');
  if (out.includes('<')) out = out.replace(TAG, '');
  if (/^\([^)]*$/.test(out)) out = out.slice(1).trimStart();
  out = out.replace(/[‐‑]/g, '-').replace(/[*†‡¶]/g, '');
  // Repeated commas, and the low quote that some fonts print for a comma.
  if (out.includes(',,') || out.includes('‚'))
    out = out.replace(/(?<!,),,+(?= )|(?<=[\p{L}.])‚(?= )/gu, ',');
  if (/``|''|ʻʻ|,,/.test(out)) out = out.replace(/``|ʻʻ|,,(?=\S)/g, '“').replace(/''|ʼʼ/g, '”');
  if (/ [,.;:)\]]|[([{] /.test(out))
    out = out
      .replace(BLANK_BEFORE, '$1 ')
      .replace(/ {2,}/g, ' ')
      .replace(/([([{]) /g, '$1');
  return out;
}

/** Journals of physics glued to their volumes: "PoSLATTICE 2008", "JHEP0908". */
const GLUED_VOLUME = /\b(?:PoS|JHEP|JCAP)(?=[A-Z\d])/g;
/** A year glued to the publisher: "Springer1998". */
const GLUED_YEAR = new RegExp(`[${UPPER}][${LOWER}]{3,}(?=(?:19|20)\\d\\d(?![\\d/-]))`, 'g');
/** Initials glued to their name before a mark: "Holm K" printed as "HolmK.,". */
const GLUED_INITIAL = new RegExp(
  `(?<![${LETTER}'’-])[${UPPER}][${LOWER}]{2,}(?=(?:[${UPPER}]\\.){1,3},)`,
  'g',
);

/** Whether a mark ends a part and the next begins at once: "Bell,T", "time.Optics", "Paris:Seuil", "12(3)45". */
function isGlued(letters: string, at: number, code: number): boolean {
  const next = letters.charCodeAt(at + 1);
  switch (code) {
    case COMMA:
    case 0x3b:
      return isLetter(next);
    case 0x29:
      return isDigit(next);
    case 0x3a:
      return isUpper(next) && isLower(letters.charCodeAt(at - 1));
    case 0x2e:
      return (
        isUpper(next) &&
        isLower(letters.charCodeAt(at + 2)) &&
        isLower(letters.charCodeAt(at - 1)) &&
        isLower(letters.charCodeAt(at - 2)) &&
        isLower(letters.charCodeAt(at - 3))
      );
    default:
      return false;
  }
}

/** What glued print has at least, for each of its patterns. */
const JOURNALS_GLUED = ['PoS', 'JHEP', 'JCAP'];

/** The places where a pattern (global) ends. */
function endsOf(pattern: RegExp, letters: string, into: number[]): void {
  pattern.lastIndex = 0;
  while (pattern.test(letters)) into.push(pattern.lastIndex);
}

/** Puts a blank where one part ends and the next begins at once. */
function spaced(text: string, letters: string): string {
  const at: number[] = [];
  let capitalInside = false;
  let digitBehind = false;
  let wasLower = false;
  for (let i = 0; i < letters.length; i++) {
    const code = letters.charCodeAt(i);
    if (wasLower) {
      if (isUpper(code)) capitalInside = true;
      else if (isDigit(code)) digitBehind = true;
    }
    wasLower = isLower(code);
    if (!wasLower && code !== BLANK && isGlued(letters, i, code)) at.push(i + 1);
  }
  if (JOURNALS_GLUED.some((journal) => letters.includes(journal)))
    endsOf(GLUED_VOLUME, letters, at);
  if (capitalInside) endsOf(GLUED_INITIAL, letters, at);
  if (digitBehind) endsOf(GLUED_YEAR, letters, at);
  if (at.length === 0) return text;
  let out = '';
  let from = 0;
  for (const place of at.sort((a, b) => a - b)) {
    // An address has no blanks.
    const word = text.slice(text.lastIndexOf(' ', place - 1) + 1, place);
    if (word.includes('/')) continue;
    out += `${text.slice(from, place)} `;
    from = place;
  }
  return out + text.slice(from);
}
