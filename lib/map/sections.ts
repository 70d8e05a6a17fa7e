/**
 * The rows of the map as they are shown: under the groups of their codebook, in the codebook's order, narrower influences
 * under their broader one. Rows of a codebook that has neither groups, levels nor broader influences stay as they are
 * given, by the number of papers.
 */
import {
  type InfluenceIndex,
  influenceKey,
  type ListedInfluence,
  lineOf,
} from '../codebook/influences';
import { headOf, isSameName, type OutlineGroup, outlineOf } from '../codebook/outline';
import { type Codebook, grouped, type Influence } from '../model';
import type { MapRow } from './types';

export interface SectionRow {
  row: MapRow;
  /** How many of the rows above, in its section, it is under. */
  depth: number;
  /** The level of the influence, where the section's heading does not give it. */
  level?: string;
  /** It bears the name of its group, and all others of the group are under it: it is the section's heading. */
  isHead?: true;
}

export interface MapSection {
  /** Unique within the map. */
  key: string;
  /** The codebook, where this is its first section and the review has several. */
  book?: Pick<Codebook, 'name' | 'shortName'>;
  /** The group, else the level. */
  heading?: string;
  /** The level that all of the group have, where it adds something to the heading. */
  level?: string;
  rows: SectionRow[];
}

/**
 * @param rows those to be shown, of the whole map
 * @param index of the codebooks, over which rows have their names
 * @param isOfSeveral do the rows of the whole map come from several codebooks, so that each has to be named?
 */
export function mapSections(
  rows: readonly MapRow[],
  index: InfluenceIndex,
  isOfSeveral: boolean,
): MapSection[] {
  const books = grouped(index.all, ({ codebookId }) => codebookId);
  const order = [...books.keys()];
  const place = (id: string) => (books.has(id) ? order.indexOf(id) : order.length);
  const shown = [...grouped(rows, ({ codebookId }) => codebookId)];
  return shown
    .sort(([a], [b]) => place(a) - place(b))
    .flatMap(([id, own]) => {
      const influences = books.get(id) ?? [];
      const sections = sectionsOf(id, own, influences);
      const [first] = sections;
      if (first && isOfSeveral) first.book = influences[0]?.codebook ?? { name: id };
      return sections;
    });
}

/**
 * The first rows, each after those that it is under: of two with equally many papers the narrower may come first, and
 * would be shown without what it belongs to.
 * @param rows in the map's order
 * @param most at most so many
 */
export function firstRows(
  rows: readonly MapRow[],
  { at }: Pick<InfluenceIndex, 'at'>,
  most: number,
): MapRow[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const first = new Set<MapRow>();
  for (const row of rows) {
    const { codebookId } = row;
    const keyOf = (influenceId: string) => influenceKey({ codebookId, influenceId });
    for (const id of [...lineOf(row, (one) => at(keyOf(one))?.influence.parent)].reverse()) {
      const above = byKey.get(keyOf(id));
      if (above && first.size < most) first.add(above);
    }
  }
  return [...first];
}

/** Do the rows come from several codebooks? */
export const spanSeveralCodebooks = (rows: readonly Pick<MapRow, 'codebookId'>[]): boolean =>
  new Set(rows.map(({ codebookId }) => codebookId)).size > 1;

function sectionsOf(
  codebookId: string,
  rows: readonly MapRow[],
  listed: readonly ListedInfluence[],
): MapSection[] {
  const influences = listed.map(({ influence }) => influence);
  if (!influences.some(({ group, level, parent }) => group || level || parent))
    return [{ key: codebookId, rows: rows.map((row) => ({ row, depth: 0 })) }];
  const groupOf = influences.some(({ group }) => group)
    ? ({ group }: Influence) => group
    : ({ level }: Influence) => level;
  const left = new Map(rows.map((row) => [row.key, row]));
  const sections = outlineOf(influences, groupOf).flatMap((group) => {
    const own = group.influences.flatMap((influence) => {
      const key = influenceKey({ codebookId, influenceId: influence.id });
      const row = left.get(key);
      left.delete(key);
      return row ? { row, influence } : [];
    });
    return own.length ? sectionOf(`${codebookId}/${group.name}`, group, own) : [];
  });
  // Influences that are in none of the loaded codebooks come last.
  const others = [...left.values()].map((row) => ({ row, depth: 0 }));
  return others.length ? [...sections, { key: `${codebookId}//`, rows: others }] : sections;
}

function sectionOf(
  key: string,
  group: OutlineGroup,
  own: readonly { row: MapRow; influence: Influence }[],
): MapSection {
  const head = headOf(group);
  const hasHead = own[0]?.influence === head && head !== undefined;
  const levels = new Set(group.influences.map(({ level }) => level ?? ''));
  const [one = ''] = levels;
  const isOneLevel = levels.size === 1;
  const level = isOneLevel && one && !isSameName(one, group.name) ? one : undefined;
  const depths = depthsIn(own.map(({ influence }) => influence));
  return {
    key,
    ...(!hasHead && group.name && { heading: group.name }),
    ...(!hasHead && level && { level }),
    rows: own.map(({ row, influence }, i): SectionRow => {
      const isHead = hasHead && i === 0;
      const said = isOneLevel ? isHead && level : influence.level;
      return {
        ...{ row, depth: depths[i] ?? 0 },
        ...(said && !isSameName(said, group.name) && { level: said }),
        ...(isHead && { isHead }),
      };
    }),
  };
}

/** Of influences in tree order: how many of the others each is under. */
function depthsIn(influences: readonly Influence[]): number[] {
  const depths = new Map<string, number>();
  return influences.map(({ id, parent }) => {
    const above = parent === undefined ? undefined : depths.get(parent);
    const depth = above === undefined ? 0 : above + 1;
    depths.set(id, depth);
    return depth;
  });
}
