/** A page without a browser: changes at given times, the tracker that follows them, and what it says at any time. */
import type { PageReport } from '../../../lib/model';
import { hashOf, observationOf } from '../../../lib/page/content/observation';
import { SETTLE_MS } from '../../../lib/page/content/timing';
import { ContentTracker, type Next, type Reading } from '../../../lib/page/content/tracker';

/** What the page consists of. A change replaces the parts that it names. */
export interface Parts {
  url: string;
  title: string;
  /** `name=content`, as in `doi=10.1/a`. */
  metadata: string[];
  headings: string[];
  blocks: string[];
}
export type Change = Partial<Parts>;

/** How long a reading takes. */
const READ_MS = 40;

export class SimulatedPage {
  readonly tracker: ContentTracker;
  private parts: Parts = { url: '', title: '', metadata: [], headings: [], blocks: [] };
  private time = 0;
  private readonly agenda: { at: number; run: () => void }[] = [];
  private dueAt = Number.POSITIVE_INFINITY;
  private reading = false;
  /** Every state that was told, in order, without repetitions: "loading", "10.1/a", "none". */
  readonly told: string[] = [];
  /** The ids of the contents that were told. */
  readonly ids: string[] = [];

  constructor(timeline: readonly [at: number, change: Change][]) {
    let made = 0;
    this.tracker = new ContentTracker(() => {
      made += 1;
      return `content ${made}`;
    });
    for (const [at, change] of timeline)
      this.agenda.push({
        at,
        run: () => {
          const moved = change.url !== undefined && change.url !== this.parts.url;
          this.parts = { ...this.parts, ...change };
          // An address is heard of at once, everything else after a quiet moment.
          this.lookAt(moved ? this.time : this.time + SETTLE_MS);
        },
      });
  }

  /** Lets the time pass, and asks what the page shows then. */
  at(time: number): string {
    this.runTo(time);
    return this.state;
  }

  /** The DOI of the paper that a block of the page belongs to now; null when that is not known. */
  paperOf(block: string): string | null {
    this.look();
    const content = this.tracker.contentAt((one) => one.has(hashOf(block)));
    return content && (content.report.paper?.doi ?? content.report.kind);
  }

  get blocks(): readonly string[] {
    return this.parts.blocks;
  }

  get report(): PageReport | null {
    const { now } = this.tracker;
    return now.state === 'read' ? now.report : null;
  }

  private get state(): string {
    const { now } = this.tracker;
    if (now.state === 'loading') return 'loading';
    return now.report.paper?.doi ?? now.report.paper?.title ?? now.report.kind;
  }

  private runTo(time: number): void {
    for (;;) {
      const next = this.agenda.sort((a, b) => a.at - b.at)[0];
      if (Math.min(next?.at ?? Number.POSITIVE_INFINITY, this.dueAt) > time) break;
      if (next && next.at <= this.dueAt) {
        this.agenda.shift();
        this.time = next.at;
        next.run();
      } else {
        this.time = this.dueAt;
        this.look();
      }
    }
    this.time = time;
  }

  private lookAt(at: number): void {
    this.dueAt = Math.min(this.dueAt, at);
  }

  private get seen() {
    return observationOf({ ...this.parts, metadata: this.parts.metadata });
  }

  private look(): void {
    this.dueAt = Number.POSITIVE_INFINITY;
    this.follow(this.tracker.see(this.seen, this.time));
  }

  private follow(next: Next): void {
    if (next.do === 'look') this.lookAt(next.at);
    if (next.do === 'read' && !this.reading) {
      this.reading = true;
      const report = readPage(next.reading, this.parts);
      this.agenda.push({
        at: this.time + READ_MS,
        run: () => {
          this.reading = false;
          this.follow(this.tracker.settle(next.reading, report, this.seen, this.time));
        },
      });
    }
    if (this.told.at(-1) !== this.state) this.told.push(this.state);
    const { now } = this.tracker;
    if (now.state === 'read' && this.ids.at(-1) !== now.id) this.ids.push(now.id);
  }
}

/** What the page reader finds: metadata that is fresh, else a heading and a DOI that the text shows. */
function readPage({ of, stale, beside }: Reading, parts: Parts): PageReport {
  const told = new Map(
    parts.metadata
      .filter((one) => !stale.metadata.has(one))
      .map((one) => one.split('=') as [string, string]),
  );
  const blocks = parts.blocks.filter((block) => !beside?.has(hashOf(block)));
  const shownDoi = /doi:(\S+)/.exec(blocks.join(' '))?.[1];
  const heading = parts.headings.find((one) => blocks.some((block) => block.includes(one)));
  const doi = told.get('doi') ?? shownDoi;
  const title = told.get('title') ?? heading;
  if (!doi && !(title && blocks.some((block) => block.includes('received'))))
    return { kind: 'none', reasons: [], url: of.url, paper: null, conflicts: [] };
  return {
    kind: 'article',
    reasons: [],
    url: of.url,
    paper: { url: of.url, ...(doi && { doi }), ...(title && { title }), authors: [], sources: {} },
    conflicts: [],
  };
}
