/** The door of anchoring: describing passages and finding them again. */
export { describe } from './describe';
export { locate, locateInSteps, type Steps } from './locate';
export type { ChangeFlag, Describe, DiffPart, Locate, Located, Outcome } from './types';
