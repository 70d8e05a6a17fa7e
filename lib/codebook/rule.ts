/** The rule of an influence in lines, as every surface shows it: what coders decide by, and examples of both sides. */
import type { Influence } from '../model';

export interface RuleLine {
  term: string;
  text: string;
  /** A quote: shown as one. */
  isQuote?: true;
}

const TERMS = [
  ['include', 'Include'],
  ['exclude', 'Exclude'],
  ['supportNote', 'Supporting'],
  ['contrastNote', 'Contrasting'],
  ['facilitatorNote', 'Facilitator'],
  ['barrierNote', 'Barrier'],
] as const;

const EXAMPLE = { best: 'Best example', 'near-miss': 'Nearest miss' } as const;

/** Lines without words are left out; a definition is shown above them by itself. */
export function ruleLines(influence: Influence): RuleLine[] {
  const rules = TERMS.flatMap(([field, term]) => {
    const text = influence[field];
    return text ? [{ term, text }] : [];
  });
  const examples = (influence.examples ?? []).map(({ kind, quote, paper }): RuleLine => {
    const term = paper ? `${EXAMPLE[kind]} (${paper})` : EXAMPLE[kind];
    return { term, text: quote, isQuote: true };
  });
  return [...rules, ...examples];
}
