/** The rule of an influence in lines, as every surface shows it: what coders decide by, and examples of both sides. */
import type { Influence } from '../model';

export interface RuleLine {
  term: string;
  text: string;
  /** A quote: shown as one. */
  isQuote?: true;
}

/** The rules of an influence: each as a term beside its text, and by name within a sentence. */
export const RULES = {
  include: { term: 'Include', name: 'rule of what to include' },
  exclude: { term: 'Exclude', name: 'rule of what to exclude' },
  supportNote: { term: 'Supporting', name: 'rule of what supports' },
  contrastNote: { term: 'Contrasting', name: 'rule of what contrasts' },
  facilitatorNote: { term: 'Facilitator', name: 'rule of what is a facilitator' },
  barrierNote: { term: 'Barrier', name: 'rule of what is a barrier' },
} as const satisfies Partial<Record<keyof Influence, { term: string; name: string }>>;
export type RuleField = keyof typeof RULES;
export const RULE_FIELDS = Object.keys(RULES) as RuleField[];

/** What the two kinds of examples are called. */
export const EXAMPLE_WORDS = { best: 'Best example', 'near-miss': 'Nearest miss' } as const;

/** Lines without words are left out; a definition is shown above them by itself. */
export function ruleLines(influence: Influence): RuleLine[] {
  const rules = RULE_FIELDS.flatMap((field) => {
    const text = influence[field];
    return text ? [{ term: RULES[field].term, text }] : [];
  });
  const examples = (influence.examples ?? []).map(({ kind, quote, paper }): RuleLine => {
    const term = paper ? `${EXAMPLE_WORDS[kind]} (${paper})` : EXAMPLE_WORDS[kind];
    return { term, text: quote, isQuote: true };
  });
  return [...rules, ...examples];
}
