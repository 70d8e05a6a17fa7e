/** A reference list as markers call it: by number, and by first author and year. */
import type { Reference } from '../../types';

/** A reference that can be called by its first author. */
export interface Named {
  /** Its place in the list. */
  ref: number;
  /** Folded family name of the first author. */
  family: string;
  /** "a" of "2019a". */
  suffix: string;
  /** Folded text of the authors. */
  authors: string;
}

/** What `findCitations` needs to know about a list; build it once per list. */
export interface CitationIndex {
  ids: string[];
  byNumber: Map<number, number>;
  /** Found out when it is first asked: papers that link their citations need none of it. */
  readonly byYear: ReadonlyMap<number, readonly Named[]>;
}

/** Fields of a reference that tell more than the contract's; present when the list was read from a page. */
type Hints = { number?: number; suffix?: string; authors?: string };

/** One letter for one letter, so that offsets stay: "Ö" gives "o", "’" gives "'". */
export function fold(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 128) out += c >= 65 && c <= 90 ? String.fromCharCode(c + 32) : text[i];
    else if (c === 0x2019 || c === 0x2018) out += "'";
    else if (c >= 0x2010 && c <= 0x2015) out += '-';
    else if (c === 0xa0) out += ' ';
    else if (c === 0xf8) out += 'o';
    else if (c === 0x142) out += 'l';
    else if (c === 0xdf) out += 's';
    else out += (text[i] as string).normalize('NFKD')[0]?.toLowerCase() ?? ' ';
  }
  return out;
}

/** Indexes a reference list by number and by first author and year. */
export function citationIndex(references: readonly (Reference & Hints)[]): CitationIndex {
  const byNumber = new Map<number, number>();
  references.forEach((r, i) => {
    const printed = r.number === undefined ? /^\D{0,2}(\d{1,4})\D?$/.exec(r.label ?? '') : null;
    const number = r.number ?? (printed ? Number(printed[1]) : i + 1);
    if (!byNumber.has(number)) byNumber.set(number, i);
  });
  let byYear: ReadonlyMap<number, Named[]> | undefined;
  return {
    ids: references.map((r) => r.id),
    byNumber,
    get byYear() {
      byYear ??= firstAuthorsByYear(references);
      return byYear;
    },
  };
}

function firstAuthorsByYear(references: readonly (Reference & Hints)[]): Map<number, Named[]> {
  const byYear = new Map<number, Named[]>();
  references.forEach((r, i) => {
    if (r.year === null || !r.firstAuthor) return;
    const family = fold(r.firstAuthor).trim();
    if (family.length < 2) return;
    const lettered = [...r.text.matchAll(/\b(\d{4})([a-z])\b/g)];
    const suffix = r.suffix ?? lettered.find((m) => Number(m[1]) === r.year)?.[2] ?? '';
    const list = byYear.get(r.year) ?? [];
    list.push({ ref: i, family, suffix, authors: fold(r.authors ?? r.text.slice(0, 300)) });
    byYear.set(r.year, list);
  });
  return byYear;
}

/** Numbers to references; null unless the list has (nearly) all of them. */
export function refsOfNumbers(
  numbers: readonly number[] | null,
  index: CitationIndex,
): number[] | null {
  if (!numbers) return null;
  const out: number[] = [];
  for (const n of numbers) {
    const i = index.byNumber.get(n);
    if (i === undefined) {
      // An unknown number within a long range is missing from the list; a single unknown number is not a citation.
      if (numbers.length < 4) return null;
      continue;
    }
    out.push(i);
  }
  return out.length * 2 > numbers.length ? out : null;
}
