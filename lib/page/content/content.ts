/** One content of a document: an article, a list, or a page that is neither, with the report that was read from it. */
import type { PageReport } from '../../model';
import {
  type Expected,
  isBlank,
  type Observation,
  sameSet,
  type TextChange,
  textChange,
} from './observation';
import { betterReport } from './same-work';

/** What is on the page but was left there by an earlier content. */
export interface Stale {
  metadata: ReadonlySet<string>;
  title: string | null;
}

type Face = Pick<Observation, 'headings' | 'text'>;

/** Tabs of one article: its abstract, its text, its references. */
const MOST_FACES = 8;

/** From what the content is, to what it is not. */
const CHANGES: TextChange[] = ['same', 'grown', 'joined', 'emptied', 'other'];

export class Content {
  /** Under which it was read first; it is filed there, wherever the page goes with it. */
  address: string;
  /** The address is an earlier content's: the page has put its text in place before its address. */
  borrowed = false;
  /** The address at which the report was read. */
  private readAt: string;
  /** Other addresses that the page has had while it showed this, with and without their parameters' values. */
  private readonly aliases = new Set<string>();
  /** When it was looked at last. */
  metadata: ReadonlySet<string>;
  title: string;
  private readonly faces: Face[];
  /** Text that came later. */
  private readonly late = new Map<number, number>();

  /** @param beside a content that is on the page as well: what the page shows of it is not this one's */
  constructor(
    readonly id: string,
    public report: PageReport,
    seen: Observation,
    public stale: Stale,
    beside: Content | null = null,
  ) {
    this.address = seen.address;
    this.readAt = seen.address;
    this.metadata = seen.metadata;
    this.title = seen.title;
    this.faces = [beside ? withoutText(seen, beside) : seen];
  }

  /** A page without a word that could change. */
  get blank(): boolean {
    return this.faces.every((face) => isBlank(face));
  }

  /**
   * What became of this content's text on the page: by the face that explains the page best.
   * @param others contents whose text may be beside it
   */
  textIn(now: Observation, tolerated: number, others: readonly Content[]): TextChange {
    const expected: Expected = {
      has: (block) => this.late.has(block) || others.some((one) => one.has(block)),
      heads: (heading) => others.some((one) => one.heads(heading)),
    };
    const changes = this.faces.map((face) => textChange(face, now, tolerated, expected));
    return CHANGES.find((change) => changes.includes(change)) ?? 'other';
  }

  /** Is a block of prose, by its hash, this content's? */
  has(block: number): boolean {
    return this.late.has(block) || this.faces.some((face) => face.text.has(block));
  }

  /** Is a top heading this content's? */
  heads(heading: string): boolean {
    return this.faces.some((face) => face.headings.includes(heading));
  }

  /** The page has given this content its own address. */
  arriveAt({ address }: Observation): void {
    this.address = address;
    this.borrowed = false;
  }

  /** The page has gone on showing this under another address. */
  goesBy(address: string): void {
    this.aliases.add(address).add(withoutValues(address));
  }

  /**
   * Has the page shown this under the address, or under one that differs in the values of its parameters? Sites that
   * write the place of reading into the address do so all the time.
   */
  isKnownBy(address: string): boolean {
    return this.aliases.has(address) || this.aliases.has(withoutValues(address));
  }

  /** Can another reading find more than the last one? */
  isWorthReading(now: Observation): boolean {
    return (
      this.readAt !== this.address ||
      this.title !== now.title ||
      !sameSet(this.metadata, now.metadata) ||
      (this.blank && !isBlank(now))
    );
  }

  /** All that the page shows now is this content's. */
  absorb({ text }: Observation): void {
    for (const [hash, weight] of text) this.late.set(hash, weight);
  }

  /** The page as it is now is a way in which this content is shown. */
  addFace(now: Observation): void {
    this.absorb(now);
    if (this.faces.some((face) => textChange(face, now, 0) === 'same')) return;
    this.faces.push({ headings: now.headings, text: now.text });
    if (this.faces.length > MOST_FACES) this.faces.splice(1, 1);
  }

  /** A later reading of the same content; it keeps its address where it was read under another. */
  improve(report: PageReport, { address }: Observation): void {
    const better = betterReport(this.report, report);
    if (address === this.address) this.readAt = address;
    this.report = address === this.address ? better : { ...better, url: this.report.url };
  }

  /** The current metadata does not describe this content. */
  disown({ metadata }: Observation): void {
    this.stale = { ...this.stale, metadata: new Set([...this.stale.metadata, ...metadata]) };
  }

  /** What of this content would still be on the page, if it showed another one now. */
  staleFor(now: Observation): Stale {
    const { metadata, title } = this.stale;
    return {
      metadata: new Set([...this.metadata, ...metadata]),
      title: now.title === this.title || now.title === title ? now.title : null,
    };
  }

  /** Does metadata describe the content that was there when it was read, and not what was left of another? */
  isVouchedForBy({ metadata }: Observation): boolean {
    return [...metadata].some((one) => this.metadata.has(one) && !this.stale.metadata.has(one));
  }

  hasHeadingsOf({ headings }: Observation): boolean {
    return headings.every((heading) => this.heads(heading));
  }

  /** Has the window a title that does not contain this content's own? */
  isRenamedBy({ title }: Observation): boolean {
    if (title === this.title) return false;
    const own = this.faces
      .flatMap((face) => face.headings)
      .filter((heading) => heading.length > 15);
    return !own.some((heading) => title.includes(heading));
  }

  /** The window or an address that this content has not had before announces another. */
  isLeftBy(now: Observation): boolean {
    return !this.isKnownBy(now.address) || this.isRenamedBy(now);
  }
}

const withoutValues = (address: string) => address.replace(/=[^&#]*/g, '=');

function withoutText({ headings, text }: Observation, other: Content): Face {
  return {
    headings: headings.filter((heading) => !other.heads(heading)),
    text: new Map([...text].filter(([block]) => !other.has(block))),
  };
}

/** Does the metadata contain a statement that it did not contain at the last look? */
export function metadataIsNew({ metadata }: Content, now: Observation): boolean {
  return [...now.metadata].some((one) => !metadata.has(one));
}
