/** Authors as styles print them, and what a reader must find of each. */

export interface Person {
  family: string;
  /** Given names, parted by blanks: "Anna Beth", "Jean-Paul". */
  given: string;
}

/** People, or the name of an organisation that wrote the work. */
export type Author = readonly Person[] | string;

/** "Berg|Anna Beth; Dahl|Carl". */
export const people = (list: string): Person[] =>
  list.split('; ').map((one) => {
    const [family = '', given = ''] = one.split('|');
    return { family, given };
  });

/** How one name is printed: the text, and which part of it is the given name. */
export type Form = (person: Person) => { text: string; family: string; given: string };

/** The initials of given names, each with `end` behind it, `gap` between those of two names. */
function initials(given: string, end: string, gap: string): string {
  const hyphen = end ? '.-' : '';
  return given
    .split(' ')
    .map(
      (name) =>
        name
          .split('-')
          .map((part) => part[0])
          .join(hyphen) + end,
    )
    .join(gap);
}

/** "Berg, A. B.", "Berg AB", "Berg A.B.": the family's name, `between`, initials. */
export const initialsLast =
  (between: string, end: string, gap: string): Form =>
  ({ family, given }) => {
    const short = initials(given, end, gap);
    return { text: `${family}${between}${short}`, family, given: short };
  };

/** "A. B. Berg", "A.B. Berg", "AB Berg". */
export const initialsFirst =
  (end: string, gap: string): Form =>
  ({ family, given }) => {
    const short = initials(given, end, gap);
    return { text: `${short} ${family}`, family, given: short };
  };

/** "Anna Beth Berg". */
export const fullFirst: Form = ({ family, given }) => ({
  text: `${given} ${family}`,
  family,
  given,
});

/** "Berg, Anna Beth". */
export const fullLast: Form = ({ family, given }) => ({
  text: `${family}, ${given}`,
  family,
  given,
});

/** "BERG Anna", "Berg, A.": a form with the family's name in capitals. */
export const inCapitals =
  (form: Form): Form =>
  (person) =>
    form({ ...person, family: person.family.toLocaleUpperCase('en') });

export interface List {
  first: Form;
  /** The others, where only the first is turned round. */
  rest?: Form;
  between: string;
  /** Before the last of two, and of more. */
  lastOfTwo: string;
  last: string;
  /** Of more than `most` the first `shown` are printed, and then `others`. */
  most?: number;
  shown?: number;
  others?: string;
}

/** A list of authors in print, and the names that are in it as "family, given". */
export function printed(authors: Author, list: List): { text: string; names: string[] } {
  if (typeof authors === 'string') return { text: authors, names: [authors] };
  const cut = list.most !== undefined && authors.length > list.most;
  const said = (cut ? authors.slice(0, list.shown) : authors).map((person, i) =>
    i === 0 ? list.first(person) : (list.rest ?? list.first)(person),
  );
  const names = said.map(({ family, given }) => `${family}, ${given}`);
  const texts = said.map(({ text }) => text);
  if (cut) return { text: `${texts.join(list.between)}${list.others ?? ' et al.'}`, names };
  const last = texts.pop() ?? '';
  if (!texts.length) return { text: last, names };
  const joint = texts.length === 1 ? list.lastOfTwo : list.last;
  return { text: `${texts.join(list.between)}${joint}${last}`, names };
}
