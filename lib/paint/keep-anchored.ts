/**
 * Keeps quotes attached while the page changes. Pages re-render their article, load it in pieces, or replace
 * text nodes (which collapses a range without a word). While there are quotes, changes are watched; after a quiet
 * moment the ranges are checked, and only if one is hurt or missing is the page read again.
 */
import { type Located, locateInSteps } from '../anchor';
import * as dom from '../dom';
import type { Selectors } from '../model';
import { documentsOf, isShown, watchDocuments } from './frames';

export interface Quote {
  id: string;
  selectors: Selectors;
}

export interface KeepOptions {
  signal: AbortSignal;
  /** Called after every pass with the place of every quote, in the order they were given. */
  onLocated: (places: ReadonlyMap<string, Located>) => void;
  /** Gives the page its turn between slices. */
  pause: () => Promise<void>;
  /** Quiet time before a pass, in milliseconds. Doubled, up to 32 times, while passes find nothing new. */
  delay?: number;
  /** The element in whose text quotes are looked for; the document's body where it is not named. */
  root?: () => Element;
  /** Changes inside these nodes are ours (a toolbar's host), not the page's. */
  ignore?: (node: Node) => boolean;
}

export interface Keeper {
  /**
   * Replaces the quotes. Those that are new, or hurt, are located at once; one with the selectors of the followed quote
   * is where that is. Resolves when all have been reported.
   */
  set(quotes: readonly Quote[]): Promise<void>;
  /** Also keeps one quote that stands at `range` now, without looking for it before it is hurt; null for none. */
  follow(quote: Quote | null, range?: Range): void;
  /** Locates again now. */
  refresh(): Promise<void>;
}

const MAX_BACKOFF = 5;
/** A page that changes in so many places during one pass may have changed anywhere. */
const MOST_STIRRED = 200;

interface Held {
  selectors: Selectors;
  located: Located;
  /** What its range and its pieces showed when they were made. */
  texts: string[];
}

const rangesOf = ({ range, pieces }: Located): Range[] => (range ? [range, ...pieces] : []);

const ALL_TEXT: MutationObserverInit = { childList: true, characterData: true, subtree: true };

/** Does every range still show what it showed when it was made? */
function intact({ located, texts }: Held): boolean {
  const ranges = rangesOf(located);
  return (
    ranges.length > 0 &&
    ranges.every((range, i) => isShown(range.startContainer) && range.toString() === texts[i])
  );
}

/** Is it shown in its own words? */
const isFound = ({ located }: Held): boolean =>
  located.outcome === 'exact' || located.outcome === 'normalised';

const sameSelectors = (a: Selectors, b: Selectors): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

export function keepAnchored(doc: Document, options: KeepOptions): Keeper {
  const { signal, onLocated, pause, delay = 120, ignore = () => false } = options;
  let quotes: readonly Quote[] = [];
  let followed: Quote | null = null;
  const all = (): readonly Quote[] => (followed ? [...quotes, followed] : quotes);
  let held = new Map<string, Held>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let firstChange = 0;
  let fruitless = 0;
  let turn = 0;
  /** What has changed since the last pass began. */
  let stirred = new Set<Node>();
  let watching = false;
  let watched = new AbortController();

  const watch = (): void => {
    if (watching || signal.aborted || all().length === 0) return;
    watching = true;
    watched = new AbortController();
    let known = false;
    watchDocuments(
      doc,
      (one) => {
        observer.observe(one, ALL_TEXT);
        observeTrees(one);
        // A frame that has loaded since may hold what was not found before.
        if (known) soon();
      },
      watched.signal,
    );
    known = true;
  };
  /** What changes in a shadow tree makes no sound outside it. */
  const observeTrees = (one: Document): void => {
    for (const root of one.body ? dom.shadowRootsIn(one.body) : [])
      observer.observe(root, ALL_TEXT);
  };
  const unwatch = (): void => {
    observer.disconnect();
    watched.abort();
    watching = false;
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };

  /** Where a quote is known to be, in its own words, without looking for it. */
  const knownPlace = ({ id, selectors }: Quote): Held | undefined => {
    const isThere = (one: Held | null | undefined): one is Held =>
      Boolean(one && isFound(one) && sameSelectors(one.selectors, selectors) && intact(one));
    const own = held.get(id);
    if (isThere(own)) return own;
    const chosen = followed && held.get(followed.id);
    if (!isThere(chosen)) return undefined;
    // A range of its own: what is painted is told apart by its range.
    const range = chosen.located.range?.cloneRange() ?? null;
    return { ...chosen, located: { ...chosen.located, range } };
  };

  /** Looks for the quotes whose place is not known. */
  const pass = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const wanted = all();
    const known = new Map(wanted.map((quote) => [quote.id, knownPlace(quote)]));
    const sought = wanted.filter((quote) => !known.get(quote.id));
    const root = options.root?.() ?? doc.body;
    if (!root || signal.aborted) return;
    if (watching && sought.length) for (const one of documentsOf(doc)) observeTrees(one);
    stirred = new Set();
    let found: Located[];
    try {
      found = sought.length
        ? await locateInSteps(
            sought.map((quote) => quote.selectors),
            { root, pause, signal },
          )
        : [];
    } catch (error) {
      if (signal.aborted) return;
      throw error;
    }
    // A newer pass has started meanwhile: its answer counts.
    if (mine !== turn || signal.aborted) return;
    const foundOf = new Map(sought.map((quote, i) => [quote.id, found[i]]));
    hear(observer.takeRecords());
    const before = held;
    held = new Map();
    const places = new Map<string, Located>();
    let news = false;
    for (const quote of wanted) {
      const { id, selectors } = quote;
      const there = known.get(id);
      const located = there?.located ?? foundOf.get(id);
      if (!located) continue;
      const old = before.get(id);
      // An unhurt range stays the same object, so that nothing is painted again without need.
      const same =
        old?.located.outcome === located.outcome &&
        intact(old) &&
        old.located.start === located.start &&
        old.located.end === located.end;
      const kept =
        same && old
          ? { ...located, range: old.located.range, pieces: old.located.pieces }
          : located;
      news ||= !same;
      const ranges = rangesOf(kept);
      // What changed while it was looked for may have been read before the change: no text of it is known.
      const hit = (node: Node) => ranges.some((range) => range.intersectsNode(node));
      const sure = stirred.size < MOST_STIRRED && ![...stirred].some(hit);
      held.set(id, {
        ...{ selectors, located: kept },
        texts: there?.texts ?? (sure ? ranges.map(String) : []),
      });
      places.set(id, kept);
    }
    fruitless = news ? 0 : Math.min(MAX_BACKOFF, fruitless + 1);
    onLocated(places);
  };

  const due = (): void => {
    timer = null;
    firstChange = 0;
    const all = [...held.values()];
    // What is merely not known to be there does not hasten the next look: the page may never rest.
    if (all.some((one) => one.texts.length > 0 && !intact(one))) fruitless = 0;
    // What was found and is still there is not looked for again.
    if (!all.every((one) => isFound(one) && intact(one))) void pass();
  };

  const hear = (records: readonly MutationRecord[]): void => {
    const theirs = records.filter(({ target }) => !ignore(target));
    if (!theirs.length) return;
    for (const { target } of theirs) if (stirred.size < MOST_STIRRED) stirred.add(target);
    soon();
  };
  const observer = new MutationObserver(hear);

  const soon = (): void => {
    const now = performance.now();
    firstChange ||= now;
    const wait = delay * 2 ** fruitless;
    // A page that never rests is served all the same.
    if (timer !== null && now - firstChange > wait * 6) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(due, wait);
  };
  signal.addEventListener('abort', unwatch, { once: true });

  return {
    async set(next) {
      quotes = next;
      fruitless = 0;
      if (quotes.length === 0) {
        if (!followed) unwatch();
        turn += 1;
        held = new Map([...held].filter(([id]) => id === followed?.id));
        if (!signal.aborted) onLocated(new Map());
        return;
      }
      watch();
      await pass();
    },
    follow(quote, range) {
      if (followed) held.delete(followed.id);
      followed = quote;
      if (!quote || !range) {
        if (all().length === 0) unwatch();
        return;
      }
      const located: Located = {
        ...{ outcome: 'exact', range, candidates: [], pieces: [], text: null },
        ...{ start: null, end: null, flags: [], diff: [] },
      };
      held.set(quote.id, { selectors: quote.selectors, located, texts: [range.toString()] });
      watch();
    },
    refresh: pass,
  };
}
