/** A list of people, as a citation prints it, and where it ends. */
import { isAt, matchAt } from './name-words';
import { type Form, type Person, personAt } from './person';
import { SHORT } from './vocabulary';

export interface Names {
  people: Person[];
  /** Where the people end in the text; 0 when there are none. */
  end: number;
}

/** How many authors are read; a list of more is cut. */
const MOST = 200;
/** So many names in full, one after the other, are authors whatever follows. */
const MANY = 4;
/** What a list goes on with begins with a letter or a mark of these, behind a mark and a blank. */
const MAYBE_AND = /[,;]? ?[aAeEuUyoiwjdи&]/y;
const MAYBE_REST = /[,;]? ?[aAeEoOuUyYkKcCи И등外等&[.…]/y;
const AND =
  /[,;]? ?(?:(?:and|AND|And|et|und|y|e|og|och|i|и|with|ja|dan|u\.)\s|& ?|and(?=[A-Z])|a (?=[A-ZÀ-Ž]))/y;
const COMMA = /[,;] ?| [–—-] | ?[/·•] ?/y;
/** Between names without case. */
const DOT = / ?[.·․‧・、，] ?/y;
const POINT = /\.? /y;
export const REST =
  /[,;]? ?(?:(?:and |& ?)?(?:et\.? ?al\b\.?|\bothers\b|u\. ?a\.|et coll\b\.?|a kol\.?|y otros|e outros|und andere|co-?workers|etc\.|\bи др\.|等|외)|\[?\.\.\.\]?,?|…)/iy;
const ROLE = String.raw`(?:eds?\b|edd\b|editors?\b|hrsgg?\b|hgg?\b|éds?\b|dirs?\b|coords?\b|a c(?:ura|\.) d[ie]|a cura di|edits?\b|org(?:s|anizadores)?\b|ред\.|comps?\b|trans\b|translators?\b)\.?`;
const ROLES = `${ROLE}(?: (?:and|&) ${ROLE})?`;
/** A bracket that goes on behind the word, and "by", name the editors after it. */
export const EDITORS = new RegExp(
  `[,;]? ?(?:[([]${ROLES}(?: by)?[)\\]]|${ROLES}(?! (?:by|von) )[)\\]]?)`,
  'iy',
);
/** A title in a sentence's print behind a list of names: "…, An inside view", "…, Applying an ontology approach". */
const PROSE = /^, (?:An?|[A-ZÀ][\w’'-]*) (?=[^,.:?!]+ [^,.:?!]+ )(?:[\w’'-]+ ){0,3}[a-zà]{4,}/;

export const isStrong = (form: Form) => form === 'initials-first' || form === 'initials-last';

/** "AYKUT Stefan": which of the names is the family's is plain. */
const hasCapitals = ({ family, given }: Person) =>
  /^\p{Lu}{3,}/u.test(family) !== /^\p{Lu}{3,}/u.test(given);

/** "Saleh A. Wasimi"; "New J. Phys." is a journal. */
const hasInitial = ({ form, family, given }: Person) =>
  form === 'given-first' && / \p{Lu}\./u.test(given) && !SHORT.has(family.toLowerCase());

/** Whether a person of one form goes on a list that opened with another. `joined` by "and" before the person. */
function goesOn(style: Form, next: Form, joined: boolean): 'yes' | 'no' | 'if closed' {
  if (next === 'eastern') return 'yes';
  if (next === 'family') return joined ? 'yes' : style === 'given-first' ? 'if closed' : 'no';
  if (joined) return 'yes';
  if (style === 'initials-first') return next === 'initials-first' ? 'yes' : 'no';
  if (style === 'initials-last')
    return isStrong(next) ? 'yes' : next === 'given-first' ? 'if closed' : 'no';
  return next === 'initials-first' ? 'yes' : 'if closed';
}

/** "BMJ Open" behind "E. Holm": what has the form of initials without points is not a name where others have them. */
const hasBareInitials = ({ form, given }: Person) =>
  form === 'initials-first' && !given.includes('.');

/** The same, for the person itself: names that no title has go on any list. */
function verdictOn(first: Person | undefined, person: Person, joined: boolean) {
  if (!first) return 'yes';
  if (first.given.includes('.') && hasBareInitials(person)) return 'no';
  const verdict = goesOn(first.form, person.form, joined);
  // "Saleh A. Wasimi": titles have no initials.
  if (hasInitial(person)) return 'yes';
  return first.form === person.form && hasCapitals(first) && hasCapitals(person) ? 'yes' : verdict;
}

/** Whether what follows a list of names in full shows that they were all names. */
const closes = (letters: string, at: number) =>
  /^(?:\. |\.$|[.,]? ?[“"«‘]|[,.]? ?\(?\d{4}[a-z]?\)?[.,:]? (?!pp?\b|pages|\d|vol))/.test(
    letters.slice(at, at + 16),
  ) || isAt(EDITORS, letters, at);

/** No title is left behind names: " (Oxford: Blackwell", ", London: SCM", the end. */
const NO_TITLE =
  /^[.,]? ?(?:\((?!\d{4}|eds?\b|hrsg|hg\b)[^()]{0,60}[^()a-z]\w*\d?|[A-ZÀ][\w.]+: )/i;

/** The next person where mere full stops part them: "Kee, KS. Green, MF. Mintz, J.", "ABBADI, Kamel. FUMERON, Véronique." */
function pastPoint(text: string, letters: string, person: Person): number {
  const point = matchAt(POINT, text, person.to);
  const comma = text.slice(person.from, person.to).includes(',');
  if (person.form === 'initials-last' && comma) {
    const more = personAt(letters, text, point, person);
    return more?.form === 'initials-last' && text.slice(more.from, more.to).includes(',')
      ? point
      : -1;
  }
  if (hasCapitals(person)) {
    const more = personAt(letters, text, point, person);
    return more?.form === 'given-last' && hasCapitals(more) ? point : -1;
  }
  return -1;
}

const andAt = (text: string, at: number) =>
  isAt(MAYBE_AND, text, at) ? matchAt(AND, text, at) : -1;
const restAt = (text: string, at: number) =>
  isAt(MAYBE_REST, text, at) ? matchAt(REST, text, at) : -1;

/** Reads the people at `start`; `before` opened the list that they go on. */
export function readNames(text: string, letters: string, start: number, before?: Person): Names {
  const people: Person[] = [];
  // How many of the people are certain to be authors, and where those end.
  let sure = 0;
  let end = 0;
  let joined = false;
  // What was certain before "and" made all of a list so: "Miller, Citizenship and National Identity".
  let firm: { count: number; end: number } | undefined;
  // Nothing but "and" shows that what follows initials are names.
  let open = false;
  // Semicolons and slashes part nothing but people.
  let listed = false;
  for (let place = start; people.length < MOST; ) {
    const first = before ?? people[0];
    const person = personAt(letters, text, place, first);
    if (!person) break;
    const verdict = verdictOn(first, person, joined || listed);
    if (first?.form === 'initials-last' && verdict === 'if closed') {
      // "Alpizar-Rodriguez, D., Laure BRULHART": a family name in capitals.
      open ||= !/^\p{Lu}{3,}/u.test(person.family);
      // "Bynum, W.F., Anne Hardy, and E.M. Transey": the first alone is turned round.
      if (open && !text.slice(first.from, first.to).includes(',')) break;
    }
    if (verdict === 'no') break;
    people.push(person);
    if (verdict === 'yes') {
      if (joined && !isStrong(person.form) && people.length > sure + 1)
        firm ??= { count: sure, end };
      sure = people.length;
      end = person.to;
    }
    const rest = restAt(text, person.to);
    if (rest > 0) {
      sure = people.length;
      end = rest;
      // "Kim, J. K., ... & Lee, H. Y."
      const left = /[.…]{3}|…/.test(text.slice(person.to, rest));
      const more = left
        ? Math.max(matchAt(AND, text, rest), text[rest] === ' ' ? rest + 1 : rest)
        : -1;
      if (more < 0) break;
      joined = true;
      place = more;
      continue;
    }
    const and = andAt(text, person.to);
    if (joined && and < 0 && letters[person.to] !== ';' && !isStrong(person.form)) break;
    const comma = person.form === 'eastern' ? matchAt(DOT, text, person.to) : -1;
    let next = and > 0 ? and : Math.max(comma, matchAt(COMMA, text, person.to));
    if (next < 0) next = pastPoint(text, letters, person);
    listed = /[;/]/.test(letters.charAt(person.to));
    if (next < 0) break;
    joined = and > 0;
    place = next;
    if (text.startsWith('and ', place)) place += 4;
  }
  const last = people.at(-1);
  if (last && !open && people.length > sure && isWhole(letters, people, last)) {
    sure = people.length;
    end = last.to;
  }
  const tail = people.slice(firm?.count);
  if (
    firm &&
    (NO_TITLE.test(letters.slice(end, end + 70)) ||
      (tail.some(({ form }) => form === 'family') && !closes(letters, end)))
  )
    ({ count: sure, end } = firm);
  people.length = sure;
  return { people, end };
}

/** Whether names in full, of which none is certain to be one, are authors. */
const isWhole = (letters: string, people: readonly Person[], last: Person) =>
  people.length >= MANY ||
  (closes(letters, last.to) && (people.length > 2 || letters[last.to] !== '.')) ||
  (last.form === 'given-first' && PROSE.test(letters.slice(last.to, last.to + 80)));
