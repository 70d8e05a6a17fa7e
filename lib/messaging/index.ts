/** The door for content scripts and extension pages; the background's side is `./server`. */

export { ask, connected, Orphaned, RequestFailed, send } from './client';
export { newHandoverKey } from './handover';
export type * from './types';
