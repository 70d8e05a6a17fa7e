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
  /** As it is stored now: what was typed a moment ago may not have been read back yet. */
  stored: () => Promise<Evidence>;
}

export function useEvidence(review: Review): LiveEvidence | undefined {
  const data = useLiveQuery(() => tablesInput(review.id), [review.id]);
  const [options, change] = useMapOptions();
  const made = useMemo(() => {
    if (!data) return undefined;
    const { denominator, secondHand, unit } = options;
    const given = { denominator, secondHand, at: now() };
    const evidenceOf = (input: TablesInput) =>
      // What the review counts by its own word; else what the reader looks at.
      new Evidence(input, { ...given, unit: input.review.reporting?.unit ?? unit });
    const evidence = evidenceOf(data);
    const stored = async () => evidenceOf((await tablesInput(review.id)) ?? data);
    return { data, evidence, stored, totals: totalsOf(evidence) };
  }, [data, options, review.id]);
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
