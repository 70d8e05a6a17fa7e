/**
 * The protocol between content scripts, the background and extension pages: types only, so that content
 * scripts carry no validator. `server.ts` validates every message with the schemas in `schemas.ts`.
 * Names say who speaks: `page/*` and `tags/*` go to the background, `to-page/*` go to a tab.
 */
import type {
  Codebook,
  InfluenceRef,
  KnownWork,
  Missing,
  MovedTag,
  NamedWork,
  NewTag,
  PageNow,
  PageReport,
  ReferenceCounts,
  Review,
  Seen,
  Site,
  StanceCounts,
  Statement,
  StoreChange,
  Tag,
  TagChange,
  UnfinishedDraft,
} from '../model';

import type { NumberKeys } from '../tagging';

/** A tag and its statement as tagging mode shows them. */
export interface TagOnPage {
  tag: Tag;
  statement: Statement;
}

/** A site as surfaces outside of the workspace know it. `paperId`: the one paper that reports it. */
export type SiteOffered = Pick<Site, 'id' | 'name' | 'paperId'>;

/** What tagging mode needs to start on a page. */
export interface TaggingState {
  review: Review;
  /** The review's own, in its order, then those that the tags were made with. */
  codebooks: Codebook[];
  paperId: string | null;
  tags: TagOnPage[];
  /** Those that a tag on this page can be about. */
  sites: SiteOffered[];
  /** How many records were left out of all this. */
  leftOut: Missing;
  /** The records are of a newer Bearing: they are shown, and nothing is saved. */
  newer: boolean;
  /** What the number keys 1 to 9 mean in this review. */
  numberKeys: NumberKeys;
  /** Nothing has been tagged in this store yet, in no review. */
  newcomer: boolean;
  /** The influence used last in this review. */
  last: InfluenceRef | null;
  shortcut: string;
  /** Are likely influences suggested unasked? */
  suggestUnasked: boolean;
  /** Keys of tagging mode that the reader has changed, by command. */
  keys: Readonly<Record<string, string>>;
  /** The statement that the reader has opened this tab for; null for none. */
  show: string | null;
  /** Seals unsaved tags for the next copy of the script (handover.ts). */
  handoverKey: string;
}

/** What a write has changed, as it is sent to a tab. */
export interface ToldChange extends StoreChange {
  /** Written by a reader who tags another page: more may follow at once. */
  byTagging?: boolean;
}

/** Requests to the background: payload and answer by name. */
export interface Requests {
  /** A noticed page; the badge follows. `papers` are those whose tags it shows: changes of others are not its own. */
  'page/noticed': {
    in: { report: PageReport; handover?: boolean };
    out: { tags: number; papers: string[] };
  };
  /** A report that this document sent before, for a background that has forgotten it. Nothing is shown for it. */
  'page/remember': { in: { report: NewTag['page'] }; out: null };
  /** The page may be a paper, or a list of papers: the reader is wanted in it. */
  'page/look-closer': { in: Record<string, never>; out: null };
  /** The tab shows a PDF in the browser's own viewer. */
  'page/pdf': { in: Record<string, never>; out: null };
  /** The tab's page is no longer a noticed one (an in-page navigation away). */
  'page/left': { in: Record<string, never>; out: null };
  'page/tagging-state': { in: { report: PageReport }; out: TaggingState };
  /** What the current review knows of works that the page cites or lists, in their order. */
  'papers/known': { in: { works: NamedWork[] }; out: (KnownWork | null)[] };
  /** How many papers of the current review cite each of these works, beside the page's own paper. */
  'papers/cited': { in: { works: NamedWork[] }; out: number[] };
  /** Puts a work that the page lists on the reading list of the current review. */
  /** `eventId` takes it back, and is null where the paper was on the list already. */
  'papers/list': { in: { report: PageReport }; out: { known: KnownWork; eventId: string | null } };
  /** What putting all these works that the page lists on the reading list of the current review would do. */
  'papers/offer': { in: { reports: PageReport[] }; out: ReferenceCounts };
  /** Does it, in one step; `eventId` takes it back, and is null where nothing changed. */
  'papers/list-all': {
    in: { reports: PageReport[] };
    out: { counts: ReferenceCounts; eventId: string | null };
  };
  'tags/save': { in: NewTag; out: TagOnPage & { eventId: string; replaced: Tag | null } };
  'tags/change': { in: { id: string; change: TagChange }; out: { tag: Tag; eventId: string } };
  'tags/delete': { in: { id: string }; out: { eventId: string } };
  /** The tag was meant for another passage. */
  'tags/move': { in: MovedTag; out: TagOnPage & { eventId: string } };
  'tags/undo': { in: { eventId: string }; out: { eventId: string; tag: Tag | null } };
  /** The reader's last step on the page's paper that can be taken back, or done again; from any session. */
  'tags/last-step': {
    in: { report: PageReport; redo: boolean };
    out: { eventId: string | null };
  };
  /** Words that suggest an influence from now on, in a codebook of the reader's own. */
  'codebooks/cue': {
    in: { reviewId: string | undefined; influence: InfluenceRef; cue: string };
    /** The version that was made for it, where the one in use is saved. */
    out: { newVersion: string | null };
  };
  /** What is begun and not saved on this page, all of it each time. `document` names the tab's document. */
  'drafts/keep': {
    in: { address: string; document: string; drafts: UnfinishedDraft[] };
    out: null;
  };
  /** How the page at this address has the quotes that are tagged on it. */
  'statements/seen': { in: { address: string; seen: Seen[] }; out: null };
  /** What an older copy of the script left in this document, and what earlier documents of the tab left on its site. */
  'drafts/take': {
    in: { address: string; document: string };
    out: { own: UnfinishedDraft[]; earlier: UnfinishedDraft[] };
  };
  /** Tagging mode opens its toolbar: the frame that shows this nonce is its own. */
  'bar/open': { in: { nonce: string }; out: null };
  /** The toolbar asks whether the nonce it was given is one of its tab's script. */
  'bar/whose': { in: { nonce: string }; out: { yes: boolean } };
  /** The page does not let the toolbar in: the side panel is the way. */
  'bar/refused': { in: { sentence: string }; out: null };
  /** An extension page changed the store: tabs are notified. Sent by `tellPages` alone. */
  'store/changed': { in: StoreChange; out: null };
  /** An extension page asks for tagging mode in a tab. */
  'tagging/start': { in: { tabId: number }; out: null };
  /** An extension page asks for a page to be read that was not looked at unasked. */
  'page/look': { in: { tabId: number }; out: null };
  /** An extension page asks for the tagging script in a tab, to show what is tagged there; no mode starts. */
  'tagging/show': { in: { tabId: number }; out: null };
  /** An extension page asks for a tab at a statement. It may be closed before the tab shows it. */
  'statement/open': { in: { address: string; statementId: string }; out: null };
  /** Tagging mode asks for the side panel beside its page. Sent from a click: the browser wants a gesture. */
  'panel/open': { in: Record<string, never>; out: null };
}
export type RequestName = keyof Requests;

/** Whether tagging mode is on; `pdf` where it cannot be, because the tab shows a PDF. */
export interface Mode {
  tagging: boolean;
  pdf?: boolean;
}

/** Messages to a tab's content scripts. */
export interface ToPage {
  /** The popup asks the notice script what the page shows. */
  'to-page/report': { in: Record<string, never>; out: PageNow };
  /** As `to-page/report`, answered when the page is not loading. */
  'to-page/settled': { in: Record<string, never>; out: PageNow };
  /** Something was written elsewhere: a page that it concerns asks again for what it shows. */
  'to-page/store-changed': { in: ToldChange; out: null };
  /** You were put into a page that was open before: an older copy may be in it still. */
  'to-page/revived': { in: Record<string, never>; out: null };
  /** Start tagging mode; where it runs it goes on. */
  'to-page/start-tagging': { in: Record<string, never>; out: Mode };
  'to-page/stop-tagging': { in: Record<string, never>; out: Mode };
  /** Whether tagging mode is on; no answer where its script does not run. */
  'to-page/mode': { in: Record<string, never>; out: Mode };
  /** Start tagging mode, or stop it if it runs. */
  'to-page/toggle-tagging': { in: Record<string, never>; out: Mode };
}
export type ToPageName = keyof ToPage;

/** Messages of the background to the extension's own pages. Nobody answers. */
export interface ToPanel {
  /** The background has read what a tab's page shows anew: its paper, or its tags, may be others now. */
  'to-panel/page-changed': { tabId: number };
}

/** Every answer is one of these two: an error never travels as a thrown object. */
export type Answer<T> = { ok: true; value: T } | { ok: false; code: string; sentence: string };

export interface Envelope {
  bearing: 1;
  type: string;
  payload: unknown;
}

export type { PageReport, StanceCounts };
