/**
 * Finding stored quotes on a page.
 *
 * Every place that could be the quote is gathered first: copies letter for letter and copies that differ
 * only in print are peers, near-copies compete with them. Then the context decides. A tool that takes the
 * first exact copy it meets sends a tag to the wrong one as soon as the right one gained a no-break space.
 */
import type { Selectors } from '../../model';
import { type Judged, judgeCopy } from '../compare/compare';
import { difference, flagsOf } from '../compare/difference';
import { headingAt } from '../describe';
import { Markers } from '../furniture/markers';
import { TextIndex } from '../text/text-index';
import type { Located } from '../types';
import { enoughAlone } from './alone';
import { acrossBox } from './beside-box';
import { frames } from './between-contexts';
import { type Copy, candidates, FUZZY_FROM, MAX_SCORED } from './candidates';
import { quickScore, score } from './context';
import { type Place, total, vouched } from './context-support';
import { isInRow } from './neighbour';
import { prepare, type Query, spoken } from './query';
import { findPieces, stretchOf } from './split-blocks';

/** Agreement (0..2) with its context from which a copy counts as a twin. */
const TWIN = 1.3;
const MAX_CANDIDATES = 20;

const NOWHERE: Located = {
  outcome: 'lost',
  range: null,
  candidates: [],
  pieces: [],
  text: null,
  start: null,
  end: null,
  flags: [],
  diff: [],
};

const isFaithful = ({ outcome }: Located): boolean =>
  outcome === 'exact' || outcome === 'normalised';

/** One pass over one state of a page. */
export class Pass {
  private readonly index: TextIndex;
  private readonly markers: Markers;

  private formerPass: Pass | null = null;

  constructor(
    private readonly root: Element,
    private readonly everything = false,
  ) {
    this.index = new TextIndex(root, { everything });
    this.markers = new Markers(this.index);
  }

  locate(selectors: Selectors): Located {
    const unmoved = this.unmoved(selectors);
    if (unmoved) return unmoved;
    const query = prepare(selectors, this.markers);
    const found = this.search(query, selectors);
    if (isFaithful(found)) return found;
    const former = this.formerly(query, selectors);
    if (former) return former;
    return this.inPieces(query, selectors, found) ?? found;
  }

  /**
   * The stored position, on a page that reads as it did when the quote was taken. On any other page a
   * position alone decides nothing: an equal copy may have been put there.
   */
  private unmoved({ quote, position }: Selectors): Located | null {
    if (!position?.textHash) return null;
    const { start, end } = position;
    const { raw, mainLength } = this.index.tree;
    if (end > mainLength || start >= end) return null;
    if (position.textHash !== this.index.fingerprint) return null;
    const reads = this.index.reads(quote.exact, start, end);
    if (!reads && raw.slice(start, end) !== quote.exact) return null;
    return {
      ...NOWHERE,
      outcome: 'exact',
      range: this.index.range(start, end, reads === 'with edges'),
      text: quote.exact,
      start,
      end,
    };
  }

  /**
   * Quotes used to have in them what the page hides, and formulas in all their renderings: such a quote is where
   * the page's whole text has it. In hidden text alone nothing is found that was in sight, and only where context vouches
   * for it: the page may hold a second copy of what it shows, such as a list of references for its tooltips.
   */
  private formerly(query: Query, selectors: Selectors): Located | null {
    if (this.everything || !this.index.tree.leavesOut || query.folded.text === '') return null;
    this.formerPass ??= new Pass(this.root, true);
    const { index } = this.formerPass;
    if (!index.folded.text.includes(query.folded.text)) return null;
    const found = this.formerPass.locate(selectors);
    const { range, start, end } = found;
    if (!isFaithful(found) || !range) return null;
    const counts = start === null || end === null || this.index.statement(start, end) !== '';
    return counts || this.index.isVisible(start) ? found : null;
  }

  /** A quote over several blocks that no longer stand one after the other. */
  private inPieces(query: Query, selectors: Selectors, otherwise: Located): Located | null {
    const { index, markers } = this;
    const found = findPieces(index, markers, query, selectors);
    if (!found) return null;
    const { pieces, inOrder, whole, shown, prose } = found;
    // What came between the blocks is best shown in its place.
    if (!whole && inOrder && otherwise.outcome === 'changed') return otherwise;
    const located = this.found(query, { faithful: true, errors: 0, ...stretchOf(index, pieces) });
    located.pieces = pieces.map(({ start, end }) => index.range(start, end));
    if (whole) return { ...located, outcome: 'normalised' };
    // A sentence was torn, or prose stands between its parts now, and may turn them.
    const diff = difference(spoken(query, false).trim(), shown);
    const flags = flagsOf([...diff, { op: 'added', text: prose }]);
    return { ...located, outcome: 'changed', diff, flags: flags.length > 0 ? flags : ['words'] };
  }

  private search(query: Query, selectors: Selectors): Located {
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
    if (copies.length > 0 && copies.length < query.copies && isInRow(text, query.context))
      return this.ambiguous(
        copies.slice(0, MAX_SCORED).map((at) => judgeCopy(index, query, at, this.markers)),
      );
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
      // Two places have its context in full, and one of them says something else now.
      const torn = only !== undefined && frames(index, query).length > 1;
      if (!only || torn || twins.length < 2)
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

    const { places, gone } = candidates(index, this.markers, query, quick);
    const decided = this.decide(query, places, selectors);
    // Its own place is known and holds something else: what is left are the other copies.
    if (!gone || decided.outcome === 'changed') return decided;
    const others = places.filter((place) => place.faithful);
    return others.length > 0 ? this.ambiguous(others) : decided;
  }

  /**
   * A quote that stood once when it was described and now stands twice: one of the two was put there since,
   * and which one cannot be told if the other has the same neighbour on either side. Of quotes that stood more often,
   * a copy with the whole context beyond a box is as good as the one without the box.
   */
  private isRivalled(query: Query, copies: readonly Copy[], chosen: number): boolean {
    if (copies.length < 2) return false;
    const { prefix, suffix } = query.context;
    const page = this.index.folded.text;
    const { length } = query.folded.text;
    return copies.some(({ at, context }) => {
      if (at === chosen) return false;
      if (query.repeated) {
        const across = acrossBox(context, query.context, page, at, at + length);
        return across.prefix + across.suffix === 2;
      }
      return (
        (context.prefix === 1 && prefix.length >= 12) ||
        (context.suffix === 1 && suffix.length >= 12)
      );
    });
  }

  private decide(query: Query, candidates: Place[], selectors: Selectors): Located {
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
      !this.everything &&
      total(best) - total(sole) < 0.3 &&
      enoughAlone(this.index, query, sole)
    )
      // Its own place may be in text that does not count.
      return this.formerly(query, selectors) ?? this.found(query, sole);
    return this.ambiguous(faithful);
  }

  /**
   * Copies with the same context in full. What the reader cannot see was not selected; and where no context
   * could tell the copies apart from the start, the heading above decides if only one copy has it. Else
   * nothing does.
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
    const whole = raw.slice(place.start, place.end);
    const reads = this.index.reads(query.exact, place.start, place.end);
    const edges = reads === 'with edges';
    const text = this.index.statement(place.start, place.end, edges);
    const same = reads || whole === query.exact;
    const inMain = place.end <= mainLength;
    const located: Located = {
      outcome: !place.faithful ? 'changed' : same ? 'exact' : 'normalised',
      range: this.index.range(place.start, place.end, edges),
      candidates: [],
      pieces: [],
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
