/** How likely a stretch of a citation is a title, or the name of a serial: what each sign is worth, and why. */
import { isLetter } from '../letters';
import type { Break, Mark } from './parts';
import { FLAGS, has, type Word, type Words } from './tokens';

export interface Span {
  from: number;
  to: number;
}

/** How likely a part ends at each mark, before anything is known of what is around it. */
export const MARKS: Record<Mark, number> = {
  '.': 3,
  '?': 2.5,
  ',': 0.6,
  ';': 0.4,
  ':': -3,
  '(': -1,
  '–': -1,
  '/': 1.5,
  date: 2.5,
  run: -1,
  place: 1.5,
  end: 1,
};

export const W = {
  /** A point that may be an initial's or a short form's own. */
  shortPoint: -2,
  /** "Phys. Rev. Lett.": the point of a serial's short form. */
  shortForm: -5,
  /** A last word before the year is where a book was printed. */
  place: 2.8,
  /** Words in small letters behind a point go on a book's title. */
  proseNext: -2,
  /** A title with a sentence's end in it, and one that goes on behind it to a comma. */
  inner: -1.2,
  innerComma: -2.5,
  /** Such a sentence within a container. */
  proseSentence: -4,
  /** A container that begins with "Journal", "Proceedings". */
  strongStart: 2,
  /** A book's title ends at a point sooner than at a comma. */
  plainMark: -2,
  /** A container with a comma in it. */
  comma: -0.7,
  /** One word makes a poor title. */
  oneWord: -3,
  twoWords: -0.8,
  /** For the share of a container's words that names of serials have. */
  serial: 4,
  /** A serial's word in small letters ends a container that begins in capitals. */
  smallEnd: 2,
  /** "Proceedings of the …", "9th International Conference on …": nothing else is called so. */
  meeting: 6,
  /** All of a container's words are in capitals, but for small words. */
  capitals: 1.5,
  /** For each word of a container in small letters; most of a title's are. */
  smallWord: -0.9,
  smallMost: -4,
  /** A part in small letters goes on the part before. */
  smallStart: -5,
  /** Names of serials are short. */
  long: -2.5,
  /** A container with a sentence's end in it. */
  sentence: -1.5,
  /** The same, where all up to the numbers would be the container. */
  sentences: -3,
  /** Without volume or pages, a container must be recognised. */
  unnumbered: -2.2,
  /** Pages alone make a container a little likelier. */
  paged: -1.2,
  /** Letters without case: the last part before the numbers is the journal. */
  eastern: 3,
  /** Nothing but words that serials are called by. */
  onlySerial: 3,
  /** Where commas part the rest, a name with a comma in it begins behind a comma, not behind a point. */
  commaStyle: -3,
  /** Volume or pages follow at once. */
  numbered: 1,
  /** What follows is a publisher, an edition, editors. */
  stop: 3.5,
  /** A publisher inside a title; where volume and pages follow, it may be one by its words alone. */
  pastStop: -4,
  pastVolume: -2.5,
  /** A sentence ends in a container and a serial's name follows: that alone is the container. */
  innerName: -2.5,
  /** Volume and pages belong to the part before them; this one ends earlier. */
  unreached: -2.5,
  /** "II. Further results": a part's number goes on a title. */
  roman: -9,
  /** No title at all: physics prints authors, journal, numbers. */
  noTitle: -1,
  /** A title of words in small letters. */
  proseTitle: 1,
} as const;
const LONG_CONTAINER = 12;
/** Words that begin a serial's name and hardly a title's second part. */
const STRONG_START = new Set(
  'journal proceedings proc pos transactions trans annals annales ieee acm bulletin zeitschrift revue revista rivista international j'.split(
    ' ',
  ),
);

/** Words in small letters that end a serial's name: "Sloan management review". */
const SMALL_END = new Set(
  'review reviews journal quarterly magazine letters bulletin reports gazette transactions proceedings'.split(
    ' ',
  ),
);

/** A meeting is named in so many characters of a container. */
const MEETING_REACH = 80;
const COUNTED =
  '(?:\\d{1,3}(?:st|nd|rd|th)|[IVXL]+|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)';
const MET = '.{0,40}?(?:Conference|Symposium|Workshop|Meeting|Congress|Colloquium)\\b';
const MEETING = new RegExp(
  `^(?:Proceedings of |Proc\\. of |(?:the )?(?:${COUNTED} |\\d{4} )?(?:Annual |International |Joint |European |National |IEEE |ACM )+${MET}|${COUNTED} ${MET})`,
);
/** "Ward Nurses in Care Seminar,": a part in capitals that ends as a meeting is called. */
const MEETING_END =
  /^[A-ZÀ][^.,:;()]{4,70} (?:Conference|Seminar|Symposium|Workshop|Meeting|Congress|Colloquium)(?=[,.]? ?[A-ZÀ(\d]|[,.]?$)/;

export const serials = (words: Words, from: number, to: number) =>
  words.count(FLAGS.serial, from, to) + words.count(FLAGS.short, from, to);

/** Whether the part before a break is of the same name as what follows: "J. Geom. | Phys.", "Phys. Rev. | Lett." */
export function inSerial(
  words: Words,
  start: number,
  one: Break,
  breaks: readonly Break[],
  limit: number,
): boolean {
  let from = start;
  for (const before of breaks) {
    if (before.at >= one.at) break;
    if (!before.short) from = before.next;
  }
  const many = words.many(from, one.at);
  const known = serials(words, from, one.at);
  const stops = words.count(FLAGS.stop, from, one.at);
  const plain = many - stops - words.count(FLAGS.capital, from, one.at);
  if (plain > 0) return false;
  if (one.mark === 'run') return many < 6;
  if (known * 2 >= many - stops && known > 0) return true;
  // "Astropart. Phys.": short forms that no list has are in capitals, and only such words follow.
  const right = words.many(one.next, limit) - words.count(FLAGS.stop, one.next, limit);
  if (one.mark !== '.' || right === 0 || many > MOST_OF_NAME) return false;
  const alone = many === 1 && words.letters[from] !== 'ª' && words.many(from, limit) < 4;
  const short = serials(words, one.next, limit) + words.count(FLAGS.initial, one.next, limit);
  return alone || short >= right;
}

/** So many words before a point go on a name that only short forms follow. */
const MOST_OF_NAME = 3;

/** A short form in a chain of them. */
const LONGEST_CHAINED = 12;
/** Numbers begin in so many characters behind a name. */
const LONGEST_BEFORE = 30;

/** "Mon. Not. | R. Astron. Soc.": words that all have a point are a serial's, whatever they are. */
const isAbbreviated = (words: Words, from: number, to: number) =>
  words.many(from, to) > 1 && words.many(from, to) === words.count(FLAGS.pointed, from, to);

/** What a chain of short forms has before its numbers. */
const NUMBERED = /^[.,;:]{0,2}(?: ?\([A-Z][^()\d]{1,20}\))?[.,;:]{0,2} ?\(?\d/;

/**
 * "J. Antimicrob. Chemother. | 47", "J. Photochem. Photobiol. B | 149", "Proc. Natl. Acad. Sci. USA | 105", "Ind.
 * Crops Prod. | 62": most of the words up to the numbers have a point, and all are in capitals.
 */
export function isChain(words: Words, from: number, limit: number): boolean {
  const many = words.many(from, limit);
  if (many < 2 || !has(words.at(from), FLAGS.pointed)) return false;
  const part = words.between(from, limit);
  const last = part[many - 1] as Word;
  if (!NUMBERED.test(words.text.slice(last.to, last.to + LONGEST_BEFORE))) return false;
  const pointed = part.filter((word) => has(word, FLAGS.pointed));
  return (
    pointed.length * 2 > part.length &&
    pointed.every((word) => word.to - word.from <= LONGEST_CHAINED) &&
    part.every((word) => has(word, FLAGS.capital | FLAGS.stop)) &&
    !/[,;:?()[\]]/.test(words.text.slice(from, last.to))
  );
}

const OF_SERIAL =
  FLAGS.serial | FLAGS.short | FLAGS.pointed | FLAGS.initial | FLAGS.place | FLAGS.stop;

/** "Inorg. Chim. Acta", "Phil. Trans. Roy. Soc. London A": nothing in it is a title's. */
export const isAllSerial = (words: Words, from: number, to: number) =>
  serials(words, from, to) > 0 &&
  words
    .between(from, to)
    .every(({ flags }) => flags & OF_SERIAL && flags & (FLAGS.capital | FLAGS.stop));

/** How good a title the text up to a break makes. */
export function titleWorth(
  words: Words,
  start: number,
  one: Break,
  breaks: readonly Break[],
  volume: boolean,
  limit: number,
): number {
  const many = words.many(start, one.at);
  let score = MARKS[one.mark];
  if (one.short) score += has(words.before(one.at), FLAGS.short) ? W.shortForm : W.shortPoint;
  if (inSerial(words, start, one, breaks, limit) || isAbbreviated(words, start, one.at))
    score += W.shortForm;
  if (many < 2) score += volume ? W.oneWord : W.twoWords;
  else if (many < 3 && volume) score += W.twoWords;
  const plain =
    many - words.count(FLAGS.capital, start, one.at) - words.count(FLAGS.stop, start, one.at);
  if (plain > 0) score += W.proseTitle;
  // "Ward Meeting #9, Lund, 3 May 2019": a meeting's name alone.
  if (MET_ALONE.test(words.text.slice(start, one.at))) score += W.meeting;
  const inner = breaks.some(({ mark, short, at }) => mark === '.' && !short && at < one.at);
  if (inner) score += one.mark === ',' && !volume ? W.innerComma : W.inner;
  return score;
}

const MET_ALONE =
  /^[^.,:;]{0,120}(?:Meeting|Conference|Workshop|Symposium|Congress)(?: #\d[^\s#]{0,20})?$/;

const ROMAN = /^[IVX]+(?:$|[.,:] )/;

/** Is there nothing but a blank between a part and the word before it? */
const goesOn = (letters: string, from: number) => isLetter(letters.charCodeAt(from - 2));

/** How much a part looks like the name of a serial. */
export function worth(words: Words, { from, to }: Span): number {
  const many = words.many(from, to);
  const stops = words.count(FLAGS.stop, from, to);
  const serial = isChain(words, from, to) ? many - stops : serials(words, from, to);
  const small = words.count(FLAGS.small, from, to);
  const first = words.at(from);
  const last = words.before(to);
  // "Sloan management review"
  const named = last && SMALL_END.has(last.text);
  let score = named && serial === 0 ? W.smallEnd : (W.serial * serial) / Math.max(1, many - stops);
  if (first && STRONG_START.has(first.text)) score += W.strongStart;
  if (has(first, FLAGS.small)) score += W.smallStart;
  const opening = words.letters.slice(from, from + MEETING_REACH);
  const meeting = !goesOn(words.letters, from) && MEETING.test(opening);
  if (meeting || MEETING_END.test(opening)) score += W.meeting;
  // "Journal of empirical finance"
  const plain = named || has(first, FLAGS.serial) ? 0 : Math.max(0, small - stops);
  score +=
    plain === 0 && words.count(FLAGS.capital, from, to) > 0
      ? W.capitals
      : Math.max(W.smallMost, plain * W.smallWord);
  if (many > LONG_CONTAINER && !meeting) score += W.long;
  const text = words.text.slice(from, to);
  for (const { index } of text.matchAll(/\. ./g))
    if (has(words.before(from + index), FLAGS.small)) score += W.proseSentence;
  if (ROMAN.test(text)) score += W.roman;
  return score + W.comma * (text.split(', ').length - 1);
}
