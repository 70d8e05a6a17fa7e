/**
 * Names that no form of print covers, in a list whose other names are read: scans break words, authors have one name,
 * groups sign with people. They are known by what surrounds them: more names, the date, or a title in quotes.
 */
import { LETTER, plainLetters, UPPER } from '../letters';
import { COLLECTIVE } from '../organisations';
import { isStrong } from './name-list';
import { isAt, matchAt } from './name-words';
import { type Person, personAt } from './person';
import { SERIAL, SHORT, SMALL_WORDS } from './vocabulary';

/** The date or the title's quote is looked for in so many characters behind the last name. */
const REACH = 300;
/** A group's name is so long at most. */
const LONGEST_GROUP = 200;

const SEPARATOR = /[,;]+ ?(?:(?:and|&|et|und|y|e) )?| (?:and|&|et|und|y) /y;
const NEXT_SEPARATOR = /(?<![,;])[,;]+ (?:(?:and|&|et|und|y) ?)?| (?:and|&|et|und|y) |(?= et ?al)/g;
const NO_NAME = new RegExp(`[\\d"“”«»()[\\]?!:]|\\. [${LETTER}]{3}`);
const NEXT_MARK = /[,;. ]\(?(?:19|20)\d\d[a-z]?[),.:]|,? et ?al\b|[,.:;] [“"«»‘'](?=[^,.])/;
const JOINING = new Set(
  'and et al de van vander von der den la etal & e y a und dan du le di da do dos del della ten ter el'.split(
    ' ',
  ),
);
const MORE = /,? ?(?:et\.? ?al\b\.?|and others\b)/y;
/** What a date that ends the authors has behind it: a title in a sentence's print. */
const TITLE_NEXT = /^[).,: ]*[“"«]?[A-ZÀ¿¡ª](?=[^.:?!]{20})(?:[^.:?!]* [a-zà]{4}){2}/;
/** One in so many words of a list of names may be broken: "Macci o", "K. B€rk". */
const BROKEN = 4;
/** An open bracket, a year, a colon, or a sentence's end within what would be names. */
const NOT_A_LIST = /\([^()]{0,300}$|\d{4}|: |\p{Ll}{3}\. \p{Lu}\p{Ll}/u;
const JOINER = /(?:^| )(?:and|&|et|und|y|dan|a) /;
const CAPITAL = new RegExp(`^[${UPPER}]`);
const INITIALS = /^\p{Lu}{1,3}$/u;

/** Whether words are names' by their print: in capitals, and none of a journal's name. */
const areNames = (words: readonly string[]) =>
  words.every((word) => {
    const small = word.toLowerCase();
    return (
      JOINING.has(small) ||
      (CAPITAL.test(plainLetters(word)) &&
        !SERIAL.has(small) &&
        (INITIALS.test(word) || !SHORT.has(small)))
    );
  });

/**
 * The one name behind `end` that is not read, where a name in the list's form follows it.
 * @returns the name, and where the next one begins
 */
export function pastUnread(
  text: string,
  letters: string,
  end: number,
  first: Person,
): { person: Person; next: number } | null {
  if (!isStrong(first.form)) return null;
  const from = matchAt(SEPARATOR, letters, end);
  if (from < 0) return null;
  NEXT_SEPARATOR.lastIndex = from + 1;
  // "Urrutia-Fucugauchi, ", "BrÃ¤uer R, ", "Sayed, ": the first mark ends a name, or the second.
  for (let tries = 0; tries < 2; tries++) {
    const mark = NEXT_SEPARATOR.exec(letters);
    if (!mark) return null;
    const name = text.slice(from, mark.index);
    const words = name.split(/[ ,]+/);
    if (
      NO_NAME.test(letters.slice(from, mark.index)) ||
      !areNames(words) ||
      words.every((word) => JOINING.has(word))
    )
      return null;
    const next = mark.index + mark[0].length;
    const person: Person = { form: 'unread', family: name, given: '', from, to: mark.index };
    if (isAt(MORE, text, mark.index)) return { person, next: mark.index };
    const more = personAt(letters, text, next, first);
    if (
      more &&
      more.form === first.form &&
      /^(?:[,;:.]| and | & | et | \()/.test(letters.slice(more.to, more.to + 5))
    )
      return { person, next };
  }
  return null;
}

/** "2016, MNRAS, 459, 467": a journal and its volume behind the date. */
const JOURNAL_NEXT =
  /^[).,: ]*(?!Vol|No|Nr|Band|Heft|Iss|Seite|Pages|Art|[A-Z]\.? ?\d)[A-ZÀ][A-Za-zÀà&.]{1,14}(?: [A-ZÀ][A-Za-z.&]{0,14}){0,4},? ?\d/;

/** Whether most words are names' by their print, and the rest may be pieces of names. */
function areMostlyNames(words: readonly string[]): boolean {
  const broken = words.filter((word) => !areNames([word]));
  return (
    broken.length * BROKEN <= words.length &&
    broken.every((word) => !SMALL_WORDS.has(word.toLowerCase()))
  );
}

/**
 * Names that are not in print as names are ("JenkinsA., Neto A.F., 2008,") end where the date, or a title in quotes,
 * begins.
 */
export function upToMark(text: string, letters: string, end: number): number {
  const opening = letters.slice(end, end + REACH);
  if (!/^[,;& ]/.test(opening)) return end;
  const mark = NEXT_MARK.exec(opening);
  if (!mark) return end;
  const between = text.slice(end, end + mark.index);
  const words = between.split(/[^\p{L}&]+/u).filter(Boolean);
  if (!words.length || NOT_A_LIST.test(between)) return end;
  const behind = end + mark.index + mark[0].length;
  const rest = letters.slice(behind, behind + REACH);
  const dated = /\d/.test(mark[0]) && (TITLE_NEXT.test(rest) || JOURNAL_NEXT.test(rest));
  if (!areNames(words) && !(dated && areMostlyNames(words))) return end;
  if (dated) return end + mark.index;
  const quoted = /[“"«»‘']/.test(mark[0]);
  const marked = /^[,;&]/.test(opening);
  const initials = words.some((word) => /^\p{Lu}$/u.test(word));
  const joined = JOINER.test(between);
  return (quoted && marked) || (initials && (marked || joined)) ? end + mark.index : end;
}

/** What groups that sign are called, and other organisations, or studies, are not. */
const SIGNS =
  /\b(?:Group|Force|Consortium|Investigators|Collaborators|Collaboration|Committee|Network)\b/;
const GROUP =
  /^[,;]? ?(?:(?:and|&|a|for|on behalf of|et) )?(?:the )?(?=[A-ZÀ])([^.:]{6,160}?)(?=[.:] |[.,]? ?\(?(?:19|20)\d\d)/;

/** Past a group that signs with the people before it: ", for the Canadian Lung Oncology Group." */
export function pastGroup(letters: string, end: number): number {
  if (!/^(?:[,;]| and | & | a | for | on )/.test(letters.slice(end, end + 5))) return end;
  const found = GROUP.exec(letters.slice(end, end + LONGEST_GROUP));
  const name = found?.[1];
  if (!name || !COLLECTIVE.test(name)) return end;
  const joined =
    /^[,;]? ?(?:and|&|for|on|a) |^;/.test(found[0]) ||
    // "Günthard, H.F., Swiss HIV Cohort Study, 2016."
    (/^[.,]? ?\(?(?:19|20)\d\d/.test(letters.slice(end + found[0].length)) && !/[,(]/.test(name)) ||
    // "Holm KA, Ward Nurses Study Group. Title"
    (/^, /.test(found[0]) &&
      letters.startsWith('. ', end + found[0].length) &&
      SIGNS.test(name) &&
      !/[,(;]/.test(name));
  const words = name.match(/\p{L}{4,}/gu) ?? [];
  return joined && words.every((word) => CAPITAL.test(plainLetters(word)))
    ? end + found[0].length
    : end;
}
