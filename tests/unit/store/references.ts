/** References as a library has them, and listing them: whatever any test lists is previewed first. */
import { expect } from 'vitest';
import { type LibraryReference, PaperFacts } from '../../../lib/model';
import { type ListedReferences, listReferences, previewReferences } from '../../../lib/store';
import { pick } from './support';
import type { Walk } from './walks/walk';

export const TITLE = 'Peer support workers in crisis houses: a review';

/** Every field that is given is from a library. */
export function reference(
  facts: Partial<PaperFacts>,
  more: Partial<Omit<LibraryReference, 'facts'>> = {},
): LibraryReference {
  const sources = Object.fromEntries(Object.keys(facts).map((field) => [field, 'library']));
  return { facts: PaperFacts.parse({ ...facts, sources }), notes: [], line: 1, ...more };
}

/** Lists references, after a preview that must report what is then done. */
export async function list(
  reviewId: string,
  references: readonly LibraryReference[],
): Promise<ListedReferences> {
  const preview = await previewReferences(reviewId, references);
  const done = await listReferences(reviewId, references);
  const { eventId: _, ...report } = done;
  expect(report).toEqual(preview);
  return done;
}

const TITLES = [TITLE, 'A citing work whose title is long enough to name it', 'Editorial', ''];
/** A short title names a work only with its author and year. */
const isShort = (title: string) => title === 'Editorial';
const NAMES = ['Ibrahim', 'Mutschler', ''];

/** A reference whose parts are those of few works, so that many are alike. */
export function someReference(next: () => number, line: number): LibraryReference {
  const maybe = <T>(of: readonly T[], part = 0.5) => (next() < part ? pick(next, of) : undefined);
  const title = pick(next, TITLES);
  const family = isShort(title) ? 'Ibrahim' : pick(next, NAMES);
  const doi = maybe(['10.5555/a', '10.5555/b', '10.5555/lib', '10.48550/arxiv.2501.10120']);
  const year = maybe([2019, 2020, 2022], isShort(title) ? 1 : 0.5);
  const [pmid, arxiv] = [maybe(['1', '2'], 0.3), maybe(['2501.10120', '2501.2'], 0.2)];
  const [page, abstract] = [maybe(['1-9', '10-19']), maybe(['What was done.'])];
  return reference(
    {
      ...(title && { title }),
      ...(family && { authors: [{ family }] }),
      ...(doi && { doi }),
      ...(year && { year }),
      ...(pmid && { pmid }),
      ...(arxiv && { arxiv }),
      ...(page && { page }),
      ...(abstract && { abstract }),
      ...(title || doi || pmid || arxiv ? {} : { title: 'Without a name' }),
    },
    { line, notes: next() < 0.3 ? [pick(next, ['Read it.', 'For the discussion.'])] : [] },
  );
}

export const someReferences = (next: () => number, most: number): LibraryReference[] =>
  Array.from({ length: 1 + Math.floor(next() * most) }, (_, i) => someReference(next, i + 1));

/**
 * Two papers that a page or a reference later shows to be one (one was known by its DOI, the other by its PMID)
 * stay two here, and a restore joins them. That is not settled yet: in walks, a reference is known by a DOI or a title.
 */
const isKnownOneWay = ({ facts: { doi = '', pmid, arxiv } }: LibraryReference): boolean =>
  !pmid && !arxiv && !doi.startsWith('10.48550/');

/** A library of a few references comes onto a list. */
export async function listSome(
  { next, events }: Walk,
  reviewId: string | undefined,
): Promise<void> {
  if (!reviewId) return;
  const some = someReferences(next, 6).filter(isKnownOneWay);
  if (!some.length) return;
  const { eventId } = await list(reviewId, some);
  if (eventId) events.push(eventId);
}
