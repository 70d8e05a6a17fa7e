/**
 * A printed citation as the grammar reads it: one print of blanks, quotes and dashes. Texts taken from PDFs have
 * blanks before points and none behind commas ("Phys .Rev .D 77 ( 2008)054502"), so both are set right first.
 * Every expression here has one class of characters a step, so that its time grows with the text alone.
 */
import { LETTER, LOWER, plainLetters, UPPER } from '../letters';

/** A longer text is not one citation. */
export const LONGEST = 2_000;

const TAG = /<\/?[a-z]{1,12}>/gi;
const BLANK_BEFORE = / ([,.;:)\]]+)(?!\.)/g;
/** An accent that a PDF has beside its letter: "Be´ atrice". */
const LOOSE_ACCENT = /([A-Za-z])[´¨ˇ˜] ?(?=[a-z])/g;

/** Marks of Chinese print, and what prints them elsewhere. */
const FULL_MARKS = '，：；．。（）［］';
const HALVES = [', ', ': ', '; ', '. ', '. ', ' (', ') ', '[', '] '];
const FULL_WIDTH = /[，：；．。（）［］]/g;

/** @returns the text in one print; its letters and digits are all there, in their order */
export const onePrint = (text: string): string => spaced(cleaned(text));

/** What only some citations have: looking once is cheaper than a replacement that starts at every letter. */
const HAS_ACCENT = /[´¨ˇ˜]/;
const UNSEEN = /[\u00ad\u00ac\u200b-\u200d\u2060\ufeff]/g;
const HAS_QUOTES = /,,|‚|``|''|ʻʻ|ʼʼ/;

function cleaned(printed: string): string {
  let text = printed
    .slice(0, LONGEST * 2)
    .normalize('NFC')
    .replace(FULL_WIDTH, (mark) => HALVES[FULL_MARKS.indexOf(mark)] as string)
    .replace(UNSEEN, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST);
  if (HAS_ACCENT.test(text)) text = text.replace(LOOSE_ACCENT, '$1');
  text = text
    .replace(TAG, '')
    .replace(/^\( ?(?=[^)]*$)/, '')
    .replace(/[‐‑]/g, '-')
    .replace(/[*†‡¶]/g, '');
  if (HAS_QUOTES.test(text))
    text = text
      // Repeated commas, and the low quote that some fonts print for a comma.
      .replace(/(?<!,),,+(?= )|(?<=[\p{L}.])‚(?= )/gu, ',')
      .replace(/``|ʻʻ|,,(?=\S)/g, '“')
      .replace(/''|ʼʼ/g, '”');
  return text
    .replace(BLANK_BEFORE, '$1 ')
    .replace(/ {2,}/g, ' ')
    .replace(/([([{]) /g, '$1');
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

/** A mark ends a part and the next begins at once: "Bell,T", "time.Optics", "Paris:Seuil", "12(3)45". */
const GLUED_MARK = new RegExp(
  [
    `[,;](?=[${LETTER}])`,
    '\\)(?=\\d)',
    `(?<=[${LOWER}]):(?=[${UPPER}])`,
    `(?<=[${LOWER}]{3})\\.(?=[${UPPER}][${LOWER}])`,
  ].join('|'),
  'g',
);

/** What ends where a blank is missing. */
const GLUED = [GLUED_MARK, GLUED_VOLUME, GLUED_INITIAL, GLUED_YEAR];

/** Puts a blank where one part ends and the next begins at once. */
function spaced(text: string): string {
  const letters = plainLetters(text);
  const at = GLUED.flatMap((pattern) =>
    [...letters.matchAll(pattern)].map((found) => found.index + found[0].length),
  );
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
