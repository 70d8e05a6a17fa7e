/** The door of the store: for the background and extension pages. Content scripts go through messages. */
export { backUp, type ImportSummary, noteBackup, restore } from './backup';
export type { Quarantined } from './db';
export { asStoreError, InvalidRecord, NotFound, StoreError } from './errors';
export { type KnownWork, knownWorks, type NamedWork } from './known-works';
export { addPaper, correctPaper, findPaper, pageAddress, setStatus } from './papers';
export { sweep } from './quarantine';
export * from './queries';
export {
  changeReview,
  changeSettings,
  createReview,
  currentReview,
  ensureReview,
  settings,
} from './settings';
export { changeTag, deleteTag, NewTag, type SavedTag, saveTag, TagChange, undo } from './tags';
