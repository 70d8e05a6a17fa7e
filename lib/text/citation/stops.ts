/** What ends a title and is not a journal: publishers with their places, editors, editions, kinds of works. */
import { bracketKind } from './brackets';
import { isOrganisation } from './organisation';
import { kindAt } from './part-kinds';
import type { Break } from './parts';
import { FLAGS, has, type PartKind, type Words } from './tokens';
import { serials } from './weigh';

/** One or two words in capitals before the year. */
export const isBarePlace = (words: Words, from: number, to: number) => {
  const many = words.many(from, to);
  return (
    many < 3 && words.count(FLAGS.capital, from, to) === many && serials(words, from, to) === 0
  );
};

/** A publisher's name that no word shows to be one has so many words at most. */
const MOST_PUBLISHER = 5;

/** Where commas part a citation, a point is within the title: "Homer. A Study, Oxford 1990". */
export const COMMAS = /, ?$/;

/** A town's name has so many words at most. */
const MOST_PLACE = 2;

/** "Albin Michel, Paris.": a name before the place that ends the citation. */
function isBeforePlace(words: Words, from: number, to: number, limit: number): boolean {
  const many = words.many(from, to);
  const capital = words.count(FLAGS.capital, from, to);
  const rest = words.many(to, limit);
  return (
    !has(words.at(from), FLAGS.stop | FLAGS.small) &&
    !words.text.slice(to, limit).includes(':') &&
    many <= MOST_PUBLISHER &&
    capital + words.count(FLAGS.stop, from, to) >= many &&
    serials(words, from, to) === 0 &&
    words.text[to] === ',' &&
    rest > 0 &&
    rest < 4 &&
    (has(words.at(to), FLAGS.place) || isTown(words, to, limit))
  );
}

/** "…, Holmgren, Växjö, 1990": the last part before the year, in capitals. */
const isTown = (words: Words, from: number, limit: number) =>
  words.many(from, limit) <= MOST_PLACE &&
  words.count(FLAGS.capital, from, limit) === words.many(from, limit) &&
  /^\W{0,3}(?:1[5-9]|20)\d\d/.test(words.text.slice(limit - 1, limit + 6)) &&
  serials(words, from, limit) === 0;

/** Words of publishers' names that make a name whatever else is in it, in capitals or not. */
const PRESS = new Set(
  'press presses verlag publisher publishers publishing publications éditions editions editorial editora edizioni wydawnictwo kiadó förlag forlag uitgeverij nakladatelství naklada издательство university politehnic yayınları yayınevi'.split(
    ' ',
  ),
);

/** "Presses universitaires de Grenoble", "University of Minnesota press": a publisher, though not all of it is in capitals. */
function isPress(words: Words, from: number, to: number): boolean {
  return (
    has(words.at(from), FLAGS.capital) &&
    words.between(from, to).some(({ text }) => PRESS.has(text)) &&
    serials(words, from, to) === 0 &&
    !words.text.slice(from, to).includes('.')
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
  commas: boolean,
): PartKind {
  if (one.mark === '(') return bracketKind(words, one.at, limit);
  // "…, Canada, and the Ries, Germany": a list of a title's places.
  if (/^, (?:and|und|et) /.test(words.text.slice(to, to + 6))) return 'text';
  const kind = kindAt(words, from, Math.max(from, to), limit);
  const parts = commas ? /[,?]/ : /[,.?]/;
  if (
    !volume &&
    (isBody(words, from, to) ||
      isPress(words, from, to) ||
      (parts.test(one.mark) && isBeforePlace(words, from, to, limit)))
  )
    return 'publisher';
  // "Cowansville, Quebec, Les Editions Yvon Blais": all that is left.
  return kind === 'text' && one.mark === ',' && !words.text.slice(from, limit).includes('. ')
    ? kindAt(words, from, limit, limit)
    : kind;
}
