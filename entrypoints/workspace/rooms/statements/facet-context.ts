/** What the values of filters are read with: made in one way for the statements and for the tables. */
import { shortCitation } from '@/components/paper/cite';
import { type InfluenceIndex, influencesOf } from '@/lib/codebook/influences';
import { Decided } from '@/lib/map';
import {
  type Attribute,
  CoderIndex,
  type CountedUnit,
  type ReviewPaper,
  ValuesOfColumns,
} from '@/lib/model';
import type { FilterRecords, ReviewData } from '@/lib/store';

export interface FacetContext {
  index: InfluenceIndex;
  coders: CoderIndex;
  /** Its place in the review. */
  placeOf: (paperId: string) => ReviewPaper | undefined;
  /** Undefined where it is gone. */
  siteName: (siteId: string) => string | undefined;
  /** The reader's own columns, in their order. */
  columns: readonly Attribute[];
  valueIn: ValuesOfColumns['get'];
  /** What coders decided, as it counts in the unit of the tables. */
  decided: Decided;
}

export type FacetRecords = Pick<
  ReviewData,
  'codebooks' | 'coders' | 'papers' | 'reviewPapers' | 'decisions'
> &
  FilterRecords;

export function facetContext(records: FacetRecords, unit: CountedUnit): FacetContext {
  const listed = new Map(records.reviewPapers.map((one) => [one.paperId, one]));
  const { get } = new ValuesOfColumns(records.attributeValues);
  const names = siteNames(records);
  return {
    index: influencesOf(records.codebooks),
    coders: new CoderIndex(records.coders),
    placeOf: (id) => listed.get(id),
    siteName: (id) => names.get(id),
    columns: [...records.attributes].sort(
      (a, b) => a.position - b.position || (a.name < b.name ? -1 : 1),
    ),
    valueIn: get,
    decided: new Decided(records.decisions, unit),
  };
}

/** Two papers may each have a "Ward 1": then the label names the paper. */
export function siteNames({
  sites,
  papers,
}: Pick<FacetRecords, 'sites' | 'papers'>): ReadonlyMap<string, string> {
  const times = new Map<string, number>();
  for (const { name } of sites) times.set(name, (times.get(name) ?? 0) + 1);
  const papersById = new Map(papers.map((one) => [one.id, one]));
  return new Map(
    sites.map(({ id, name, paperId }) => {
      const paper = paperId === undefined ? undefined : papersById.get(paperId);
      const isAlone = times.get(name) === 1;
      return [id, isAlone || !paper ? name : `${name} (${shortCitation(paper)})`];
    }),
  );
}
