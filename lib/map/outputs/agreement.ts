/** Output 9: how far coders agreed, round by round. */
import { influenceKey } from '../../codebook/influences';
import { grouped, type Round, type Tag } from '../../model';
import { type Coefficients, coefficientsOf, type Pairs } from './coefficients';
import { codersByPaper } from './differences';
import type { Evidence } from './evidence';
import { alphaOf, type MeanSd, meanSd } from './reliability';

export interface RoundAgreement {
  round: Round;
  /** Observations: statements of the round that anyone tagged, in papers that two or more coded. */
  n: number;
  /** The same in papers that one coder alone coded: there is nothing to compare them with. */
  alone: number;
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
  const coded = codersByPaper(evidence);
  const byCoder = grouped(tags, ({ coderId }) => evidence.coders.resolve(coderId));
  const paperOf = new Map(tags.map((tag) => [evidence.statementKey(tag), tag.paperId]));
  const isCodedBy = (statement: string, coder: string): boolean =>
    coded.get(paperOf.get(statement) ?? '')?.has(coder) ?? false;
  const people = [...new Set([...papers].flatMap((id) => [...(coded.get(id) ?? [])]))].sort();
  const compared = [...paperOf.keys()].filter(
    (one) => people.filter((coder) => isCodedBy(one, coder)).length > 1,
  );
  const codes = new Map(
    people.map((coder) => [
      coder,
      new Set(
        (byCoder.get(coder) ?? []).map((tag) =>
          codeOf(influenceKey(tag), evidence.statementKey(tag)),
        ),
      ),
    ]),
  );
  // A paper that only one of two coders coded counts neither as agreement nor as disagreement of theirs.
  const pairs = pairsOf(people).map(([a, b]): Pair => {
    const common = compared.filter((one) => isCodedBy(one, a) && isCodedBy(one, b));
    const among = new Set(common);
    const within = (coder: string) =>
      new Set([...(codes.get(coder) ?? [])].filter((code) => among.has(statementOf(code))));
    return { a: within(a), b: within(b), observations: common.length };
  });
  const [given, agreed] = [sum(pairs, codesOf), sum(pairs, agreedOf)];
  const inCompared = new Set(compared);
  const keys = tags
    .filter((tag) => inCompared.has(evidence.statementKey(tag)) || !compared.length)
    .map(influenceKey);
  const influences = [...new Set(keys)].sort().map((key) => ({
    key,
    ...coefficientsOf(tablesOf(key, pairs)),
    // Of the codes themselves: pairs of three coders have each of their codes twice.
    alpha: alphaOf(
      compared.map((one) =>
        people.map((coder) => {
          if (!isCodedBy(one, coder)) return null;
          return codes.get(coder)?.has(codeOf(key, one)) ? 1 : 0;
        }),
      ),
    ),
  }));
  return {
    ...{ round, n: compared.length, alone: paperOf.size - compared.length },
    ...{ codes: given, agreed, coders: people.length },
    positive: given > 0 ? agreed / given : null,
    influences,
    kappa: meanSd(influences.map(({ kappa }) => kappa)),
    pabak: meanSd(influences.map(({ pabak }) => pabak)),
  };
}

const SEPARATOR = '\u0000';
const codeOf = (key: string, statement: string): string => `${key}${SEPARATOR}${statement}`;
const statementOf = (code: string): string => code.slice(code.indexOf(SEPARATOR) + 1);

/** What two coders gave of the statements in papers that both coded. */
interface Pair {
  a: ReadonlySet<string>;
  b: ReadonlySet<string>;
  observations: number;
}

const pairsOf = (coders: readonly string[]): (readonly [string, string])[] =>
  coders.flatMap((one, i) => coders.slice(i + 1).map((other) => [one, other] as const));
const agreedOf = ({ a, b }: Pick<Pair, 'a' | 'b'>): number =>
  [...a].filter((code) => b.has(code)).length;
const codesOf = ({ a, b }: Pair): number => new Set([...a, ...b]).size;
const sum = (pairs: readonly Pair[], of: (pair: Pair) => number): number =>
  pairs.reduce((total, pair) => total + of(pair), 0);

/** Of one influence: given by both, by one of them, by neither; all pairs of coders in one table. */
function tablesOf(key: string, pairs: readonly Pair[]): Pairs {
  const table = [
    [0, 0],
    [0, 0],
  ];
  const ofInfluence = (codes: ReadonlySet<string>) =>
    new Set([...codes].filter((code) => code.startsWith(codeOf(key, ''))));
  for (const pair of pairs) {
    const [a, b] = [ofInfluence(pair.a), ofInfluence(pair.b)];
    const both = agreedOf({ a, b });
    const counts = [
      [both, a.size - both],
      [b.size - both, pair.observations - a.size - b.size + both],
    ];
    counts.forEach((row, i) => {
      row.forEach((count, j) => {
        (table[i] as number[])[j] = (table[i]?.[j] ?? 0) + count;
      });
    });
  }
  return table;
}
