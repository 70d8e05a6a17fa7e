/** What the interface of tagging mode shows: one plain object, replaced on every change. */
import type { TagOnPage } from '../../lib/messaging';
import type { Codebook, InfluenceRef, Review, StanceCounts, Tag } from '../../lib/model';
import type { ListEntry, Reference } from '../../lib/page';
import type { KnownWork, NewTag } from '../../lib/store';
import {
  DEFAULT_KEYS,
  type Draft,
  EMPTY_DRAFT,
  type KeyMap,
  type NumberKey,
} from '../../lib/tagging';
import type { Passage } from './page-text';

/** The statement that keys and buttons act on. */
export interface Chosen extends Passage {
  statementId: string | null;
  tags: TagOnPage[];
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
  review: Review | null;
  codebooks: Codebook[];
  /** What the keys 1 to 9 mean. */
  numberKeys: readonly NumberKey[];
  tags: TagOnPage[];
  counts: StanceCounts;
  shortcut: string;
  keys: KeyMap;
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
  panel: 'none' | 'help' | 'find' | 'note' | 'rule' | 'not-found';
  /** What the find field starts with. */
  findFirst: string;
  toast: {
    kind:
      | 'saved'
      | 'changed'
      | 'moved'
      | 'deleted'
      | 'undone'
      | 'redone'
      | 'at-end'
      | 'at-start'
      | 'choose-first';
    tag: Tag | null;
    replaced: Tag | null;
  } | null;
  card: ReferenceCard | null;
  /** The entries of a result list; empty on every other page. */
  listed: ListedWork[];
  /** The entry at hand, an index into `listed`. */
  listAt: number | null;
  unsaved: UnsavedTag[];
  problem: string | null;
  orphaned: boolean;
}

export const EMPTY_VIEW: TaggingView = {
  mode: 'showing',
  review: null,
  codebooks: [],
  numberKeys: [],
  tags: [],
  counts: { supporting: 0, contrasting: 0, mentioning: 0 },
  shortcut: '',
  keys: DEFAULT_KEYS,
  notFound: [],
  current: null,
  draft: EMPTY_DRAFT,
  editing: null,
  savedHere: null,
  moving: null,
  last: null,
  panel: 'none',
  findFirst: '',
  toast: null,
  card: null,
  listed: [],
  listAt: null,
  unsaved: [],
  problem: null,
  orphaned: false,
};
