/**
 * The numbers of a citation: stretches of volume, issue, pages and year that nothing but punctuation parts, and what
 * each number of such a stretch is. "12(3):45-67. 2009", "vol. 7, no. 3, pp. 305-317", "35, no. 7 (2014): 1120-43".
 */
import {
  bracketAfter,
  type Item,
  itemAt,
  type Kind,
  SHORT_YEARS,
  TWO_YEARS,
  yearOf,
} from './number-items';
import type { Word, Words } from './tokens';

export interface Numbers {
  from: number;
  to: number;
  volume?: string;
  issue?: string;
  pages?: string;
  year?: string;
  /** Sure enough to end the name of a journal: 3 volume and pages, 2 either by name, 1 a range, 0 a mere number. */
  rank: number;
  /** Is one of its parts introduced by a word: "vol.", "no.", "pp."? */
  named: boolean;
}

const GAP = /^(?:[\s,.;:–—)('’|&№-]|and |Epub|of |от )*$/;

/** A stretch that holds more is a table, not a citation's. */
const MOST_ITEMS = 24;

/** Before it, a number in a year's place behind a volume is a page. */
const OLDEST = 1800;

/**
 * Every stretch of numbers from a place on.
 * @param said the year, where it is printed before them
 */
export function readNumbers(words: Words, from: number, said?: string): Numbers[] {
  const { text, list } = words;
  const found: Numbers[] = [];
  let items: Item[] = [];
  let at = -1;
  const close = () => {
    const stretch = settle(text, items, said);
    if (stretch) found.push(stretch);
    items = [];
  };
  const add = (item: Item) => {
    if (items.length >= MOST_ITEMS) close();
    items.push(item);
    at = item.to;
  };
  for (let n = words.index(from); n < list.length; n++) {
    const word = list[n] as Word;
    if (word.from < at) continue;
    // A bracket before the first number: "(2014) 35", "(3): 4-9".
    const item = bracketAfter(text, word.from - 1) ?? itemAt(words, word);
    if (!item) continue;
    if (items.length && !GAP.test(text.slice(at, item.from))) close();
    add(item);
    for (let more = bracketAfter(text, at); more; more = bracketAfter(text, at)) {
      // "…, 1930–1931 (New York: Bowker, 1960)": the title's years, and the book's.
      if (items.at(-1)?.kind === 'years') close();
      add(more);
    }
  }
  close();
  return found;
}

const isBare = ({ kind, named }: Item) =>
  !named && (kind === 'number' || kind === 'range' || kind === 'years');

/** "2017;2017:605", "2014, 2014, 953": whether a number in a year's print, with what follows it, is a volume. */
function isVolume(
  text: string,
  item: Item,
  before: Item | undefined,
  next: Item | undefined,
  { volume, year, pages }: Numbers,
  said: string | undefined,
): boolean {
  if (volume || pages || text[item.from] === '(' || text[item.from] === '[') return false;
  const paged = next?.kind === 'range' || next?.kind === 'bracket';
  // "(2019). … Methods Mol. Biol. 2028, 231-246"
  if (!year) return said !== undefined && paged && item.value !== said.slice(0, 4);
  if (before?.kind !== 'year' || !/^[,;:] ?$/.test(text.slice(before.to, item.from))) return false;
  return paged || (year === item.value && (!next || next.kind === 'number'));
}

/** "(2019). … Front. Microbiol. 9, 2087": whether a number in a year's print is a page: the year came before. */
const isPage = (
  item: Item,
  next: Item | undefined,
  { volume, pages }: Numbers,
  said: string | undefined,
): boolean => said !== undefined && volume !== undefined && !pages && !next && item.value !== said;

/** What the numbers of one stretch are. */
function settle(text: string, all: Item[], said?: string): Numbers | null {
  const items = [...all];
  // "450-350 BC", "15 règles": a number before a word without a mark belongs to the words.
  while (items.length) {
    const last = items.at(-1) as Item;
    const next = text.slice(last.to, last.to + 6);
    const goesOn =
      (last.kind === 'year' && text[last.from] !== '(' && /^ \p{Ll}/u.test(next)) ||
      (isBare(last) &&
        /^(?: [A-Za-zÀ-ɏЀ-ӿ]|-[A-Za-z]|['’]|%|°)/.test(next) &&
        !/^ (?:In|in:|Epub|doi|DOI)\b/.test(next));
    if (goesOn || last.kind === 'month') items.pop();
    else break;
  }
  const first = items[0];
  const last = items.at(-1);
  if (!first || !last) return null;
  // "IF 2.053"
  if (first.kind === 'number' && last.kind === 'number' && text.slice(first.to, last.from) === '.')
    return null;
  const out: Numbers = {
    from: first.from,
    to: last.to,
    rank: 0,
    named: items.some((one) => one.named),
  };
  if (text[first.from - 1] === '(') out.from--;
  let placed = false;
  items.forEach((item, i) => {
    const next = items[i + 1];
    const gap = next ? text.slice(item.to, next.from) : '';
    switch (item.kind) {
      case 'volume':
        out.volume ??= item.value;
        break;
      case 'issue':
        out.issue ??= item.value;
        break;
      case 'pages':
        out.pages ??= item.value;
        break;
      case 'bracket':
        if (out.volume && !out.issue) out.issue = item.value.replace(/^\D+(?=\d)/, '');
        else if (!out.volume && next) out.volume = item.value;
        break;
      case 'year':
        // "vol. 12, 1998-2003": the first is the year; a second may be a page.
        // "ApJ, 696, 1548": a page.
        // "Phys. 11, 1527 (2011)": the year itself follows.
        if (
          out.volume &&
          !out.pages &&
          (next ? next.kind === 'year' : Number.parseInt(item.value, 10) < OLDEST) &&
          /, ?$/.test(text.slice(item.from - 2, item.from))
        )
          out.pages = item.value;
        else if (isVolume(text, item, items[i - 1], next, out, said)) out.volume = item.value;
        else if (isPage(item, next, out, said)) out.pages = item.value;
        else if (!out.year) out.year = yearOf(item.value);
        else if (out.volume && !out.pages && !next) out.pages = item.value;
        break;
      case 'years':
      case 'range':
        if (item.kind === 'years' && !out.volume && !out.year) {
          out.year = (TWO_YEARS.exec(item.value) ?? SHORT_YEARS.exec(item.value))?.[1];
          break;
        }
        if (!out.volume && next?.kind === 'bracket') out.volume = item.value;
        else if (!out.pages) out.pages = item.value;
        break;
      case 'number': {
        // "24 March 2016", "April 2, 2004": a day.
        const before = items[i - 1];
        // "Dec;14(12)": a volume.
        const month =
          next?.kind === 'month' ||
          (before?.kind === 'month' && !text.slice(before.to, item.from).includes(';'));
        if (month && Number(item.value) <= 31) break;
        // "April 2, 2004, A44": a newspaper's page.
        if (!next && !out.volume && out.year && /^[A-Z]\d/.test(item.value)) {
          out.pages ??= item.value;
          break;
        }
        const more = items.slice(i + 1).some(({ kind }) => kind !== 'year');
        if (!out.volume && (more || !out.pages)) {
          out.volume = item.value;
          placed ||= next !== undefined;
        } else if (
          !out.issue &&
          !out.pages &&
          more &&
          item.value.length < 5 &&
          !/:/.test(gap) &&
          next?.kind !== 'bracket'
        )
          out.issue = item.value;
        else if (!out.pages) out.pages = item.value;
        break;
      }
    }
  });
  const by = (...kinds: Kind[]) => items.some((one) => kinds.includes(one.kind));
  // "(15N and 13C)" is in the words of a title.
  if (text[first.from - 1] === '(' && first.kind === 'number') out.rank = 0;
  else if (out.volume && (out.pages || (out.year && (placed || by('volume'))) || out.issue))
    out.rank = 3;
  else if (by('volume', 'pages', 'issue')) out.rank = 2;
  // "AD 400-700": pages have a mark before them.
  else if (
    by('range') &&
    (/^[\s.,;:)\]]*$/.test(text.slice(last.to, last.to + 6)) ||
      /[,.:;)\]”"’»]\s*$/.test(text.slice(Math.max(0, first.from - 3), first.from)))
  )
    out.rank = 1;
  return out;
}
