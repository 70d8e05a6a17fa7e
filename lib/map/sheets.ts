/** Sheets made from tags and statements: the same records give the same sheets, in whatever order they come. */
import { influenceKey } from '../codebook/influences';
import {
  Basis,
  grouped,
  type InfluenceRef,
  Stance,
  type StatementSheet,
  type Tag,
  type TallySheet,
} from '../model';

/** The sheets of one paper in one review. */
export interface PaperSheets {
  tallied: TallySheet;
  marked: StatementSheet;
}

/** The sheets of tags (of any reviews), for each review and paper. */
export function sheetsOfTags(tags: readonly Tag[]): PaperSheets[] {
  const papers = grouped(tags, ({ reviewId, paperId }) => `${reviewId} ${paperId}`);
  return [...papers.values()].map(sheetsOf);
}

/** @param own of one review and paper, at least one */
function sheetsOf(own: readonly Tag[]): PaperSheets {
  const { reviewId, paperId } = own[0] as Tag;
  const statements = places(own.map((tag) => tag.statementId));
  const coders = places(own.map(({ coderId }) => coderId));
  const refs = new Map(own.map((tag): [string, InfluenceRef] => [influenceKey(tag), tag]));
  const influences = places([...refs.keys()]);
  const rows = own.map((tag) => [
    statements.get(tag.statementId) as number,
    influences.get(influenceKey(tag)) as number,
    coders.get(tag.coderId) as number,
    Stance.options.indexOf(tag.stance),
    Basis.options.indexOf(tag.basis),
  ]);
  const made = new Map<string, number>();
  for (const { statementId, createdAt } of own) {
    const at = Date.parse(createdAt);
    made.set(statementId, Math.min(made.get(statementId) ?? at, at));
  }
  return {
    tallied: {
      ...{ reviewId, paperId },
      influences: [...influences.keys()].flatMap((key) => {
        const { codebookId, influenceId } = refs.get(key) as InfluenceRef;
        return [codebookId, influenceId];
      }),
      coders: [...coders.keys()],
      statements: statements.size,
      tags: Uint32Array.from(rows.sort(byNumbers).flat()),
    },
    marked: {
      ...{ reviewId, paperId },
      statements: [...statements.keys()].join(''),
      made: [...statements.keys()].map((id) => made.get(id) as number),
    },
  };
}

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
