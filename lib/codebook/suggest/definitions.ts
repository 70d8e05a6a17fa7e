/**
 * BM25 over the words of each influence's own text (definition, rules, labels): which influence a text is about where it
 * has none of its names. A word that many influences have tells little; how little, the codebook itself shows.
 */
import type { Codebook, Influence } from '../../model';
import { BM25 } from './weights';
import { type Word, wordsOf } from './words';

const textOf = ({
  label,
  aliases,
  cues,
  definition,
  include,
  barrierNote,
  facilitatorNote,
  group,
}: Influence) =>
  [label, ...aliases, ...cues, definition, include, barrierNote, facilitatorNote, group].join('. ');

export interface Definitions {
  /** For the words of a text, the score of each influence in the codebook's order. */
  score(words: readonly Word[]): number[];
  /** Does an influence's own text have this stem? */
  has(stem: string, influence: number): boolean;
}

export function definitionsOf(codebook: Codebook): Definitions {
  const texts = codebook.influences.map((influence) => stems(wordsOf(textOf(influence))));
  const average = texts.reduce((sum, all) => sum + all.length, 0) / (texts.length || 1) || 1;
  const postings = new Map<string, Map<number, number>>();
  texts.forEach((all, influence) => {
    for (const stem of all) {
      const there = postings.get(stem) ?? new Map<number, number>();
      postings.set(stem, there.set(influence, (there.get(influence) ?? 0) + 1));
    }
  });
  const score = (words: readonly Word[]) => {
    const scores = texts.map(() => 0);
    for (const stem of new Set(stems(words))) {
      const having = postings.get(stem);
      if (!having) continue;
      const rarity = Math.log(1 + (texts.length - having.size + 0.5) / (having.size + 0.5));
      for (const [influence, times] of having) {
        const length = 1 - BM25.b + (BM25.b * (texts[influence]?.length ?? 0)) / average;
        const part = (times * (BM25.k1 + 1)) / (times + BM25.k1 * length);
        scores[influence] = (scores[influence] ?? 0) + rarity * part;
      }
    }
    return scores;
  };
  return { score, has: (stem, influence) => postings.get(stem)?.has(influence) ?? false };
}

const stems = (words: readonly Word[]): string[] =>
  words.filter(({ small }) => !small).map(({ stem }) => stem);
