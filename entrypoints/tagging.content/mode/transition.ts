/**
 * What becomes of tagging mode's state (`state.ts`) with each event. Pure: whoever makes an event has asked the page or
 * the store before. An event that means nothing in a state leaves it as it is.
 */
import type { Panel, Pause, TagOnPage, Toast } from '../../../lib/messaging';
import type { InfluenceRef, NewTag, Tag } from '../../../lib/model';
import type { Draft } from '../../../lib/tagging';
import {
  type Begun,
  begunIn,
  type Chosen,
  type ComposingHand,
  chosenIn,
  EMPTY_HAND,
  type EmptyHand,
  type Hand,
  type Held,
  type LeftDraft,
  type ListedWork,
  NO_PANEL,
  newDraft,
  type Peek,
  type ReferenceCard,
  type State,
  type Stored,
  type Tagging,
  type UnsavedTag,
} from './state';

/** What happens in tagging mode alone. */
type TaggingEvent =
  /** A statement is chosen, with what had been begun on it; or none is. */
  | ({ type: 'chosen'; chosen: Chosen } & Begun)
  | { type: 'unchosen' }
  /** The page has replaced the text of the chosen statement, and it was found again. */
  | { type: 'found-again'; range: Range }
  /** A stance or an influence was given to the tag that is put together. */
  | { type: 'drafted'; draft: Draft }
  /** A dial of it was turned. */
  | { type: 'turned'; change: Partial<Draft> }
  | { type: 'typed'; typed: string | null }
  /** It is complete and on its way; `held`: its words and their paper, as they are known by now. */
  | { type: 'sent'; influence: InfluenceRef; held: Held }
  | { type: 'edited'; tagId: string; typed: string | null }
  /** The next tag is a new one, of which this had been begun. */
  | ({ type: 'composed' } & Begun)
  | { type: 'picked-up'; tagId: string }
  | { type: 'put-down' }
  | { type: 'opened'; panel: Panel }
  | { type: 'closed' }
  | { type: 'pointed'; card: ReferenceCard | null }
  | { type: 'listed'; works: readonly ListedWork[]; at: number | null }
  | { type: 'list-moved'; at: number }
  | { type: 'paused'; paused: Pause };

/** What happens in tagging mode or without it. */
type AnyTimeEvent =
  | { type: 'started' }
  | { type: 'stopped' }
  /** Without tagging mode, the pointer rests on a tagged statement; or on none any more. */
  | { type: 'peeked'; peek: Peek | null }
  | { type: 'loading'; loading: boolean }
  | {
      type: 'loaded';
      stored: Stored;
      tags: readonly TagOnPage[];
      last: InfluenceRef | null;
      problem: string | null;
    }
  | { type: 'searched'; notFound: State['notFound'] }
  /** A tag was saved or moved to a statement, of which these are the words that were sent. */
  | { type: 'filed'; tag: TagOnPage; words: NewTag['statement'] }
  | { type: 'changed'; tag: Tag }
  | { type: 'removed'; tagId: string }
  /** Something was undone or redone. */
  | { type: 'stepped' }
  | { type: 'unsaved'; unsaved: readonly UnsavedTag[] }
  | { type: 'left'; left: readonly LeftDraft[] }
  | { type: 'toast'; toast: Toast | null }
  | { type: 'problem'; problem: string | null };

export type ModeEvent = TaggingEvent | AnyTimeEvent;

export function transition(state: State, event: ModeEvent): State {
  switch (event.type) {
    case 'started':
      return state.mode.kind === 'tagging' ? state : { ...state, mode: STARTED };
    case 'stopped':
      return { ...state, mode: { kind: 'showing' }, toast: null, problem: null };
    case 'peeked':
      return state.mode.kind === 'showing'
        ? { ...state, mode: { kind: 'showing', ...(event.peek && { peek: event.peek }) } }
        : state;
    case 'loaded': {
      const { stored, last, problem } = event;
      const tags = new Map(event.tags.map((one) => [one.tag.id, one]));
      const now = { ...state, stored, tags, last: state.last ?? last };
      return withHand({ ...now, problem: problem ?? state.problem }, (hand) => held(hand, tags));
    }
    case 'filed':
      return filed(state, event.tag, event.words);
    case 'changed': {
      const known = state.tags.get(event.tag.id);
      if (!known) return state;
      const tags = new Map(state.tags).set(event.tag.id, { ...known, tag: event.tag });
      return { ...state, tags };
    }
    case 'removed': {
      const tags = new Map(state.tags);
      tags.delete(event.tagId);
      return withHand({ ...state, tags }, (hand) => held(backToNew(hand), tags));
    }
    case 'stepped':
      return withHand(state, backToNew);
    case 'loading':
      return { ...state, loading: event.loading };
    case 'searched':
      return { ...state, notFound: event.notFound };
    case 'unsaved':
      return { ...state, unsaved: event.unsaved };
    case 'left':
      return { ...state, left: event.left };
    case 'toast':
      return { ...state, toast: event.toast };
    case 'problem':
      return { ...state, problem: event.problem };
    default:
      return state.mode.kind === 'tagging' ? tagging(state, state.mode, event) : state;
  }
}

const STARTED: Tagging = {
  ...{ kind: 'tagging', hand: EMPTY_HAND, panel: NO_PANEL },
  ...{ card: null, list: null, paused: false },
};

function tagging(state: State, mode: Tagging, event: TaggingEvent): State {
  const { hand } = mode;
  const set = (change: Partial<Tagging>): State => ({ ...state, mode: { ...mode, ...change } });
  const cleared = (change: Partial<Tagging>): State => ({ ...set(change), problem: null });
  switch (event.type) {
    case 'chosen': {
      const { chosen, draft, typed } = event;
      const next = over(hand, { kind: 'composing', chosen, draft, typed });
      return cleared({ hand: next, panel: NO_PANEL });
    }
    case 'unchosen':
      return cleared({ hand: over(hand, EMPTY_HAND), panel: NO_PANEL });
    case 'found-again':
      return set({ hand: withChosen(hand, (chosen) => ({ ...chosen, range: event.range })) });
    case 'drafted': {
      const next = hand.kind === 'editing' ? null : composing(hand);
      return next ? cleared({ hand: { ...next, draft: event.draft } }) : state;
    }
    case 'turned': {
      // While a saved tag is current, the dials change that tag instead.
      const next = 'chosen' in hand && hand.kind !== 'composing' ? null : composing(hand);
      return next ? set({ hand: { ...next, draft: { ...next.draft, ...event.change } } }) : state;
    }
    case 'typed':
      if (hand.kind === 'empty' || hand.kind === 'moving') return state;
      return set({ hand: { ...hand, typed: event.typed } });
    case 'sent': {
      if (hand.kind !== 'composing') return state;
      const chosen = { ...hand.chosen, held: event.held };
      const next = { ...hand, chosen, draft: newDraft(chosen), typed: null };
      // It is made with this tag: the next one finds it.
      const { codebookId, influenceId } = event.influence;
      return { ...set({ hand: next }), last: { codebookId, influenceId } };
    }
    case 'edited': {
      const chosen = chosenIn(hand);
      const { tagId, typed } = event;
      if (!chosen || !state.tags.has(tagId)) return state;
      return set({ hand: { kind: 'editing', chosen, tagId, typed }, panel: NO_PANEL });
    }
    case 'composed': {
      const chosen = chosenIn(hand);
      const { draft, typed } = event;
      return chosen
        ? set({ hand: { kind: 'composing', chosen, draft, typed }, panel: NO_PANEL })
        : state;
    }
    case 'picked-up': {
      const { tagId } = event;
      if (!state.tags.has(tagId)) return state;
      const under = composing(hand) ?? EMPTY_HAND;
      return set({ hand: { kind: 'moving', tagId, under }, panel: NO_PANEL });
    }
    case 'put-down':
      return hand.kind === 'moving' ? set({ hand: hand.under }) : state;
    case 'opened':
      return opened(event.panel, hand, set) ?? state;
    case 'closed':
      return set({ panel: NO_PANEL });
    case 'pointed':
      return set({ card: event.card });
    case 'listed':
      return set({ list: event.works.length ? { works: event.works, at: event.at } : null });
    case 'list-moved': {
      const { list } = mode;
      return list?.works[event.at] ? set({ list: { ...list, at: event.at } }) : state;
    }
    case 'paused':
      return set({ paused: event.paused });
  }
}

/** A tag that is carried stays so, whatever is chosen meanwhile. */
const over = (hand: Hand, under: EmptyHand | ComposingHand): Hand =>
  hand.kind === 'moving' ? { ...hand, under } : under;

/** The hand in which a new tag of the chosen statement is put together; null where none is chosen. */
function composing(hand: Hand): ComposingHand | null {
  switch (hand.kind) {
    case 'composing':
      return hand;
    // Whoever tags on leaves a tag that was being moved where it is.
    case 'moving':
      return hand.under.kind === 'composing' ? hand.under : null;
    // What is typed belongs to the saved tag.
    case 'saved':
      return { kind: 'composing', chosen: hand.chosen, draft: hand.draft, typed: null };
    case 'editing':
      return {
        ...{ kind: 'composing', chosen: hand.chosen },
        draft: newDraft(hand.chosen),
        typed: null,
      };
    case 'empty':
      return null;
  }
}

/** The tag at hand is one no more. What was typed for it is not lost. */
function backToNew(hand: Hand): Hand {
  const begun = hand.kind === 'editing' || hand.kind === 'saved' ? begunIn(hand) : null;
  if (!begun) return hand;
  const { chosen, draft, typed } = begun;
  return { kind: 'composing', chosen, draft, typed };
}

/** A hand holds no tag that is not there. */
function held(hand: Hand, tags: State['tags']): Hand {
  if (!('tagId' in hand) || tags.has(hand.tagId)) return hand;
  return hand.kind === 'moving' ? hand.under : backToNew(hand);
}

/** A tag is on its statement now; where that is the chosen passage, it is the one at hand. */
function filed(state: State, tag: TagOnPage, words: NewTag['statement']): State {
  const tags = new Map(state.tags);
  // The newest is the last one.
  tags.delete(tag.tag.id);
  tags.set(tag.tag.id, tag);
  return withHand({ ...state, tags }, (hand) => {
    if (chosenIn(hand)?.held.statement !== words) return hand;
    const known = withChosen(hand, (chosen) => ({ ...chosen, statementId: tag.statement.id }));
    if (known.kind === 'composing') return { ...known, kind: 'saved', tagId: tag.tag.id };
    return known.kind === 'saved' ? { ...known, tagId: tag.tag.id, typed: null } : known;
  });
}

function withHand(state: State, change: (hand: Hand) => Hand): State {
  const { mode } = state;
  if (mode.kind !== 'tagging') return state;
  const hand = change(mode.hand);
  return hand === mode.hand ? state : { ...state, mode: { ...mode, hand } };
}

function withChosen(hand: Hand, change: (chosen: Chosen) => Chosen): Hand {
  switch (hand.kind) {
    case 'empty':
      return hand;
    case 'moving':
      return hand.under.kind === 'empty'
        ? hand
        : { ...hand, under: { ...hand.under, chosen: change(hand.under.chosen) } };
    default:
      return { ...hand, chosen: change(hand.chosen) };
  }
}

/** A note, a rule and a site belong to a statement; note and site to a tag that is not being carried elsewhere. */
function opened(panel: Panel, hand: Hand, set: (change: Partial<Tagging>) => State): State | null {
  if ((panel.kind === 'note' || panel.kind === 'site') && hand.kind === 'moving')
    return hand.under.kind === 'composing' ? set({ hand: hand.under, panel }) : null;
  const needsStatement = ['note', 'rule', 'site', 'doubt'].includes(panel.kind);
  return needsStatement && !chosenIn(hand) ? null : set({ panel });
}
