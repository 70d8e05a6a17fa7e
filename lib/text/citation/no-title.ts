/** References without a title: the journal and its numbers alone. And what a title cannot be. */
import { readAuthors } from './authors';
import { isStrong } from './name-list';
import type { Numbers } from './numbers';
import { breaksOf } from './parts';
import { FLAGS, type Words } from './tokens';
import { SERIAL } from './vocabulary';
import { isAllSerial, type Span, serialRun, serials } from './weigh';

/** A journal's name without a mark in it has so many words at most. */
const MOST_NAME = 8;
/** So many words before a run of a serial's words may be a title that no mark ends. */
const FEWEST_BEFORE_RUN = 4;

/** "Canadian journal of microbiology": a serial's word in small letters, or one in capitals. */
const hasSerial = (words: Words, from: number, to: number) =>
  words.list.slice(words.index(from), words.index(to)).some(({ text }) => SERIAL.has(text));

/**
 * The journal that its numbers follow where nothing else is printed: "VIRAL CARE Volume 9, Number 2", "Wear, Vol. 11,
 * p. 217", "Ward Journal 82 (2004) 56-58".
 */
export function journalAlone(
  words: Words,
  start: number,
  main: Numbers | undefined,
): Span | undefined {
  if (!main || main.rank < 2 || !main.volume || main.from <= start) return undefined;
  const { text } = words;
  let to = main.from;
  while (to > start && /[\s,.(]/.test(text[to - 1] as string)) to--;
  const many = words.many(start, to);
  const first = words.at(start);
  if (!first || many === 0 || many > MOST_NAME || !(first.flags & FLAGS.capital)) return undefined;
  // Letters without case do not tell a name from a title.
  if (/[“"«‘„?!:;()]/.test(text.slice(start, to)) || words.letters.slice(start, to).includes('ª'))
    return undefined;
  if (breaksOf(words, start, to).some(({ short, at }) => !short || /\d/.test(text[at - 1] ?? '')))
    return undefined;
  const known = serials(words, start, to);
  const small = words.count(FLAGS.small, start, to) - words.count(FLAGS.stop, start, to);
  const run = serialRun(words, start, main.from);
  const prose = words.count(FLAGS.small, start, run) - words.count(FLAGS.stop, start, run) > 0;
  if (run > start && (prose || words.many(start, run) >= FEWEST_BEFORE_RUN)) return undefined;
  const named = (known > 0 && !main.named) || hasSerial(words, start, to);
  if (small > 0 ? !named || main.rank < 3 : !named && (main.rank < 3 || (main.named && many > 1)))
    return undefined;
  return { from: start, to };
}

/** Whether a title is none: it has no word, or nothing but names, or goes on a list of names. */
export function isNoTitle(words: Words, { from, to }: Span): boolean {
  const title = words.text.slice(from, to);
  if (!/\p{L}{2}/u.test(title) || /^(?:and |& )?et\.? ?al\.?$/i.test(title)) return true;
  const { people, end } = readAuthors(title);
  return (
    people.length > 1 &&
    people.every(({ form }) => isStrong(form)) &&
    end >= title.length - 2
  );
}

/** Short forms that are nothing but a journal's. */
const JOURNALS = new Set('a&a a&as apj apjl apjs mnras pasp aj araa jhep jcap pnas prl prd'.split(' '));

/** Whether what looks like a title is a journal's name, where no other part is one. */
export const isJournal = (words: Words, { from, to }: Span, main: Numbers | undefined) =>
  words.many(from, to) > 1
    ? isAllSerial(words, from, to) && main !== undefined && main.rank > 0
    : JOURNALS.has(words.at(from)?.text ?? '');
