/** One person's name at a place of a citation, in the forms in which styles print it. */
import { LETTER, LOWER, UPPER } from '../letters';
import { COLLECTIVE } from '../names';
import { EDITOR, GENRE, SERIAL, SHORT, SMALL_WORDS } from './vocabulary';

/**
 * `initials-first` J. P. Collman | `initials-last` Moser, I.; Badura A | `given-first` Dan Gusfield |
 * `given-last` Csampai, Attila | `family` Monto | `eastern` 김은경
 */
export type Form =
  | 'initials-first'
  | 'initials-last'
  | 'given-first'
  | 'given-last'
  | 'family'
  | 'eastern';

export interface Person {
  form: Form;
  family: string;
  given?: string;
  from: number;
  to: number;
}

const PARTICLES =
  "[Vv][ao]n|[Vv]om|[Dd]e[rnls]?|[Dd]ell[ao']|[Dd]i|[Dd][aou]|[Dd][oa]s|[Ll][aeo]|[Ee]l|[Aa]l|[Tt]e[rn]?|[Ss]t\\.?|[Zz]u[rm]?|[Ii]bn|[Bb]in|[Bb]en|'t|[Oo]p|[Aa]v|[Aa]f|y|d['’]|[Ll]['’]";
const PARTICLE = new RegExp(`(?:(?:${PARTICLES})(?: |-|(?<=['’]))){1,3}`, 'y');
// Each is asked for at its place and again for each word: a pattern that repeats another is slow to build.
const NAME = new RegExp(`(?:[dDOLl]['’‘])?[${UPPER}](?:[${LETTER}'’‐-]*[${LETTER}])`, 'y');
const CAPITAL_POINT = new RegExp(
  `(?:(?:Md|Dr|Mr|Yu|Ya|Ju|Ch|Th|Ph|St|Zh|Sh|Chr|Wm|Fr|Jr|À[à]|[${UPPER}]{1,2}(?:-[${LOWER}])?|(?<=\\. ?)[${LOWER}](?=\\. ))\\.(?: ?- ?| )?){1,5}`,
  'y',
);
const CAPITALS = new RegExp(
  `[${UPPER}](?:[ ‐-]?[${UPPER}]){0,3}(?:-[${LOWER}])?(?![${LETTER}’'])`,
  'y',
);
const EASTERN = /ª{2,4}(?!ª)/y;
const SUFFIX = /,? ?(?:Jr|Sr|II|III|IV|2nd|3rd)(?:\.|(?![A-Za-z]))/y;
/** A particle behind the given names: "Park, R. de". */
const TRAILING =
  / (?:van|von|de|der|den|da|du|di|d['’])(?: (?:der|den|la|le))?(?=[,;. (]| and| &)| v\./y;
/** What can follow a whole name. */
const END =
  / ?(?:[,.;:()[\]/&“"‘«¦–—]|$|-\s)| (?:and|AND|et|etal|und|y|e|og|och|i|a|à|'|\d{4})(?![a-zà])|(?= [^ -~A-Za-zÀàª])/y;
const LONGEST_FAMILY = 4;
const MOST_GIVEN = 4;

/** Where `pattern` (sticky) ends when it matches at `at`; -1 when it does not. */
export function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at >= 0 && pattern.test(text) ? pattern.lastIndex : -1;
}

const isEnd = (letters: string, at: number) => matchAt(END, letters, at) >= 0;

/** Where one word of a name ends, its particles before it; -1 when there is none, or it is no name. */
function word(letters: string, text: string, at: number): number {
  const behind = Math.max(at, matchAt(PARTICLE, letters, at));
  // "Du QS": what else is a particle is the name itself before initials.
  const end =
    behind > at && INITIALS_NEXT.test(letters.slice(behind, behind + 5))
      ? -1
      : matchAt(NAME, letters, behind);
  const from = end < 0 && behind > at ? at : behind;
  const to = end < 0 ? matchAt(NAME, letters, from) : end;
  if (to < 0) return -1;
  const said = text.slice(from, to).toLowerCase();
  if (
    SMALL_WORDS.has(said) &&
    said.length < 4 &&
    from === at &&
    !/^(?:de|di|da|du|le|la|el|van|von|al)$/.test(said)
  )
    return -1;
  if (said.length < 4 && INITIALS_NEXT.test(letters.slice(to + 1, to + 6)) && letters[to] === ' ')
    return to;
  return NOT_NAMES.has(said) || GENRE.has(said) || EDITOR.has(said) ? -1 : to;
}

const INITIALS_NEXT = new RegExp(`^[${UPPER}]{1,3}[,.]`);

/** Words that begin titles and never names. */
const NOT_NAMES = new Set(
  'the a an this on in of from for how what why when where is are who towards toward some its our new with without can does do and or under between das der die ein eine les des une il gli el los las un una uno über zur zum'.split(
    ' ',
  ),
);

/** The ends of the words of a name that begin at `at`, nearest first. */
function words(letters: string, text: string, at: number, most: number): number[] {
  const ends: number[] = [];
  for (let place = at; ends.length < most; ) {
    const end = word(letters, text, place);
    if (end < 0) break;
    ends.push(end);
    if (letters[end] !== ' ') break;
    place = end + 1;
  }
  return ends;
}

/** Initials at `at`: where they end, a blank behind them left out; -1 when there are none. */
function initials(letters: string, at: number): number {
  const pointed = matchAt(CAPITAL_POINT, letters, at);
  if (pointed > 0) {
    // "J.-P", "S. A": the last may have no point.
    const last = matchAt(CAPITALS, letters, pointed);
    const apart = letters[pointed - 1] === ' ' && !/[,;:]/.test(letters[last] ?? '');
    if (last > 0 && last - pointed < 3 && letters[last] !== '.' && !apart) return last;
    return letters[pointed - 1] === ' ' || letters[pointed - 1] === '-' ? pointed - 1 : pointed;
  }
  const bare = matchAt(CAPITALS, letters, at);
  return bare > 0 && letters[bare] === '.' && /[,;]/.test(letters[bare + 1] ?? '')
    ? bare + 1
    : bare;
}

const made = (
  form: Form,
  text: string,
  [from, to]: [number, number],
  family: [number, number],
  given?: [number, number],
): Person => ({
  form,
  family: text.slice(...family).trim(),
  ...(given && { given: text.slice(...given).trim() }),
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
  const pointed = letters[end - 1] === '.' || letters[end - 2] === '.';
  if (letters[end] !== ' ' && !pointed) return null;
  const from = letters[end] === ' ' ? end + 1 : end;
  const ends = words(letters, text, from, LONGEST_FAMILY);
  const whole = ends.find((to) => isEnd(letters, to));
  // "A Modern Course" has no initial.
  if (!pointed && end - at === 1 && (whole !== ends[0] || whole === undefined)) return null;
  // "L. Volkova Yad. Fiz.": nothing parts a name from what follows.
  const to = whole ?? (pointed ? ends[0] : undefined);
  if (to === undefined) return null;
  // "J. Soc. Cosmet. Chem." is a journal.
  const short =
    letters[to] === '.' &&
    SHORT.has(text.slice(text.lastIndexOf(' ', to - 1) + 1, to).toLowerCase());
  // "D. Grumiller Phys. Rev."
  if (short && (to === ends[0] || !pointed)) return null;
  if (short)
    return made('initials-first', text, [at, ends[0] ?? to], [from, ends[0] ?? to], [at, end]);
  return withSuffix(letters, made('initials-first', text, [at, to], [from, to], [at, end]));
}

/** "Moser, I.", "García Márquez, G.", "Badura A", "LEVASSEUR M." */
function initialsLast(letters: string, text: string, at: number, listed: boolean): Person | null {
  for (const end of words(letters, text, at, LONGEST_FAMILY)) {
    const from =
      /^,? /.exec(letters.slice(end, end + 2))?.[0].length ?? (letters[end] === ',' ? 1 : 0);
    if (!from) continue;
    // "ASSMANN (J.)"
    const bracketed = letters[end + 1] === '(' ? initials(letters, end + 2) : -1;
    if (bracketed > 0 && letters[bracketed] === ')')
      return made('initials-last', text, [at, bracketed + 1], [at, end], [end + 2, bracketed]);
    const to = initials(letters, end + from);
    if (to < 0 || SERIAL.has(text.slice(at, end).toLowerCase())) continue;
    const pointed = letters[to - 1] === '.';
    // "Smith, J. Brown, K.": the initials are the first one's. "Adam DI Kramer": they are in the middle.
    const suffixed = matchAt(SUFFIX, letters, to);
    const whole = isEnd(letters, to) || suffixed > 0 || (pointed && letters[to] === ' ');
    if (!whole) continue;
    // "Paul F. Bradshaw, Title", "François Moreau, M. Bourreau, ...": the initials belong to what follows.
    const several = letters.slice(at, end).includes(' ') && matchAt(PARTICLE, letters, at) < 0;
    if (
      !listed &&
      pointed &&
      letters[to] === ' ' &&
      (from === 1 || several) &&
      oneName(letters, text, to + 1)
    )
      continue;
    let last = to;
    // "Park, R. de": a particle behind the initials.
    last = Math.max(last, matchAt(TRAILING, letters, to));
    const one = made('initials-last', text, [at, last], [at, end], [end + from, to]);
    return withSuffix(letters, one);
  }
  return null;
}

/** "Csampai, Attila", "Simpson, George Gaylord", "Seaborg, Glenn T." */
function givenLast(letters: string, text: string, at: number): Person | null {
  const [end = -1, second = -1] = words(letters, text, at, 2);
  if (end < 0) return null;
  for (const family of [end, second]) {
    if (family < 0) continue;
    const comma = Math.max(family, matchAt(SUFFIX, letters, family));
    if (letters[comma] !== ',' || letters[comma + 1] !== ' ') continue;
    const to = givenNames(letters, text, comma + 2);
    if (to < 0 || !(isEnd(letters, to) || letters[to - 1] === '.')) continue;
    // "Robert Darnton, Communication": two words before the comma are a whole name.
    const particle = matchAt(PARTICLE, letters, at) > 0;
    if (family === second && !particle) return null;
    return withSuffix(letters, made('given-last', text, [at, to], [at, family], [comma + 2, to]));
  }
  return null;
}

/** Where given names, in full and by initials, end. */
function givenNames(letters: string, text: string, at: number): number {
  let end = -1;
  for (let place = at, n = 0; n < MOST_GIVEN; n++) {
    const initial = matchAt(CAPITAL_POINT, letters, place);
    const full = initial > 0 ? -1 : word(letters, text, place);
    const bare = full < 0 && initial < 0 ? matchAt(CAPITALS, letters, place) : -1;
    const to = Math.max(initial, full, bare);
    if (to < 0) break;
    end = letters[to - 1] === ' ' ? to - 1 : to;
    // "Bosk, Charles L. Forgive and Remember": initials are the last of given names, but for "Clinton, J. Robert and".
    const whole = initial > 0 && n === 0 ? word(letters, text, initial) : -1;
    if (whole > 0 && /^(?:,| and | &)/.test(letters.slice(whole, whole + 5))) return whole;
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
    const bare = initial > 0 ? -1 : matchAt(CAPITALS, letters, place);
    const next = Math.max(initial, bare);
    if (next > 0) {
      place = letters[next] === ' ' ? next + 1 : next;
      continue;
    }
    const to = word(letters, text, place);
    if (to < 0) break;
    if (isSerial(text.slice(place, to))) return null;
    family = [place, to];
    if (isEnd(letters, to)) break;
    if (letters[to] !== ' ') return null;
    place = to + 1;
  }
  if (!family || !isEnd(letters, family[1])) return null;
  return withSuffix(
    letters,
    made('given-first', text, [at, family[1]], family, [at, family[0] - 1]),
  );
}

const isSerial = (word: string) => SERIAL.has(word.toLowerCase()) || COLLECTIVE.test(word);

/** Whether one or two names and then a mark are at `at`: the family name that belongs to the initials before it. */
function oneName(letters: string, text: string, at: number): boolean {
  // "García Márquez, G. y Ruiz, A."
  if (/^[ye] /.test(letters.slice(at, at + 2))) return false;
  return words(letters, text, at, 2).some((to) =>
    /^(?:[,.;:(]| and | & | \()/.test(letters.slice(to, to + 5)),
  );
}

/** The person whose name begins at `at`; null when it is not a name. */
export function personAt(letters: string, text: string, at: number, style?: Form): Person | null {
  const eastern = matchAt(EASTERN, letters, at);
  if (eastern > 0) return made('eastern', text, [at, eastern], [at, eastern]);
  return (
    initialsFirst(letters, text, at) ??
    initialsLast(letters, text, at, style === 'initials-last') ??
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
