/** What is a title's at its edge: the place it is about behind "in", the years it is about behind a comma. */
import { readAuthors } from './authors';
import { isStrong } from './name-list';
import type { Numbers } from './numbers';
import { isOrganisation } from './organisation';
import { breaksOf } from './parts';
import type { Words } from './tokens';
import { type Span, serials } from './weigh';

const BOOK_NEXT =
  /^(?:the )?[“"«‘]|^(?:the )?(?:\d+\w\w )?(?:Proc|Advances|Lecture|Handbook|Encyclop)|\b(?:eds?|editors?|hrsg|edited)\b/i;

/** Whether ", in Alaska." goes on the title: a journal with its numbers follows, or mere brackets come before. */
export function isOfTitle(
  words: Words,
  { at, next }: { at: number; next: number },
  limit: number,
  main: Numbers | undefined,
): boolean {
  const { text } = words;
  if (BOOK_NEXT.test(text.slice(next, next + 90))) return false;
  if (/[)’'”] $/.test(text.slice(0, at))) return true;
  return (
    main?.rank === 3 &&
    !main.named &&
    breaksOf(words, next, limit).some((one) => serials(words, one.next, limit) > 0)
  );
}

const IN_TITLE =
  /^In (?:search|memoriam|situ|vitro|vivo|silico|utero|defen[cs]e|praise|pursuit|quest|memory|hono(?:u?r)|orbit|the (?:shadow|name|wake|beginning|eye|light|footsteps)|our|my|their)\b/i;

/** "In Search of Lost Nurses", "In Orbit Calibration, Journal of Sensing, 27": "In" is a title's first word. */
export const opensWithIn = (text: string, start: number) =>
  IN_TITLE.test(text.slice(start, start + 30));

const YEARS = /^[,:]? (?:ca?\. ?)?(?:1\d|20)?\d\d ?[-–] ?(?:1\d|20)?\d\d(?=[.,]? ?[(.,]|$)/;

/** A title with the years that it is about: "…, 1930–1931 (New York". */
export function withYears(text: string, { from, to }: Span): Span {
  return { from, to: to + (YEARS.exec(text.slice(to, to + 20))?.[0].length ?? 0) };
}

/** A statement of who made a work is looked for in so many characters behind its slash. */
const STATEMENT_REACH = 160;

/** "Falls at night / E. Holm, K. Berg", "Night care / National Board of Wards": a title without who made it. */
export function withoutStatement(text: string, title: Span): Span {
  const at = text.indexOf(' / ', title.from);
  if (at < 0 || at >= title.to) return title;
  const { people, other } = readAuthors(text.slice(at + 3, at + STATEMENT_REACH));
  const [first] = people;
  const named = first ? isStrong(first.form) : other !== undefined && isOrganisation(other);
  return named ? { from: title.from, to: at } : title;
}

/** "J. Holm // Care Journal": a container without what is before its slashes. */
export function pastSlashes(text: string, container: Span): Span {
  const at = text.indexOf('// ', container.from);
  return at > 0 && at + 3 < container.to ? { from: at + 3, to: container.to } : container;
}

/** "(7th ed.)", "(pp. 6-9)", "[J]": what a bracket at a title's end tells about the book or the pages. */
const BRACKET_LAST =
  / ?[([](?:(?:\d+(?:st|nd|rd|th)|\d+\.|rev(?:ised)?\.?|second|third|new) ?(?:ed|edn|edition|aufl|auflage)\.?|pp?\. ?\d+ ?[-–] ?\d+|internet|[JMDCN]|nos?\. [A-Z]{2,8}[\w/-]*\d)[)\]]$/i;

/** ". (2003, June": a date's bracket, which closes behind what is left. */
const OPEN_DATE = /[.?!]? ?\((?:1[5-9]|20)\d\d(?:[^()]*|, [^()]+\))$/;

/** A title without the bracket of its edition, its pages or its kind. */
export function withoutBracket(text: string, title: Span): Span {
  const said = text.slice(title.from, title.to);
  const bracket = BRACKET_LAST.exec(said) ?? OPEN_DATE.exec(said);
  return bracket && bracket.index > 0
    ? { from: title.from, to: title.from + bracket.index }
    : title;
}
