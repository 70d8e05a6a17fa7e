/** The authors that a citation opens with, and where they end. */
import { LETTER, LOWER, plainLetters, UPPER } from '../letters';
import { pastGroup, pastUnread, upToMark } from './name-gaps';
import { EDITORS, isStrong, REST, readNames } from './name-list';
import { isAt, matchAt } from './name-words';
import { organisationAt } from './organisation';
import { type Person, personAt } from './person';

export interface Authors {
  people: Person[];
  /** An organisation, a dash for the author above, or anything else in the place of an author. */
  other?: string;
  /** Where the authors end in the text; 0 when there are none. */
  end: number;
  /** They are the editors of the work. */
  editors: boolean;
}

/** "(STAR Collaboration)", "(Writer/Director)" behind the authors. */
const FOR_GROUP =
  /\.? ?\((?!eds?\b|hrsg|hg|dir|coord|comp|trans|in press|n\. ?d|forthcoming|no date|s\.f|o\. ?j|to appear|submitted)(?:[^()\d]{3,40})\)(?=[.,:;]| (?:19|20)\d\d)|[:,] [^.,:;()]{2,40}collaboration(?=[.,:])/iy;
/** A dash for the author above, or "AA. VV.", "VV. AA.": various authors. */
const INSTEAD = /^(?:[-_—–―=.*]{2,}|[—―](?=[.,\s])|(?:AA\.? ?VV|VV\.? ?AA)\.?)/;
const NOT_LETTERS = new RegExp(`^[^${LETTER}_—―–([“"'‘«„]*`);

/** Reads the authors at the start of a citation in one print, identifiers walled off. */
export function readAuthors(text: string, letters = plainLetters(text)): Authors {
  const start = startOf(letters);
  const other = notAList(text, letters, start);
  if (other) return other;
  const { people, end: last } = readNames(text, letters, start);
  const first = people[0];
  const etAl = first && !letters.startsWith('. et al', last) ? null : ET_AL.exec(text.slice(start));
  if (etAl) return withOthers(text, start, etAl);
  if (!first || (first.form === 'family' && people.length === 1 && !opens(letters, first.to)))
    return organisation(text, letters, start);
  let end = last;
  for (
    let unread = pastUnread(text, letters, end, first);
    unread;
    unread = pastUnread(text, letters, end, first)
  ) {
    const more = readNames(text, letters, unread.next, first);
    people.push(unread.person, ...more.people);
    end = more.people.length ? more.end : Math.max(unread.next, matchAt(REST, text, unread.next));
  }
  end = upToMark(text, letters, end);
  const roles = withRoles(text, pastGroup(letters, end));
  return { people, ...roles };
}

const startOf = (letters: string): number =>
  (NOT_LETTERS.exec(letters) as RegExpExecArray)[0].length;

/** What is in the place of authors and is not a list of names parted by marks; null where it may be one. */
function notAList(text: string, letters: string, start: number): Authors | null {
  const [printed] = INSTEAD.exec(text) ?? [];
  if (printed) return { people: [], other: printed, ...withRoles(text, printed.length) };
  if (/^U\. ?[SK]\./.test(text)) return organisation(text, letters, 0);
  return isAt(BLANK_LIST, letters, start)
    ? blankList(text, start, matchAt(BLANK_LIST, letters, start))
    : null;
}

/** The family name, or the organisation, that a list of authors in one print opens with. */
export function firstOfAuthors(text: string): string | undefined {
  const { other, people } = readAuthors(text);
  return other ?? people[0]?.family;
}

/** "Ju XF Li JN Lv P. ": blanks alone part the names. */
const BLANK_LIST = new RegExp(
  `(?:[${UPPER}][${LOWER}]+ [${UPPER}]{1,3} ){2,}[${UPPER}][${LOWER}]+ [${UPPER}]{1,3}(?=\\. )`,
  'y',
);

/** Names that blanks alone part, each a family name and bare initials. */
function blankList(text: string, from: number, end: number): Authors {
  const people = [...text.slice(from, end).matchAll(/(?<!\S)(\S+) (\S+)/g)].map((found): Person => {
    const [whole, family, given] = found as unknown as [string, string, string];
    const at = from + found.index;
    return { form: 'initials-last', family, given, from: at, to: at + whole.length };
  });
  return { people, ...withRoles(text, end) };
}

/** "Saiki Rk. et al., ", "An et al, ": one name, in whatever print. */
const ET_AL = /^((?:\p{L}[\p{L}'’.-]{0,20},? ){1,3}?)et\.? ?al\b\.?/u;

/** The one author whom "et al." shows to be one; what may be initials is not the family's name. */
function withOthers(text: string, start: number, found: RegExpExecArray): Authors {
  const [whole, name] = found as unknown as [string, string];
  const parts = name.trim().split(' ');
  const long = parts.filter((part) => part.replace('.', '').length > 2).join(' ');
  const family = long || (parts.find((part) => !part.includes('.')) ?? name);
  const end = start + whole.length;
  const person: Person = {
    form: 'unread',
    given: '',
    family: family.replace(/[., ]{1,4}$/, ''),
    from: start,
    to: end,
  };
  return { people: [person], ...withRoles(text, end) };
}

/** Whether one word alone, followed by this, is an author: "Monto, et al.", "Ishida (1996)", "Kant, ". */
const opens = (letters: string, at: number) =>
  isAt(REST, letters, at) ||
  /^(?:, |[.:]? ?[([]?\d{4}(?![^ ]{0,3} \d)|\. [“"«A-ZÀ])/.test(letters.slice(at, at + 14));

function withRoles(text: string, at: number): { end: number; editors: boolean } {
  const end = Math.max(at, matchAt(FOR_GROUP, text, at));
  return { end: Math.max(end, matchAt(EDITORS, text, end)), editors: isAt(EDITORS, text, end) };
}

/** What is in the place of authors where no people are. */
function organisation(text: string, letters: string, start: number): Authors {
  const found = organisationAt(text, letters, start, (at) => {
    const one = personAt(letters, text, at);
    return (
      one?.form === 'initials-first' ||
      (one !== null &&
        isStrong(one.form) &&
        (readNames(text, letters, at).people.length > 1 || isAt(REST, text, one.to)))
    );
  });
  if (!found) return { people: [], end: 0, editors: false };
  if ('other' in found) return { people: [], other: found.other, ...withRoles(text, found.end) };
  const inner = readAuthors(text.slice(found.people));
  const end = found.people + inner.end;
  return { ...inner, end: found.bracketed ? Math.max(end, text.indexOf(')', end) + 1) : end };
}
