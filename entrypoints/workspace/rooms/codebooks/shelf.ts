/**
 * What the Codebooks room shows, and in which order. The order does not depend on what is in use, so that no card moves
 * while the reader ticks it.
 */
import { booksInUse, byVersion, isBuiltIn } from '@/lib/codebook';
import type { Codebook, Review } from '@/lib/model';

/** A codebook with the version that is shown of it, and its other ones, the latest first. */
export interface Shelved {
  book: Codebook;
  others: Codebook[];
}

export interface Shelf {
  title: string;
  books: Shelved[];
}

/** The parts of the shelf, in their order, and what of a codebook's kind is in each. */
const PARTS: readonly { title: string; kinds: readonly Codebook['kind'][] }[] = [
  { title: 'Your own', kinds: ['own'] },
  { title: 'What helps or hinders', kinds: ['determinants'] },
  { title: 'How practices become routine', kinds: ['mechanisms'] },
  { title: 'Outcomes', kinds: ['outcomes', 'mixed'] },
  { title: 'Strategies: actions, not influences', kinds: ['strategies'] },
];

/** Of a codebook in use the version that the review uses, of another the latest. Parts without a codebook are left out. */
export function shelvesOf(
  review: Pick<Review, 'codebooks'>,
  all: readonly Codebook[],
): { inUse: Codebook[]; shelves: Shelf[] } {
  const inUse = booksInUse(review, all);
  const books = [...new Set(all.map(({ id }) => id))].flatMap((id) => {
    const versions = all.filter((book) => book.id === id).sort(byVersion);
    const book = inUse.find((one) => one.id === id) ?? versions[0];
    return book ? { book, others: versions.filter((other) => other !== book) } : [];
  });
  const shelves = PARTS.map(({ title, kinds }) => ({
    title,
    // A copy of a framework keeps its kind, and is the reader's own.
    books: books.filter(({ book }) => kinds.includes(isBuiltIn(book.id) ? book.kind : 'own')),
  }));
  return { inUse, shelves: shelves.filter(({ books: some }) => some.length) };
}

const KIND_WORDS: Record<Codebook['kind'], readonly [one: string, many: string]> = {
  determinants: ['determinant', 'determinants'],
  strategies: ['strategy', 'strategies'],
  outcomes: ['outcome', 'outcomes'],
  mechanisms: ['mechanism', 'mechanisms'],
  mixed: ['outcome or determinant', 'outcomes and determinants'],
  own: ['influence of your own', 'influences of your own'],
};

/** "98 determinants, 84 of them under a broader one". */
export function sizeInWords({ kind, influences }: Pick<Codebook, 'kind' | 'influences'>): string {
  const words = `${influences.length} ${KIND_WORDS[kind][influences.length === 1 ? 0 : 1]}`;
  const ids = new Set(influences.map(({ id }) => id));
  const under = influences.filter(({ parent }) => parent !== undefined && ids.has(parent)).length;
  return under ? `${words}, ${under} of them under a broader one` : words;
}

/** "73 strategies": what the entries of a codebook are called. */
export function entriesInWords(kind: Codebook['kind'], count: number): string {
  const one = kind === 'strategies' ? 'strategy' : 'influence';
  const many = kind === 'strategies' ? 'strategies' : 'influences';
  return `${count} ${count === 1 ? one : many}`;
}
