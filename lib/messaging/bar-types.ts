/**
 * What tagging mode's toolbar (a page of the extension in a frame of the page that is read) and the tagging
 * script say to each other. The script holds the state and sends plain parts of it; the toolbar sends back what
 * the reader asked for. Types and names only: no validator in here.
 */
import type {
  ChosenInfluence,
  ChosenSite,
  Codebook,
  InfluenceRef,
  KnownWork,
  ListOffer,
  Review,
  Stance,
  StanceCounts,
  Tag,
} from '../model';
import type { Reference } from '../page/types';

import type { Asked, ChosenKeys, Draft, NumberKey } from '../tagging';
import type { SiteOffered, TagOnPage } from './types';

/** The port by which the toolbar in the side panel reaches the script of its tab. */
export const BAR_PORT = 'bearing-bar';

/** Keys that are forwarded to an open field, beside letters. */
export const FORWARDED_KEYS: ReadonlySet<string> = new Set([
  'Backspace',
  'Enter',
  'Escape',
  'ArrowDown',
  'ArrowUp',
]);

/** A rectangle in the page's viewport, CSS pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Why a passage is hardly a statement: far too long, an entry of the reference list, about access to the article. */
export type Doubt = 'long' | 'reference' | 'access';

/** What is open in the toolbar. */
export type Panel =
  | { kind: 'none' | 'help' | 'meanings' | 'not-found' }
  /** A complete tag that is not saved yet: the reader is asked about its passage. */
  | { kind: 'doubt'; why: Doubt }
  /** What putting all papers of the page on the reading list would do. */
  | { kind: 'list-all'; offer: ListOffer }
  /** These belong to the chosen statement. */
  | { kind: 'note' | 'rule' | 'site' }
  /** `first`: the letters that the search starts with. `suggest`: while nothing is typed, what is likely is listed first. */
  | { kind: 'find'; first: string; suggest?: boolean };

/** Those that are opened by their name alone. */
export type PanelKind = Exclude<Panel['kind'], 'doubt' | 'list-all'>;

/** Panels with a field to type in, which the keyboard goes to. */
export const hasField = ({ kind }: Panel): boolean =>
  kind === 'find' || kind === 'note' || kind === 'site';

/**
 * Why keys are not commands now; false while they are. `page`: it may have the keyboard in an editor that cannot be looked
 * into. `input-method`: one is composing what is typed. `taken`: another extension has the keys before us.
 */
export type Pause = false | 'page' | 'input-method' | 'taken';

export type ToastKind =
  | 'saved'
  | 'listed'
  | 'changed'
  | 'moved'
  | 'deleted'
  | 'discarded'
  | 'undone'
  | 'redone'
  | 'at-end'
  | 'at-start'
  | 'cue'
  | 'choose-first';

export interface Toast {
  kind: ToastKind;
  tag: Tag | null;
  replaced: Tag | null;
  /** What was taken away, or back, before it was a tag. */
  draft: { stance: Stance | null; influence: ChosenInfluence | null } | null;
  /** The version of the codebook that was made for it. */
  newVersion?: string | null;
  /** So many papers were put on the reading list. */
  papers?: number;
}

/** A tag that is not saved, as the toolbar shows it. */
export interface UnsavedOnBar {
  tagId: string;
  influence: ChosenInfluence;
  stance: Stance;
  quote: string;
  state: 'saving' | 'failed';
  sentence: string;
  orphaned: boolean;
}

/** A draft whose paper is in doubt, or no longer shown. */
export interface LeftOnBar {
  id: string;
  /** What its paper is called; null where that is unknown. */
  paper: string | null;
  quote: string;
  stance: Stance | null;
  influence: ChosenInfluence | null;
  note: string;
  /** It is the note of a tag that is saved. */
  ofTag: boolean;
  /** It can be saved as it is. */
  ready: boolean;
  state: 'waits' | 'asked' | 'finishing';
}

/** The statement that keys and buttons act on. */
export interface StatementOnBar {
  statementId: string | null;
  quote: string;
  tags: TagOnPage[];
  /** Those that a tag on it can be about. */
  sites: SiteOffered[];
  /** What its paper is called, where that is another one than the page shows. */
  elsewhere: string | null;
}

/** What is begun on it; `typed` is what the open note field has beside the kept note, null for nothing. */
interface BegunOnBar {
  draft: Draft;
  typed: string | null;
}

type EmptyOnBar = { kind: 'empty' };
type ComposingOnBar = { kind: 'composing'; statement: StatementOnBar } & BegunOnBar;

/** What keys and buttons do: the script's chart of tagging mode (mode/state.ts), with tags in the place of their ids. */
export type HandOnBar =
  | EmptyOnBar
  | ComposingOnBar
  | ({ kind: 'saved'; statement: StatementOnBar; tag: Tag } & BegunOnBar)
  | { kind: 'editing'; statement: StatementOnBar; tag: Tag; typed: string | null }
  | { kind: 'moving'; tag: Tag; under: EmptyOnBar | ComposingOnBar };

/** A work that a citation marker cites, without its element: what is sent is plain. */
export type CitedOnBar = Pick<
  Reference,
  'id' | 'label' | 'title' | 'text' | 'firstAuthor' | 'year' | 'doi'
>;

/** What the toolbar shows: one plain object, replaced part by part. */
export interface BarView {
  /** `showing`: highlights only; the toolbar is there only for what is not saved. */
  mode: 'showing' | 'tagging';
  review: Review | null;
  codebooks: readonly Codebook[];
  /** What the keys 1 to 9 mean. */
  numberKeys: readonly NumberKey[];
  /** Nothing has ever been tagged in this store. */
  newcomer: boolean;
  /** Are likely influences shown unasked? */
  suggestUnasked: boolean;
  /** How many tags this paper has on this page's account. */
  tagged: number;
  counts: StanceCounts;
  shortcut: string;
  keys: ChosenKeys;
  notFound: readonly { statementId: string; quote: string; outcome: string }[];
  hand: HandOnBar;
  /** The influence used last. */
  last: InfluenceRef | null;
  panel: Panel;
  toast: Toast | null;
  card: {
    references: readonly CitedOnBar[];
    known: readonly (KnownWork | null)[] | null;
    /** How many papers of the review cite each, beside this one. */
    cited: readonly number[] | null;
  } | null;
  /** The tags of the statement that is pointed at without tagging mode; null for none. */
  peek: readonly TagOnPage[] | null;
  listed: { known: KnownWork | null }[];
  listAt: number | null;
  unsaved: UnsavedOnBar[];
  left: LeftOnBar[];
  problem: string | null;
  paused: Pause;
}

/** Where things are in the page's viewport; a part that is out of sight or not there is null. */
export interface Anchors {
  current: Box | null;
  card: Box | null;
  listed: (Box | null)[];
}

/**
 * `show`: scroll to what became of its words. `similar`: carry its tag to the sentence that is most like it. `choose`: carry
 * its tag until a passage is chosen. `delete`: its tags.
 */
export type NotFoundDeed = 'show' | 'similar' | 'choose' | 'delete';

/** What the reader asked for at the toolbar. */
export type BarCommand =
  /** A command of the list, as by its key. */
  | { do: 'run'; asked: Asked }
  | { do: 'influence'; influence: InfluenceRef }
  /** A second time asked for: an influence of this label is made with the tag. */
  | { do: 'new-influence'; label: string }
  /** Null: about no site. One with a name is made with the tag. */
  | { do: 'site'; site: ChosenSite | null }
  | { do: 'show'; panel: PanelKind }
  /** Edit this tag; null ends editing. */
  | { do: 'edit'; tagId: string | null }
  | { do: 'remove'; tagId: string }
  /** Puts the reference of this id, which the card shows, on the reading list. */
  | { do: 'list-reference'; id: string }
  /** About a statement that is not on the page as it was tagged. */
  | { do: 'not-found'; deed: NotFoundDeed; statementId: string }
  | { do: 'cancel-move' }
  /** A letter was typed into the note: kept as typed, not saved. */
  | { do: 'typed'; note: string }
  | { do: 'keep-note'; note: string }
  | { do: 'retry' }
  | { do: 'discard'; tagId: string }
  /** About the draft of this id: keep it for its paper, or discard it. */
  | { do: 'answer'; id: string; keep: boolean }
  | { do: 'reload-page' };

/**
 * A key that was pressed, with the moment, in ms since 1970. Documents that were loaded at other times may differ by as
 * long as the machine slept in between.
 */
export interface Pressed {
  key: string;
  at: number;
}

/** The moment of an event in a window, to be compared with moments of other documents. */
export const momentOf = ({ timeStamp }: Event, { performance }: Window): number =>
  performance.timeOrigin + timeStamp;

/** From the script to the toolbar. */
export type ToBar =
  | { view: Partial<BarView> }
  | { anchors: Anchors }
  /** The toolbar has the keyboard now: into the open field. */
  | { focus: true }
  /** The keyboard has left the page: nothing more is forwarded. */
  | { end: true }
  /** Pressed on the page while the keyboard was on its way: letters, `Backspace`, `Enter` or `Escape`. */
  | { keys: Pressed[] }
  /** The Tab key has left the chosen passage: to the first control. */
  | { enter: true }
  /** The answer to `clear`. */
  | { clear: { turn: number; ok: boolean } };

/** From the toolbar to the script. */
export type FromBar =
  /** The background has said that the toolbar belongs to this script. */
  | { ready: true }
  | { command: BarCommand }
  /** The parts of the viewport that the toolbar covers now. */
  | { boxes: Box[] }
  /** The field that was to be opened is there, with the caret in it. */
  | { field: true }
  /** May a click here count? Answered by `clear`. */
  | { clear: { turn: number; x: number; y: number } }
  /** The Tab key has left the last control, or the first one backwards: to what is beside the passage. */
  | { tabOut: 'forwards' | 'backwards' }
  /** The toolbar wants the page to have the keyboard again. */
  | { release: true };
