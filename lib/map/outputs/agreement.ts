/** Output 9: how far coders agreed, round by round. */
import { influenceKey } from '../../codebook/influences';
import { grouped, type Round, type Tag } from '../../model';
import { type Coefficients, coefficientsOf, type Pairs } from './coefficients';
import type { Evidence } from './evidence';
import { alphaOf, type MeanSd, meanSd } from './reliability';

export interface RoundAgreement {
  round: Round;
  /** Observations: statements of the round that anyone tagged. */
  n: number;
  /** Observation x influence, given by either of two coders; over all pairs of coders. */
  codes: number;
  /** Given by both. */
  agreed: number;
  /** agreed / codes, 0 to 1; null where there is nothing to agree on, or one coder alone. */
  positive: number | null;
  coders: number;
  /** Of each influence that either gave: over the observations of the round. */
  influences: readonly ({ key: string } & Coefficients)[];
  /** Over the influences of which it can be estimated. */
  kappa: MeanSd;
  pabak: MeanSd;
}

export const agreementByRound = (evidence: Evidence): RoundAgreement[] => evidence.once(roundsOf);

function roundsOf(evidence: Evidence): RoundAgreement[] {
  const { rounds, tags } = evidence.records;
  const shown = [...rounds].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  return shown.map((round) => agreementIn(round, tags, evidence));
}

function agreementIn(round: Round, all: readonly Tag[], evidence: Evidence): RoundAgreement {
  const papers = new Set(round.paperIds);
  const statements = round.statementIds && new Set(round.statementIds);
  const tags = all.filter(
    ({ paperId, statementId }) => papers.has(paperId) && (statements?.has(statementId) ?? true),
  );
  const observations = new Set(tags.map((tag) => evidence.statementKey(tag)));
  const given = new Map<string, Set<string>>();
  for (const [coder, own] of grouped(tags, ({ coderId }) => evidence.coders.resolve(coderId)))
    given.set(
      coder,
      new Set(own.map((tag) => codeOf(influenceKey(tag), evidence.statementKey(tag)))),
    );
  const pairs = pairsOf([...given.values()]);
  const [codes, agreed] = [sum(pairs, codesOf), sum(pairs, agreedOf)];
  const influences = [...new Set(tags.map(influenceKey))].sort().map((key) => ({
    key,
    ...coefficientsOf(tablesOf(key, pairs, observations.size)),
    // Of the codes themselves: pairs of three coders have each of their codes twice.
    alpha: alphaOf(
      [...observations].map((one) =>
        [...given.values()].map((codes) => (codes.has(codeOf(key, one)) ? 1 : 0)),
      ),
    ),
  }));
  return {
    ...{ round, n: observations.size, codes, agreed, coders: given.size },
    positive: codes > 0 ? agreed / codes : null,
    influences,
    kappa: meanSd(influences.map(({ kappa }) => kappa)),
    pabak: meanSd(influences.map(({ pabak }) => pabak)),
  };
}

const codeOf = (key: string, statement: string): string => `${key}\u0000${statement}`;

type Pair = readonly [ReadonlySet<string>, ReadonlySet<string>];

const pairsOf = (coders: readonly ReadonlySet<string>[]): Pair[] =>
  coders.flatMap((one, i) => coders.slice(i + 1).map((other): Pair => [one, other]));
const agreedOf = ([a, b]: Pair): number => [...a].filter((code) => b.has(code)).length;
const codesOf = ([a, b]: Pair): number => new Set([...a, ...b]).size;
const sum = (pairs: readonly Pair[], of: (pair: Pair) => number): number =>
  pairs.reduce((total, pair) => total + of(pair), 0);

/** Of one influence: given by both, by one of them, by neither; all pairs of coders in one table. */
function tablesOf(key: string, pairs: readonly Pair[], observations: number): Pairs {
  const table = [
    [0, 0],
    [0, 0],
  ];
  const ofInfluence = (codes: ReadonlySet<string>) =>
    new Set([...codes].filter((code) => code.startsWith(codeOf(key, ''))));
  for (const [a, b] of pairs.map(([one, other]): Pair => [ofInfluence(one), ofInfluence(other)])) {
    const both = agreedOf([a, b]);
    const counts = [
      [both, a.size - both],
      [b.size - both, observations - a.size - b.size + both],
    ];
    counts.forEach((row, i) => {
      row.forEach((count, j) => {
        (table[i] as number[])[j] = (table[i]?.[j] ?? 0) + count;
      });
    });
  }
  return table;
}
