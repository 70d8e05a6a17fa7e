/** The door for content scripts and extension pages; the background's side is `./server`. */

export type * from './bar-types';
export { BAR_PORT, FORWARDED_KEYS, momentOf } from './bar-types';
export { concerns, tellPages } from './change';
export { ask, connected, Orphaned, send } from './client';
export { newHandoverKey } from './handover';
export { isOwnPage } from './own-page';
export { changedTab, pageChanged } from './panel-news';
export { PRIVATE } from './private';
export type * from './types';
