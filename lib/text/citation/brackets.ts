/** What a bracket behind a title or a name holds: a publisher with its year, editors, a series, or words of a title. */
import { kindAt } from './part-kinds';
import { closing } from './parts';
import { FLAGS, has, type PartKind, type Words } from './tokens';

const SERIES = /(?:series|serie|série|reihe|studien|monogr|collection|vol\.|lncs)\b/i;
const EDITORIAL =
  /\b(?:eds?|trans|translator|hrsg|hg|edn|edition|press|dir|coord|published by|publishers?)\b/i;
const A_YEAR = /(?:1[5-9]|20)\d\d/;
/** "Holmgren, Lund, 1971": a name and its year at the end. */
const YEAR_LAST = /, ?c?(?:1[5-9]|20)\d\d$/;
/** Nothing but marks and numbers goes on behind a publisher's bracket. */
const NOTHING_BEHIND = /^[\s.,;:)]*(?:¦|$|(?:[([]|vol|pp?|p\. |ch|isbn|doi|\d))/i;
const SERIES_NAME = /\b(?:Series|Studies|Monographs?|Lecture Notes|Texts|Library|Advances)\b/;

/** "(Holmgren, Lund, 1971)", "(Harrow Books, Lund)": a publisher that no list has is in capitals and has its year or town. */
function isImprint(words: Words, at: number, close: number): boolean {
  const inside = words.text.slice(at + 1, close);
  const small = words.count(FLAGS.small, at, close) - words.count(FLAGS.stop, at, close);
  if (small > 0 || !/^\p{Lu}/u.test(inside)) return false;
  if (!NOTHING_BEHIND.test(words.text.slice(close + 1))) return false;
  // "(Advances in Care)(New York: Gordon)": a series before its publisher.
  if (SERIES_NAME.test(inside) && /^\)\s?\(/.test(words.text.slice(close, close + 3))) return true;
  return YEAR_LAST.test(inside) || (inside.includes(', ') && has(words.before(close), FLAGS.place));
}

/** What the bracket that opens at `at` holds. */
export function bracketKind(words: Words, at: number, limit: number): PartKind {
  const close = closing(words.text, at, words.text.length);
  const inside = words.text.slice(at + 1, close > at ? close : limit);
  if (EDITORIAL.test(inside)) return 'publisher';
  if ((SERIES.test(inside) && /\d/.test(inside)) || (/[;:]/.test(inside) && A_YEAR.test(inside)))
    return 'publisher';
  const kind = kindAt(words, at + 1, close > at ? close : limit, limit);
  if (kind !== 'text') return kind;
  // "(Brill 2001)"
  const named = has(words.at(at), FLAGS.place | FLAGS.publisher) && /\d{4}/.test(inside);
  return named || isImprint(words, at, close) ? 'publisher' : 'text';
}
