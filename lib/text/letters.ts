/**
 * Letters without Unicode tables. A pattern with `\p{Lu}` costs a browser milliseconds to build, once for every
 * place it stands in, and a page's first reading builds them all. So text is mapped first, one unit for one, so
 * that offsets stay: every letter beyond ASCII becomes one of three stand-ins, and patterns name these.
 */

/** For a pattern's brackets: capitals, small letters, letters of any kind. */
export const UPPER = 'A-ZÀ';
export const LOWER = 'a-zàα-ωµ';
export const LETTER = `${UPPER}${LOWER}ª`;

const BEYOND = /[^ -~\sα-ωµ]/;
const EACH_BEYOND = /[\ud800-\udbff][\udc00-\udfff]|[^ -~\sα-ωµ]/g;
/** What each character met so far becomes. */
const known = new Map<string, string>();

function standIn(char: string): string {
  let found = known.get(char);
  if (found === undefined) {
    const one = /\p{Lu}/u.test(char)
      ? 'À'
      : /\p{Ll}/u.test(char)
        ? 'à'
        : /\p{L}/u.test(char)
          ? 'ª'
          : '';
    found = one ? one.repeat(char.length) : char;
    if (known.size > 5_000) known.clear();
    known.set(char, found);
  }
  return found;
}

/** `text` with stand-ins: "À" for capitals beyond ASCII, "à" for small letters, "ª" for letters without case. */
export function plainLetters(text: string): string {
  return BEYOND.test(text) ? text.replace(EACH_BEYOND, standIn) : text;
}
