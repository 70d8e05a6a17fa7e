/** The words and initials of which names are made, and where each ends. */
import { isLetter, LETTER, LOWER, UPPER } from '../letters';
import { EDITOR, GENRE, SMALL_WORDS } from './vocabulary';

const PARTICLES =
  "[Vv][ao]n|[Vv]om|[Dd]e[rnls]?|[Dd]ell[ao']|[Dd]i|[Dd][aou]|[Dd][oa]s|[Ll][aeo]|[Ee]l|[Aa]l|[Tt]e[rn]?|[Ss]t\\.?|[Zz]u[rm]?|[Ii]bn|[Bb]in|[Bb]en|'t|[Oo]p|[Aa]v|[Aa]f|y|d['’]|[Ll]['’]|V[AO]N|DE[RNL]?|TE[RN]|ZUR?";
export const PARTICLE = new RegExp(`(?:(?:${PARTICLES})(?: |-|(?<=['’]))){1,3}`, 'y');
// Each is asked for at its place and again for each word: a pattern that repeats another is slow to build.
/** "KrutzÃ©n": the second half of a letter beyond ASCII that was decoded as two; no letter, quote or separator. */
const TORN =
  '[\\u0080-\\u009f\\u00a1-\\u00a9\\u00ac-\\u00b4\\u00b6\\u00b8-\\u00ba\\u00bc-\\u00bf]?';
export const NAME = new RegExp(
  `(?:[dDOLl]['’‘])?[${UPPER}]${TORN}(?:['’‐-]*[${LETTER}]${TORN})+`,
  'y',
);
export const CAPITAL_POINT = new RegExp(
  `(?:(?:Md|Dr|Mr|Yu|Ya|Ju|Ch|Th|Ph|St|Zh|Sh|Chr|Wm|Fr|Jr|À[à]|[${UPPER}]{1,2}(?:\\.?-[${LOWER}])?|(?<=\\. ?)[${LOWER}](?=\\. ))\\.(?: ?- ?| )?){1,5}`,
  'y',
);
export const CAPITALS = new RegExp(
  `[${UPPER}](?:[ ‐-]?[${UPPER}]){0,3}(?:-[${LOWER}])?(?![${LETTER}’'])`,
  'y',
);
export const SUFFIX = /,? ?(?:Jn?r|Sn?r|II|III|IV|(?:2nd|3r?d)(?! ?[Ee]d))(?:\.|(?![A-Za-z]))/y;
/** A particle behind the given names: "Park, R. de". */
export const TRAILING =
  / (?:van|von|de|der|den|da|du|di|dos|das|do|d['’])(?: (?:der|den|la|le))?(?=[,;:. (]| and| &)| v\.|, (?:van|von|de|der|den)(?: (?:der|den|la))?(?= \(?\d{4}|[.;,])/y;
/** What can follow a whole name. */
const END =
  / ?(?:[,.;:()[\]/&“"‘«¦–—]|$|-\s)| (?:and|AND|et|etal|und|y|e|og|och|i|a|à|'|eds?\.|\d{4})(?![a-zà])|(?= [^ -~A-Za-zÀàª])/y;
/** Where `pattern` (sticky) ends when it matches at `at`; -1 when it does not. */
export function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Does `pattern` (sticky) match at `at`? */
export const isAt = (pattern: RegExp, text: string, at: number): boolean =>
  matchAt(pattern, text, at) >= 0;

/** Also before "Jr. et al.". */
export const isEnd = (letters: string, at: number) =>
  isAt(END, letters, at) || isAt(SUFFIX, letters, at);

const APOSTROPHE = 39;

/** Where one word of a name ends, its particles before it; -1 when there is none, or it is not a name. */
export function word(letters: string, text: string, at: number): number {
  if (text !== asked.text || letters !== asked.letters)
    asked = { text, letters, ends: new Map<number, number>() };
  let end = asked.ends.get(at);
  if (end === undefined) {
    end = endOfWord(letters, text, at);
    asked.ends.set(at, end);
  }
  return end;
}

/** Each form of a name asks for the same words: what is known of the last text. */
let asked = { text: '', letters: '', ends: new Map<number, number>() };

function endOfWord(letters: string, text: string, at: number): number {
  const code = letters.charCodeAt(at);
  // "'t Hooft"
  if (!isLetter(code) && code !== APOSTROPHE) return -1;
  const behind = Math.max(at, matchAt(PARTICLE, letters, at));
  // "Du QS": what else is a particle is the name itself before initials.
  const from = INITIALS_NEXT.test(letters.slice(behind, behind + 5)) ? at : behind;
  const name = matchAt(NAME, letters, from);
  const to = from === at ? name : Math.max(name, matchAt(NAME, letters, at));
  if (to < 0) return -1;
  const said = text.slice(from, to).toLowerCase();
  // "Au V, ", "Das S.": what else is a small word is a name before initials.
  if (INITIALS_NEXT.test(letters.slice(to + 1, to + 6))) return to;
  // "Das, S.; An, T."
  if (COMMA_INITIALS.test(letters.slice(to, to + 4))) return to;
  if (SMALL_WORDS.has(said) && !/^(?:de|di|da|du|le|la|el|van|von|al|per)$/.test(said)) return -1;
  return NEVER.has(said) ? -1 : to;
}

const COMMA_INITIALS = new RegExp(`^, [${UPPER}]\\.`);
const INITIALS_NEXT = new RegExp(`^[${UPPER}]{1,3}[,.]`);

/** Words that begin titles and never names. */
const NOT_NAMES = new Set(
  'the a an this on in of from for how what why when where is are who towards toward some its our new with without can does do and or under between das der die ein eine les des une il gli el los las un una uno über zur zum'.split(
    ' ',
  ),
);

const NEVER = new Set([...NOT_NAMES, ...GENRE, ...EDITOR]);

/** The ends of the words of a name that begin at `at`, nearest first. */
export function words(letters: string, text: string, at: number, most: number): number[] {
  const ends: number[] = [];
  for (let place = at; ends.length < most; ) {
    const end = word(letters, text, place);
    if (end < 0) break;
    ends.push(end);
    place = end + 1;
  }
  return ends;
}

/** Initials at `at`: where they end, a blank behind them left out; -1 when there are none. */
export function initials(letters: string, at: number): number {
  const pointed = matchAt(CAPITAL_POINT, letters, at);
  if (pointed > 0) {
    // "J.-P", "S. A": the last may have no point.
    const last = matchAt(CAPITALS, letters, pointed);
    const apart =
      letters[pointed - 1] === ' ' && !/^(?:[,;:]| \d{4})/.test(letters.slice(last, last + 5));
    if (last > 0 && last - pointed < 3 && !apart) return last;
    return letters[pointed - 1] === ' ' ? pointed - 1 : pointed;
  }
  const bare = matchAt(CAPITALS, letters, at);
  return letters[bare] === '.' && /[,;]/.test(letters.charAt(bare + 1)) ? bare + 1 : bare;
}
