/** What is printed in the place of an author, or of a publisher, and is not a person: organisations, groups. */
import { LOWER, plainLetters, UPPER } from '../letters';
import { COLLECTIVE } from '../organisations';

/** Words of organisations beside those of `COLLECTIVE`; in running text they are mere words. */
const BODY = new RegExp(
  `\\b(?:${String.raw`
  cent(?:er|re)s bank commission bureau nations union administration service college academy board panel
  trust company corporation corp inc ltd gmbh parliament court congress collab authority
  survey laborator\w+ hospital federal government who oecd unesco undp eu minist[eè]r\w*
  république república conseil consejo comité universit[éàä]\w* universidad\w* institut[oe]?
  gouvernement secretaría asociación verband bundes\w+ gesellschaft commonwealth
`
    .trim()
    .split(/\s+/)
    .join('|')})\\b`,
  'i',
);

export const isOrganisation = (text: string) => COLLECTIVE.test(text) || BODY.test(text);

/** The name of an organisation, which ends at `end`; or the place where the people who speak for it begin. */
export type Organisation = { other: string; end: number } | { people: number; bracketed: boolean };

/** A name is looked for in so many characters. */
const LONGEST = 200;
const DATE_NEXT =
  /^[.,:;]? ?[([]?(?:[A-Za-zÀà.]{3,9}\.?,? )?(?:(?:1[5-9]|20)\d\d[a-z]?\b|n\. ?d\.|in press|forthcoming)/i;
const OPENING = new RegExp(`^[${UPPER}ª]`);
const CAPITAL = new RegExp(`^[${UPPER}]`);
const SMALL = new RegExp(`[${LOWER}]`);
/** "ATLAS Collab. (G. Aad et al.), Phys. Lett. B 716" */
const GROUPED = /^[^.,;:()]{2,60}?\bcollab\w*\.? ?\((?=[^()]{4,80}\))/i;
const PARTED = /[.,:;] |\. ?(?=\()| (?=\(|(?:1[5-9]|20)\d\d[a-z]?[,. ])|\.$/g;
/** So many words a name of an organisation has: at most where a date follows it, and where none does. */
const MOST_DATED = 16;
const MOST_UNDATED = 10;

/** Words in small letters that are neither short nor an organisation's. */
const smallWords = (name: string) =>
  name
    .split(' ')
    .filter(
      (word) =>
        word.length > 3 &&
        !COLLECTIVE.test(word) &&
        !CAPITAL.test(plainLetters(word)) &&
        SMALL.test(word),
    ).length;

/**
 * What is printed in the place of authors and is not a person: up to the date, or up to the first full stop.
 * @param speaksAt whether a person whose initials come first is printed at a place
 */
export function organisationAt(
  text: string,
  letters: string,
  start: number,
  speaksAt: (at: number) => boolean,
): Organisation | null {
  const opening = letters.slice(start, start + LONGEST);
  if (!OPENING.test(opening)) return null;
  const [grouped] = GROUPED.exec(opening) ?? [];
  if (grouped) return { people: start + grouped.length, bracketed: true };
  let first = true;
  for (const mark of opening.matchAll(PARTED)) {
    const name = text.slice(start, start + mark.index).trim();
    if (name.length < 2) continue;
    const named = isOrganisation(name) || /^[A-Z]{2,8}$/.test(name);
    const after = opening.slice(mark.index);
    // "Royal College of Nursing 2013, ": a mere blank parts an organisation alone from its date.
    if (!named && /^ \d/.test(after)) continue;
    const comma = mark[0].startsWith(',');
    // "Oncogene (2002) 21, 4137" is a journal.
    const date = DATE_NEXT.exec(after);
    const dated =
      date !== null &&
      (first || !comma) &&
      !/\d$/.test(name) &&
      !/^[\])a-z]*[,;]? ?\d/.test(after.slice(date[0].length));
    const words = name.split(' ').length;
    const small = smallWords(name);
    const whole = named ? words < MOST_DATED : small === 0 || mark[0] === ' ';
    if (dated && whole) return { other: name, end: start + mark.index };
    if (
      named &&
      words < MOST_UNDATED &&
      small === 0 &&
      /^[.:,] /.test(mark[0]) &&
      (!comma || !name.includes(','))
    ) {
      // "ATLAS collaboration, P. Berta, ...": the person speaks for it.
      const at = start + mark.index + 2;
      if (comma && speaksAt(at)) return { people: at, bracketed: false };
      return { other: name, end: start + mark.index };
    }
    first = false;
    if (/^[.:]/.test(mark[0]) && !/\b\w\.$/.test(opening.slice(0, mark.index + 1))) break;
  }
  return null;
}
