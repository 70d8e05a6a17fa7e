/** References without a title: the journal and its numbers alone. And what a title cannot be. */
import { readAuthors } from './authors';
import { isStrong } from './name-list';
import type { Numbers } from './numbers';
import { kindAt } from './part-kinds';
import { breaksOf } from './parts';
import { serialRun } from './runs';
import { FLAGS, has, type Words } from './tokens';
import { SERIAL } from './vocabulary';
import type { Span } from './weigh';

/** A journal's name without a mark in it has so many words at most. */
const MOST_NAME = 8;
/** A name in a sentence's print that only numbers follow has so many words at most. */
const MOST_BARE = 3;
/** So many words before a run of a serial's words may be a title that no mark ends. */
const FEWEST_BEFORE_RUN = 4;
/** So many points show that a name is in short forms. */
const FEWEST_POINTS = 2;

/** A word's short form is so long at most. */
const LONGEST_SHORT = 7;

const isSerialWord = ({ text }: { text: string }) => SERIAL.has(text);

/** Words that are neither in capitals nor small words nor a serial's: a title in a sentence's print has them. */
const proseWords = (words: Words, from: number, to: number) =>
  words.list
    .slice(words.index(from), words.index(to))
    .filter((word) => word.flags & FLAGS.small && !(word.flags & FLAGS.stop) && !isSerialWord(word))
    .length;

/** "Canadian journal of microbiology": a serial's word, in capitals or not. */
const hasSerial = (words: Words, from: number, to: number) =>
  words.list.slice(words.index(from), words.index(to)).some(isSerialWord);

/** "Eksp. Teor. Fiz.", "Living Rev. Sol. Phys.", "phys. stat. sol.": short forms from the second word on at the latest. */
function isShortForms(words: Words, from: number, to: number): boolean {
  const list = words.between(from, to);
  const [, second] = list;
  if (words.count(FLAGS.pointed, from, to) < FEWEST_POINTS) return false;
  const pointed = list.every(({ flags }) => flags & FLAGS.pointed);
  const capital = list.every(
    ({ flags, from: a, to: b }) =>
      flags & (FLAGS.capital | FLAGS.stop) && !(flags & FLAGS.pointed && b - a > LONGEST_SHORT),
  );
  return pointed || (capital && has(second, FLAGS.pointed));
}

/** "phys. stat. sol. (a)": a journal's section. */
const SECTION = /\s?\([a-zA-Z]\)$/;

/**
 * The journal that its numbers follow where nothing else is printed: "VIRAL CARE Volume 9, Number 2", "Wear, Vol. 11,
 * p. 217", "Ward Journal 82 (2004) 56-58".
 */
export function journalAlone(
  words: Words,
  start: number,
  main: Numbers | undefined,
): Span | undefined {
  if (!main?.volume) return undefined;
  const { text, letters } = words;
  let to = main.from;
  while (/[\s,.([|]/.test(text.charAt(to - 1))) to--;
  const span = { from: start, to };
  const section = SECTION.exec(text.slice(start, to));
  if (section) to -= section[0].length;
  const many = words.many(start, to);
  const first = words.at(start);
  if (!first || many > MOST_NAME) return undefined;
  // Letters without case do not tell a name from a title.
  if (/[“"«‘„?!:;()]/.test(text.slice(start, to)) || letters.slice(start, to).includes('ª'))
    return undefined;
  const comma = text.slice(start, to).includes(',');
  if (!comma && isShortForms(words, start, to)) return span;
  if (many === 1 && main.rank === 3) return span;
  if (!(first.flags & FLAGS.capital)) return undefined;
  const parted = breaksOf(words, start, to).some(
    ({ short, at }) => !short || /\d/.test(text.charAt(at - 1)),
  );
  if (parted) return undefined;
  const prose = proseWords(words, start, to);
  const run = serialRun(words, start, main.from);
  if (proseWords(words, start, run) || words.many(start, run) >= FEWEST_BEFORE_RUN)
    return undefined;
  const known = hasSerial(words, start, to);
  // Nobody's book or paper has volume and pages right behind a title in capitals, but for one named by its volume.
  const whole = main.rank === 3 && prose === 0 && (!main.named || start === 0);
  // "Holm, G. E. Ward cybernetics 2012, 106, 757": authors, and a name before bare numbers.
  const bare = main.rank === 3 && !main.named && start > 0 && many <= MOST_BARE && main.year;
  return known || whole || bare ? span : undefined;
}

/** "Vol. 29, No. 7 JOURNAL OF CARE": a page's head, whose numbers come first, and then the journal in capitals. */
export function journalBehind(words: Words, numbers: readonly Numbers[]): Span | undefined {
  const [head, next] = numbers;
  if (!head || words.many(0, head.from) > 0 || head.rank < 1) return undefined;
  const { text } = words;
  const from = text.slice(head.to).search(/\p{L}/u) + head.to;
  const mark = /[,.;:|(¦]/.exec(text.slice(from))?.index ?? text.length;
  const to = Math.min(from + mark, next?.from ?? text.length);
  const many = words.many(from, to);
  return from >= head.to && many <= MOST_NAME && proseWords(words, from, to) === 0
    ? { from, to }
    : undefined;
}

/** Remarks in place of a title, and where a text without a title is kept. */
const NOTE =
  /^\(?(?:arxiv\b|preprint\b|see (?:also |the |supplement)|also (?:published|in)\b|for the \p{L}+ version|reviewed (?:by|in)\b|cited \d|these proceedings|private communication|\W*(?:eds?|hrsg)\W*$|[\p{L}\d]+ website$)/iu;

/** "New Haven: Yale Art Press, 1960": a piece of a citation, and no title. */
const isImprintAlone = (words: Words, { from, to }: Span) =>
  from === 0 &&
  /^[^.,:]{3,30}: \p{Lu}[^:]*$/u.test(words.text.slice(from, to)) &&
  kindAt(words, from, to, to) === 'publisher' &&
  NUMBERS_NEXT.test(words.text.slice(to));

/** What is nothing but names has so many words in small letters at most: "ffrench-Dahl R". */
const MOST_SMALL = 2;

/** Whether a title is none: it has no word, or nothing but names, or goes on a list of names. */
export function isNoTitle(words: Words, { from, to }: Span): boolean {
  const title = words.text.slice(from, to);
  if (!/\p{L}{2}/u.test(title) || /^(?:and |& )?et\.? ?al\.?$/i.test(title)) return true;
  if (NOTE.test(title) || isImprintAlone(words, { from, to })) return true;
  // Names with initials have no words in small letters, but for particles.
  if (words.count(FLAGS.small, from, to) - words.count(FLAGS.stop, from, to) > MOST_SMALL)
    return false;
  const { people, end } = readAuthors(title);
  return people.length > 1 && people.every(({ form }) => isStrong(form)) && end >= title.length - 2;
}

/** "Inorg. Chim. Acta": points and a serial's words alone. */
export const isPointed = (words: Words, from: number, to: number) =>
  words.count(FLAGS.pointed, from, to) >= FEWEST_POINTS &&
  words.list
    .slice(words.index(from), words.index(to))
    .every(
      ({ flags, from: a, to: b }) =>
        flags & FLAGS.capital &&
        flags & (FLAGS.pointed | FLAGS.serial | FLAGS.short) &&
        b - a <= LONGEST_SHORT,
    );

/** Short forms that are nothing but a journal's. */
const JOURNALS = new Set(
  'a&a a&as apj apjl apjs mnras pasp aj araa jhep jcap pnas prl prd'.split(' '),
);
/** "Nasa Reference Publication, 1294": its number, which no pages show to be one. */
const NUMBER_LAST = /, ?\d{1,6}$/;
/** "A&AS (submitted)(Paper V)" */
const STATE_LAST =
  / \((?:submitted|in press|accepted|this ?issue|forthcoming)\)[ ()\p{L}]{0,30}$/iu;
/** "The Care Journal", "Reviews of Modern Care": so many words are a journal's name where nothing but numbers follow. */
const MOST_JOURNAL = 7;
const KIND_FIRST = /^(?:Journal|Reviews|Annals|Transactions|Bulletin) of\b/;
const KIND_LAST = /\b(?:Journal|Review|Reviews|Letters|Bulletin|Transactions|Quarterly|Magazine)$/i;
/** No publisher or place follows. */
const NUMBERS_NEXT = /^[\s.,;:()[\]\d¦-]*(?:$|¦|\(?(?:in press|to appear|submitted|accepted))/i;

/** The journal that looks like a title, where no other part is one; how much of the span it is. */
export function journalIn(words: Words, { from, to }: Span): Span | undefined {
  const { text } = words;
  const number = NUMBER_LAST.exec(text.slice(from, to)) ?? STATE_LAST.exec(text.slice(from, to));
  const end = number ? from + number.index : to;
  const many = words.many(from, end);
  const span = { from, to: end };
  if (many === 1) return JOURNALS.has(text.slice(from, end).toLowerCase()) ? span : undefined;
  const name = text.slice(from, end);
  return many <= MOST_JOURNAL &&
    proseWords(words, from, end) === 0 &&
    (KIND_FIRST.test(name) || KIND_LAST.test(name)) &&
    !/[,:;.]/.test(name) &&
    NUMBERS_NEXT.test(text.slice(end))
    ? span
    : undefined;
}
