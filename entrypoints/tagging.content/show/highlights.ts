/** The tags of this paper, painted on this page: located by quote and context, never painted elsewhere. */

import type { Located } from '../../../lib/anchor';
import * as dom from '../../../lib/dom';
import { yieldNow } from '../../../lib/dom';
import type { TagOnPage } from '../../../lib/messaging';
import type { Statement } from '../../../lib/model';
import {
  createPainter,
  inReadingOrder,
  type Keeper,
  keepAnchored,
  type Painter,
  type PaintItem,
} from '../../../lib/paint';
import { atAddress } from '../../../lib/text';
import type { Session } from '../mode/session';
import { type Chosen, chosenOf, type Held, type State } from '../mode/state';
import { overlap } from '../source/overlap';
import { type Passage, passageOf, standing } from '../source/page-text';
import { groundOf, wearStyles } from './background-tone';

/** A statement of the store that stands on this page. */
export interface FoundStatement extends Passage {
  statementId: string;
}

/** The chosen passage is painted too; no statement has this id. */
const CHOSEN = 'chosen';
/** Between a statement's id and the number of its part, where it stands in several; no id holds this. */
const PART = '#';

/**
 * No event reports that a page has emptied the registry of highlights, set its list of style sheets anew, or darkened its
 * ground by a class. So the page is looked at this often while something is painted: soon enough for a reader who has
 * switched the theme, and next to nothing for the page (a look at each painted root).
 */
const LOOK_AFTER_MS = 400;

/** How often the focus goes away and comes back, and for how long each time. */
const FLASHES = 2;
const FLASH_MS = 140;

export class Highlights {
  private readonly painter: Painter;
  private readonly keeper: Keeper;
  private readonly standing = new Map<string, FoundStatement>();
  /** Null until the page has been searched once. */
  places: ReadonlyMap<string, Located> | null = null;
  /** Where the chosen passage's words were when the page was searched last. */
  private chosenPlace: Located | undefined;
  /** The statement that the side panel asked for last. */
  shown: string | null = null;
  private readonly searched = new Set<() => void>();
  /** What is painted now. */
  private painted: readonly PaintItem[] = [];
  /** The statements that are looked for now, to see when others are wanted. */
  private wanted = '';

  constructor(
    doc: Document,
    private readonly session: Session,
    private readonly signal: AbortSignal,
    /** The element in whose text statements are looked for, and the nodes in the document whose changes are ours. */
    within: { root: () => Element; ignore: (node: Node) => boolean },
    /** The address under which this page's statements are filed. */
    private readonly address: () => string,
  ) {
    this.painter = createPainter(doc, { signal });
    // A page that follows the system changes its ground under the highlights.
    doc.defaultView
      ?.matchMedia('(prefers-color-scheme: dark)')
      .addEventListener('change', () => this.put(session.state), { signal });
    const looking = setInterval(() => {
      if (doc.visibilityState === 'visible') this.keepLook();
    }, LOOK_AFTER_MS);
    signal.addEventListener('abort', () => clearInterval(looking));
    this.keeper = keepAnchored(doc, {
      signal,
      pause: yieldNow,
      ...within,
      onLocated: (located) => {
        this.chosenPlace = located.get(CHOSEN);
        this.places = new Map([...located].filter(([id]) => id !== CHOSEN));
        this.put(session.state);
        this.followChosen();
        this.tellNotFound();
        for (const listener of this.searched) listener();
      },
    });
  }

  /** Calls the listener after every search of the page. */
  onLocated(listener: () => void): void {
    this.searched.add(listener);
  }

  /** Paints the tags and the choice. Statements that are new to us are looked for first. */
  paint(state: State): void {
    const isHere = atAddress(this.address());
    const statements = [...byStatement(state.tags).values()].flatMap((tags) =>
      tags.slice(-1).map(({ statement }) => statement),
    );
    this.follow(here(state));
    const wanted = statements.map((s) => `${s.id} ${s.updatedAt}`).join();
    if (wanted !== this.wanted) {
      this.wanted = wanted;
      void this.keeper.set(
        statements.flatMap((s) => {
          const selectors = selectorsOf(s, isHere);
          return selectors ? [{ id: s.id, selectors }] : [];
        }),
      );
    }
    this.put(state);
  }

  /** The chosen passage is kept like a stored quote, from where it stands now. */
  private follow(chosen: Chosen | null): void {
    if (this.followed === (chosen?.held ?? null)) return;
    this.followed = chosen?.held ?? null;
    const { selectors } = chosen?.held.statement.target ?? {};
    this.keeper.follow(chosen && selectors ? { id: CHOSEN, selectors } : null, chosen?.range);
  }

  private followed: Held | null = null;

  private put(state: State): void {
    if (this.signal.aborted) return;
    this.standing.clear();
    const items: PaintItem[] = [];
    for (const [statementId, tags] of byStatement(state.tags)) {
      const located = this.places?.get(statementId);
      const statement = tags[0]?.statement;
      if (!located?.range || !statement) continue;
      const { range, outcome, pieces } = located;
      // Words that were not tagged carry no stance: they are only marked as changed, and not counted as found.
      if (outcome === 'changed') items.push({ id: statementId, range, stance: 'outline', outcome });
      if (outcome !== 'exact' && outcome !== 'normalised') continue;
      this.standing.set(statementId, { statementId, range, quote: statement.quote });
      const stance = stanceOf(tags);
      // What stands between parts that moved away from one another was not tagged.
      for (const [i, part] of (pieces.length ? pieces : [range]).entries())
        items.push({
          id: i ? `${statementId}${PART}${i}` : statementId,
          range: part,
          stance,
          outcome,
        });
    }
    for (const { tag, range } of state.unsaved)
      if (range)
        items.push({
          id: tag.tagId,
          range: range.cloneRange(),
          stance: 'outline',
          outcome: 'exact',
        });
    const chosen = here(state)?.range;
    if (chosen) items.push({ id: CHOSEN, range: chosen, stance: 'outline', outcome: 'exact' });
    this.dress(items);
    this.painted = items;
    this.painter.set(items);
    this.painter.focus(chosen ? CHOSEN : this.shown);
  }

  /** Has what is painted look as it should, whatever the page did to registry, style sheets and ground. */
  private keepLook(): void {
    if (!this.painted.length) return;
    this.dress(this.painted);
    this.painter.keep();
  }

  /** Every document and shadow root with something painted in it wears our styles. */
  private dress(items: readonly PaintItem[]): void {
    const seen = new Set<Node>();
    for (const { range } of items) {
      const root = dom.getRootNode(range.startContainer);
      if (seen.has(root)) continue;
      seen.add(root);
      const doc = dom.ownerDocument(range.startContainer);
      if (doc) wearStyles(root, groundOf(doc, range), this.signal);
    }
  }

  /** The page rendered its text anew: the choice follows its words, and is held without them where they are gone. */
  private followChosen(): void {
    const chosen = here(this.session.state);
    if (!chosen || standing(chosen.range)) return;
    const found = chosen.statementId ? this.standing.get(chosen.statementId) : undefined;
    const again = found?.range ?? exactPlace(this.chosenPlace);
    if (!again) return;
    this.session.dispatch({ type: 'found-again', range: again });
    this.put(this.session.state);
  }

  private tellNotFound(): void {
    const notFound: { statementId: string; quote: string; outcome: string }[] = [];
    for (const [statementId, tags] of byStatement(this.session.state.tags)) {
      const outcome = this.places?.get(statementId)?.outcome;
      const statement = tags[0]?.statement;
      if (statement && outcome && !this.standing.has(statementId))
        notFound.push({ statementId, quote: statement.quote, outcome });
    }
    this.session.dispatch({ type: 'searched', notFound });
  }

  /** Where a statement, or what became of it, stands; null for one that is lost or ambiguous. */
  rangeOf(statementId: string): Range | null {
    return this.places?.get(statementId)?.range ?? null;
  }

  /** The statement that stands on the page as it was tagged, if it does. */
  foundOf(statementId: string): FoundStatement | null {
    return this.standing.get(statementId) ?? null;
  }

  /** Draws one statement as the one in focus, until another is. */
  show(statementId: string | null): void {
    this.shown = statementId;
    this.put(this.session.state);
  }

  /** Draws one statement as the one in focus, and twice not, so that the eye finds it. */
  flash(statementId: string): void {
    this.show(statementId);
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (let turn = 1; turn <= 2 * FLASHES; turn++)
      setTimeout(() => {
        // Another has been chosen or shown since.
        if (this.signal.aborted || this.shown !== statementId) return;
        this.painter.focus(turn % 2 ? null : statementId);
      }, turn * FLASH_MS);
  }

  /** The tagged statement under a point of a document's viewport. */
  at(x: number, y: number, within: Document): FoundStatement | null {
    const id = this.painter
      .at(x, y, within)
      .map((one) => one.split(PART)[0] ?? one)
      .find((one) => this.standing.has(one));
    return (id && this.standing.get(id)) || null;
  }

  /** The id of the tagged statement that is exactly this passage, if there is one. */
  statementAtRange(range: Range): string | null {
    const text = passageOf(range)?.quote;
    for (const { statementId, range: mine } of this.standing.values())
      if (overlap(range, mine) && passageOf(mine)?.quote === text) return statementId;
    return null;
  }

  /** All found statements in the order of the page. */
  found(): FoundStatement[] {
    return [...this.standing.values()].sort((a, b) => inReadingOrder(a.range, b.range));
  }
}

/** The chosen passage, where its words are this page's. */
function here(state: State): Chosen | null {
  const chosen = chosenOf(state);
  return chosen?.left ? null : chosen;
}

/** The selectors made on this very page, else those of another representation: the quote is the same. */
function selectorsOf(statement: Statement, isHere: (url: string) => boolean) {
  const target = statement.targets.find((t) => isHere(t.url)) ?? statement.targets[0];
  return target?.selectors;
}

/** Where the very words are; null where they have changed. */
function exactPlace(located: Located | undefined): Range | null {
  const same = located?.outcome === 'exact' || located?.outcome === 'normalised';
  return same ? located.range : null;
}

function byStatement(tags: State['tags']): Map<string, TagOnPage[]> {
  const groups = new Map<string, TagOnPage[]>();
  for (const tag of tags.values()) {
    const group = groups.get(tag.statement.id);
    if (group) group.push(tag);
    else groups.set(tag.statement.id, [tag]);
  }
  return groups;
}

/** How a statement with several tags is painted. */
function stanceOf(tags: readonly TagOnPage[]): PaintItem['stance'] {
  const stances = new Set(tags.map((t) => t.tag.stance));
  if (stances.has('supporting') && stances.has('contrasting')) return 'mixed';
  if (stances.has('supporting')) return 'supporting';
  if (stances.has('contrasting')) return 'contrasting';
  return 'mentioning';
}
