/** What the background accepts: one line a request, with its shape and who may make it. All else is refused unread. */
import {
  CHANGED_TABLES,
  Id,
  InfluenceRef,
  LONGEST_CUE,
  MOST_PAPERS_NAMED,
  MovedTag,
  NewTag,
  PageReport,
  Seen,
  TagChange,
  UnfinishedDraft,
  z,
} from '../../model';

import type { RequestName } from '../types';

/**
 * Who asks. `page-script`: our script in a web page, whose process may be the page's own. `framed-page`: a page of
 * ours inside a web page. `own-page`: popup, panel, workspace.
 */
export type Asker = 'own-page' | 'page-script' | 'framed-page';

interface Rule {
  payload: z.ZodType;
  from: readonly Asker[];
  /** It reports that something has happened: of several that wait, the last counts (turns.ts). */
  event?: true;
  /** It writes into the store: not from a private window, unless the reader has allowed that there. */
  writes?: true;
  /** It uses the reader's gesture, which ends with the turn that it came in: it waits for nothing. */
  atOnce?: true;
}

const nothing = z.object({}).strict();

const namedWork = z.object({
  doi: z.string().max(2_000).nullish(),
  pmid: z.string().max(20).nullish(),
  title: z.string().max(5_000).nullish(),
});

const storeChange = z
  .object({
    tables: z.array(z.enum(CHANGED_TABLES)).max(CHANGED_TABLES.length),
    paperIds: z.array(Id).max(MOST_PAPERS_NAMED).optional(),
  })
  .strict();

/** More than any page of results lists. */
const listedWorks = z.object({ reports: z.array(PageReport).max(1_000) });

const PAGES: readonly Asker[] = ['page-script', 'own-page'];
const OWN: readonly Asker[] = ['own-page'];
/** The toolbar is a page of the extension in a frame of the page that is read. */
const BAR: readonly Asker[] = ['framed-page'];

const draftPlace = { address: z.string().max(5_000), document: z.string().max(40) };
const nonce = z.object({ nonce: z.string().regex(/^[0-9a-f]{32}$/) });

/** Statements with something begun on them, in one page. */
const MOST_DRAFTS = 100;

/** Tagged quotes of one page. */
const MOST_SEEN = 5_000;

export const requests = {
  'page/noticed': {
    payload: z.object({ report: PageReport, handover: z.boolean().optional() }),
    from: PAGES,
    event: true,
  },
  'page/remember': { payload: z.object({ report: PageReport }), from: PAGES },
  'page/look-closer': { payload: nothing, from: PAGES, event: true },
  'page/pdf': { payload: nothing, from: PAGES, event: true },
  'page/left': { payload: nothing, from: PAGES, event: true },
  'page/tagging-state': { payload: z.object({ report: PageReport }), from: PAGES },
  'papers/known': { payload: z.object({ works: z.array(namedWork).max(2_000) }), from: PAGES },
  'papers/cited': { payload: z.object({ works: z.array(namedWork).max(2_000) }), from: PAGES },
  'papers/list': { payload: z.object({ report: PageReport }), from: PAGES, writes: true },
  'papers/offer': { payload: listedWorks, from: PAGES },
  'papers/list-all': { payload: listedWorks, from: PAGES, writes: true },
  'tags/save': { payload: NewTag, from: PAGES, writes: true },
  'tags/change': {
    payload: z.object({ id: Id, change: TagChange }),
    from: PAGES,
    writes: true,
  },
  'tags/delete': { payload: z.object({ id: Id }), from: PAGES, writes: true },
  'tags/move': { payload: MovedTag, from: PAGES, writes: true },
  'tags/undo': { payload: z.object({ eventId: Id }), from: PAGES, writes: true },
  'tags/last-step': {
    payload: z.object({ report: PageReport, redo: z.boolean() }),
    from: PAGES,
  },
  'drafts/keep': {
    payload: z.object({ ...draftPlace, drafts: z.array(UnfinishedDraft).max(MOST_DRAFTS) }),
    from: PAGES,
    writes: true,
  },
  'statements/seen': {
    payload: z.object({ address: draftPlace.address, seen: z.array(Seen).max(MOST_SEEN) }),
    from: PAGES,
    writes: true,
  },
  // What it takes is gone from where it was kept.
  'drafts/take': { payload: z.object(draftPlace), from: PAGES, writes: true },
  'bar/open': { payload: nonce, from: PAGES },
  'bar/whose': { payload: nonce, from: BAR },
  'bar/refused': {
    payload: z.object({ sentence: z.string().max(500) }),
    from: PAGES,
    event: true,
  },
  'store/changed': { payload: storeChange, from: OWN },
  'tagging/start': { payload: z.object({ tabId: z.number().int() }), from: OWN },
  'page/look': { payload: z.object({ tabId: z.number().int() }), from: OWN },
  'tagging/show': { payload: z.object({ tabId: z.number().int() }), from: OWN },
  'statement/open': {
    payload: z.object({ address: z.string().max(5_000), statementId: Id }),
    from: OWN,
  },
  'codebooks/cue': {
    payload: z.object({
      reviewId: Id.optional(),
      influence: InfluenceRef,
      cue: z.string().min(1).max(LONGEST_CUE),
    }),
    from: PAGES,
    writes: true,
  },
  'panel/open': { payload: nothing, from: [...PAGES, ...BAR], event: true, atOnce: true },
} satisfies Record<RequestName, Rule>;

export const ruleOf = (name: RequestName): Rule => requests[name];

export const EnvelopeSchema = z.object({
  bearing: z.literal(1),
  type: z.string().max(60),
  payload: z.unknown(),
});
