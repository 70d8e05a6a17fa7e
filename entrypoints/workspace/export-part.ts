/**
 * The tags that were chosen in Statements to leave, until the workspace is closed or others are: thousands of ids have no
 * place in the address. Kept above the rooms, so that they are there when Exchange opens.
 */
import { useSyncExternalStore } from 'react';

export interface ChosenTags {
  reviewId: string;
  ids: readonly string[];
  /** On so many statements. */
  statements: number;
  /** What they are called in files and on the screen: "stance supporting". */
  words: string;
}

let chosen: ChosenTags | null = null;
const listeners = new Set<() => void>();

export function chooseTags(tags: ChosenTags | null): void {
  chosen = tags;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Of this review; null where none were chosen. */
export function useChosenTags(reviewId: string): ChosenTags | null {
  const now = useSyncExternalStore(subscribe, () => chosen);
  return now?.reviewId === reviewId ? now : null;
}
