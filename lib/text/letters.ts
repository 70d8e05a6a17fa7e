/**
 * Letters without Unicode tables. A pattern with `\p{Lu}` costs a browser milliseconds to build, once for every
 * place it stands in, and a page's first reading builds them all. So text is mapped first, one unit for one, so
 * that offsets stay: every letter beyond ASCII becomes one of three stand-ins, and patterns name these.
 */

/** For a pattern's brackets: capitals, small letters, letters of any kind. */
export const UPPER = 'A-ZÀ';
export const LOWER = 'a-zàα-ωµ';
export const LETTER = `${UPPER}${LOWER}ª`;

/** The same classes by code, for who goes through a text unit by unit: one look in a table for each. */
const IS_UPPER = 1;
const IS_LOWER = 2;
const IS_OTHER = 4;
const IS_DIGIT = 8;
const CLASSES = /* @__PURE__ */ (() => {
  const classes = new Uint8Array(0x400);
  const put = (from: number, to: number, kind: number) => classes.fill(kind, from, to + 1);
  put(65, 90, IS_UPPER);
  put(0xc0, 0xc0, IS_UPPER);
  put(97, 122, IS_LOWER);
  put(0xe0, 0xe0, IS_LOWER);
  put(0xb5, 0xb5, IS_LOWER);
  put(0x3b1, 0x3c9, IS_LOWER);
  put(0xaa, 0xaa, IS_OTHER);
  put(48, 57, IS_DIGIT);
  return classes;
})();
const classOf = (code: number): number => (code < 0x400 ? (CLASSES[code] as number) : 0);

export const isUpper = (code: number): boolean => classOf(code) === IS_UPPER;
export const isLower = (code: number): boolean => classOf(code) === IS_LOWER;
export const isDigit = (code: number): boolean => classOf(code) === IS_DIGIT;
export const isLetter = (code: number): boolean => (classOf(code) & ~IS_DIGIT) !== 0;
export const isLetterOrDigit = (code: number): boolean => classOf(code) !== 0;

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
