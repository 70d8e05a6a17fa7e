/** The door of the page reader: what is this page, who wrote it, and what stands in it. */
export type { ListEntry } from './types';
