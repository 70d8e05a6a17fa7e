/** One person's name at a place of a citation, in the forms in which styles print it. */
import { LETTER, LOWER, UPPER } from '../letters';
import {
  CAPITAL_POINT,
  CAPITALS,
  initials,
  isAt,
  isEnd,
  matchAt,
  NAME,
  PARTICLE,
  SUFFIX,
  TRAILING,
  word,
  words,
} from './name-words';
import { isOrganisation } from './organisation';
import { SERIAL, SHORT } from './vocabulary';

/**
 * `initials-first` J. P. Collman | `initials-last` Moser, I.; Badura A | `given-first` Dan Gusfield |
 * `given-last` Csampai, Attila | `family` Monto | `eastern` 김은경 | `unread` what only its neighbours show to be a name
 */
export type Form =
  | 'initials-first'
  | 'initials-last'
  | 'given-first'
  | 'given-last'
  | 'family'
  | 'eastern'
  | 'unread';

export interface Person {
  form: Form;
  family: string;
  /** Empty where none is printed. */
  given: string;
  from: number;
  to: number;
}

const EASTERN = /ª{2,4}(?!ª)/y;
/** "Folletete (Chr.)", "ASSMANN (J.)" */
const IN_BRACKET = new RegExp(
  `(?<=\\()(?!(?:H[gr]|Eds?|Dir|Org|Ed)\\.?\\))(?:[${UPPER}][${LOWER}]{0,2}\\.?[ -]?){1,4}(?=\\))`,
  'y',
);
/** Behind a given name in full: the date, or a word that begins titles. */
const TITLE_OR_DATE =
  /^(?:[.,]? ?\(?(?:19|20)\d\d|[.,] (?:The|An?|On|In|Of|How|Why|What|Les?|La|Das|Der|Die|Une?|El|Los) )/;
const LONGEST_FAMILY = 4;
const MOST_GIVEN = 4;

const made = (
  form: Form,
  text: string,
  [from, to]: [number, number],
  family: [number, number],
  given: [number, number] = [from, from],
): Person => ({
  form,
  family: text.slice(...family),
  given: text.slice(...given),
  from,
  to,
});

function withSuffix(letters: string, person: Person): Person {
  const to = matchAt(SUFFIX, letters, person.to);
  if (to > 0) person.to = to;
  return person;
}

/** "J. P. Collman", "RB Doorenbos" */
function initialsFirst(letters: string, text: string, at: number): Person | null {
  const end = initials(letters, at);
  if (end < 0) return null;
  const pointed = letters[end - 1] === '.';
  const from = letters[end] === ' ' ? end + 1 : end;
  const ends = words(letters, text, from, LONGEST_FAMILY);
  // "M. Das.": behind initials, any word before a mark is a name.
  const only = matchAt(NAME, letters, from);
  if (/[,.;]/.test(letters.charAt(only))) ends.push(only);
  const whole = ends.find((to) => isEnd(letters, to));
  // "A Modern Course" has no initial.
  if (!pointed && end - at === 1 && whole !== ends[0]) return null;
  // "L. Volkova Yad. Fiz.": nothing parts a name from what follows.
  const to = whole ?? (pointed ? ends[0] : undefined);
  if (to === undefined) return null;
  // "CMS Collaboration"
  if (!pointed && isOrganisation(text.slice(from, to))) return null;
  // "KIM MJ", "VAN DER MEER": a family name in capitals, or the particle of one.
  if (!pointed && /^\p{Lu}+(?:[ -]\p{Lu}+)*$/u.test(text.slice(from, to))) return null;
  // "J. Soc. Cosmet. Chem." is a journal.
  const short =
    letters[to] === '.' &&
    SHORT.has(text.slice(text.lastIndexOf(' ', to - 1) + 1, to).toLowerCase());
  // "D. Grumiller Phys. Rev."; "J. High Energy Phys." has too many words before its short form.
  if (short && (to === ends[0] || !pointed || ends.indexOf(to) > 1)) return null;
  if (short)
    return made('initials-first', text, [at, ends[0] ?? to], [from, ends[0] ?? to], [at, end]);
  return withSuffix(letters, made('initials-first', text, [at, to], [from, to], [at, end]));
}

/** "Moser, I.", "García Márquez, G.", "Badura A", "LEVASSEUR M." */
function initialsLast(
  letters: string,
  text: string,
  at: number,
  first: Person | undefined,
): Person | null {
  const listed = first?.form === 'initials-last';
  // "Hendrickson, G. L. & Eugene C. McCartney": where commas part names, a blank does not.
  const commas = listed && text.slice(first.from, first.to).includes(',');
  for (const end of words(letters, text, at, LONGEST_FAMILY)) {
    const from = /^,? /.exec(letters.slice(end, end + 2))?.[0].length ?? 0;
    if (!from) continue;
    // "ASSMANN (J.)"
    const bracketed = matchAt(IN_BRACKET, letters, end + 2);
    if (bracketed > 0)
      return made('initials-last', text, [at, bracketed + 1], [at, end], [end + 2, bracketed]);
    const to = initials(letters, end + from);
    if (to < 0 || SERIAL.has(text.slice(at, end).toLowerCase())) continue;
    const pointed = letters[to - 1] === '.';
    // "Smith, J. Brown, K.": the initials are the first one's. "Adam DI Kramer": they are in the middle.
    const whole = isEnd(letters, to) || (pointed && letters[to] === ' ');
    if (!whole) continue;
    // "Paul F. Bradshaw, Title", "François Moreau, M. Bourreau, ...": the initials belong to what follows.
    const several = letters.slice(at, end).includes(' ') && matchAt(PARTICLE, letters, at) < 0;
    if (
      (!listed || (commas && from === 1)) &&
      pointed &&
      // "Wilhelm MP. Vancomycin."
      !/^\p{Lu}{2,3}\.$/u.test(text.slice(end + from, to)) &&
      (from === 1 || several) &&
      oneName(letters, text, to + 1)
    )
      continue;
    // "Fuller, R. Buckminster, The World Game", "Grady, J. Lee. 2010."
    const middle = from === 2 && pointed ? word(letters, text, to + 1) : -1;
    if (TITLE_OR_DATE.test(letters.slice(middle, middle + 14)))
      return made('initials-last', text, [at, middle], [at, end], [end + from, middle]);
    let last = to;
    // "Park, R. de": a particle behind the initials.
    last = Math.max(last, matchAt(TRAILING, letters, to));
    const one = made('initials-last', text, [at, last], [at, end], [end + from, to]);
    return withSuffix(letters, one);
  }
  return null;
}

/** "ffrench-Constant R", "dit Frey NF", "van EI": a family name in small letters before bare initials. */
const SMALL_FAMILY = new RegExp(
  `[${LOWER}][${LETTER}'’-]{1,30}(?: [${UPPER}][${LETTER}'’-]{1,30})? ([${UPPER}]{1,3})(?=[,.;:]| \\d{4})`,
  'y',
);

/** Such a name, where other names in this form are before it or follow it. */
function smallFamily(
  letters: string,
  text: string,
  at: number,
  first: Person | undefined,
): Person | null {
  const to = matchAt(SMALL_FAMILY, letters, at);
  if (to < 0) return null;
  const given = text.lastIndexOf(' ', to - 1);
  if (first ? first.form !== 'initials-last' : !initialsLast(letters, text, to + 2, undefined))
    return null;
  return made('initials-last', text, [at, to], [at, given], [given + 1, to]);
}

/** "Csampai, Attila", "Simpson, George Gaylord", "Seaborg, Glenn T." */
function givenLast(letters: string, text: string, at: number): Person | null {
  const [end = -1, second = -1] = words(letters, text, at, 2);
  for (const family of [end, second]) {
    const comma = Math.max(family, matchAt(SUFFIX, letters, family));
    if (letters[comma] !== ',' || letters[comma + 1] !== ' ') continue;
    const to = givenNames(letters, text, comma + 2);
    if (to < 0 || !(isEnd(letters, to) || letters[to - 1] === '.')) continue;
    // "Robert Darnton, Communication": two words before the comma are a whole name.
    const particle = isAt(PARTICLE, letters, at);
    // "GARCÍA MÁRQUEZ, Luis"
    const capitals = /^[\p{Lu} '’-]+$/u.test(text.slice(at, family));
    if (family === second && !particle && !capitals) return null;
    return withSuffix(letters, made('given-last', text, [at, to], [at, family], [comma + 2, to]));
  }
  return null;
}

/** Where given names, in full and by initials, end. */
function givenNames(letters: string, text: string, at: number): number {
  let end = -1;
  for (let place = at, n = 0; n < MOST_GIVEN; n++) {
    const initial = matchAt(CAPITAL_POINT, letters, place);
    const full = word(letters, text, place);
    const to = Math.max(initial, full, matchAt(CAPITALS, letters, place));
    if (to < 0) break;
    end = letters[to - 1] === ' ' ? to - 1 : to;
    // "Bosk, Charles L. Forgive and Remember": initials are the last of given names.
    if (letters[end] !== ' ' || initial > 0) break;
    place = end + 1;
  }
  return Math.max(end, matchAt(TRAILING, letters, end));
}

/** "Dan Gusfield", "Jamie E Guillory", "Leon de la Cruz" */
function givenFirst(letters: string, text: string, at: number): Person | null {
  const first = word(letters, text, at);
  if (first < 0 || letters[first] !== ' ' || isSerial(text.slice(at, first))) return null;
  let place = first + 1;
  let family: [number, number] | null = null;
  for (let n = 0; n < MOST_GIVEN; n++) {
    const initial = matchAt(CAPITAL_POINT, letters, place);
    const next = Math.max(initial, matchAt(CAPITALS, letters, place));
    if (next > 0) {
      place = letters[next] === ' ' ? next + 1 : next;
      continue;
    }
    const to = word(letters, text, place);
    if (to < 0) break;
    if (isSerial(text.slice(place, to))) return null;
    family = [place, to];
    if (isEnd(letters, to)) break;
    place = to + 1;
  }
  if (!family || !isEnd(letters, family[1])) return null;
  return withSuffix(
    letters,
    made('given-first', text, [at, family[1]], family, [at, family[0] - 1]),
  );
}

/** "World Bank", "Nature": a word that no name of a person has. */
const isSerial = (word: string) => SERIAL.has(word.toLowerCase()) || isOrganisation(word);

/** Whether one or two names and then a mark are at `at`: the family name that belongs to the initials before it. */
function oneName(letters: string, text: string, at: number): boolean {
  // "García Márquez, G. y Ruiz, A."
  if (/^[ye] /.test(letters.slice(at, at + 2))) return false;
  return words(letters, text, at, 2).some((to) =>
    /^(?:[,.;:(]| and | & | et | und | og | och | e | \()/.test(letters.slice(to, to + 5)),
  );
}

/** "김은경", "立田 ルミ": a name that ends at `end`, or one word later where all of a list are so. */
function easternAt(
  letters: string,
  text: string,
  at: number,
  end: number,
  first: Person | undefined,
): Person | null {
  const one = made('eastern', text, [at, end], [at, end]);
  if (!letters.startsWith(' ª', end)) return one;
  const second = matchAt(EASTERN, letters, end + 1);
  const two = /^ ?[,(;/]/.test(letters.slice(second, second + 2));
  if (two && (!first || first.family.includes(' ')))
    return made('eastern', text, [at, second], [at, second]);
  // More words go on it: the title's first.
  return first ? null : one;
}

/** The person whose name begins at `at`, in a list that opened with `first`; null when it is not a name. */
export function personAt(letters: string, text: string, at: number, first?: Person): Person | null {
  const eastern = matchAt(EASTERN, letters, at);
  if (eastern > 0) return easternAt(letters, text, at, eastern, first);
  return (
    initialsFirst(letters, text, at) ??
    initialsLast(letters, text, at, first) ??
    smallFamily(letters, text, at, first) ??
    givenLast(letters, text, at) ??
    givenFirst(letters, text, at) ??
    familyOnly(letters, text, at)
  );
}

function familyOnly(letters: string, text: string, at: number): Person | null {
  const to = word(letters, text, at);
  if (to < 0 || !isEnd(letters, to) || isSerial(text.slice(at, to))) return null;
  if (letters[to] === '.' && SHORT.has(text.slice(at, to).toLowerCase())) return null;
  return made('family', text, [at, to], [at, to]);
}
