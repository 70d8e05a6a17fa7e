/** The door of the store: for the background and extension pages. Content scripts go through messages. */

export { type Asked, onCommitted, tellAgain } from './committed';
export { beginOpening, isNewerStore } from './db';
export { ChangedSince, InvalidRecord, NotFound } from './errors';
export type { ImportReport, KindCounts } from './merge/import-plan';
export { joinReviews, reviewsLike } from './merge/join-reviews';
export {
  type ImportSummary,
  isCommitted,
  previewRestore,
  type RestoreOptions,
  restore,
} from './merge/restore';
export { alikeInSlices } from './read/alike-papers';
export { countAside, quarantined } from './read/aside';
export { type AsideEntry, countWaiting, listAside, whyNotBack, wrongNow } from './read/aside-list';
export { setAsideOfPage } from './read/aside-of-page';
export {
  type BackupState,
  backupState,
  isBackupDue,
  laterFrom,
  MOST_COUNTED,
} from './read/backup-state';
export { type ChangedQuote, changedQuotes } from './read/changed-quotes';
export { changedSince, type Moment, momentNow } from './read/changed-since';
export {
  type CitedInReview,
  type CitedWork,
  citedInReview,
  type NextToRead,
  readNext,
  timesCited,
  timesCitedAs,
  worksCited,
} from './read/cited-works';
export { tagsByCodebook } from './read/codebook-tags';
export { contents, noteBackup } from './read/contents';
export { type DuplicatePair, duplicatesIn } from './read/duplicates';
export { type FilterRecords, filterRecords } from './read/filter-records';
export { findPaper, paperOfReport } from './read/find-paper';
export { type History, type HistoryOf, historyOf, type PastStep } from './read/history';
export { knownWorks } from './read/known-works';
export { type LastTagged, lastTagged } from './read/last-tagged';
export { countMissing, listDamaged, once, withLeftOut } from './read/left-out';
export { type MapInput, mapInput } from './read/map-input';
export { type NewestStatements, newestStatements } from './read/newest-statements';
export { hasIds, identityOf, quotedReport, reportOf, sameIdentity } from './read/page-identity';
export { paperIdOfTag, paperIdsOfStatements, paperIdsOfStep, papersOnPage } from './read/paper-ids';
export { labelsIn, paperLabels } from './read/paper-labels';
export { paperNumber } from './read/paper-number';
export { type PaperTags, paperTags } from './read/paper-tags';
export {
  countByStance,
  countListed,
  countOnPage,
  countTags,
  hasTags,
  lastInfluence,
  listReviews,
  type PaperState,
  paperState,
  type QuotedStatement,
  quotedOnPage,
  type ReviewData,
  reviewData,
  statementsOnPage,
  type TaggedStatement,
  tagsOfPaper,
} from './read/queries';
export { paperData, type ReadingList, readingList } from './read/reading-list';
export { type RecheckItem, type RecheckQueue, recheckQueue } from './read/recheck';
export { type SiteInUse, type SitesOfPaper, sitesForTags, sitesOfPaper } from './read/sites';
export { type TablesInput, tablesInput } from './read/tables-input';
export { taggedInfluences } from './read/tagged-influences';
export { type TaggedWith, taggedWith } from './read/tagged-with';
export { isLargeStep, isTakenBack } from './read/whole-steps';
export { checkOwnStep, ownOf } from './read/whose';
export { noteSightings } from './sightings';
export {
  chooseFolder,
  chosenFolder,
  keepSnapshot,
  listSnapshots,
  type SnapshotHead,
  snapshotFile,
} from './snapshots';
export {
  datedLater,
  forgetHistory,
  historyBefore,
  lastStep,
  lastUndone,
  type Undoable,
  whatCanBeUndone,
} from './steps';
export { type SweepReport, setAsideBy, sweep, type TableCounts, total } from './sweep/quarantine';
export type { LeftOut } from './sweep/sound-rows';
export { setNotReported } from './write/assess';
export { type BroughtBack, dismiss, repair, tryAgain } from './write/bring-back';
export { adoptCodebook, allCodebooks, codebooksFor, saveCodebook } from './write/codebooks';
export { allCoders, joinCoders, nameReader, type Person, people, reader } from './write/coders';
export type {
  CodingReport,
  FieldEdit,
  PassageFate,
  PassageLine,
  WhyLeft,
} from './write/coding/report';
export { correctPaper, type Joining, wouldJoin } from './write/correct-paper';
export { deleteReview } from './write/delete-review';
export { keepDrafts, takeDrafts } from './write/drafts';
export {
  beginCodebook,
  closeVersion,
  copyCodebook,
  type EditedCodebook,
  editCodebook,
} from './write/edit-codebook';
export { areOpposed, changeEntries, type Decided } from './write/entries';
export { notOneStudy, putInFamily, takeFromFamily } from './write/families';
export { areNamedApart, joinPapers } from './write/join-papers';
export { setLink } from './write/links';
export {
  type CodingOptions,
  type ImportedCoding,
  importCoding,
  previewCoding,
} from './write/list-coding';
export type {
  ReferenceDoubt,
  ReferenceLine,
  ReferencesReport,
} from './write/list-plan';
export {
  type ListedReferences,
  listedReference,
  listReferences,
  previewReferences,
} from './write/list-references';
export { moveTag } from './write/move-tag';
export { changeNumberKeys, dealMissingNumberKeys, numberKeysOf } from './write/number-keys';
export { addPaper, exclusionReasons, knownFacts, ON_LIST, placePaper } from './write/papers';
export { recheckTags } from './write/recheck';
export { retarget } from './write/retarget';
export { moveCodebook, putInUse } from './write/review-codebooks';
export {
  changeReview,
  changeSettings,
  createReview,
  currentReview,
  ensureReview,
  type SettingsChange,
  settings,
} from './write/settings';
export {
  type Renamed,
  removeAttribute,
  type SavedAttribute,
  saveAttribute,
  setAttributeValue,
} from './write/tables/attributes';
export { removeDecision, type SavedDecision, saveDecision } from './write/tables/decisions';
export { removeFinding, type SavedFinding, saveFinding } from './write/tables/findings';
export {
  removeMeasure,
  type SavedAnswers,
  type SavedMeasure,
  saveAnswers,
  saveMeasure,
} from './write/tables/measures';
export { removeMemo, type SavedMemo, saveMemo } from './write/tables/memos';
export { changeFlow, countSearch, numberPaper, setReporting } from './write/tables/reporting';
export { removeRound, type SavedRound, saveRound } from './write/tables/rounds';
export { removeSite, type SavedSite, saveSite } from './write/tables/sites';
export {
  type ChangedTags,
  changeTag,
  changeTags,
  deleteTag,
  deleteTags,
  type SavedTag,
  saveTag,
} from './write/tags';
export { undo } from './write/undo';
export { unlistPaper, unlistPapers } from './write/unlist-paper';
