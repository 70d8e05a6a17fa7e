/** Tally sheets made from tags: the same tags give the same sheet, in whatever order they come. */
import { influenceKey } from '../codebook/influences';
import {
  Basis,
  Direction,
  grouped,
  type InfluenceRef,
  SectionKind,
  Stance,
  type Statement,
  type Tag,
  type TallySheet,
  Voice,
} from '../model';
import type { StatementKey } from './types';

/** What a sheet keeps of a statement. Where it is not given, its tags are counted all the same. */
export type Sheeted = StatementKey &
  Partial<Pick<Statement, 'section' | 'machineLabels' | 'targets' | 'createdAt' | 'updatedAt'>>;

/**
 * The sheets of tags (of any reviews), one for each review and paper.
 * @param statements copies of one quote in a paper are one; the store has none
 */
export function sheetsOfTags(
  tags: readonly Tag[],
  statements: readonly Sheeted[] = [],
): TallySheet[] {
  const known = new Known(statements);
  const papers = grouped(tags, ({ reviewId, paperId }) => `${reviewId} ${paperId}`);
  return [...papers.values()].map((own) => sheetOf(own, known));
}

/** Statements with the same `quoteKey` in one paper are one: the first of them. */
class Known {
  private readonly byId: ReadonlyMap<string, Sheeted>;
  private readonly first = new Map<string, string>();

  constructor(statements: readonly Sheeted[]) {
    this.byId = new Map(statements.map((one) => [one.id, one]));
  }

  find = (id: string): Sheeted | undefined => this.byId.get(id);

  idOf({ paperId, statementId }: Tag): string {
    const quote = this.byId.get(statementId)?.quoteKey;
    if (quote === undefined) return statementId;
    const key = `${paperId} ${quote}`;
    const first = this.first.get(key) ?? statementId;
    this.first.set(key, first);
    return first;
  }
}

/** @param own of one review and paper, at least one */
function sheetOf(own: readonly Tag[], known: Known): TallySheet {
  const { reviewId, paperId } = own[0] as Tag;
  const ids = own.map((tag) => known.idOf(tag));
  const statements = places(ids);
  const coders = places(own.map(({ coderId }) => coderId));
  const refs = new Map(own.map((tag) => [influenceKey(tag), refOf(tag)]));
  const influences = places([...refs.keys()]);
  const rows = own.map((tag, i) => [
    statements.get(ids[i] as string) as number,
    influences.get(influenceKey(tag)) as number,
    coders.get(tag.coderId) as number,
    Stance.options.indexOf(tag.stance),
    Basis.options.indexOf(tag.basis),
    Direction.options.indexOf(tag.direction),
    tag.voice ? Voice.options.indexOf(tag.voice) + 1 : 0,
  ]);
  const labelled = [...statements.keys()].map((id) => labelsOf(known.find(id)));
  const labels = places(labelled.filter((some) => some.length).map((some) => JSON.stringify(some)));
  const changed = new Map<string, number>();
  for (const [i, { updatedAt }] of own.entries()) {
    const id = ids[i] as string;
    changed.set(id, Math.max(changed.get(id) ?? 0, momentOf(updatedAt)));
  }
  return {
    ...{ reviewId, paperId },
    influences: [...influences.keys()].map((key) => refs.get(key) as InfluenceRef),
    coders: [...coders.keys()],
    statements: [...statements.keys()].join(''),
    marks: [...statements.keys()].flatMap((id, i) => {
      const { section, targets, createdAt, updatedAt } = known.find(id) ?? {};
      const start = targets?.[0]?.selectors.position?.start;
      return [
        momentOf(createdAt),
        Math.max(momentOf(updatedAt), changed.get(id) ?? 0),
        section ? SectionKind.options.indexOf(section.kind) + 1 : 0,
        (labels.get(JSON.stringify(labelled[i])) ?? -1) + 1,
        start === undefined ? 0 : start + 1,
      ];
    }),
    labels: [...labels.keys()].map((some) => JSON.parse(some)),
    tags: rows.sort(byNumbers).flat(),
  };
}

const labelsOf = ({ machineLabels = [] }: Partial<Sheeted> = {}): string[] =>
  machineLabels.map(({ by, label }) => `${by}: ${label}`);

const momentOf = (at: string | undefined): number => (at === undefined ? 0 : Date.parse(at) || 0);

const refOf = ({ codebookId, influenceId }: InfluenceRef): InfluenceRef => ({
  codebookId,
  influenceId,
});

/** Each value once, with its place in their order. */
const places = (values: readonly string[]): Map<string, number> =>
  new Map([...new Set(values)].sort().map((value, i) => [value, i]));

function byNumbers(a: readonly number[], b: readonly number[]): number {
  for (const [i, number] of a.entries()) {
    const other = b[i] as number;
    if (number !== other) return number - other;
  }
  return 0;
}
