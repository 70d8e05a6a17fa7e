/** A container: the journal, the book or the proceedings that a work is in, where it begins and where it ends. */
import { type Authors, readAuthors } from './authors';
import { isStrong } from './name-list';
import type { Numbers } from './numbers';
import { isOrganisation } from './organisation';
import { kindAt } from './part-kinds';
import { type Break, breaksOf, closing, insOf, LONGEST_PAGES, skip } from './parts';
import { FLAGS, type Words } from './tokens';
import { isChain, type Span } from './weigh';

const OPENING: Record<string, string> = {
  '“': '”"“',
  '"': '"”',
  '«': '»',
  '»': '«',
  '„': '“”"',
  '‘': "’'",
  "'": "'’",
  '‚': '‘’',
  '『': '』',
  '「': '」',
  '《': '》',
  '‹': '›',
  '`': "'’`",
};

/** A title in quotes at `from`; null when there is none. */
export function quoted(text: string, from: number): Span | null {
  const open = text.charAt(from);
  const closers = OPENING[open];
  if (!closers) return null;
  const single = /['’‘`‚]/.test(open);
  let depth = 0;
  for (let i = from + 1; i < text.length; i++) {
    const char = text[i] as string;
    if (!single && char !== '"' && char === open) depth++;
    if (!closers.includes(char)) continue;
    const after = text.charAt(i + 1);
    // An apostrophe has a letter behind it; a plural's has no mark before it and a small letter after the blank.
    if (/[\p{L}\d]/u.test(after) && (single || !/[,.?!] ?$/.test(text.slice(i - 2, i)))) continue;
    if (
      single &&
      !/[.,?!…]/.test(text.charAt(i - 1)) &&
      /[\p{Ll}]/u.test(text.charAt(i + 2)) &&
      !/^ (?:in|dans)\b/.test(text.slice(i + 1, i + 7))
    )
      continue;
    if (depth > 0) {
      depth--;
      continue;
    }
    return { from: from + 1, to: i };
  }
  return null;
}

/** What a report's number or an organisation has before the title is so long at most. */
const LONGEST_LEAD = 80;
const OPENS_QUOTE = /[:,.)] ?[“"«„‘'](?=[^\s.,])/;
const CLOSED = /^[”"»’'“‘]?(?:[.,;:)]|$| ?[¦(\d]| [Ii]n\b| dans\b)/;

/**
 * Where a title in quotes begins after what is not a title: "3GPP TS 23.221: "Architectural requirements"".
 * @returns its quote's place; -1 where there is none
 */
export function quoteAhead(words: Words, start: number): number {
  const { text } = words;
  const found = OPENS_QUOTE.exec(text.slice(start, start + LONGEST_LEAD));
  if (!found) return -1;
  const at = start + found.index + found[0].length - 1;
  const span = quoted(text, at);
  if (!span) return -1;
  if (!CLOSED.test(text.slice(span.to, span.to + 6)) && !/[.,?!]/.test(text.charAt(span.to - 1)))
    return -1;
  const lead = text.slice(start, at);
  if (/^\([^()]*\)\W*$/.test(lead)) return at;
  const small = words.count(FLAGS.small, start, at) - words.count(FLAGS.stop, start, at);
  return small === 0 && (/\d/.test(lead) || isOrganisation(lead) || words.many(start, at) < 4)
    ? at
    : -1;
}

/** Cuts marks and blanks from both ends. */
export function trimmed(text: string, { from, to }: Span): Span {
  let [a, b] = [from, to];
  while (/[\s.,;:–—)\]”"“«»’‘'*|]/.test(text.charAt(a))) a++;
  while (b > a && /[\s,;:.–—([“"«‘”»*|]/.test(text.charAt(b - 1))) b--;
  return { from: a, to: b };
}

const MARKED =
  /^[^“"]{0,200}?[,(; ][([]?(?:eds?|edd|editors?|hrsg|hgg?|éds?|dirs?|coords?|coord|orgs?|a cura di|ред)\b\.?\)?[)\]]?[.,:;]*\s+(?=\S)/i;
const OF_BOOK = /\b(?:proc|journal|conference|symposium|lecture|handbook|advances|workshop)/i;
/** "Landscapes of Power, ed. Eva Holm", "Landscapes of power (eds Holm, E.": the names follow. */
const NAMED_NEXT = /[,(; ][([]?(?:[Ee]ds?|hrsg|hg)\.? $/;
/** "Landscapes of power (Eds.: E. Holm)", "(ed. E. Holm)": the bracket is open, the names are in it. */
const BRACKET_OPEN = /[([](?:eds?|edd|editors?|hrsg|hgg?)\.?:? $/i;
/** "Landscapes of power, ed. by E. Holm" */
const BY_NEXT = /^(?:by|von|v\.|par|por) /;
/** "Landscapes of power, ed. Eva Holm": who edits a book before its title has a comma behind the word, or none before. */
const COMMA_BEFORE = /, (?:[Ee]ds?|hrsg|hg)\.? $/;
/** "(Holm, Eva; Berg, Ola, eds): Landscapes of power" */
const EDITORS_BRACKET = /^\([^()]{3,160}[ ,](?:eds?|editors?|hrsg|hgg?)\.?\)[.:,]? /i;
/** Editors' names are looked for in so many characters. */
const EDITORS_REACH = 240;

/** "Landscapes of power, E. Holm, Ed.": whether editors and the word for them begin at a place. */
const editorsAt = (text: string, at: number): boolean =>
  readAuthors(text.slice(at, at + EDITORS_REACH)).editors;

/** Whether the words before "eds" are a book and its editors, not editors alone: "Landscapes of power, E. Holm, Ed. ", "Landscapes of power (E. Holm, ed.)". */
const isBookFirst = (marked: string): boolean =>
  [...marked.matchAll(/[,;] | \(/g)].some(({ index }) => editorsAt(marked, index + 2));

/** Whether the editors are named behind the word for them, and what is before it is the book. */
function isNamedNext(marked: string, after: string, people: Authors): boolean {
  if (BRACKET_OPEN.test(marked) || BY_NEXT.test(after)) return true;
  const [first] = people.people;
  const inverted = first && (isStrong(first.form) || first.form === 'given-last');
  if (people.editors && inverted) return false;
  const next = readAuthors(after).people[0];
  if (!next || after[next.to] === ':') return false;
  return isStrong(next.form)
    ? NAMED_NEXT.test(marked)
    : next.form === 'given-first' && COMMA_BEFORE.test(marked);
}

/** Behind editors who are named before the book: "In J. Latacz (ed.), ", "In: Fogel R, editor. ". */
function pastEditors(text: string, from: number, to: number): number {
  const rest = text.slice(from, Math.min(to, from + EDITORS_REACH));
  const [bracket] = EDITORS_BRACKET.exec(rest) ?? [];
  if (bracket) return skip(text, from + bracket.length);
  const people = readAuthors(rest);
  const [marked] = MARKED.exec(rest) ?? [];
  if (marked) {
    if (isNamedNext(marked, rest.slice(marked.length), people)) return from;
    // "Care and Wards, E. Holm, eds.": a title's words in capitals before names with initials.
    const [first] = people.people;
    const mixed =
      first !== undefined &&
      (first.from > 0 ||
        (first.form === 'family' && people.people.some(({ form }) => isStrong(form))));
    const alone =
      (people.editors && !mixed) ||
      (!OF_BOOK.test(marked) && !NAMED_NEXT.test(marked) && !isBookFirst(marked));
    if (alone) {
      const next = from + marked.length;
      // "Holm, Eva (Hrsg.); Berg, Ola (Hrsg.): Landscapes of power"
      return /; $/.test(marked) && editorsAt(text, next) ? pastEditors(text, next, to) : next;
    }
  }
  if (people.people.length && people.people.every(({ form }) => isStrong(form))) {
    const after = rest.slice(people.end, people.end + 2);
    if (/^[,:.] /.test(after)) return skip(text, from + people.end);
  }
  return from;
}

/** Past a date or a number at the start of a part: "(1993, September). Wake Forest". */
export function pastNumbers(numbers: readonly Numbers[], text: string, from: number): number {
  for (const one of numbers)
    if (Math.abs(one.from - from) <= 1 && one.rank === 0) return skip(text, one.to);
  return from;
}

/** "“Care.” Holm, Eva (ed.). Landscapes of power": editors alone before the book, though no "in" is. */
function isAfterEditors(words: Words, at: number): boolean {
  if (words.count(FLAGS.editor, at, at + EDITORS_REACH) === 0) return false;
  const rest = words.text.slice(at, at + EDITORS_REACH);
  if (!MARKED.test(rest)) return false;
  const { people, editors } = readAuthors(rest);
  const first = people[0]?.form;
  return editors && first !== undefined && (isStrong(first) || first === 'given-last');
}

/** The container in a part that can be nothing else, or a publisher. */
export function containerFrom(
  words: Words,
  from: number,
  limit: number,
  end: number,
  numbers: readonly Numbers[],
  main: Numbers | undefined,
  isIn: boolean,
): { container?: Span } {
  const { text } = words;
  const ins = insOf(text, from, Math.min(end, from + LONGEST_PAGES)).find(
    ({ at }) => at < from + 3,
  );
  let start = ins ? ins.next : from;
  // "“Care.” Pp. 45-67 in Wards of the north": the pages that end other containers come before this one.
  if (start > limit) limit = end;
  start = pastNumbers(numbers, text, start);
  const sure = ins !== undefined || isIn || isAfterEditors(words, start);
  if (sure) start = pastEditors(text, start, end);
  const quote = quoted(text, start);
  if (quote) return { container: trimmed(text, quote) };
  // "In: Proceedings of Wards; 2001 Jun 3-5; Lund": a date after a mark is not part of a name.
  const date = numbers.find(
    (one) => one.year && one.from > start && /[,;] $/.test(text.slice(one.from - 2, one.from)),
  );
  const to = containerEnd(words, start, Math.min(limit, date?.from ?? limit), sure);
  // "北京: 商務": a place and its publisher.
  if (to <= start || /^ª{2,4}: ?ª/.test(words.letters.slice(start, start + 8))) return {};
  const kind = kindAt(words, start, to, limit);
  // "“Care on wards,” Ph.D. dissertation, University of Lund"
  const named = sure || (kind !== 'genre' && main !== undefined) || kind === 'text';
  return named ? { container: trimmed(text, { from: start, to }) } : {};
}

/** A short form is so long at most. */
const CHAINED = 10;

/** "Landscapes of power edited by Eva Holm": no mark parts them. */
const EDITED_BY = / (?:edited by|ed\. by|eds\. by|hrsg\. von|herausgegeben von) /i;
/** "Landscapes of power, E. Holm, eds., Tavistock" */
const EDITORS_LAST = /, (?:eds?|editors?|hrsg|hgg?)\b\.?(?:[,.(]|$)/i;

/** Where a container that begins at `from` ends: before a publisher, editors, a bracket, a sentence's end. */
export function containerEnd(words: Words, from: number, limit: number, book: boolean): number {
  const { text } = words;
  if (!book && isChain(words, from, limit)) return limit;
  const said = words.count(FLAGS.editor, from, limit) > 0 ? text.slice(from, limit) : '';
  const inner = said ? EDITED_BY.exec(said) : null;
  if (inner && inner.index > 0) limit = from + inner.index;
  const edited = book || (said !== '' && EDITORS_LAST.test(said));
  const breaks = breaksOf(words, from, limit);
  for (let i = 0; i < breaks.length; i++) {
    const one = breaks[i] as Break;
    const to = breaks[i + 1]?.at ?? limit;
    if (edited && /[,;]/.test(one.mark) && editorsAt(text, one.next)) return one.at;
    if (one.mark === '(') {
      const close = closing(text, one.at, limit);
      const inside = words.many(one.at, close);
      // "Proc. Natl. Acad. Sci. (USA)", "Physica (Amsterdam)"
      if (
        close > one.at &&
        inside < 3 &&
        !/\d/.test(text.slice(one.at, close)) &&
        close + 2 < limit &&
        !book
      )
        continue;
      return one.at;
    }
    if (one.next >= limit) return one.at;
    const kind = kindAt(words, one.next, Math.max(one.next, to), limit);
    if (kind === 'number') continue;
    if (kind !== 'text') return one.at;
    if (one.mark === '.' && !one.short) {
      // A second sentence goes on a name only where it is of such a name's words.
      const serial =
        words.count(FLAGS.serial, one.next, to) + words.count(FLAGS.short, one.next, to);
      // "Mon. Not. R. Astron. Soc.": a chain of words with points.
      const chain = words.many(one.next, to) === 1 && text[to] === '.' && one.at - from < CHAINED;
      if ((serial === 0 && !chain) || book) return one.at;
    }
  }
  return limit;
}

/** The book that begins with its editors at `from`. */
export function editedBook(
  words: Words,
  from: number,
  limit: number,
  end: number,
  numbers: readonly Numbers[],
  main: Numbers | undefined,
): Span | undefined {
  const rest = words.text.slice(from, limit).slice(0, EDITORS_REACH);
  if (!/[ (](?:eds?|hrsg|hg|editors?)\b/i.test(rest)) return undefined;
  const people = readAuthors(rest);
  if (!people.editors) return undefined;
  return containerFrom(words, skip(words.text, from + people.end), limit, end, numbers, main, true)
    .container;
}

/** A title that ends before "in": what comes between them, a bracket or an edition, left out. */
export function titleBefore(words: Words, start: number, at: number, limit: number): Span {
  const breaks = breaksOf(words, start, at);
  for (let i = 0; i < breaks.length; i++) {
    const one = breaks[i] as Break;
    const kind = kindAt(words, one.next, breaks[i + 1]?.at ?? at, limit);
    const named = readAuthors(words.text.slice(one.next, at)).editors;
    if (named || kind === 'editors' || kind === 'edition')
      return trimmed(words.text, { from: start, to: one.at });
  }
  return trimmed(words.text, { from: start, to: at });
}
