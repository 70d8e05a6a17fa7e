/**
 * Suggestions: the influences that a statement may be about, each with its reason, for the reader to choose from. Nothing here applies
 * one. By themselves suggestions are silent when unsure (weights.ts, context.ts); on request they are the best there are.
 *
 * Deterministic, and from the codebook's own words: label, aliases and cues, then words related to the label and ways of
 * putting it, and its definition: beside another sign, or on request alone. No network, no model, no store.
 */
import type { Codebook, Influence } from '../../model';
import { influenceKey, influencesOf, type ListedInfluence } from '../influences';
import { type Context, contextOf } from './context';
import { lookUp } from './entries';
import { meant, type Weighed } from './meant';
import { reasonOf, type SuggestionReason } from './reason';
import { sureOf } from './sure';
import { BESIDE, BM25_HALF, DEFINITION, ENOUGH, ENOUGH_ON_REQUEST } from './weights';
import { type Word, wordsOf } from './words';

export { reasonText, type SuggestionReason } from './reason';

export interface Suggestion extends ListedInfluence {
  /** Between 0 and 1: how much speaks for it, not how probable it is. */
  score: number;
  reason: SuggestionReason;
}

export interface SuggestOptions {
  /** The reader has asked: the best there are, however unsure. Default: only what is sure enough to be shown by itself. */
  asked?: boolean;
}

/** Nobody looks at a fourth. */
const MOST = 3;

interface Candidate {
  influence: Influence;
  score: number;
  /** What speaks for it most. */
  best?: Weighed;
  bm25: number;
  /** Is the stem one of its definition's? */
  has: (stem: string) => boolean;
}

/**
 * @param text      a statement, as it is quoted
 * @param codebooks those in use; an influence of several versions is suggested once, under the first
 * @returns at most three, the best first: by score, then the longer phrase, then BM25 over the definitions, then the codebooks' order
 */
export function suggestFor(
  text: string,
  codebooks: readonly Codebook[],
  { asked = false }: SuggestOptions = {},
): Suggestion[] {
  const words = wordsOf(text);
  const context = contextOf(words);
  const enough = asked ? ENOUGH_ON_REQUEST : enoughFor(context);
  const listed = influencesOf(codebooks);
  const ranked = codebooks
    .flatMap((codebook) =>
      candidates(codebook, words, context, asked).map((candidate) => ({ ...candidate, codebook })),
    )
    .filter(({ score }) => score >= enough)
    .sort(
      (a, b) =>
        b.score - a.score || (b.best?.length ?? 0) - (a.best?.length ?? 0) || b.bm25 - a.bm25,
    );
  const seen = new Set<string>();
  const suggestions: Suggestion[] = [];
  for (const { influence, codebook, score, best, has } of ranked) {
    if (suggestions.length === MOST) break;
    const ref = { codebookId: codebook.id, influenceId: influence.id };
    if (seen.has(influenceKey(ref))) continue;
    seen.add(influenceKey(ref));
    const one = listed.find({ ...ref, codebookVersion: codebook.version }) as ListedInfluence;
    suggestions.push({ ...one, score, reason: reasonOf(best, words, has) });
  }
  return suggestions;
}

function enoughFor({ claims, methods, background, unreported }: Context): number {
  if (unreported) return Number.POSITIVE_INFINITY;
  if (methods) return claims ? ENOUGH.method : Number.POSITIVE_INFINITY;
  return claims && !background ? ENOUGH.claim : ENOUGH.plain;
}

/** Two independent reasons as one. */
const either = (a: number, b: number): number => 1 - (1 - a) * (1 - b);

/** BM25 as a share of what a definition can be worth. */
const shareOf = (bm25: number): number => bm25 / (bm25 + BM25_HALF);

/** How much speaks for each influence of a codebook. */
function candidates(
  codebook: Codebook,
  words: readonly Word[],
  context: Context,
  asked: boolean,
): Candidate[] {
  const { phrases, wordings, definitions } = lookUp(codebook);
  const meantWords = words.filter((_, i) => !context.otherSense.has(i));
  const byInfluence = definitions.score(meantWords).map(
    (bm25, i): Candidate => ({
      ...{ influence: codebook.influences[i] as Influence },
      ...{ bm25, score: asked ? DEFINITION * shareOf(bm25) : 0 },
      has: (stem) => definitions.has(stem, i),
    }),
  );
  const worded = wordings.find(words).map(({ at, value: { entry, name } }) => ({
    ...{ value: entry, phrase: name, length: at.length, likeness: 1, at },
  }));
  const found = [...phrases.find(words), ...worded].filter(
    ({ at, value }) =>
      !at.every((i) => context.otherSense.has(i)) &&
      (asked || (value.source !== 'word' && !at.every((i) => context.reporters.has(i)))),
  );
  const all = meant(found, context);
  const sharedBeside = (those: readonly Weighed[]) => {
    const taken = new Set([...context.otherSense, ...those.flatMap(({ at }) => at)]);
    const scores = definitions.score(words.filter((_, i) => !taken.has(i)));
    return (influence: number) => shareOf(scores[influence] ?? 0);
  };
  const counted = asked ? all : sureOf(all, context, sharedBeside(all));
  const beside = asked ? () => 0 : sharedBeside(counted);
  for (const one of counted) {
    const candidate = byInfluence[one.value.influence] as Candidate;
    candidate.score = either(candidate.score, one.worth);
    candidate.best ??= one;
  }
  byInfluence.forEach((candidate, i) => {
    if (candidate.best) candidate.score = either(candidate.score, BESIDE * beside(i));
  });
  return byInfluence;
}
