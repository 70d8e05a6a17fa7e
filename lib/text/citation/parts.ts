/** The parts between a citation's marks, and which of them cannot belong to a title or to a journal's name. */
import { isDigit, LETTER, LOWER, UPPER } from '../letters';
import { WALL } from './identifiers';
import { isAt, matchAt } from './name-words';
import { FLAGS, has, type PartKind, type Word, type Words } from './tokens';

export type Mark = '.' | '?' | ',' | ';' | ':' | '(' | '–' | '/' | 'date' | 'run' | 'place' | 'end';

/** A place where a part can end: the mark is at `at`, the next part begins at `next`. */
export interface Break {
  mark: Mark;
  at: number;
  next: number;
  /** The word before the point is an initial or a short form: the point may be its own. */
  short: boolean;
}

const MOST_BREAKS = 40;
const NO_END = new Set(
  'vol vols no nos nr ed eds vs cf st dr mr mrs ms jr sr fig figs eq e.g i.e p pp ch chap sp spp var subsp ca approx u.s dept inc ltd corp al op cit hg hrsg v n'.split(
    ' ',
  ),
);
/** Words of journals' names that are not abbreviations: a full stop after them ends a sentence. */
const WHOLE = new Set(
  'control theory class mark part robot actuators planet care psychiatry signal mineral indian transplant interact'.split(
    ' ',
  ),
);
const IN =
  /(?:\bIn|\bin|\bEn|\bDans|\bdans|В кн\.|\bIN)(?=:? ?[“"«‘'„]|: ?| (?:[A-ZÀ]|\d+(?:st|nd|rd|th)\b|the Proc|proc))/gu;

/** A word, with the points in it, at the end of so much text as the longest of `NO_END` takes. */
const WORD_LAST = new RegExp(`(?<![${LETTER}.])[${LETTER}.]*$`);
const LONGEST_SHORT = 14;
/** A small letter, blanks and closing quotes before it. */
const SMALL_NEXT = new RegExp(`[ "”»’']*[${LOWER}]`, 'y');

/** The break at the full stop at `at`; null where it ends nothing. */
function pointAt(words: Words, at: number, from: number, to: number): Break | null {
  const { text, letters } = words;
  const [before = ''] = WORD_LAST.exec(letters.slice(Math.max(from, at - LONGEST_SHORT), at)) ?? [];
  if (NO_END.has(before.toLowerCase())) return null;
  if (isAt(SMALL_NEXT, letters, at + 1) && !/^ arxiv/i.test(text.slice(at + 1))) return null;
  const word = words.before(at);
  const next = skip(text, at + 1);
  // A number at the very end does not end a sentence.
  const number = next >= to && isDigit(letters.charCodeAt(at - 1));
  const short =
    before.length === 1 ||
    number ||
    (has(word, FLAGS.short | FLAGS.initial) && !WHOLE.has(word?.text ?? ''));
  return { mark: '.', at, next, short };
}

/** The breaks of a stretch of text, in order. */
export function breaksOf(words: Words, from: number, to: number): Break[] {
  const { text } = words;
  const out: Break[] = [];
  const add = (mark: Mark, at: number, next: number) => out.push({ mark, at, next, short: false });
  for (let i = from; i < to && out.length < MOST_BREAKS; i++) {
    const char = text[i];
    const after = text.charAt(i + 1);
    const blank = after === ' ' || i + 1 >= to;
    switch (char) {
      case '.': {
        const one = blank || /["”»’',]/.test(after) ? pointAt(words, i, from, to) : null;
        if (one) out.push(one);
        break;
      }
      case '?':
      case '!':
        if (blank || /["”»’']/.test(after)) add('?', i + 1, skip(text, i + 1));
        break;
      case ',':
      case ';':
      case ':':
        if (blank) add(char, i, skip(text, i + 1));
        break;
      case '(':
      case '[': {
        const close = closing(text, i, to);
        // "[J]": the kind of a work in Chinese print.
        add('(', i, close > i && close - i < 5 ? skip(text, close) : i + 1);
        i = Math.max(i, close);
        break;
      }
      case '–':
      case '—':
      case '-':
        if (blank && text[i - 1] === ' ') add('–', i - 1, skip(text, i + 1));
        break;
      case '/': {
        const twice = after === '/';
        if (twice || (blank && text[i - 1] === ' ')) add('/', i, skip(text, i + (twice ? 2 : 1)));
        break;
      }
      case WALL:
        add('end', i, i + 1);
        break;
    }
  }
  return out;
}

/** Where the bracket that opens at `at` closes; `at` where it does not. */
export function closing(text: string, at: number, to: number): number {
  let depth = 0;
  for (let i = at; i < to; i++) {
    const char = text[i];
    if (char === '(' || char === '[') depth++;
    else if ((char === ')' || char === ']') && --depth === 0) return i;
  }
  return at;
}

const PARTS = /[\s.,;:–—)\]”"»’'·|]/;

/** The place after blanks and the marks that can separate two parts. */
export function skip(text: string, at: number): number {
  let i = at;
  for (; i < text.length; i++) {
    if (!PARTS.test(text[i] as string)) break;
    // An apostrophe that opens a word is a quote.
    if (
      /['"]/.test(text[i] as string) &&
      /[\p{L}\d]/u.test(text.charAt(i + 1)) &&
      (i === 0 || text[i - 1] === ' ')
    )
      break;
    // »Titel«
    if (
      text[i] === '»' &&
      /[\p{L}\d]/u.test(text.charAt(i + 1)) &&
      (i === 0 || text[i - 1] === ' ')
    )
      break;
    if (text[i] === '’' && /\p{L}/u.test(text.charAt(i + 1)) && text[i - 1] === ' ') break;
  }
  return i;
}

/** "Care. Pages 45-67 in Wards of the north": the pages come before the book. */
const PAGES_BEFORE =
  /(?<=^|[.?!”"’] )(?:pp?\.|pages) ?[\divxl]{1,7}(?: ?[-–—] ?[\divxl]{1,7})?,? $/i;
/** So long are they at most. */
export const LONGEST_PAGES = 26;

/** Where a work is said to be in another: "In: ", ", in Proceedings", "// ". */
export function insOf(text: string, from: number, to: number): { at: number; next: number }[] {
  const out: { at: number; next: number }[] = [];
  IN.lastIndex = from;
  for (const found of text.slice(0, to).matchAll(IN)) {
    if (found.index < from) continue;
    const before = text.slice(Math.max(0, found.index - 3), found.index);
    const pages = PAGES_BEFORE.exec(
      text.slice(Math.max(from, found.index - LONGEST_PAGES), found.index),
    );
    const colon = text[found.index + found[0].length] === ':';
    if (
      pages ||
      found.index === from ||
      /[.,;:?!”"’'»)\]]\s*$/.test(before) ||
      (colon && /\s$/.test(before)) ||
      (/[\p{Ll}\d] $/u.test(before) &&
        /^In (?:Proc|Advances|[“"]|\d)/.test(text.slice(found.index, found.index + 14)))
    )
      out.push({
        at: found.index - (pages?.[0].length ?? 0),
        next: skip(text, found.index + found[0].length),
      });
  }
  return out;
}

const EDITION =
  /(?:(?:\d{1,2} ?(?:st|nd|rd|th|\.|e|ème|ª|º|-?ое|-?ье)?|first|second|third|fourth|fifth|rev(?:ised)?\.?|new|2nde|deuxième) ?(?:rev\.? )?(?:ed\b|edn\b|edition|édition|éd\b|aufl|auflage|edición|изд)|\d{1,2} vols?\b|(?:[2-9]|two|three) volumes)/iy;
/** Who made a book ready; "Trans. R. Soc." are a society's. */
const EDITED = new RegExp(
  `(?:${[
    'edited',
    String.raw`eds?\.?`,
    'translated',
    String.raw`trans\.?(?! (?:[A-Z][a-z]{1,8}|R|I)\. [A-Z])`,
    String.raw`transl\.?`,
    String.raw`hrsg\.?|hg\.?|herausgegeben`,
    String.raw`éd\.|trad\.?|traduit|traducción`,
    String.raw`dir\.|a cura`,
    String.raw`intro(?:d\.|duction)`,
    String.raw`übers\.?`,
    String.raw`под ред|red\.|ред\.`,
  ].join(
    '|',
  )}) (?:by |by\\. |v\\.|von |par |de |por |di |and )?(?=[A-ZÀa-z])|under the direction|sous la (?:dir|coord)`,
  'iy',
);
const GENRES = new RegExp(
  `(?:${[
    'unpublished',
    String.raw`un?publ\.`,
    String.raw`ph\.? ?d\.?\b`,
    'doctoral',
    'doctorat',
    "master[’']?s?",
    String.raw`m\.?sc\b`,
    String.raw`m\.a\. `,
    'thesis',
    'thèse',
    'dissertation',
    String.raw`diss\.`,
    'tesis',
    'tesi ',
    'habilitation',
    'technical (?:report|memo)',
    String.raw`tech\.? ?rep`,
    'research report',
    'working paper',
    'discussion paper',
    'report no',
    '(?:paper|poster|talk) (?:presented|at)',
    'presented at',
    '(?:plenary|invited) talk',
    'presentation at',
    '(?:personal|private) communication',
    'manuscript',
    'mémoire (?:d|en )',
    'in press',
    '(?:work )?in prep',
    'submitted',
    'soumis',
    '[àa] paraître',
    'to appear',
    'forthcoming',
    'accepted',
    'preprint',
    'arxiv (?:preprint|e-?print)',
    'internal (?:report|document|note)',
    '[A-Z]{2,8} (?:technical|internal|research) (?:note|report|document|memo)',
    'presentation to',
    '(?:news|press) release',
    String.raw`ch(?:apters?|\.) \d`,
    String.raw`ms\b`,
    'available',
    'retrieved',
    '(?:special|theme) issue',
    String.raw`ed\. orig`,
    'reprint',
    String.raw`repr\.`,
    String.raw`rist\.`,
  ].join('|')})`,
  'iy',
);
/** "CMS-PAS-HIN-16-006", "EPA/600/8-85/002": the number of a report. */
const REPORT =
  /(?:(?:Internal |Technical )?(?:Report|Note|Doc(?:ument)?)\.? )?[A-Z]{2,10}(?: ?[-/] ?[A-Z\d]{1,12}){0,5} ?[-/] ?\d[\w/-]*(?<=\d{3}|[-/]\d+[-/]\w+|[A-Z]-[A-Z]{2,8}-\d+)(?=[.,;)¦[(]|$| [¦[(])/y;
const PLACE_AND = new RegExp(
  `([${UPPER}][${LETTER}'’-]{1,20}(?:[ /-](?:[${UPPER}][${LETTER}-]{0,20}|of|upon|sur|am|and|&|et)){0,3}(?:, ?[${UPPER}][${LETTER}.]{1,14}(?: [${UPPER}][${LETTER}.]{1,12})?| \\([${UPPER}]{2}\\))?) ?: ?(?=[${UPPER}])`,
  'y',
);
const YEAR_SOON = /^[^¦]{0,4}?(?:[,;.]? ?[([]?(?:19|20|1[5-8])\d\d|$|¦|[.;)]*$)/;

/** What the words at a place say by themselves. Each place is asked about for each break before it. */
function openingKind({ text, openings }: Words, from: number): PartKind | null {
  let kind = openings.get(from);
  if (kind === undefined) {
    kind = isAt(EDITION, text, from)
      ? 'edition'
      : isAt(EDITED, text, from)
        ? 'editors'
        : isAt(GENRES, text, from) || isAt(REPORT, text, from)
          ? 'genre'
          : null;
    openings.set(from, kind);
  }
  return kind;
}

/** What the part from `from` on opens with, if it is none of title and container. */
export function kindAt(words: Words, from: number, to: number, limit: number): PartKind {
  const opening = openingKind(words, from);
  if (opening) return opening;
  const first = words.at(from);
  if (!first || first.from >= to) return 'number';
  return isPublisher(words, from, to, first) || isPlaceAnd(words, from, limit, words.letters)
    ? 'publisher'
    : 'text';
}

/** "Oxford University Press", "Springer", "New York" as a whole part. */
function isPublisher(words: Words, from: number, to: number, first: Word): boolean {
  const many = words.many(from, to);
  if (many > 8 || !(first.flags & (FLAGS.capital | FLAGS.digit))) return false;
  const capital = words.count(FLAGS.capital, from, to);
  const plain = many - capital - words.count(FLAGS.stop, from, to);
  if (plain > 0 || words.count(FLAGS.serial, from, to) > words.count(FLAGS.publisher, from, to))
    return false;
  if (words.count(FLAGS.publisher, from, to) > 0) return true;
  const places = words.count(FLAGS.place, from, to);
  return Boolean(first.flags & FLAGS.place) && places * 2 >= many;
}

/** "Carbondale: Southern Illinois UP, 1965": a short part in capitals on either side of a colon, and then the year. */
function isPlaceAnd(words: Words, from: number, limit: number, letters: string): boolean {
  const colon = matchAt(PLACE_AND, letters, from);
  if (colon < 0) return false;
  if (has(words.at(from), FLAGS.place)) return true;
  const rest = letters.slice(colon, colon + 90);
  const end = rest.search(/(?:[,;)(¦]|(?<!\b[A-Z])\.) |\(|$/);
  const small =
    words.many(colon, colon + end) -
    words.count(FLAGS.capital, colon, colon + end) -
    words.count(FLAGS.stop, colon, colon + end);
  if (small > 0 || words.many(colon, colon + end) > 7) return false;
  return YEAR_SOON.test(rest.slice(end)) || colon + end >= limit;
}
