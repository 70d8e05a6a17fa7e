/**
 * An entry of a reference list. Its text, label and links are read at once; its fields when they are first asked for,
 * from what its markup names or, failing that, from its print (lib/text/citation).
 */
import { PrintedCitation, readFirstAuthor } from '../../../text/citation';
import { plain } from '../../reading/plain';
import type { Reference } from '../../types';
import { linkedDoi, readPmid } from './fields';
import type { EntryMarkup } from './markup';

/** As much of a reference without authors is searched for co-authors, in characters. */
const LONGEST_OPENING = 300;

/** What others than its print state of a reference: the tags of a page. They win over the print. */
export interface Stated {
  title: string | null;
  year?: number;
  doi?: string;
  pmid?: string;
}

/** "2019a" */
const YEAR = /((?:1[5-9]|20)\d\d)([a-z]?)/;

/** A reference with what only the matching of citations needs. */
export interface Entry extends Reference {
  /** The number by which numeric citations call it: the printed one, else its place in the list. */
  number: number;
  /** "a" of "2019a". */
  readonly suffix: string;
  /** Lower-case text up to the year, for telling co-authors apart. */
  readonly authors: string;
  /** Fragments by which links call it. */
  readonly keys: string[];
  /** Fragments its own links point to: the places that cite it. */
  readonly back: readonly string[];
}

/** An entry as its list has it. */
export class ListedEntry implements Entry {
  /** Unique in the list (`settleEntries`). */
  id = '';
  readonly keys: string[];
  readonly back: readonly string[];
  readonly text: string;
  /** Paragraphs of nothing but links, which belong to it. */
  private readonly tails: ListedEntry[] = [];
  private list: SettledList | null = null;
  private readonly citation: PrintedCitation;
  private dois: { own: string | null } | undefined;

  /**
   * @param printed the entry's text, without its label
   */
  constructor(
    private readonly printed: string,
    public label: string | null,
    public number: number,
    private readonly markup: EntryMarkup,
    readonly element: Element | null,
    private readonly stated: Stated | null = null,
  ) {
    this.keys = markup.keys;
    this.back = markup.back;
    this.text = printed.slice(0, 2_000);
    this.citation = new PrintedCitation(printed);
  }

  get doi(): string | null {
    const doi = this.foundDoi;
    return doi !== null && doi === this.list?.citingDoi ? null : doi;
  }

  /** The DOI as the entry has it, whosoever it is. */
  get foundDoi(): string | null {
    this.dois ??= { own: this.ownDoi() };
    return this.dois.own ?? firstOf(this.tails, (tail) => tail.foundDoi);
  }

  private ownDoi(): string | null {
    return this.stated?.doi ?? linkedDoi(this.markup.hrefs) ?? this.citation.doi ?? null;
  }

  get pmid(): string | null {
    return (
      this.stated?.pmid ??
      readPmid(this.markup.text, this.markup.hrefs) ??
      firstOf(this.tails, (tail) => tail.pmid)
    );
  }

  get title(): string | null {
    if (this.stated) return this.stated.title;
    const title = plain(this.markup.title).replace(/[.,;]$/, '') || this.citation.fields.title;
    return title ? title.slice(0, LONGEST_TITLE) : null;
  }

  get year(): number | null {
    if (this.stated?.year) return this.stated.year;
    const named = YEAR.exec(this.markup.year);
    return named ? Number(named[1]) : (this.citation.called.year ?? null);
  }

  get suffix(): string {
    const named = YEAR.exec(this.markup.year);
    if (named?.[2]) return named[2];
    const { year, suffix = '' } = this.citation.called;
    return !named || Number(named[1]) === year ? suffix : '';
  }

  get firstAuthor(): string | null {
    const named = plain(this.markup.author);
    const author = named
      ? (readFirstAuthor(named) ?? named.split(/[,;]/)[0])
      : this.citation.called.firstAuthor;
    return author?.slice(0, 200) ?? null;
  }

  get authors(): string {
    return (this.citation.called.opening || this.printed.slice(0, LONGEST_OPENING))
      .slice(0, 2 * LONGEST_OPENING)
      .toLowerCase();
  }

  get container(): string | null {
    return this.citation.fields.container ?? null;
  }

  get volume(): string | null {
    return this.citation.fields.volume ?? null;
  }

  get issue(): string | null {
    return this.citation.fields.issue ?? null;
  }

  get pages(): string | null {
    return this.citation.fields.pages ?? null;
  }

  get url(): string | null {
    return (
      this.markup.hrefs.find((h) => /^https?:\/\//i.test(h) && h.length < 2_000) ??
      firstOf(this.tails, (tail) => tail.url)
    );
  }

  /** Takes in the paragraph of links behind it: what it has none of itself, they may have. */
  adopt(tail: ListedEntry): void {
    this.tails.push(tail);
  }

  /** Gives the entry its name in the list that it is in. */
  settle(id: string, list: SettledList): void {
    this.id = id;
    this.list = list;
  }
}

/** The first of several answers that is one. */
function firstOf<T>(
  entries: readonly ListedEntry[],
  ask: (entry: ListedEntry) => T | null,
): T | null {
  for (const entry of entries) {
    const found = ask(entry);
    if (found !== null) return found;
  }
  return null;
}

/** What only the whole list shows. */
class SettledList {
  private citing: { doi: string | null } | undefined;

  constructor(private readonly entries: readonly ListedEntry[]) {}

  /** A DOI on more than half of the entries is the citing paper's own. */
  get citingDoi(): string | null {
    this.citing ??= { doi: this.mostFrequent() };
    return this.citing.doi;
  }

  private mostFrequent(): string | null {
    const { entries } = this;
    if (entries.length <= FEW_ENTRIES) return null;
    const half = entries.length / 2;
    const seen = new Map<string, number>();
    let most = 0;
    for (const [i, { foundDoi }] of entries.entries()) {
      // Were all that follow alike, would it still be more than half? Reading an entry for its DOI is what costs.
      if (most + entries.length - i <= half) return null;
      if (!foundDoi) continue;
      const times = (seen.get(foundDoi) ?? 0) + 1;
      if (times > half) return foundDoi;
      seen.set(foundDoi, times);
      most = Math.max(most, times);
    }
    return null;
  }
}

/** In a list of so few, one DOI on most of them proves nothing. */
const FEW_ENTRIES = 3;
const LONGEST_TITLE = 1_000;

/** Names the entries of a list. Ids are unique and the same after a reload: the page's own id, else the place in the list. */
export function settleEntries(entries: readonly ListedEntry[]): void {
  const list = new SettledList(entries);
  const ids = new Set<string>();
  entries.forEach((entry, i) => {
    const own = entry.keys.find((k) => /[A-Za-z]/.test(k)) ?? entry.keys[0];
    let id = own ?? `ref-${i + 1}`;
    for (let n = 2; ids.has(id); n++) id = `${own ?? `ref-${i + 1}`}~${n}`;
    ids.add(id);
    entry.settle(id, list);
  });
}
