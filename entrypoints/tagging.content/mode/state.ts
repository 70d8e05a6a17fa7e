/**
 * Tagging mode as a value. `transition.ts` is the only code that makes a new one; everything else reads.
 *
 *     showing ◀────────── started / stopped ──────────▶ tagging = one hand × one panel × pointer and list
 *
 *     The hand, in tagging mode:
 *
 *               chosen                   sent, then filed                drafted
 *       empty ─────────▶ composing ───────────────────────▶ saved ─────────────────▶ composing
 *         ▲                │    ▲ ▲                          │  │
 *         └── unchosen ────┤    │ └─ composed, removed ──────┘  │ edited
 *            (from each)   │    └──── composed, removed ─────┐  ▼
 *                          └─────────── edited ───────────▶ editing
 *
 *       each of them ── picked-up ──▶ moving (carries a tag over an empty or a composing hand, which
 *       chosen and unchosen change) ── put-down, drafted, turned, edited ──▶ the hand that was underneath, or editing
 *
 *     composing: keys make a new tag of the chosen statement       editing: they change one of its tags
 *     saved: the dials turn the tag that was just made, the other keys begin a new one
 *
 * A tag is held once, in `tags`; a hand knows it by its id. A statement is chosen in tagging mode
 * only, an edited or carried tag is always in `tags`, and there is one hand at most.
 */
import type { Panel, Pause, SiteOffered, TagOnPage, Toast } from '../../../lib/messaging';
import type {
  ChosenInfluence,
  Codebook,
  InfluenceRef,
  KnownWork,
  NewTag,
  PageReport,
  Review,
  Tag,
} from '../../../lib/model';
import type { ListEntry, Reference } from '../../../lib/page';
import {
  type ChosenKeys,
  DEFAULT_KEYS,
  type Draft,
  EMPTY_DRAFT,
  type KeyMap,
  type NumberKey,
  type Situation,
} from '../../../lib/tagging';
import type { Passage } from '../source/page-text';

/** The statement that keys and buttons act on. */
export interface Chosen extends Passage {
  statementId: string | null;
  /**
   * The passage as it was when it was chosen, and the paper whose words it is: what is saved. The page may replace
   * its text between the choice and the tag.
   */
  held: Held;
  /** The draft of an earlier paper that is being finished, by its id; its words are not on this page. */
  left?: string;
  /** The draft on it came back from an earlier paper: its two keys are kept with it. */
  resumed?: boolean;
}

/** A passage as it was when it was chosen. */
export interface Held {
  statement: NewTag['statement'];
  /** Null while the page is between two articles and the paper of these words is unknown. */
  page: PageReport | null;
  /** The content of this document whose words they are; null where that is unknown. */
  contentId: string | null;
}

/** A tag that the background has not acknowledged. It stays on screen until it has. */
export interface UnsavedTag {
  tag: NewTag;
  /** Where it is; null for a tag taken over from an older copy of this script. */
  range: Range | null;
  state: 'saving' | 'failed';
  sentence: string;
  orphaned: boolean;
}

/** A draft that is not filed because its paper is in doubt, or no longer shown. */
export interface LeftDraft {
  /** Also the id of the tag that is made of it, so that it becomes one tag however often it is sent. */
  id: string;
  held: Held;
  statementId: string | null;
  /** The saved tag whose note it is; its influence and stance are in `draft`. Null for a tag that is to be made. */
  tagId: string | null;
  draft: Draft;
  /** What was in the open note field; null for nothing. */
  typed: string | null;
  /** Where the words were when they were chosen; null where that was in another document. */
  range: Range | null;
  /** The review that was on screen. */
  reviewId: string | undefined;
  /**
   * `waits`: complete, and saved by itself if the page turns out to show its paper. `asked`: the reader decides.
   * `finishing`: it is what keys act on now. `saving`: it is sent, and kept until that is acknowledged.
   */
  state: 'waits' | 'asked' | 'finishing' | 'saving';
}

/** What is behind the citation marker under the pointer. */
export interface ReferenceCard {
  range: Range;
  references: readonly Reference[];
  /** What the review knows of each; null until the background has answered. */
  known: readonly (KnownWork | null)[] | null;
  /** How many papers of the review cite each, beside this one; null until the background has answered. */
  cited: readonly number[] | null;
}

/** The tagged statement that the reader points at without tagging mode. */
export interface Peek {
  statementId: string;
  range: Range;
}

/** A paper that the page lists, and what the review knows of it. */
export interface ListedWork {
  entry: ListEntry;
  known: KnownWork | null;
}

/** What was begun on the chosen statement; `typed` is in the open note field and not kept yet, null for nothing. */
export interface Begun {
  draft: Draft;
  typed: string | null;
}

export type EmptyHand = { kind: 'empty' };
export type ComposingHand = { kind: 'composing'; chosen: Chosen } & Begun;
export type Hand =
  | EmptyHand
  | ComposingHand
  /** `draft`: what is begun beside it; `typed`: of the saved tag's note. */
  | ({ kind: 'saved'; chosen: Chosen; tagId: string } & Begun)
  | { kind: 'editing'; chosen: Chosen; tagId: string; typed: string | null }
  | { kind: 'moving'; tagId: string; under: EmptyHand | ComposingHand };

export interface Tagging {
  kind: 'tagging';
  hand: Hand;
  panel: Panel;
  card: ReferenceCard | null;
  /** The entries of a result list, with the one at hand (an index); null on every other page. */
  list: { works: readonly ListedWork[]; at: number | null } | null;
  paused: Pause;
}

/** What the store holds for this page and this reader. */
export interface Stored {
  review: Review | null;
  codebooks: Codebook[];
  /** Those that a tag on the page can be about. */
  sites: readonly SiteOffered[];
  /** The paper of the page; null while it is in no review. */
  paperId: string | null;
  /** What the keys 1 to 9 mean. */
  numberKeys: readonly NumberKey[];
  /** Nothing has ever been tagged in this store. */
  newcomer: boolean;
  suggestUnasked: boolean;
  shortcut: string;
  keys: KeyMap;
  /** The reader's choice of keys, from which `keys` is made. */
  chosenKeys: ChosenKeys;
}

export interface State {
  /** `showing`: highlights only, no keys; the toolbar is there only for what is not saved, and for what is pointed at. */
  mode: { kind: 'showing'; peek?: Peek } | Tagging;
  stored: Stored;
  /** The tags of this paper, by their ids. */
  tags: ReadonlyMap<string, TagOnPage>;
  /** The page is between two articles: which paper its text belongs to is unknown. */
  loading: boolean;
  /** Statements of this paper that could not be found exactly on this page. */
  notFound: readonly { statementId: string; quote: string; outcome: string }[];
  /** The influence used last. */
  last: InfluenceRef | null;
  unsaved: readonly UnsavedTag[];
  /** Drafts whose paper is in doubt, or no longer shown. */
  left: readonly LeftDraft[];
  toast: Toast | null;
  problem: string | null;
}

export const EMPTY_HAND: EmptyHand = { kind: 'empty' };
export const NO_PANEL: Panel = { kind: 'none' };

export const EMPTY_STATE: State = {
  mode: { kind: 'showing' },
  stored: {
    ...{ review: null, codebooks: [], numberKeys: [], newcomer: false, shortcut: '' },
    ...{ suggestUnasked: false, sites: [], paperId: null },
    ...{ keys: DEFAULT_KEYS, chosenKeys: {} },
  },
  tags: new Map(),
  ...{ loading: false, notFound: [], last: null, unsaved: [], left: [] },
  ...{ toast: null, problem: null },
};

export const handOf = ({ mode }: State): Hand => (mode.kind === 'tagging' ? mode.hand : EMPTY_HAND);

/** The tagged statement that is pointed at without tagging mode; null for none. */
export const peekOf = ({ mode }: State): Peek | null =>
  mode.kind === 'showing' ? (mode.peek ?? null) : null;

export const panelOf = ({ mode }: State): Panel =>
  mode.kind === 'tagging' ? mode.panel : NO_PANEL;

/** The draft that begins a tag of a statement. */
export const newDraft = ({ basis = EMPTY_DRAFT.basis }: Passage): Draft => ({
  ...EMPTY_DRAFT,
  basis,
});

/** What is begun in a hand, with the statement and the tag that it is about; null where none is chosen. */
export function begunIn(hand: Hand): (Begun & { chosen: Chosen; tagId: string | null }) | null {
  switch (hand.kind) {
    case 'empty':
      return null;
    case 'composing':
      return { ...hand, tagId: null };
    case 'moving':
      return begunIn(hand.under);
    case 'editing':
      return { ...hand, draft: newDraft(hand.chosen) };
    case 'saved':
      return hand;
  }
}

export const chosenIn = (hand: Hand): Chosen | null =>
  hand.kind === 'moving' ? chosenIn(hand.under) : hand.kind === 'empty' ? null : hand.chosen;

/** The statement that keys act on; null for none. */
export const chosenOf = (state: State): Chosen | null => chosenIn(handOf(state));

/** The tags of a statement. */
export function tagsOn(tags: State['tags'], statementId: string | null): TagOnPage[] {
  if (statementId === null) return [];
  return [...tags.values()].filter(({ statement }) => statement.id === statementId);
}

/** The tag that the dials turn: the one that is edited, or the one just saved. */
export function targetOf(state: State): Tag | null {
  const hand = handOf(state);
  const id = hand.kind === 'editing' || hand.kind === 'saved' ? hand.tagId : '';
  return state.tags.get(id)?.tag ?? null;
}

/** The draft of an earlier paper that the reader is asked about. */
const askedOf = ({ left }: State): string | undefined =>
  left.find(({ state }) => state === 'asked')?.id;

/**
 * The sites that a tag of a statement can be about: those of the paper whose words it is, and those that no one paper
 * reports. What a page quotes, or keeps of an earlier paper, is of another paper than the page's own.
 */
export function sitesFor(
  { sites, paperId }: Pick<Stored, 'sites' | 'paperId'>,
  { held, left }: Pick<Chosen, 'held' | 'left'>,
): SiteOffered[] {
  const own = left || held.page?.quoted ? null : paperId;
  return sites.filter((site) => site.paperId === undefined || site.paperId === own);
}

/** The card of the citation marker that is pointed at; null for none. */
export const cardOf = ({ mode }: State): ReferenceCard | null =>
  mode.kind === 'tagging' ? mode.card : null;

/** The references of a card that are known not to be on the review's list. */
export const unlistedOn = ({ references, known }: ReferenceCard): Reference[] =>
  references.filter((_, i) => known?.[i] === null);

/** What commands depend on. */
export function situationOf(state: State): Situation {
  const chosen = chosenOf(state);
  const { stored, mode } = state;
  return {
    chosen: chosen !== null,
    sites: (chosen ? sitesFor(stored, chosen) : stored.sites).length > 0,
    list: mode.kind === 'tagging' && mode.list !== null,
    card: cardOf(state) !== null && unlistedOn(cardOf(state) as ReferenceCard).length > 0,
    asked: askedOf(state),
  };
}

/** The influence of a tag that is not saved yet: one that is made with it has its label. */
export const influenceOf = ({
  codebookId,
  influenceId,
  newInfluence,
}: NewTag): ChosenInfluence => ({
  codebookId,
  influenceId,
  ...(newInfluence && { newLabel: newInfluence.label }),
});
