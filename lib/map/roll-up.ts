/** Rolling up: what is tagged with an influence counts under its broader influences too. */
import { influenceKey, lineOf } from '../codebook/influences';
import type { InfluenceRef, Tag } from '../model';
import type { MapInfluence } from './types';

/** An influence and those that it is under, upwards. */
export type Broader = (ref: InfluenceRef) => readonly InfluenceRef[];

/** A broader influence that is not among these is left out, and so is what it is under. */
export function broaderOf(influences: readonly MapInfluence[]): Broader {
  const books = new Map<string, Map<string, string | undefined>>();
  for (const { codebookId, influenceId, parent } of influences) {
    const parents = books.get(codebookId) ?? new Map<string, string | undefined>();
    books.set(codebookId, parents.set(influenceId, parent));
  }
  const known = new Map<string, readonly InfluenceRef[]>();
  return (ref) => {
    const key = influenceKey(ref);
    const { codebookId } = ref;
    const parents = books.get(codebookId) ?? new Map<string, string | undefined>();
    const line =
      known.get(key) ??
      [...lineOf(ref, parents)]
        .filter((id) => id === ref.influenceId || parents.has(id))
        .map((influenceId) => ({ codebookId, influenceId }));
    known.set(key, line);
    return line;
  };
}

/**
 * Each tag under its own influence and under every broader one. Counted from tags, as any map is, a paper then counts once
 * in a broader influence, with the stances of all that is under it, and so does a statement that several influences under
 * it have. "Not reported" does not roll up: a paper that does not report one of them may report another.
 */
export function rolledUp(tags: readonly Tag[], influences: readonly MapInfluence[]): Tag[] {
  const broader = broaderOf(influences);
  return tags.flatMap((tag) => broader(tag).map((ref) => ({ ...tag, ...ref })));
}
