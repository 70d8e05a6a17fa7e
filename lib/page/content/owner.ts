/**
 * Keeps track of what a document shows: looks when something happens, lets the tracker decide, has the page read
 * when that asks for it, and notifies its subscribers. The address is watched through the Navigation API (Chromium), `popstate`
 * and `hashchange`; a `pushState` that nothing announces shows with the next change of the page, or when asked.
 */
import * as dom from '../../dom';
import type { PageNow, PageReport } from '../../model';
import { pageKey } from '../../text';
import type { ShownContent, ShownPage } from '../types';
import type { Content } from './content';
import { hashOf, type Observation } from './observation';
import { blockOf, blocksOf, observe } from './observe';
import { SETTLE_MS } from './timing';
import { ContentTracker, type Next, type Reading } from './tracker';

/** The part of Chromium's Navigation API that is used. */
interface NavigationApi {
  addEventListener(
    type: 'currententrychange',
    listener: () => void,
    options: { signal: AbortSignal },
  ): void;
}

type Listener = (now: PageNow, restored: boolean) => void;

/** While a page is loading it is looked at even if no change was heard of: text in shadow roots makes no sound. */
const LOADING_LOOK_MS = 500;
/** A page that goes on changing without changing what it shows is looked at ever more rarely: 250 ms to 4 s. */
const MOST_BACKOFF = 4;
/** A page with next to no text when it is first read is watched for that long: its record comes late. */
const SHELL_MS = 10_000;

export class PageOwner implements ShownPage {
  private readonly tracker: ContentTracker;
  private readonly listeners = new Set<Listener>();
  /** Called at the next step, whatever it is. */
  private readonly waiting: (() => void)[] = [];
  private readonly view: Window & typeof globalThis;
  private readonly mutations: MutationObserver;
  private readonly startedAt = performance.now();
  private watched: Node | null = null;
  private reading = false;
  private next: Next = { do: 'rest' };
  /** What the last look found. */
  private seen: Observation | null = null;
  /** Something has happened since the last look. */
  private dirty = true;
  private fruitless = 0;
  private timer = 0;
  private dueAt = Number.POSITIVE_INFINITY;
  private told: PageNow = { state: 'loading', address: '' };

  constructor(
    private readonly doc: Document,
    private readonly signal: AbortSignal,
    private readonly read: (reading: Reading) => PageReport | Promise<PageReport>,
  ) {
    this.view = doc.defaultView as Window & typeof globalThis;
    const prefix = Math.random().toString(36).slice(2, 10);
    let made = 0;
    this.tracker = new ContentTracker(() => {
      made += 1;
      return `${prefix}-${made}`;
    });
    this.mutations = new this.view.MutationObserver((records) => this.onMutations(records));
    const { navigation } = this.view as unknown as { navigation?: NavigationApi };
    const moved = () => this.onMoved();
    navigation?.addEventListener('currententrychange', moved, { signal });
    for (const event of ['popstate', 'hashchange'])
      this.view.addEventListener(event, moved, { signal });
    this.view.addEventListener('pageshow', (event) => event.persisted && this.onRestored(), {
      signal,
    });
    // A frame that has loaded shows other text, and a load does not bubble.
    doc.addEventListener('load', () => this.soon(), { signal, capture: true });
    signal.addEventListener('abort', () => {
      this.mutations.disconnect();
      this.view.clearTimeout(this.timer);
      this.listeners.clear();
      for (const go of this.waiting.splice(0)) go();
    });
    this.look();
  }

  now(): PageNow {
    if (this.dirty || this.hasMoved) this.look();
    return this.tracker.now;
  }

  subscribe(listener: Listener, signal: AbortSignal): void {
    this.listeners.add(listener);
    signal.addEventListener('abort', () => this.listeners.delete(listener));
    this.watch();
  }

  contentAt(places: readonly Node[]): ShownContent | null {
    this.look();
    const contents = new Set(
      places.map((place) => {
        const levels = treesOf(place).map((node) => nearestBlocks(node));
        return this.tracker.contentAt((content) => levels.some((blocks) => isOf(content, blocks)));
      }),
    );
    const [content] = contents;
    if (!content || contents.size !== 1) return null;
    const { id, report, title } = content;
    return { id, report, title };
  }

  /** What the page shows, looked at afresh; waits for a reading that is under way, and not for a page that loads. */
  async ask(): Promise<PageNow> {
    this.look();
    const isBusy = () =>
      this.next.do !== 'rest' && (this.tracker.now.state === 'read' || !this.tracker.hasRead);
    while (isBusy() && !this.signal.aborted) await this.nextStep();
    return this.tracker.now;
  }

  /** Resolves with what the page shows once it is not loading. */
  async settled(): Promise<PageNow> {
    this.look();
    while (this.tracker.now.state === 'loading' && !this.signal.aborted) await this.nextStep();
    return this.tracker.now;
  }

  private nextStep(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private get hasMoved(): boolean {
    const { lookedAt } = this.tracker;
    return lookedAt !== pageKey(this.view.location.href);
  }

  private onMoved(): void {
    if (!this.hasMoved) return;
    this.fruitless = 0;
    this.look();
  }

  private onRestored(): void {
    this.look();
    const now = this.tracker.now;
    this.told = now;
    for (const listener of [...this.listeners]) listener(now, true);
  }

  private onMutations(records: readonly MutationRecord[]): void {
    if (this.hasMoved) {
      this.onMoved();
      return;
    }
    const head = records.some(isMetadata);
    if (this.watched !== this.doc && !head) return;
    if (head) this.fruitless = 0;
    this.soon();
  }

  /** Looks after a quiet moment. */
  private soon(): void {
    this.dirty = true;
    this.lookAt(performance.now() + SETTLE_MS * 2 ** this.fruitless);
  }

  private lookAt(time: number): void {
    if (this.signal.aborted || time >= this.dueAt) return;
    this.view.clearTimeout(this.timer);
    this.dueAt = time;
    this.timer = this.view.setTimeout(() => this.look(), Math.max(0, time - performance.now()));
  }

  private look(): void {
    if (this.signal.aborted) return;
    this.view.clearTimeout(this.timer);
    this.dueAt = Number.POSITIVE_INFINITY;
    this.dirty = false;
    const before = this.tracker.now;
    this.follow(this.tracker.see(this.observed(), performance.now()));
    const after = this.tracker.now;
    const same = before.state === 'read' && after.state === 'read' && before.id === after.id;
    this.fruitless = same ? Math.min(MOST_BACKOFF, this.fruitless + 1) : 0;
  }

  private observed(): Observation {
    this.seen = observe(this.doc, this.view.location.href);
    return this.seen;
  }

  /** What the page shows now: as it was seen, where all of it is watched and nothing was heard of since. */
  private seenOrObserved(): Observation {
    const isAsSeen = this.watched === this.doc && !this.dirty && !this.hasMoved;
    return (isAsSeen && this.seen) || this.observed();
  }

  private follow(next: Next): void {
    this.next = next;
    if (next.do === 'look') this.lookAt(next.at);
    else if (next.do === 'read' && !this.reading) void this.readNow(next.reading);
    if (this.tracker.now.state === 'loading') this.lookAt(performance.now() + LOADING_LOOK_MS);
    this.watch();
    this.tell();
    for (const go of this.waiting.splice(0)) go();
  }

  private async readNow(reading: Reading): Promise<void> {
    this.reading = true;
    let atOnce = false;
    let report: PageReport;
    try {
      const answer = this.read(reading);
      atOnce = !(answer instanceof Promise);
      report = await answer;
    } catch (error) {
      report = unread(reading, error);
    }
    this.reading = false;
    if (this.signal.aborted) return;
    // A reading that did not wait saw the page as it was observed.
    const now = atOnce ? reading.of : this.seenOrObserved();
    this.follow(this.tracker.settle(reading, report, now, performance.now()));
  }

  private tell(): void {
    const { now } = this.tracker;
    if (JSON.stringify(now) === JSON.stringify(this.told)) return;
    this.told = now;
    for (const listener of [...this.listeners]) listener(now, false);
  }

  /** Most of the web is no paper: there only the head is watched, which changes rarely. */
  private watch(): void {
    const { now } = this.tracker;
    const shell = this.tracker.blank && performance.now() - this.startedAt < SHELL_MS;
    const all = now.state === 'loading' || now.report.kind !== 'none' || shell;
    const wanted = all || this.listeners.size > 1 ? this.doc : this.doc.head;
    if (wanted === this.watched || this.signal.aborted) return;
    this.watched = wanted;
    this.mutations.disconnect();
    if (wanted)
      this.mutations.observe(wanted, { childList: true, characterData: true, subtree: true });
  }
}

/** Scripts and styles that come and go in the head are not news; titles, metadata and canonical links are. */
function isMetadata({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  if ([target, dom.parentNode(target)].some((node) => dom.nodeName(node) === 'TITLE')) return true;
  return [...addedNodes, ...removedNodes].some((node) => {
    const name = dom.nodeName(node);
    return (
      name === 'TITLE' ||
      name === 'META' ||
      (name === 'LINK' && dom.getAttribute(node as Element, 'rel') === 'canonical')
    );
  });
}

function unread({ of }: Reading, error: unknown): PageReport {
  const reasons = [`the page could not be read: ${String(error).slice(0, 300)}`];
  return { kind: 'none', reasons, url: of.url, paper: null, conflicts: [] };
}

/** Are most of some blocks a content's? */
function isOf(content: Content, blocks: readonly number[]): boolean {
  return 2 * blocks.filter((block) => content.has(block)).length > blocks.length;
}

/** A place, and the elements that hold its shadow trees. */
function treesOf(place: Node): Node[] {
  const trees = [place];
  for (let root = dom.getRootNode(place); dom.isShadowRoot(root); root = dom.getRootNode(root.host))
    trees.push(root.host);
  return trees;
}

/** The blocks of prose in the smallest element around a place that has any. */
function nearestBlocks(place: Node): number[] {
  let element = blockOf(place);
  for (; element; element = dom.parentElement(element)) {
    const blocks = blocksOf(element);
    if (blocks.length) return blocks.map(({ text }) => hashOf(text));
  }
  return [];
}
