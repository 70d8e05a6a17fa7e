/**
 * How far a paper has come on its way into print, and what of that is over once it is there. No schemas here, so that
 * the light scripts of a page can use it.
 */
import type { PaperFacts } from './paper';

/** CSL's word for a paper that is accepted and not yet in an issue. */
export const IN_PRESS = 'in press';

/** CSL's type for what has not been published by a journal. */
export const PREPRINT = 'article';

/**
 * Facts without what they themselves show to be over: a paper that has its place in a journal is not in press, and what
 * is the article itself is not a preprint of it.
 */
export function settled<T extends PaperFacts>(facts: T): T {
  const { status, volume, issue, preprintOf, doi, type } = facts;
  const over: (keyof PaperFacts)[] = [];
  if (status === IN_PRESS && (volume || issue)) over.push('status');
  if (preprintOf && (type !== PREPRINT || preprintOf === doi)) over.push('preprintOf');
  if (over.length === 0) return facts;
  const rest = { ...facts, sources: { ...facts.sources } };
  for (const field of over) {
    delete rest[field];
    delete rest.sources[field];
  }
  return rest;
}
