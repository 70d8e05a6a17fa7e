/** The authors that a citation opens with, and where they end. */
import { LETTER, LOWER, plainLetters, UPPER } from '../letters';
import { COLLECTIVE } from '../names';
import { isOrganisation } from './organisation';
import { type Form, matchAt, type Person, personAt } from './person';
import { SERIAL, SHORT } from './vocabulary';

export interface Authors {
  people: Person[];
  /** An organisation, a dash for the author above, or anything else in the place of an author. */
  other?: string;
  /** Where the authors end in the text; 0 when there are none. */
  end: number;
  /** They are the editors of the work. */
  editors: boolean;
}

/** How many authors are read; a list of more is cut. */
const MOST = 200;
/** So many names in full, one after the other, are authors whatever follows. */
const MANY = 4;
const AND =
  /[,;]? ?(?:(?:and|AND|And|et|und|y|e|og|och|i|и|with|ja|u\.)\s|& ?|and(?=[A-Z])|a (?=[A-ZÀ-Ž]))/y;
const COMMA = /[,;] ?| [–—-] | ?[/·•] ?/y;
/** Between names without case. */
const DOT = / ?[.·․‧・、，] ?/y;
const POINT = /\.? /y;
const REST =
  /[,;]? ?(?:(?:and |& ?)?(?:et\.? ?al\b\.?|\bothers\b|u\. ?a\.|et coll\b\.?|a kol\.?|y otros|e outros|und andere|co-?workers|\bи др\.|等|외)|\[?\.\.\.\]?,?|…)/iy;
const EDITORS =
  /[,;]? ?[([]?(?:eds?\b|edd\b|editors?\b|hrsgg?\b|hgg?\b|éds?\b|dirs?\b|coords?\b|a c(?:ura|\.) d[ie]|a cura di|edits?\b|org(?:s|anizadores)?\b|ред\.|comps?\b|trans\b|translators?\b)\.?[)\]]?/iy;
/** "(STAR Collaboration)", "(Writer/Director)" behind the authors. */
const FOR_GROUP =
  / ?\((?!eds?\b|hrsg|hg|dir|coord|comp|trans)(?:[^()\d]{3,40})\)(?=[.,:;])|[:,] [^.,:;()]{2,40}collaboration(?=[.,:])/iy;
const DASHES = /^[-_—–―=.*]{2,}|^[—―](?=[.,\s])/;
const NOT_LETTERS = new RegExp(`^[^${LETTER}_—―–([“"'‘«„]*`);
const DATE_NEXT =
  /^[.,:;]? ?[([]?(?:[A-Za-zÀà.]{3,9}\.?,? )?(?:(?:1[5-9]|20)\d\d[a-z]?\b|n\. ?d\.|in press|forthcoming)/i;
const NEW_WORD = new RegExp(`[${LOWER}]`);

const isStrong = (form: Form) => form === 'initials-first' || form === 'initials-last';

/** Whether a person of one form goes on a list that opened with another. `joined` by "and" before the person. */
function goesOn(style: Form, next: Form, joined: boolean): 'yes' | 'no' | 'if closed' {
  if (style === 'eastern' || next === 'eastern') return style === next ? 'yes' : 'no';
  if (next === 'family')
    return joined ? 'yes' : style === 'family' || style === 'given-first' ? 'if closed' : 'no';
  if (joined) return 'yes';
  if (style === 'initials-first') return next === 'initials-first' ? 'yes' : 'no';
  if (style === 'initials-last')
    return isStrong(next) ? 'yes' : next === 'given-first' ? 'if closed' : 'no';
  if (isStrong(next)) return next === 'initials-first' ? 'yes' : 'if closed';
  return 'if closed';
}

/** Reads the authors at the start of a citation in one print, identifiers walled off. */
export function readAuthors(text: string, letters = plainLetters(text)): Authors {
  const start = NOT_LETTERS.exec(letters)?.[0].length ?? 0;
  const dashes = DASHES.exec(text)?.[0].length ?? 0;
  if (dashes > 0)
    return {
      people: [],
      other: text.slice(0, dashes),
      end: afterRoles(text, dashes).end,
      editors: false,
    };
  if (/^U\. ?[SK]\./.test(text)) return organisation(text, letters, 0);
  const people: Person[] = [];
  // How many of the people are certain to be authors, and where those end.
  let sure = 0;
  let end = 0;
  let joined = false;
  // Semicolons part nothing but people.
  let listed = false;
  for (let place = start; people.length < MOST; ) {
    const person = personAt(letters, text, place, people[0]?.form);
    if (!person) break;
    const style = people[0]?.form;
    let verdict = style ? goesOn(style, person.form, joined || listed) : 'yes';
    // "Saleh A. Wasimi": titles have no initials.
    if (
      verdict === 'if closed' &&
      person.form === 'given-first' &&
      / \p{Lu}\./u.test(person.given ?? '')
    )
      verdict = 'yes';
    // "Alpizar-Rodriguez, D., Laure BRULHART": a family name in capitals.
    if (style === 'initials-last' && verdict === 'if closed' && !/^\p{Lu}{3,}/u.test(person.family))
      break;
    if (verdict === 'no') break;
    people.push(person);
    if (verdict === 'yes') {
      sure = people.length;
      end = person.to;
    }
    const rest = matchAt(REST, text, person.to);
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
    if (
      joined &&
      !(matchAt(AND, text, person.to) > 0) &&
      letters[person.to] !== ';' &&
      !isStrong(person.form)
    )
      break;
    const and = matchAt(AND, text, person.to);
    const comma = person.form === 'eastern' ? matchAt(DOT, text, person.to) : -1;
    let next = and > 0 ? and : Math.max(comma, matchAt(COMMA, text, person.to));
    // "Kee, KS. Green, MF. Mintz, J."
    if (
      next < 0 &&
      person.form === 'initials-last' &&
      text.slice(person.from, person.to).includes(',')
    ) {
      const point = matchAt(POINT, text, person.to);
      const more = point > 0 ? personAt(letters, text, point, 'initials-last') : null;
      if (more?.form === 'initials-last' && text.slice(more.from, more.to).includes(','))
        next = point;
    } else if (next < 0 && /^[A-Z]{2,3}$/.test(person.given ?? '')) {
      const point = matchAt(POINT, text, person.to);
      const more = point > 0 ? personAt(letters, text, point, 'initials-last') : null;
      if (/^[A-Z]{2,3}$/.test(more?.given ?? '') && /^[.,]/.test(text.slice(more?.to)))
        next = point;
    }
    listed = letters[person.to] === ';';
    if (next < 0) {
      break;
    }
    joined = and > 0;
    place = next;
    if (text.startsWith('and ', place)) place += 4;
    if (text.startsWith('& ', place)) place += 2;
    if (place !== next) joined = true;
  }
  const last = people.at(-1);
  if (
    last &&
    people.length > sure &&
    (people.length >= MANY ||
      (closes(letters, last.to) && (people.length > 2 || letters[last.to] !== '.')))
  ) {
    sure = people.length;
    end = last.to;
  }
  people.length = sure;
  const first = people[0];
  if (!first || (first.form === 'family' && sure === 1 && !opens(letters, first.to)))
    return organisation(text, letters, start);
  end = upToDate(text, letters, end);
  const roles = afterRoles(text, end);
  return { people, end: roles.end, editors: roles.editors };
}

const NEXT_DATE = /[,;. ]\(?(?:19|20)\d\d[a-z]?[),.:]|,? et ?al\b/;
const JOINING = new Set('and et al de van von der den la etal &'.split(' '));
const CAPITAL = new RegExp(`^[${UPPER}]`);

/** Names that are not in print as names are ("JenkinsA., Neto A.F., 2008,") end where the date begins. */
function upToDate(text: string, letters: string, end: number): number {
  if (!/[,;&]/.test(letters[end] ?? '')) return end;
  const to = NEXT_DATE.exec(letters.slice(end, end + 300))?.index ?? 0;
  const between = text
    .slice(end, end + to)
    .split(/[^\p{L}&]+/u)
    .filter(Boolean);
  const initials = between.filter((word) => /^\p{Lu}$/u.test(word)).length;
  const fits = between.every((word) => {
    const small = word.toLowerCase();
    return (
      JOINING.has(small) ||
      (CAPITAL.test(plainLetters(word)) &&
        !SERIAL.has(small) &&
        (word.length === 1 || !SHORT.has(small)))
    );
  });
  return fits && initials > 0 ? end + to : end;
}

/** Whether what follows a list of names in full shows that they were all names. */
const closes = (letters: string, at: number) =>
  /^(?:\. |\.$|[.,]? ?[“"«‘]|[,.]? ?\(?\d{4}[a-z]?\)?[.,:]? (?!pp?\b|pages|\d|vol))/.test(
    letters.slice(at, at + 16),
  ) || matchAt(EDITORS, letters, at) > 0;

/** Whether one word alone, followed by this, is an author: "Monto, et al.", "Ishida (1996)", "Kant, ". */
const opens = (letters: string, at: number) =>
  matchAt(REST, letters, at) > 0 ||
  /^(?:, |[.:]? ?[([]?\d{4}(?![^ ]{0,3} \d)|\. [“"«A-ZÀ])/.test(letters.slice(at, at + 14));

function afterRoles(text: string, at: number): { end: number; editors: boolean } {
  const end = Math.max(at, matchAt(FOR_GROUP, text, at));
  const to = matchAt(EDITORS, text, end);
  return to > 0 ? { end: to, editors: true } : { end, editors: false };
}

/** What is printed in the place of authors and is not a person: up to the date, or up to the first full stop. */
function organisation(text: string, letters: string, start: number): Authors {
  const none: Authors = { people: [], end: 0, editors: false };
  const opening = letters.slice(start, start + 200);
  if (!new RegExp(`^[${UPPER}ª]`).test(opening)) return none;
  const grouped = /^[^.,;:()]{2,60}?\bcollab\w*\.? ?\(/i.exec(opening);
  if (grouped) {
    const inner = readAuthors(text.slice(start + grouped[0].length));
    if (inner.people.length) {
      const shift = start + grouped[0].length;
      const close = text.indexOf(')', shift + inner.end);
      return {
        people: inner.people,
        end: close > 0 ? close + 1 : shift + inner.end,
        editors: false,
      };
    }
  }
  let first = true;
  for (const mark of opening.matchAll(/[.,:;] |\. ?(?=\()| (?=\()|\.$/g)) {
    const name = text.slice(start, start + mark.index).trim();
    if (name.length < 2) continue;
    const named = isOrganisation(name) || /^[A-Z]{2,8}$/.test(name);
    const after = opening.slice(mark.index);
    const comma = mark[0].startsWith(',');
    // "Oncogene (2002) 21, 4137" is a journal.
    const date = DATE_NEXT.exec(after);
    const dated =
      date !== null &&
      (first || !comma) &&
      !/\d$/.test(name) &&
      !/^[\])a-z]*[,;]? ?\d/.test(after.slice(date[0].length));
    const words = name.split(' ').length;
    const small = name
      .split(' ')
      .filter(
        (word) =>
          word.length > 3 &&
          !COLLECTIVE.test(word) &&
          !new RegExp(`^[${UPPER}]`).test(plainLetters(word)) &&
          NEW_WORD.test(word),
      ).length;
    const pointed = mark[0].startsWith('.');
    if (
      dated &&
      (named
        ? words < 16 && (!pointed || small < 2)
        : (small === 0 || mark[0] === ' ') && words < 9)
    )
      return { people: [], other: name, end: start + mark.index, editors: false };
    if (
      named &&
      words < 10 &&
      small === 0 &&
      /^[.:,] /.test(mark[0]) &&
      (!/\d/.test(name) || /collab/i.test(name)) &&
      (!comma || !name.includes(','))
    ) {
      // "ATLAS collaboration, P. Berta, ...": the person speaks for it.
      const at = start + mark.index + 2;
      const speaker = comma ? personAt(letters, text, at) : null;
      if (speaker?.form === 'initials-first') {
        const inner = readAuthors(text.slice(at));
        return { ...inner, end: at + inner.end };
      }
      return { people: [], other: name, end: start + mark.index, editors: false };
    }
    first = false;
    if (/^[.:]/.test(mark[0]) && !/\b\w\.$/.test(opening.slice(0, mark.index + 1))) break;
  }
  return none;
}
