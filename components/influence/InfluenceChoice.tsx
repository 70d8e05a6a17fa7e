/** The influences of some codebooks as choices of a menu, each codebook under its name. */
import { MenuChoice } from '@/components/ui/Menu';
import { influenceKey } from '@/lib/map';
import type { Codebook, InfluenceRef } from '@/lib/model';
import { allInfluences, type QuickInfluence } from '@/lib/tagging';

export function InfluenceChoice({
  codebooks,
  value,
  onChange,
  hintOf,
}: {
  codebooks: readonly Codebook[];
  value: InfluenceRef | null;
  onChange: (chosen: QuickInfluence) => void;
  /** The line under an influence's label. */
  hintOf?: (influence: QuickInfluence) => string | undefined;
}) {
  return codebooks.map((codebook) => {
    const influences = allInfluences([codebook]);
    return (
      <MenuChoice
        key={codebook.id}
        label={codebook.name}
        value={value ? influenceKey(value) : undefined}
        onChange={(key) => {
          const chosen = influences.find((one) => influenceKey(one) === key);
          if (chosen) onChange(chosen);
        }}
        options={influences.map((one) => ({
          value: influenceKey(one),
          text: one.influence.label,
          hint: hintOf?.(one),
        }))}
      />
    );
  });
}
