/** The evidence of a review as its tables count it, live. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { CountedOver } from '@/components/map/DenominatorMenu';
import { type ShownMapOptions, useMapOptions } from '@/components/map/use-map-options';
import { Evidence } from '@/lib/map/outputs';
import { countPlaces, now, type Review } from '@/lib/model';
import { type TablesInput, tablesInput } from '@/lib/store';

export interface LiveEvidence {
  data: TablesInput;
  evidence: Evidence;
  options: ShownMapOptions;
  change: (part: Partial<ShownMapOptions>) => void;
  totals: CountedOver;
}

export function useEvidence(review: Review): LiveEvidence | undefined {
  const data = useLiveQuery(() => tablesInput(review.id), [review.id]);
  const [options, change] = useMapOptions();
  const made = useMemo(() => {
    if (!data) return undefined;
    const { denominator, secondHand, unit } = options;
    const given = { denominator, secondHand, at: now() };
    // What the review counts by its own word; else what the reader looks at.
    const evidence = new Evidence(data, { ...given, unit: data.review.reporting?.unit ?? unit });
    return { data, evidence, totals: totalsOf(evidence) };
  }, [data, options]);
  return made && { ...made, options, change };
}

function totalsOf({ N, paperIds, families, records }: Evidence): CountedOver {
  const places = countPlaces(records.reviewPapers);
  const tagged = new Set(records.tags.map(({ paperId }) => paperId));
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
