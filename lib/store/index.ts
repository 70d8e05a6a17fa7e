/** The door of the store: for the background and extension pages. Content scripts go through messages. */
export { alikePapers } from './alike-papers';
export { countAside, quarantined } from './aside';
export { type AsideEntry, countWaiting, listAside, whyNotBack, wrongNow } from './aside-list';
export { setAsideOfPage } from './aside-of-page';
export { type BroughtBack, dismiss, repair, tryAgain } from './bring-back';
export { adoptCodebook, allCodebooks, codebooksFor, saveCodebook } from './codebooks';
export { allCoders, joinCoders, nameReader, type Person, people, reader } from './coders';
export { contents, noteBackup } from './contents';
export { correctPaper, type Joining, wouldJoin } from './correct-paper';
export { beginOpening, isNewerStore } from './db';
export { deleteReview } from './delete-review';
export { keepDrafts, takeDrafts } from './drafts';
export { ChangedSince, InvalidRecord, NotFound } from './errors';
export { notOneStudy, putInFamily, takeFromFamily } from './families';
export { findPaper, paperOfReport } from './find-paper';
export { type History, type HistoryOf, historyOf, type PastStep } from './history';
export type { ImportReport, KindCounts } from './import-plan';
export { joinReviews, reviewsLike } from './join-reviews';
export { knownWorks } from './known-works';
export { countMissing, listDamaged, once, withLeftOut } from './left-out';
export { moveTag } from './move-tag';
export { changeNumberKeys, dealMissingNumberKeys, numberKeysOf } from './number-keys';
export { hasIds, identityOf, quotedReport, sameIdentity } from './page-identity';
export { paperIdOfTag, paperIdsOfStep, papersOnPage } from './paper-ids';
export { type PaperTags, paperTags } from './paper-tags';
export { addPaper, exclusionReasons, knownFacts, placePaper } from './papers';
export { type SweepReport, setAsideBy, sweep, type TableCounts, total } from './quarantine';
export * from './queries';
export {
  type ImportSummary,
  isCommitted,
  previewRestore,
  type RestoreOptions,
  restore,
} from './restore';
export { retarget } from './retarget';
export {
  changeReview,
  changeSettings,
  createReview,
  currentReview,
  ensureReview,
  putInUse,
  settings,
} from './settings';
export type { LeftOut } from './sound-rows';
export {
  datedLater,
  forgetHistory,
  historyBefore,
  lastStep,
  lastUndone,
  type Undoable,
  whatCanBeUndone,
} from './steps';
export { changeTag, deleteTag, deleteTags, type SavedTag, saveTag } from './tags';
export { undo } from './undo';
export { unlistPaper } from './unlist-paper';
export { isLargeStep, isTakenBack } from './whole-steps';
export { checkOwnStep, ownOf } from './whose';
