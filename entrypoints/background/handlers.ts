/** What the background does for each request. Every handler begins with the store and ends with it. */
import {
  handoverKey,
  injectReader,
  injectTagging,
  isBarOf,
  openBar,
  openPanel,
  setBadge,
  setTitle,
  shortcutOf,
  tellAllPages,
} from '../../lib/browser';
import type { Handlers } from '../../lib/messaging/server';
import {
  addPaper,
  changeTag,
  codebooksOf,
  currentReview,
  deleteTag,
  ensureReview,
  hasTags,
  keepDrafts,
  knownWorks,
  lastInfluence,
  moveTag,
  numberKeysOf,
  saveTag,
  settings,
  statementsOnPage,
  tagsOfPaper,
  takeDrafts,
  undo,
} from '../../lib/store';
import { showTagging, startTagging } from './tagging';

/** Tabs, the one that asked included, look again at what they show. Nobody waits for them. */
const tellTabs = () => void tellAllPages('to-page/tags-changed');

export const handlers: Handlers = {
  'page/noticed': async ({ report, handover }, { tabId }) => {
    const review = await currentReview();
    const here = review ? (await statementsOnPage(review.id, report)).statements : [];
    const tags = here.reduce((sum, one) => sum + one.tags.length, 0);
    if (tabId === undefined) return { tags };
    await setBadge(tabId, tags);
    const { showTagsOnOpen } = await settings();
    if (handover || (tags > 0 && showTagsOnOpen)) await injectTagging(tabId).catch(() => undefined);
    return { tags };
  },

  'page/look-closer': async (_, { tabId }) => {
    // A page that refuses scripts is left at what it told machines.
    if (tabId !== undefined) await injectReader(tabId).catch(() => undefined);
    return null;
  },

  'page/left': async (_, { tabId }) => {
    if (tabId !== undefined) await setBadge(tabId, 0);
    return null;
  },

  'page/tagging-state': async ({ report }) => {
    const review = await ensureReview();
    const { paper, statements } = await statementsOnPage(review.id, report);
    return {
      review,
      codebooks: await codebooksOf(review),
      paperId: paper?.id ?? null,
      tags: statements.flatMap(({ statement, tags }) => tags.map((tag) => ({ tag, statement }))),
      numberKeys: await numberKeysOf(review),
      newcomer: !(await hasTags()),
      last: await lastInfluence(review.id),
      shortcut: await shortcutOf('toggle-tagging'),
      keys: (await settings()).keys,
      handoverKey: await handoverKey(),
    };
  },

  'papers/known': async ({ works }) => {
    const review = await currentReview();
    return review ? knownWorks(review.id, works) : works.map(() => null);
  },

  'papers/list': async ({ report }) => {
    const review = await ensureReview();
    const [known] = await knownWorks(review.id, [report.paper ?? {}]);
    // On the list already, perhaps read: it stays as it is.
    if (known) return known;
    const paper = await addPaper(report, review.id, 'to-read');
    tellTabs();
    const tags = (await tagsOfPaper(review.id, paper.id)).length;
    return { paperId: paper.id, status: 'to-read', tags };
  },

  'tags/save': async (input) => {
    const { tag, statement, eventId, replaced } = await saveTag(input);
    tellTabs();
    return { tag, statement, eventId, replaced };
  },

  'tags/change': async ({ id, change }) => {
    const changed = await changeTag(id, change);
    tellTabs();
    return changed;
  },

  'tags/delete': async ({ id }) => {
    const deleted = await deleteTag(id);
    tellTabs();
    return deleted;
  },

  'tags/move': async (input) => {
    const moved = await moveTag(input);
    tellTabs();
    return moved;
  },

  'tags/undo': async ({ eventId }) => {
    const undone = await undo(eventId);
    tellTabs();
    return undone;
  },

  'drafts/keep': async ({ address, document, drafts }, { tabId }) => {
    if (tabId !== undefined) await keepDrafts({ address, document, tabId }, drafts);
    return null;
  },

  'drafts/take': async ({ address, document }, { tabId }) =>
    tabId === undefined
      ? { drafts: [], sameDocument: false }
      : takeDrafts({ address, document, tabId }),

  'bar/open': async ({ nonce }, { tabId }) => {
    if (tabId !== undefined) await openBar(tabId, nonce);
    return null;
  },

  'bar/whose': async ({ nonce }, { tabId }) => ({
    yes: tabId !== undefined && (await isBarOf(tabId, nonce)),
  }),

  'bar/refused': async ({ sentence }, { tabId }) => {
    if (tabId !== undefined) await setTitle(tabId, sentence);
    return null;
  },

  'store/changed': async () => {
    tellTabs();
    return null;
  },

  'tagging/start': async ({ tabId }) => {
    await startTagging(tabId);
    return null;
  },

  'tagging/show': async ({ tabId }) => {
    await showTagging(tabId);
    return null;
  },

  // Nothing is awaited before the call: the reader's gesture ends with the turn it came in.
  'panel/open': async (_, { tabId }) => {
    if (tabId !== undefined) await openPanel({ tabId });
    return null;
  },
};
