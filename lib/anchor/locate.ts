/**
 * Finding stored quotes on a page.
 *
 * Every place that could be the quote is gathered first: copies letter for letter and copies that differ only in
 * print are peers, near-copies compete with them. Then the context decides. A tool that takes the first exact copy it
 * meets sends a tag to the wrong one as soon as the right one gained a no-break space.
 */
import type { Selectors } from '../model';
import { type ContextScore, quickScore, score } from './context';
import { headingAt } from './describe';
import { difference, flagsOf } from './difference';
import { edgesAgree, numbersAgree } from './edges';
import { furnitureEnd } from './furniture';
import { GRAM } from './grams';
import { type Judged, judgeChain, judgeCopy } from './judge';
import { Markers } from './markers';
import { prepare, type Query, spoken } from './query';
import { chains } from './seeds';
import { TextIndex } from './text-index';
import type { Located } from './types';
import { walk } from './walk';

/** Shorter quotes are never matched loosely: too much else looks like them. */
const FUZZY_FROM = 24;
/** Share of a quote that may differ in a `changed` passage. */
const MAX_ERRORS = 0.2;
/** Agreement (0..2) with its context from which a copy counts as a twin. */
const TWIN = 1.3;
const MAX_CANDIDATES = 20;
/** A page with more copies than this decides nothing for a quote without context. */
const MAX_SCORED = 64;

interface Place extends Judged {
  context: ContextScore;
}

const NOWHERE: Located = {
  outcome: 'lost',
  range: null,
  candidates: [],
  text: null,
  start: null,
  end: null,
  flags: [],
  diff: [],
};

const total = (place: Place): number => place.context.prefix + place.context.suffix;

/** Context shorter than this says little. */
const TELLING = 12;

/** Whether the context vouches for a place on its own. */
function vouched(place: Place, query: Query): boolean {
  const { prefix, suffix, full } = place.context;
  if (full) return query.context.prefix.length + query.context.suffix.length > 0;
  // Context was grown until no other copy agreed with it this well (`describe`).
  if (query.repeated && !(query.alone && place.faithful)) {
    return prefix + suffix >= (place.faithful ? 1.7 : place.numbers ? 1.95 : 1.8);
  }
  const side = Math.max(
    query.context.prefix.length >= TELLING ? prefix : 0,
    query.context.suffix.length >= TELLING ? suffix : 0,
  );
  if (place.faithful) return prefix + suffix >= 1.3 || side >= 0.85;
  // Nothing on its page nearly said the same (else `repeated`), so a look-alike here is most likely the passage itself;
  // but entries of a list look alike, numbers apart.
  const share = place.errors / query.folded.text.length;
  if (place.numbers) return prefix + suffix >= 1.85;
  return prefix + suffix >= 1.5 || (share <= 0.12 && side >= 0.9);
}

/** One pass over one state of a page. */
class Pass {
  private readonly index: TextIndex;
  private readonly markers: Markers;

  constructor(root: Element) {
    this.index = new TextIndex(root);
    this.markers = new Markers(this.index);
  }

  locate(selectors: Selectors): Located {
    return this.unmoved(selectors) ?? this.search(selectors);
  }

  /**
   * The stored position, on a page that reads as it did when the quote was taken. On any other page a position alone
   * decides nothing: an equal copy may have been put there.
   */
  private unmoved({ quote, position }: Selectors): Located | null {
    if (!position?.textHash) return null;
    const { start, end } = position;
    const { raw, mainLength } = this.index.tree;
    if (
      end > mainLength ||
      end - start !== quote.exact.length ||
      !raw.startsWith(quote.exact, start)
    )
      return null;
    if (position.textHash !== this.index.fingerprint) return null;
    return {
      ...NOWHERE,
      outcome: 'exact',
      range: this.index.range(start, end),
      text: quote.exact,
      start,
      end,
    };
  }

  private search(selectors: Selectors): Located {
    const query = prepare(selectors);
    const text = query.folded.text;
    if (text.length === 0) return NOWHERE;
    const { index } = this;
    const page = index.folded.text;
    const copies = index.grams.occurrences(text);
    const hasContext = query.context.prefix.length + query.context.suffix.length > 0;

    const quick = copies.map((at) => ({
      at,
      context: quickScore(query.context, page, at, at + text.length),
    }));
    const full = hasContext ? quick.filter((copy) => copy.context.full) : [];
    if (full.length > 1)
      return this.decideTwins(
        query,
        full.map((copy) => copy.at),
      );
    const only = full[0];
    // One of two twins is gone, and nothing says which.
    if (query.hopeless) {
      const twins = copies
        .filter((at) => {
          const { prefix, suffix } = score(query.context, page, at, at + text.length);
          return prefix + suffix > TWIN;
        })
        .map((at) => judgeCopy(index, query, at, this.markers))
        .filter((one) => one.faithful);
      if (!only || twins.length < 2)
        return copies.length === 0
          ? NOWHERE
          : this.ambiguous(
              copies.slice(0, MAX_SCORED).map((at) => judgeCopy(index, query, at, this.markers)),
            );
    }
    if (only) {
      const judged = judgeCopy(index, query, only.at, this.markers);
      if (judged.faithful && !this.isRivalled(query, quick, only.at))
        return this.found(query, judged);
    }

    const ranked = quick
      .sort((a, b) => b.context.prefix + b.context.suffix - a.context.prefix - a.context.suffix)
      .slice(0, MAX_SCORED);
    const places: Place[] = ranked.map(({ at }) => ({
      ...judgeCopy(index, query, at, this.markers),
      context: score(query.context, page, at, at + text.length),
    }));
    this.addInterrupted(query, places);
    if (text.length >= FUZZY_FROM) this.addNearCopies(query, places);
    return this.decide(query, places);
  }

  /** Copies that a marker or a piece of furniture interrupts, or that lost a marker. */
  private addInterrupted(query: Query, places: Place[]): void {
    const { index, markers } = this;
    const page = index.folded.text;
    const { text } = query.folded;
    const starts = new Set<number>();
    const heads = index.grams.occurrences(
      text.slice(0, Math.max(GRAM, Math.min(12, text.length - 1))),
      48,
    );
    if (text.length > GRAM) for (const at of heads) starts.add(at);
    const anchor = query.context.prefix.slice(-16);
    if (anchor.length >= 8) {
      for (const at of index.grams.occurrences(anchor, 48)) {
        const from = at + anchor.length;
        for (const start of [from, furnitureEnd(index, from)]) {
          if (page[start] === text[0]) starts.add(start);
        }
      }
    }
    for (const from of starts) {
      if (page.startsWith(text, from)) continue;
      const found = walk(index, query, markers, from);
      if (!found) continue;
      const start = index.folded.map[from] as number;
      const end = index.endOf(found.end - 1);
      if (!edgesAgree(index, query, start, end, markers)) continue;
      if (!numbersAgree(index, query, start, end, markers, found.skipped)) continue;
      places.push({
        faithful: true,
        errors: 0,
        start,
        end,
        context: score(query.context, page, from, found.end),
      });
    }
  }

  private addNearCopies(query: Query, places: Place[]): void {
    const { index } = this;
    const text = query.folded.text;
    for (const chain of chains(text, index.grams, Math.max(12, text.length * 0.5))) {
      const only = chain.runs[0];
      if (chain.runs.length === 1 && only && only.q1 - only.q0 === text.length) continue;
      const judged = judgeChain(index, query, chain, this.markers);
      if (!judged.faithful && judged.errors > text.length * MAX_ERRORS) continue;
      if (
        places.some(
          (place) => place.start < judged.end && judged.start < place.end && place.faithful,
        )
      )
        continue;
      places.push({
        ...judged,
        context: score(query.context, index.folded.text, judged.from, judged.to),
      });
    }
  }

  /**
   * A quote that stood once when it was described and now stands twice: one of the two was put there since, and
   * which one cannot be told if the other has the same neighbour on either side.
   */
  private isRivalled(
    query: Query,
    copies: { at: number; context: ContextScore }[],
    chosen: number,
  ): boolean {
    if (query.repeated || copies.length < 2) return false;
    return copies.some(
      ({ at, context }) =>
        at !== chosen &&
        ((context.prefix === 1 && query.context.prefix.length >= 12) ||
          (context.suffix === 1 && query.context.suffix.length >= 12)),
    );
  }

  private decide(query: Query, candidates: Place[]): Located {
    const length = query.folded.text.length;
    const places = candidates.filter((place) => place.faithful || length >= FUZZY_FROM);
    const changed = places.filter((place) => !place.faithful);
    const faithful = places.filter((place) => place.faithful);
    const sorted = [...places].sort(
      (a, b) => total(b) - total(a) || Number(b.faithful) - Number(a.faithful),
    );
    const best = sorted[0];
    if (!best) return NOWHERE;
    if (query.context.prefix.length + query.context.suffix.length === 0) {
      if (faithful.length === 1) return this.found(query, faithful[0] as Place);
      if (faithful.length > 1) return this.ambiguous(faithful);
      return changed.length === 1 && best.errors <= length * 0.1
        ? this.found(query, best)
        : NOWHERE;
    }
    if (vouched(best, query)) {
      const rivals = sorted.filter(
        (place) =>
          place !== best &&
          (place.faithful || !best.faithful) &&
          (total(best) - total(place) < 0.35 || (!query.repeated && vouched(place, query))),
      );
      if (rivals.length === 0) return this.found(query, best);
      return this.ambiguous([best, ...rivals]);
    }
    if (faithful.length === 0) return NOWHERE;
    const sole = faithful[0];
    if (
      faithful.length === 1 &&
      sole &&
      length >= 32 &&
      (query.alone || !query.repeated) &&
      total(best) - total(sole) < 0.3
    ) {
      return this.found(query, sole);
    }
    return this.ambiguous(faithful);
  }

  /**
   * Copies with the same context in full. What the reader cannot see was not selected; and where no context could tell
   * the copies apart from the start, the heading above decides if only one copy has it. Else nothing does.
   */
  private decideTwins(query: Query, copies: number[]): Located {
    const places = copies
      .map((at) => judgeCopy(this.index, query, at, this.markers))
      .filter((place) => place.faithful);
    if (places.length === 0) return NOWHERE;
    // Unless the quote was taken just where a hidden copy stands: then visibility proves nothing.
    const visible = places.filter((place) => this.index.isVisible(place.start));
    const seen = places.some((place) => place.start === query.position && !visible.includes(place))
      ? []
      : visible;
    const below = query.hopeless
      ? places.filter(
          (place) =>
            query.heading !== undefined && headingAt(this.index, place.start) === query.heading,
        )
      : [];
    for (const only of [places, seen, below]) {
      if (only.length === 1) return this.found(query, only[0] as Judged);
    }
    return this.ambiguous(seen.length > 0 ? seen : places);
  }

  private ambiguous(places: readonly Judged[]): Located {
    const candidates = [...places]
      .sort((a, b) => a.start - b.start)
      .slice(0, MAX_CANDIDATES)
      .map((place) => this.index.range(place.start, place.end));
    return { ...NOWHERE, outcome: 'ambiguous', candidates };
  }

  private found(query: Query, place: Judged): Located {
    const { raw, mainLength } = this.index.tree;
    const text = raw.slice(place.start, place.end);
    const inMain = place.end <= mainLength;
    const located: Located = {
      outcome: !place.faithful ? 'changed' : text === query.exact ? 'exact' : 'normalised',
      range: this.index.range(place.start, place.end),
      candidates: [],
      text,
      start: inMain ? place.start : null,
      end: inMain ? place.end : null,
      flags: [],
      diff: [],
    };
    if (!place.faithful) {
      located.diff = difference(
        spoken(query, false).trim(),
        this.index.readable(place.start, place.end).trim(),
      );
      located.flags = flagsOf(located.diff);
    }
    return located;
  }
}

/** Locates every quote, in order, with one index of the page. */
export function locate(selectors: readonly Selectors[], root: Element = document.body): Located[] {
  const pass = new Pass(root);
  return selectors.map((one) => pass.locate(one));
}

export interface Steps {
  root?: Element;
  /** Resolves when the page has had its turn: `scheduler.yield`, a message, a time-out. */
  pause: () => Promise<void>;
  /** Longest time without a pause, in milliseconds. */
  budget?: number;
  now?: () => number;
  signal?: AbortSignal;
}

/** Like `locate`, in slices. If the page changes in between, what is left is looked for in its new text. */
export async function locateInSteps(
  selectors: readonly Selectors[],
  steps: Steps,
): Promise<Located[]> {
  const { root = document.body, pause, budget = 12, now = () => performance.now(), signal } = steps;
  const found: Located[] = [];
  let stale = false;
  const observer = new MutationObserver(() => {
    stale = true;
  });
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  try {
    let pass = new Pass(root);
    let since = now();
    for (const one of selectors) {
      if (now() - since > budget) {
        await pause();
        signal?.throwIfAborted();
        since = now();
        if (stale || observer.takeRecords().length > 0) {
          stale = false;
          pass = new Pass(root);
        }
      }
      found.push(pass.locate(one));
    }
    return found;
  } finally {
    observer.disconnect();
  }
}
