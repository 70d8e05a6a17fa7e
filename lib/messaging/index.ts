/** The door for content scripts and extension pages; the background's side is `./server`. */

export { isOwnPage } from './background/own-page';
export { PRIVATE } from './background/private';
export type * from './bar-types';
export { BAR_PORT, FORWARDED_KEYS, hasField, momentOf } from './bar-types';
export { concerns, concernsAll, tellPages } from './change';
export { ask, connected, Orphaned, send } from './page/client';
export { newHandoverKey } from './page/handover';
export { changedTab, pageChanged } from './panel/news';
export type * from './types';
