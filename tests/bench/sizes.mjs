/** How much is read and tagged in the benches. */

const TAGS_A_PAPER = 200;

/** A large review: 23 papers with 200 tags each, 4,600 together. The first is long enough to be tagged on. */
export const LARGE_REVIEW = Array.from({ length: 23 }, (_, number) => ({
  number,
  sentences: number ? TAGS_A_PAPER : 4 * TAGS_A_PAPER,
  tags: TAGS_A_PAPER,
}));

/** One paper with as many tags. */
export const onePaper = (tags) => ({ number: 0, sentences: tags, tags });
