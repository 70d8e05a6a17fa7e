/** Editing codebooks of the reader's own: what an edit makes of a text, what it changes in words, and what it affects. */
export { applyEdit, arrived, type Edited, type Retag } from './apply';
export { type Difference, differences } from './differences';
export { changedMeaning, MEANING_FIELDS, type MeaningField, nameOfField } from './meaning';
export { copyOf, emptyOwn, firstOwn, nextVersion } from './next-text';
export { type RecheckReason, recheckWords, type ToRecheck, toRecheck } from './recheck';
export { subtree } from './tree';
