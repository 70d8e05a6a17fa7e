/**
 * What is observed of a page without looking at what it shows: its address, its tags and what its scripts embed. Each
 * thing is read once, and only when a rule asks for it: most of the web is decided by the first few.
 */
import { type Recognised, recogniseSite, saysList } from '../../sites';
import { doiOfUrl, PDF_TYPE } from '../../text';
import { type JsonLd, readJsonLd } from './embedded';
import {
  allElements,
  isHinted,
  type MachineElements,
  type TopElements,
  topElements,
} from './machine-elements';
import { describesWork, type MetaTags, readMetaTags } from './meta-tags';
import { once } from './once';
import { canonicalUrl, isPaperUrl } from './paper-address';

export class PageView {
  /** What rules alone ask for is kept here too: the glance that every page gets has none, and carries no code for them. */
  readonly known = once();

  /** @param url its address, as the reader sees it */
  constructor(
    readonly doc: Document,
    readonly url: string,
  ) {}

  get isPdf(): boolean {
    return this.doc.contentType === PDF_TYPE;
  }

  /** The list of papers that a site of its own adapter shows here. */
  get site(): Recognised | null {
    return this.known('site', () => recogniseSite(this.doc, this.url));
  }

  /** Whether the page calls itself a list of papers. */
  get saysList(): boolean {
    return this.known('saysList', () => saysList(this.doc, this.url));
  }

  private get top(): TopElements {
    return this.known('top', () => topElements(this.doc));
  }

  private get all(): MachineElements & { hinted: boolean } {
    return this.known('all', () => allElements(this.doc));
  }

  /** The page's canonical address. */
  get address(): string {
    return this.known('address', () => canonicalUrl(this.url, this.top.canonical));
  }

  /** Whether the address has the shape of one paper's. */
  get paperUrl(): boolean {
    return this.known(
      'paperUrl',
      () =>
        doiOfUrl(this.url) !== null ||
        doiOfUrl(this.address) !== null ||
        isPaperUrl(this.url) ||
        (this.address !== this.url && isPaperUrl(this.address)),
    );
  }

  /** The tags where most pages have them, and the scripts there. */
  get topTags(): MetaTags {
    return this.known('topTags', () => readMetaTags(this.top.metas));
  }

  get topJsonLd(): JsonLd {
    return this.known('topJsonLd', () => readJsonLd(this.top.scripts));
  }

  /** Whether tags at the top describe a work: then no others are looked for. */
  get described(): boolean {
    return this.known('described', () => describesWork(this.topTags));
  }

  /** The tags that count: those at the top, or of the whole page where these describe nothing. */
  get tags(): MetaTags {
    return this.known('tags', () => (this.described ? this.topTags : readMetaTags(this.all.metas)));
  }

  get jsonLd(): JsonLd {
    return this.known('jsonLd', () =>
      readJsonLd(this.described ? this.doc.getElementsByTagName('script') : this.all.scripts),
    );
  }

  /** Whether anything in the page's markup hints at a paper. */
  get hinted(): boolean {
    return this.known('hinted', () => (this.described ? isHinted(this.doc) : this.all.hinted));
  }
}
