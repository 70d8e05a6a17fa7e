/**
 * What is observed of a visible page, each thing once and only when a rule asks for it: the lines around its title, its
 * citation line, its own citation of itself, its links to DOIs.
 */
import * as dom from '../../dom';
import { cleanDoi, looseKey, squeeze } from '../../text';
import { type CitationLine, readCitationLine } from './citation-line';
import { type DatedLine, datedLine } from './dates';
import { type Heading, headZone, type Line, type Marks, makeMarks, OTHERS } from './lines';
import { once } from './once';
import {
  aroundTitle,
  citationElsewhere,
  LONGEST_CITATION,
  ownCitation,
  plainCitation,
  SHORTEST_TITLE,
  withinLonger,
} from './own-citation';
import { ownDoi } from './own-doi';
import type { WorkRecord } from './record';
import { shortText } from './short-text';

/** A link whose address holds a DOI. */
export interface DoiLink {
  doi: string;
  link: HTMLAnchorElement;
  /** Its place among the links of the page. */
  index: number;
  /** It leads to a resolver of DOIs, and not to a publisher's page whose address holds one. */
  resolver: boolean;
}

/** A block in which the page cites itself. */
export interface OwnCitation {
  block: Element;
  /** The DOI that it gives. */
  doi?: string;
  found: 'by the title' | 'with a link' | 'in plain text' | 'without a DOI';
}

/** The page's own citation, taken apart. */
export interface Cited {
  block: Element;
  /** What comes before the title: authors, often the year. */
  before: string;
  /** What follows it: the journal, often the year. */
  tail: string;
  /** The same as a citation line; null when it does not read as one. */
  line: CitationLine | null;
}

/** Where a page is whose address is not known. */
const NOWHERE = 'https://unknown.invalid/';
/** Budgets: what is looked through at most of one page. */
const MOST_LINKS = 3_000;
const LONGEST_ADDRESS = 1_500;
const LONGEST_TEXT = 400_000;
const MOST_CITATION_LINKS = 150;
/** A longer piece of a title does not name another work. */
const LONGEST_TITLE_KEY = 60;
/** A shorter text is a phrase, not a citation, in UTF-16 units. */
const SHORTEST_CITATION = 30;
/** A line that labels the next one is short. */
const LONGEST_LABEL = 60;

/** The parts of an address's host, without the last. */
const siteNames = (url: string): string[] =>
  URL.canParse(url) ? new URL(url).hostname.replaceAll('-', '').split('.').slice(0, -1) : [];

const bareKey = (text: string) => looseKey(text).replace(/ (?:and|und|et) /g, ' ');

export class ShownView {
  readonly marks: Marks;
  private readonly once = once();

  constructor(
    readonly doc: Document,
    /** The heading that is the paper's title; null on a page that has none. */
    readonly heading: Heading | null,
    /** Whether the address has the shape of a paper's. */
    readonly paperUrl: boolean,
    /** The paper's DOI where machines are told one: what cites another is not the page's own citation. */
    private readonly doi?: string,
    /** The page's address, which names its site. */
    private readonly url = '',
    /** The record of one work that the page sets in labels and values. */
    readonly record: WorkRecord | null = null,
  ) {
    this.marks = makeMarks(heading?.element ?? null);
  }

  /** Whether a text is what the page's site is called, by its domain: "Dialnet" at dialnet.unirioja.es. */
  isSiteName(text: string): boolean {
    const name = looseKey(text).replaceAll(' ', '');
    return name !== '' && siteNames(this.url).includes(name);
  }

  /** Whether an address of a link is of the page's own site. */
  leadsWithin(href: string): boolean {
    const base = this.url || NOWHERE;
    return URL.canParse(href, base) && new URL(href, base).host === new URL(base).host;
  }

  /** The paper's title as shown; empty where there is none. */
  get title(): string {
    return this.heading?.text ?? '';
  }

  /** The page's text as its nodes have it, from its beginning. */
  get text(): string {
    return this.once('text', () => (dom.textContent(this.doc.body) ?? '').slice(0, LONGEST_TEXT));
  }

  /** The lines around the title. */
  get lines(): Line[] {
    return this.once('lines', () =>
      headZone(this.doc, this.heading?.element ?? null, undefined, this.marks),
    );
  }

  /** Each line with the short line before it, which may be its label. */
  get labelled(): { line: Line; label: string }[] {
    return this.once('labelled', () => {
      let label = '';
      return this.lines.map((line) => {
        const one = { line, label };
        // A line with a DOI is of that DOI: it labels no other.
        label = line.text.length < LONGEST_LABEL && !/10\.\d{4}/.test(line.text) ? line.text : '';
        return one;
      });
    });
  }

  /** The lines with a year, and what they call it. */
  get datedLines(): DatedLine[] {
    return this.once('datedLines', () =>
      this.labelled.flatMap(({ line, label }) =>
        this.isOthers(line.element) ? [] : (datedLine(line, label) ?? []),
      ),
    );
  }

  /** The line in which the journal prints volume and pages. */
  get citationLine(): CitationLine | null {
    return this.once('citationLine', () => readCitationLine(this.lines, this.marks));
  }

  /** Links that hold a DOI. A picture that links to one is a badge: a seal's, a repository's. */
  get doiLinks(): DoiLink[] {
    return this.once('doiLinks', () => {
      const found: DoiLink[] = [];
      const { links } = this.doc;
      for (let index = 0; index < links.length && index < MOST_LINKS; index++) {
        const link = links[index] as HTMLAnchorElement;
        const href = dom.getAttribute(link, 'href');
        if (!href || href.length > LONGEST_ADDRESS || !/10\.\d{4}|10%2e\d{4}/i.test(href)) continue;
        const doi = cleanDoi(href);
        const resolver = /doi\.org\/10\./i.test(href);
        const picture =
          resolver && dom.querySelector(link, 'img') && !/\S/.test(dom.textContent(link) ?? '');
        if (doi && !picture) found.push({ doi, link, index, resolver });
      }
      return found;
    });
  }

  /** Whether an element is in what the page shows of other works. */
  isOthers(element: Element | null): boolean {
    return (this.marks(element) & OTHERS) > 0;
  }

  /** The page's own citation of itself, by the title, with a DOI. */
  get citationByTitle(): OwnCitation | null {
    return this.once('citationByTitle', () => this.citedByTitle());
  }

  /** The one anywhere on the page whose DOI is a link. */
  get linkedCitation(): OwnCitation | null {
    return this.once('linkedCitation', () => this.citedWithLink());
  }

  /** The page's own citation of itself, wherever it is, with a DOI if one gives it. Looks through the whole text. */
  get ownCitation(): OwnCitation | null {
    return this.once(
      'ownCitation',
      () => this.citationByTitle ?? this.linkedCitation ?? this.citedInText(),
    );
  }

  /** What the page's own citation of itself has around the title. */
  get cited(): Cited | null {
    return this.once('cited', () => {
      const block = this.ownCitation?.block;
      if (!block) return null;
      const { before, after: tail } = aroundTitle(block, this.title);
      const line = { text: tail, element: block, after: true, holders: [] };
      return { block, before, tail, line: tail ? readCitationLine([line], this.marks) : null };
    });
  }

  private citesItself(text: string): boolean {
    const key = this.once('titleKey', () => bareKey(this.title).slice(0, LONGEST_TITLE_KEY));
    return (
      key.length > SHORTEST_TITLE &&
      text.length > SHORTEST_CITATION &&
      text.length < LONGEST_CITATION &&
      bareKey(text).includes(key)
    );
  }

  private mayBeOwn(doi: string): boolean {
    return this.doi === undefined || doi === this.doi;
  }

  private citedByTitle(): OwnCitation | null {
    for (const { line, label } of this.labelled) {
      const { text, element } = line;
      const found = text.includes('10.') ? ownDoi(text, label, this.title) : null;
      if (!found || found.other || !this.mayBeOwn(found.doi)) continue;
      if (!this.isOthers(element) && this.citesItself(text))
        return { block: element, doi: found.doi, found: 'by the title' };
    }
    return null;
  }

  private citedWithLink(): OwnCitation | null {
    const links = this.doiLinks.filter(
      ({ doi, link, resolver }) => resolver && this.mayBeOwn(doi) && !this.isOthers(link),
    );
    for (const { doi, link } of links.slice(0, MOST_CITATION_LINKS)) {
      const block = dom.closest(link, 'p,li,dd,td,blockquote,div');
      // A longer text is not a citation: that of a whole page is not read to its end.
      const text = (block && shortText(block, LONGEST_CITATION)) ?? '';
      const bare = squeeze(text, LONGEST_CITATION);
      if (!block || !this.citesItself(text) || withinLonger(bare, this.title)) continue;
      const found = ownDoi(bare, '', this.title);
      if (found?.doi === doi && !found.other) return { block, doi, found: 'with a link' };
    }
    return null;
  }

  private citedInText(): OwnCitation | null {
    const plain = plainCitation(this.doc, this.title, this.marks);
    const found = plain && ownDoi(plain.text, '', this.title);
    if (plain && found && !found.other && this.mayBeOwn(found.doi))
      return { block: plain.block, doi: found.doi, found: 'in plain text' };
    const block =
      ownCitation(this.lines, this.title) ?? citationElsewhere(this.doc, this.title, this.marks);
    return block ? { block, found: 'without a DOI' } : null;
  }
}
