/** A page's list of papers as a whole, read in slices: what can be read of it, and what cannot. */
import { type ListEntry, LONGEST_TITLE } from './types';

/** More than any page of results has; a page that lists more is not read to its end. */
const MOST_ENTRIES = 500;
/** Milliseconds without giving the page a turn: a frame has 16. */
const SLICE_MS = 12;

export interface PageList {
  /** In page order. */
  entries: ListEntry[];
  /** So many entries name no title, or have a text in its place that is too long for one. */
  unread: number;
  /** The page lists more than is read of it. */
  isCut: boolean;
}

/** @param pause gives the page a turn */
export async function inSlices(
  found: Iterable<ListEntry | null>,
  pause: () => Promise<void>,
  now = () => performance.now(),
): Promise<PageList> {
  const list: PageList = { entries: [], unread: 0, isCut: false };
  let began = now();
  for (const entry of found) {
    if (list.entries.length + list.unread === MOST_ENTRIES) return { ...list, isCut: true };
    if (entry && entry.title.length <= LONGEST_TITLE) list.entries.push(entry);
    else list.unread += 1;
    if (now() - began < SLICE_MS) continue;
    await pause();
    began = now();
  }
  return list;
}
