/** The influences of some codebooks as choices of a menu, each codebook under its name. */

import { MenuChoice } from '@/components/ui/Menu';
import { caveatsOf } from '@/lib/codebook/caveats';
import { influenceKey, influencesOf, type ListedInfluence } from '@/lib/codebook/influences';
import type { Codebook, InfluenceRef } from '@/lib/model';

export function InfluenceChoice({
  codebooks,
  among = codebooks,
  value,
  onChange,
  hintOf,
}: {
  /** Those that influences are told apart in by their names. */
  codebooks: readonly Codebook[];
  /** Those to choose from. */
  among?: readonly Codebook[];
  value: InfluenceRef | null;
  onChange: (chosen: ListedInfluence) => void;
  /** The line under an influence's label, before what must be known of it. */
  hintOf?: (influence: ListedInfluence) => string | undefined;
}) {
  const index = influencesOf(codebooks);
  return among.map((codebook) => {
    const influences = index.all.filter((one) => one.codebook === codebook);
    return (
      <MenuChoice
        key={codebook.id}
        label={codebook.name}
        value={value ? influenceKey(value) : undefined}
        onChange={(key) => {
          const chosen = index.at(key);
          if (chosen) onChange(chosen);
        }}
        options={influences.map((one) => ({
          value: influenceKey(one),
          text: one.label,
          hint: [hintOf?.(one), ...caveatsOf(one)].filter(Boolean).join(' · ') || undefined,
        }))}
      />
    );
  });
}
