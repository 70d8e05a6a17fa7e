/**
 * The nine influences behind the number keys. They keep their numbers while a paper is read, so that the
 * hand can learn them: recently used ones first at the start, then the codebooks' own order.
 */
import type { Codebook, Influence } from '../model';
import type { InfluenceRef } from './draft';

export interface QuickInfluence extends InfluenceRef {
  influence: Influence;
  codebook: Codebook;
}

const QUICK_SLOTS = 9;

/** All influences of the codebooks that can be tagged, in the codebooks' order. */
export function allInfluences(codebooks: readonly Codebook[]): QuickInfluence[] {
  return codebooks.flatMap((codebook) =>
    codebook.influences.map((influence) => ({
      codebookId: codebook.id,
      influenceId: influence.id,
      influence,
      codebook,
    })),
  );
}

/** The list as tagging mode starts. `recent` holds `codebookId/influenceId`, newest first. */
export function quickList(
  codebooks: readonly Codebook[],
  recent: readonly string[],
): QuickInfluence[] {
  const all = allInfluences(codebooks);
  const byKey = new Map(all.map((q) => [`${q.codebookId}/${q.influenceId}`, q]));
  const list = new Set<QuickInfluence>();
  for (const key of recent) {
    const known = byKey.get(key);
    if (known) list.add(known);
  }
  for (const one of all) list.add(one);
  return [...list].slice(0, QUICK_SLOTS);
}

/** An influence found by letters takes the last slot, so that the next time it is one key away. */
export function withFound(
  list: readonly QuickInfluence[],
  found: QuickInfluence,
): QuickInfluence[] {
  if (list.some((q) => q.codebookId === found.codebookId && q.influenceId === found.influenceId))
    return [...list];
  return list.length < QUICK_SLOTS ? [...list, found] : [...list.slice(0, QUICK_SLOTS - 1), found];
}
