/** What ends a title and is not a journal: publishers with their places, editors, editions, kinds of works. */
import { bracketKind } from './brackets';
import { isOrganisation } from './organisation';
import { type Break, kindAt, type PartKind } from './parts';
import { FLAGS, type Words } from './tokens';
import { serials } from './weigh';

/** One or two words in capitals before the year. */
export const isBarePlace = (words: Words, from: number, to: number) => {
  const many = words.many(from, to);
  return (
    many > 0 &&
    many < 3 &&
    words.count(FLAGS.capital, from, to) === many &&
    serials(words, from, to) === 0
  );
};

/** A publisher's name is so long at most. */
const MOST_PUBLISHER = 5;

/** "Albin Michel, Paris.": a name before the place that ends the citation. */
function isBeforePlace(words: Words, from: number, to: number, limit: number): boolean {
  const many = words.many(from, to);
  const capital = words.count(FLAGS.capital, from, to);
  const rest = words.many(to, limit);
  const first = words.at(from);
  return (
    first !== undefined &&
    !(first.flags & (FLAGS.stop | FLAGS.small)) &&
    !words.text.slice(to, limit).includes(':') &&
    many > 0 &&
    many <= MOST_PUBLISHER &&
    capital > 0 &&
    capital + words.count(FLAGS.stop, from, to) >= many &&
    serials(words, from, to) === 0 &&
    words.text[to] === ',' &&
    rest > 0 &&
    rest < 4 &&
    Boolean((words.at(to)?.flags ?? 0) & FLAGS.place)
  );
}

/** An organisation that publishes: its name is in capitals. */
const isBody = (words: Words, from: number, to: number) => {
  const many = words.many(from, to);
  return (
    many > 1 &&
    many < 9 &&
    serials(words, from, to) === 0 &&
    words.count(FLAGS.capital, from, to) + words.count(FLAGS.stop, from, to) >= many &&
    isOrganisation(words.text.slice(from, to))
  );
};

/** What a break opens, its brackets included. */
export function stopAt(
  words: Words,
  one: Break,
  from: number,
  to: number,
  limit: number,
  volume: boolean,
): PartKind {
  if (one.mark === '(') return bracketKind(words, one.at, limit);
  if (from >= limit) return 'number';
  const kind = kindAt(words, from, Math.max(from, to), limit);
  if (!volume && kind === 'text' && one.mark !== ':' && isBody(words, from, Math.max(from, to)))
    return 'publisher';
  if (!volume && kind === 'text' && /[,.?]/.test(one.mark) && isBeforePlace(words, from, to, limit))
    return 'publisher';
  // "Cowansville, Quebec, Les Editions Yvon Blais": all that is left.
  return kind === 'text' && one.mark === ',' && !words.text.slice(from, limit).includes('. ')
    ? kindAt(words, from, limit, limit)
    : kind;
}
