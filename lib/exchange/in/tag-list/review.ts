/** The review and the codebook of a list of tags. */
import type { Codebook, Influence, Reporting, Review } from '../../../model';
import type { NamedList, TagList } from './rows';
import { type CodeRow, unitNamed } from './shape';

/** A list has one version of its codebook. */
export const VERSION = '1';

export const reviewOf = (list: NamedList, id: string, codebookId: string, at: string): Review => ({
  ...{ id, name: list.title, question: list.review.question },
  codebooks: [{ id: codebookId, version: VERSION }],
  reporting: reportingOf(list),
  ...{ createdAt: at, updatedAt: at },
});

export function codebookOf({ title, codes }: NamedList, id: string, at: string): Codebook {
  const ids = new Set(codes.map((code) => code.id));
  return {
    ...{ id, name: `Codebook of ${title}`.slice(0, 300), version: VERSION },
    ...{ kind: 'own', builtIn: false, compiled: false, complete: true, stage: 'saved' },
    source: { citation: `Imported with the list of tags “${title}”` },
    influences: codes.map((code) => influenceOf(code, ids, at)),
  };
}

function influenceOf(
  { id, label = id, domain, definition, origin, parent }: CodeRow,
  ids: ReadonlySet<string>,
  at: string,
): Influence {
  const isNew = origin !== undefined && /^(new|added)\b/i.test(origin);
  const how = { how: 'new' as const, from: [], version: VERSION, at };
  return {
    ...{ id, label, definition, aliases: [], cues: [], crosswalk: [] },
    ...(domain && { group: domain }),
    ...(parent !== undefined && ids.has(parent) && { parent }),
    ...(isNew && { origins: [how] }),
  };
}

function reportingOf({ review }: TagList): Reporting {
  const { unit, denominator, symbols = {} } = review;
  const counted = unit === undefined ? undefined : unitNamed(unit);
  const ofOccurrences = denominator !== undefined && unitNamed(denominator) === 'occurrences';
  const given = Object.entries(symbols).filter(([, symbol]) => symbol !== undefined);
  return {
    ...(counted && { unit: counted }),
    ...(ofOccurrences && { ofOccurrences: true as const }),
    ...(given.length > 0 && { symbols: Object.fromEntries(given) }),
  };
}
