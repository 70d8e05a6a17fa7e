/**
 * What the background does for each request. Every handler begins with the store and ends with it. What a page
 * may reach is checked first (reach.ts). Of what a handler writes, other pages hear by themselves (written.ts), and the
 * page that asked where it is named to the store.
 */

import {
  handoverKey,
  injectReader,
  injectTagging,
  isBarOf,
  mayWriteIn,
  openBar,
  openPanel,
  openTabAt,
  setBadge,
  setTitle,
  shortcutOf,
  takeWantedStatement,
  tellPanels,
  wantsStatement,
} from '../../lib/browser';
import { PRIVATE } from '../../lib/messaging';
import type { From, Handlers } from '../../lib/messaging/background/server';
import type { PageReport } from '../../lib/model';
import { Problem } from '../../lib/model';
import {
  addPaper,
  changeTag,
  checkOwnStep,
  codebooksFor,
  countMissing,
  currentReview,
  deleteTag,
  editCodebook,
  ensureReview,
  hasTags,
  isNewerStore,
  keepDrafts,
  knownWorks,
  lastInfluence,
  lastStep,
  lastUndone,
  listedReference,
  listReferences,
  listReviews,
  moveTag,
  NotFound,
  noteSightings,
  numberKeysOf,
  ON_LIST,
  paperIdOfTag,
  paperIdsOfStatements,
  paperIdsOfStep,
  paperOfReport,
  papersOnPage,
  previewReferences,
  saveTag,
  setAsideOfPage,
  settings,
  sitesForTags,
  statementsOnPage,
  type TaggedStatement,
  tagsOfPaper,
  takeDrafts,
  timesCitedAs,
  undo,
  withLeftOut,
} from '../../lib/store';
import {
  checkAddress,
  checkListed,
  checkPapers,
  checkReport,
  checkSite,
  grant,
  hasListed,
  noteReport,
  noteStep,
  reportOf,
} from './reach';
import {
  isQuiet,
  mayShow,
  noteAsked,
  readAsked,
  readPdfUnasked,
  showTagging,
  startTagging,
} from './tagging';
import { followWrite } from './written';

/** What the current review holds of a page. */
async function onPage(reviewId: string | undefined, report: PageReport) {
  const { value, leftOut } = await withLeftOut(async () => {
    if (!reviewId) return { paper: undefined, statements: [] as TaggedStatement[], aside: [] };
    const held = await statementsOnPage(reviewId, report);
    return { ...held, aside: held.paper ? [] : await setAsideOfPage(report, reviewId) };
  });
  const { paper, statements } = value;
  const tags = statements.flatMap(({ statement, tags: on }) =>
    on.map((tag) => ({ tag, statement })),
  );
  const papers = new Set(tags.map(({ tag }) => tag.paperId));
  if (paper) papers.add(paper.id);
  return { paper, tags, papers: [...papers], leftOut: countMissing([...leftOut, ...value.aside]) };
}

const wantedOf = async ({ tabId }: From, statementIds: readonly string[]) =>
  tabId === undefined ? null : takeWantedStatement(tabId, statementIds);

/** May what is unsaved be left in the page at an update? Not in a private window that writes nothing. */
const mayLeave = async ({ privateWindow }: From) =>
  !privateWindow || (await mayWriteIn(privateWindow.id));

export const handlers: Handlers = {
  'page/noticed': async ({ report, handover }, from) => {
    await noteReport(from, report);
    const { tags, papers } = await onPage((await currentReview())?.id, report);
    await grant(from, papers);
    const answer = { tags: tags.length, papers };
    const { tabId } = from;
    if (tabId === undefined) return answer;
    if (!(await mayShow(tabId, report.url))) {
      // What could not be saved is brought back all the same.
      if (handover) await injectTagging(tabId).catch(() => undefined);
      return answer;
    }
    await setBadge(tabId, tags.length);
    void tellPanels(tabId);
    const { showTagsOnOpen } = await settings();
    const isShown = tags.length > 0 && (showTagsOnOpen || (await wantsStatement(tabId)));
    if (handover || isShown) await injectTagging(tabId).catch(() => undefined);
    return answer;
  },

  'page/remember': async ({ report }, from) => {
    await noteReport(from, report);
    const { papers } = await onPage((await currentReview())?.id, report);
    await grant(from, papers);
    return null;
  },

  'page/look-closer': async (_, { document }) => {
    if (!document) return null;
    const { tabId, url } = document;
    // Opening a page at a statement asks for it.
    const isWanted = await wantsStatement(tabId);
    if (isWanted) await noteAsked(tabId, url);
    const isAsked = isWanted || !(await isQuiet(url));
    // A page that refuses scripts is left unread.
    if (isAsked) await injectReader(document).catch(() => undefined);
    return null;
  },

  'page/look': async ({ tabId }) => {
    await readAsked(tabId);
    return null;
  },

  'page/pdf': async (_, { tabId, privateWindow }) => {
    if (tabId !== undefined && !privateWindow) await readPdfUnasked(tabId);
    return null;
  },

  'page/left': async (_, { tabId }) => {
    if (tabId !== undefined) await setBadge(tabId, 0);
    return null;
  },

  'page/tagging-state': async ({ report }, from) => {
    await checkReport(from, report);
    // Looking writes nothing: a private window begins no review.
    const review = from.privateWindow ? await currentReview() : await ensureReview();
    if (!review) throw new Problem(PRIVATE.code, PRIVATE.sentence);
    const { paper, tags, papers, leftOut } = await onPage(review.id, report);
    await grant(from, papers);
    if (from.tabId !== undefined) {
      await setBadge(from.tabId, tags.length);
      void tellPanels(from.tabId);
    }
    const { keys, suggestUnasked } = await settings();
    return {
      review,
      codebooks: await codebooksFor(
        review,
        tags.map(({ tag }) => tag),
      ),
      paperId: paper?.id ?? null,
      sites: (await sitesForTags(review.id, papers)).map(({ id, name, paperId }) => ({
        ...{ id, name, paperId },
      })),
      tags,
      leftOut,
      newer: await isNewerStore(),
      numberKeys: await numberKeysOf(review),
      newcomer: !(await hasTags()),
      last: await lastInfluence(review.id),
      shortcut: await shortcutOf('toggle-tagging'),
      suggestUnasked,
      keys,
      show: await wantedOf(
        from,
        tags.map(({ statement }) => statement.id),
      ),
      // Without a key nothing unsaved is left in the page's session storage.
      handoverKey: (await mayLeave(from)) ? await handoverKey() : '',
    };
  },

  'papers/known': async ({ works }) => {
    const review = await currentReview();
    return review ? knownWorks(review.id, works) : works.map(() => null);
  },

  'papers/cited': async ({ works }, from) => {
    const review = await currentReview();
    if (!review) return works.map(() => 0);
    const report = await reportOf(from);
    return timesCitedAs(review.id, works, report && (await paperOfReport(report))?.id);
  },

  'papers/list': async ({ report }, from) => {
    checkListed(from, report);
    const review = await ensureReview();
    const [known] = await knownWorks(review.id, [report.paper ?? {}]);
    // On the list already, perhaps read: it stays as it is.
    if (known) return { known, eventId: null };
    const { paper, eventId } = await addPaper(report, review.id, ON_LIST, { origin: from });
    await noteStep(from, eventId);
    const tags = (await tagsOfPaper(review.id, paper.id)).length;
    return { known: { paperId: paper.id, ...ON_LIST, tags }, eventId };
  },

  'papers/offer': async ({ reports }, from) => {
    for (const report of reports) checkListed(from, report);
    const review = await currentReview();
    if (!review) throw new NotFound('review');
    return (await previewReferences(review.id, reports.map(listedReference))).counts;
  },

  'papers/list-all': async ({ reports }, from) => {
    for (const report of reports) checkListed(from, report);
    const { id } = await ensureReview();
    const works = reports.map(listedReference);
    const { counts, eventId } = await listReferences(id, works, { origin: from });
    if (eventId) await noteStep(from, eventId);
    return { counts, eventId };
  },

  'codebooks/cue': async ({ reviewId, influence: { codebookId, influenceId: id }, cue }) => {
    const review = reviewId
      ? (await listReviews()).find((one) => one.id === reviewId)
      : await currentReview();
    const ref = review?.codebooks.find((one) => one.id === codebookId);
    if (!review || !ref) throw new NotFound('codebook');
    const { isNewVersion, book } = await editCodebook(review.id, ref, { edit: 'cue', id, cue });
    return { newVersion: isNewVersion ? book.version : null };
  },

  'tags/save': async (input, from) => {
    await checkReport(from, input.page);
    checkSite(from, input.statement.target.url);
    const saved = await saveTag(input, { origin: from });
    const { isRepeated, tag, statement, eventId, replaced } = saved;
    const { paperId } = tag;
    // A repeated save is answered with the tag as it is now, which may have been taken to another paper since.
    const here = isRepeated ? (await paperOfReport(input.page))?.id : paperId;
    if (paperId !== here) await checkPapers(from, [paperId]);
    await grant(from, [paperId]);
    return { tag, statement, eventId, replaced };
  },

  'tags/change': async ({ id, change }, from) => {
    await checkPapers(from, [await paperIdOfTag(id)]);
    return changeTag(id, change, { origin: from });
  },

  'tags/delete': async ({ id }, from) => {
    await checkPapers(from, [await paperIdOfTag(id)]);
    return deleteTag(id, { origin: from });
  },

  'tags/move': async (input, from) => {
    await checkPapers(from, [await paperIdOfTag(input.id)]);
    await checkReport(from, input.page);
    checkSite(from, input.statement.target.url);
    const moved = await moveTag(input, { origin: from });
    await grant(from, [moved.tag.paperId]);
    return moved;
  },

  'tags/undo': async ({ eventId }, from) => {
    const isListing = await hasListed(from, eventId);
    if (!isListing) await checkPapers(from, await paperIdsOfStep(eventId));
    await checkOwnStep(eventId);
    const undone = await undo(eventId, { origin: from });
    if (isListing) await noteStep(from, undone.eventId);
    return undone;
  },

  'tags/last-step': async ({ report, redo }, from) => {
    await checkReport(from, report);
    const paperIds = await papersOnPage(report);
    if (!paperIds.length) return { eventId: null };
    const step = await (redo ? lastUndone : lastStep)({ paperIds, onTags: true });
    if (!step) return { eventId: null };
    await checkPapers(from, await paperIdsOfStep(step.id));
    return { eventId: step.id };
  },

  'drafts/keep': async ({ address, document, drafts }, from) => {
    await checkAddress(from, address);
    const { tabId } = from;
    if (tabId !== undefined) await keepDrafts({ address, document, tabId }, drafts);
    return null;
  },

  'drafts/take': async ({ address, document }, from) => {
    await checkAddress(from, address);
    const { tabId } = from;
    return tabId === undefined
      ? { own: [], earlier: [] }
      : takeDrafts({ address, document, tabId });
  },

  'statements/seen': async ({ address, seen }, from) => {
    await checkAddress(from, address);
    await checkPapers(from, await paperIdsOfStatements(seen.map((one) => one.statementId)));
    await noteSightings(address, seen);
    return null;
  },

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

  'store/changed': async (change) => {
    followWrite(change);
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

  'statement/open': async ({ address, statementId }) => {
    await openTabAt(address, statementId, showTagging);
    return null;
  },

  // Nothing is awaited before the call: the reader's gesture ends with the turn it came in.
  'panel/open': async (_, { tabId }) => {
    if (tabId !== undefined) await openPanel({ tabId });
    return null;
  },
};
