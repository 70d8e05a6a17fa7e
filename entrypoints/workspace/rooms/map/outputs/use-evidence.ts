/** The evidence of a review as its tables count it, live. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { CountedOver } from '@/components/map/DenominatorMenu';
import { type ShownMapOptions, useMapOptions } from '@/components/map/use-map-options';
import { Evidence } from '@/lib/map/outputs';
import { countPlaces, now, type Review } from '@/lib/model';
import { type TablesInput, tablesInput } from '@/lib/store';
import type { Asked } from '../../statements/address';
import { type Filtered, filtered } from './filtered';

export interface LiveEvidence {
  data: TablesInput;
  evidence: Evidence;
  options: ShownMapOptions;
  change: (part: Partial<ShownMapOptions>) => void;
  totals: CountedOver;
  /** What is filtered by; null where no filter is open. */
  filters: Filtered | null;
  /** As it is stored now: what was typed a moment ago may not have been read back yet. */
  stored: () => Promise<Evidence>;
}

/** @param asked the filters; null for none, which costs nothing */
export function useEvidence(review: Review, asked: Asked | null): LiveEvidence | undefined {
  const data = useLiveQuery(() => tablesInput(review.id), [review.id]);
  const [options, change] = useMapOptions();
  // The same object from one drawing to the next: the table is built again for another one.
  return useMemo(() => {
    if (!data) return undefined;
    const { denominator, secondHand, unit } = options;
    // What is filtered out is tagged all the same.
    const tagged = new Set(data.tags.map(({ paperId }) => paperId));
    const given = { denominator, secondHand, tagged, at: now() };
    // What the review counts by its own word; else what the reader looks at.
    const unitOf = ({ review: { reporting } }: TablesInput) => reporting?.unit ?? unit;
    const evidenceOf = (input: TablesInput) =>
      new Evidence(input, { ...given, unit: unitOf(input) });
    const filters = asked && filtered(data, asked, unitOf(data));
    const evidence = evidenceOf(filters?.data ?? data);
    const stored = async () => evidenceOf((await tablesInput(review.id)) ?? data);
    const totals = totalsOf(evidence, tagged);
    return { data, evidence, filters, stored, totals, options, change };
  }, [data, options, change, review.id, asked]);
}

function totalsOf(
  { N, paperIds, families, records }: Evidence,
  tagged: ReadonlySet<string>,
): CountedOver {
  const places = countPlaces(records.reviewPapers);
  const kept = records.reviewPapers.filter(({ eligibility }) => eligibility !== 'excluded');
  return {
    N,
    counted: {
      papers: paperIds.length,
      families: new Set(paperIds.map((id) => families.nameOf(id))).size,
    },
    kept: kept.length,
    included: places.included,
    read: places.read,
    tagged: kept.filter(({ paperId }) => tagged.has(paperId)).length,
  };
}
