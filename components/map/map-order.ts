/** In which order rows of the map are shown: a preference of view, kept beside the options of counting. */
import type { InfluenceIndex } from '@/lib/codebook/influences';
import {
  type EvidenceMap,
  type MapRow,
  type MapSection,
  mapSections,
  spanSeveralCodebooks,
  unitWord,
} from '@/lib/map';

/** Under the groups of the codebooks, or by the number of papers without them. */
export const MAP_ORDERS = ['groups', 'papers'] as const;
export type MapOrder = (typeof MAP_ORDERS)[number];

/** The rows as they are shown. @param rows those to be shown, of the map */
export function orderedRows(
  { rows: all }: Pick<EvidenceMap, 'rows'>,
  rows: readonly MapRow[],
  index: InfluenceIndex,
  order: MapOrder,
): MapSection[] {
  if (order === 'groups') return mapSections(rows, index, spanSeveralCodebooks(all));
  return [{ key: 'all', rows: rows.map((row) => ({ row, depth: 0 })) }];
}

/** What a list of the rows is called: by the order in which they are shown. */
export function orderInWords(
  map: Pick<EvidenceMap, 'rows' | 'options'>,
  index: InfluenceIndex,
  order: MapOrder,
): string {
  // Without groups there is nothing to order by, whatever was chosen for other reviews.
  return order === 'groups' && canBeOrdered(map, index)
    ? 'Influences grouped by codebook'
    : `Influences by number of ${unitWord(map.options.unit)}`;
}

/** Is there an order to choose: has a codebook groups, or are there several? */
export const canBeOrdered = ({ rows }: Pick<EvidenceMap, 'rows'>, index: InfluenceIndex): boolean =>
  spanSeveralCodebooks(rows) ||
  rows.some(({ key }) => {
    const { group, level, parent } = index.at(key)?.influence ?? {};
    return group || level || parent;
  });
