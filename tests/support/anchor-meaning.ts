/** Edits of a sentence that change what it says. Each gives null where it cannot be made. */
import { pick, type Random } from './random';

export interface MeaningEdit {
  name: string;
  change: (sentence: string, random: Random) => string | null;
  /** The element that the new words stand in, if not in the text around them: its tag and its class. */
  within?: readonly [tag: string, className: string];
  /** Cases that the pages of the tests give at least; 30 if not said. */
  least?: number;
}

/** What lies within braces cites, and is left alone. */
const MARKERS = /\{[\d,]+\}/g;

/** Replaces one match, outside citation markers. */
function one(
  sentence: string,
  random: Random,
  pattern: RegExp,
  replace: (match: string) => string,
): string | null {
  const cited = [...sentence.matchAll(MARKERS)].map((m) => [m.index, m.index + m[0].length]);
  const spots = [...sentence.matchAll(pattern)].filter(
    (m) => !cited.some(([from = 0, to = 0]) => m.index >= from && m.index < to),
  );
  if (spots.length === 0) return null;
  const spot = pick(random, spots);
  const next = replace(spot[0]);
  return next === spot[0]
    ? null
    : sentence.slice(0, spot.index) + next + sentence.slice(spot.index + spot[0].length);
}

function swap(
  sentence: string,
  random: Random,
  pairs: readonly (readonly string[])[],
): string | null {
  const fit = pairs.filter(([from]) => new RegExp(`\\b${from}\\b`).test(sentence));
  if (fit.length === 0) return null;
  const [from, to] = pick(random, fit);
  return one(sentence, random, new RegExp(`\\b${from}\\b`, 'g'), () => to ?? '');
}

const both = (pairs: readonly (readonly [string, string])[]): string[][] =>
  pairs.flatMap(([a, b]) => [
    [a, b],
    [b, a],
  ]);

const DIRECTIONS = both([
  ['increased', 'decreased'],
  ['increased', 'reduced'],
  ['higher', 'lower'],
  ['more', 'less'],
  ['before', 'after'],
  ['facilitated', 'hindered'],
  ['barrier', 'facilitator'],
  ['positive', 'negative'],
  ['with', 'without'],
  ['below', 'above'],
  ['younger', 'older'],
  ['agreed', 'disagreed'],
  ['preceded', 'followed'],
]);
const QUANTIFIERS = both([
  ['all', 'some'],
  ['all', 'none'],
  ['most', 'few'],
  ['no', 'an'],
  ['some', 'no'],
  ['many', 'few'],
  ['always', 'never'],
  ['the', 'no'],
]);
const UNITS = both([
  ['mg', 'kg'],
  ['months', 'weeks'],
  ['ppm', 'ppb'],
  ['weeks', 'days'],
  ['week', 'month'],
]);
const NAMES = both([
  ['Nurses', 'Doctors'],
  ['nurses', 'doctors'],
  ['Peer', 'Paid'],
  ['managers', 'visitors'],
  ['patients', 'parents'],
  ['staff', 'stuff'],
  ['Clinicians', 'Politicians'],
  ['workers', 'walkers'],
  ['clinical', 'clinic'],
  ['Weber', 'Webb'],
]);
const VERB = /\b(?:is|was|were|are|had|did|has|have|can|may)\b(?! (?:not|no))/g;
const NUMBER = /(?<![\p{L}\d])\d+/gu;

/** Elements that pages put into their text, and that make no word less of a word. */
const WITHIN: readonly (readonly [string, string])[] = [
  ['ins', ''],
  ['button', 'glossary'],
  ['glossary-term', ''],
  ['span', 'ad-hoc'],
  ['em', 'ads'],
  ['dfn', 'tooltip'],
  ['div', ''],
  ['aside', ''],
];

export const MEANING_EDITS: readonly MeaningEdit[] = [
  { name: 'not came in', change: (s, r) => one(s, r, VERB, (verb) => `${verb} not`) },
  ...WITHIN.map((within) => ({
    name: `not came in, in ${within.join('.')}`,
    change: (s: string, r: Random) => one(s, r, VERB, (verb) => `${verb} not`),
    within,
  })),
  ...WITHIN.slice(0, 6).map((within) => ({
    name: `a digit more, in ${within.join('.')}`,
    change: (s: string, r: Random) => one(s, r, /\d/g, (digit) => digit + Math.floor(r() * 10)),
    within,
  })),
  { name: 'not went', least: 15, change: (s, r) => one(s, r, /\b(?:not|no|never) /g, () => '') },
  {
    name: 'a digit is another',
    change: (s, r) =>
      one(s, r, /\d/g, (digit) => String((Number(digit) + 1 + Math.floor(r() * 8)) % 10)),
  },
  {
    name: 'a digit more',
    change: (s, r) => one(s, r, /\d/g, (digit) => digit + Math.floor(r() * 10)),
  },
  { name: 'a digit less', change: (s, r) => one(s, r, /(?<=\d)\d/g, () => '') },
  {
    name: 'a decimal point moved',
    least: 15,
    change: (s, r) => one(s, r, /\d\.\d(?=\d)/g, (m) => `${m[0]}${m[2]}.`),
  },
  {
    name: 'a decimal point went',
    least: 15,
    change: (s, r) => one(s, r, /(?<=\d)\.(?=\d)/g, () => ''),
  },
  { name: 'a decimal point came', change: (s, r) => one(s, r, /(?<=\d)(?=\d)/g, () => '.') },
  {
    name: 'a blank in a number',
    change: (s, r) => one(s, r, /(?<![\d.,])\d(?=\d{1,2}(?!\d))/g, (m) => `${m} `),
  },
  {
    name: 'a minus sign came',
    change: (s, r) => one(s, r, /(?<=[=(] )\d|(?<== )\d/g, (m) => `\u2212${m}`),
  },
  { name: 'a minus sign went', least: 15, change: (s, r) => one(s, r, /\u2212(?=\d)/g, () => '') },
  {
    name: 'less than instead of equal',
    change: (s, r) => one(s, r, / = /g, () => pick(r, [' < ', ' > ', ' \u2260 '])),
  },
  { name: 'per cent went', least: 15, change: (s, r) => one(s, r, /(?<=\d)%/g, () => '') },
  { name: 'two numbers changed places', change: (s, r) => numbersSwapped(s, r) },
  { name: 'the direction turned', change: (s, r) => swap(s, r, DIRECTIONS) },
  { name: 'the quantifier is another', change: (s, r) => swap(s, r, QUANTIFIERS) },
  { name: 'the unit is another', least: 15, change: (s, r) => swap(s, r, UNITS) },
  { name: 'the name is another', change: (s, r) => swap(s, r, NAMES) },
  {
    name: 'a word is negated by its first letters',
    change: (s, r) =>
      one(
        s,
        r,
        /\b(?=(?:associated|likely|related|significant|stable|adequate|difficult|clinical|shared|higher|written)\b)/g,
        () => pick(r, ['non-', 'non', 'un', 'in', 'dis']),
      ),
  },
  {
    name: 'a doubt came in',
    change: (s, r) =>
      one(
        s,
        r,
        /\b(?:was|were|reported|described|did)\b/g,
        (m) => `${pick(r, ['allegedly', 'hardly', 'rarely'])} ${m}`,
      ),
  },
  {
    name: 'two words changed places',
    change: (s, r) =>
      one(s, r, /(?<![\p{L}\d])\p{Ll}{4,} \p{Ll}{4,}(?![\p{L}\d])/gu, (m) =>
        m.split(' ').reverse().join(' '),
      ),
  },
  { name: 'a word went', change: (s, r) => one(s, r, / \p{Ll}{5,}(?= )/gu, () => '') },
  {
    name: 'a word ends otherwise',
    change: (s, r) => one(s, r, /(?<=\p{Ll}{4})(?:ed|s|ing)\b/gu, () => 'ful'),
  },
];

function numbersSwapped(sentence: string, random: Random): string | null {
  const cited = sentence.replace(MARKERS, (marker) => '#'.repeat(marker.length));
  const found = [...cited.matchAll(NUMBER)];
  if (found.length < 2) return null;
  const at = Math.floor(random() * (found.length - 1));
  const [a, b] = [found[at], found[at + 1]];
  if (!a || !b || a[0] === b[0]) return null;
  return (
    sentence.slice(0, a.index) +
    b[0] +
    sentence.slice(a.index + a[0].length, b.index) +
    a[0] +
    sentence.slice(b.index + b[0].length)
  );
}
