/** What the interface of tagging mode shows: one plain object, replaced on every change. */
import type { BarPanel, TagOnPage, Toast } from '../../../lib/messaging';
import type {
  Codebook,
  InfluenceRef,
  KnownWork,
  NewTag,
  PageReport,
  Review,
  StanceCounts,
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
} from '../../../lib/tagging';
import type { Passage } from '../source/page-text';

/** The statement that keys and buttons act on. */
export interface Chosen extends Passage {
  statementId: string | null;
  tags: TagOnPage[];
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
  /** Where it stands; null for a tag taken over from an older copy of this script. */
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

/** What stands behind the citation marker under the pointer. */
export interface ReferenceCard {
  range: Range;
  references: readonly Reference[];
  /** What the review knows of each; null until the background has answered. */
  known: readonly (KnownWork | null)[] | null;
}

/** A paper that the page lists, and what the review knows of it. */
export interface ListedWork {
  entry: ListEntry;
  known: KnownWork | null;
}

export interface TaggingView {
  /** `showing`: highlights only, no keys, nothing of ours in the page. */
  mode: 'showing' | 'tagging';
  /** The page is between two articles: which paper its text belongs to is unknown. */
  loading: boolean;
  review: Review | null;
  codebooks: Codebook[];
  /** What the keys 1 to 9 mean. */
  numberKeys: readonly NumberKey[];
  /** Nothing has ever been tagged in this store. */
  newcomer: boolean;
  tags: TagOnPage[];
  counts: StanceCounts;
  shortcut: string;
  keys: KeyMap;
  /** The reader's choice of keys, from which `keys` is made. */
  chosenKeys: ChosenKeys;
  /** Statements of this paper that could not be found exactly on this page. */
  notFound: { statementId: string; quote: string; outcome: string }[];
  current: Chosen | null;
  draft: Draft;
  /** The tag that the dials turn, when the reader picked one. */
  editing: Tag | null;
  /** The tag just saved on the chosen statement. */
  savedHere: Tag | null;
  /** The tag that was picked up and looks for its passage. */
  moving: Tag | null;
  /** The influence used last. */
  last: InfluenceRef | null;
  panel: BarPanel;
  /** What the find field starts with. */
  findFirst: string;
  /** What was typed into the open note field and is not kept yet; null for nothing. */
  typed: string | null;
  toast: Toast | null;
  card: ReferenceCard | null;
  /** The entries of a result list; empty on every other page. */
  listed: ListedWork[];
  /** The entry at hand, an index into `listed`. */
  listAt: number | null;
  unsaved: UnsavedTag[];
  /** Drafts whose paper is in doubt, or no longer shown. */
  left: LeftDraft[];
  problem: string | null;
  /** The page may have the keyboard in an editor that cannot be looked into. */
  paused: boolean;
  orphaned: boolean;
}

export const EMPTY_VIEW: TaggingView = {
  mode: 'showing',
  loading: false,
  review: null,
  codebooks: [],
  numberKeys: [],
  newcomer: false,
  tags: [],
  counts: { supporting: 0, contrasting: 0, mentioning: 0 },
  shortcut: '',
  keys: DEFAULT_KEYS,
  chosenKeys: {},
  notFound: [],
  current: null,
  draft: EMPTY_DRAFT,
  editing: null,
  savedHere: null,
  moving: null,
  last: null,
  panel: 'none',
  findFirst: '',
  typed: null,
  toast: null,
  card: null,
  listed: [],
  listAt: null,
  unsaved: [],
  left: [],
  problem: null,
  paused: false,
  orphaned: false,
};
