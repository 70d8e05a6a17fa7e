/** What the shares are shares of: a visible control, as the choice changes every number. */
import { DENOMINATOR_LABEL, DENOMINATORS, type Denominator, type MapTotals } from '@/lib/map';
import { Icon } from '../ui/Icon';
import { Menu, MenuChoice, MenuSeparator, MenuTick } from '../ui/Menu';
import type { ShownMapOptions } from './use-map-options';

const SHORT: Record<Denominator, string> = {
  all: 'all',
  included: 'included',
  read: 'read',
  tagged: 'tagged',
};

function sizeOf(denominator: Denominator, totals: MapTotals): number {
  return totals[denominator === 'all' ? 'kept' : denominator];
}

export function DenominatorMenu({
  options,
  totals,
  onChange,
  id,
}: {
  options: ShownMapOptions;
  totals: MapTotals;
  onChange: (change: Partial<ShownMapOptions>) => void;
  id?: string;
}) {
  const { N } = totals;
  const papers = N === 1 ? '1 paper' : `${N} papers`;
  return (
    <Menu
      id={id}
      align="end"
      label={`Count over: ${DENOMINATOR_LABEL[options.denominator]}, ${papers}`}
      trigger={
        <>
          {papers} · {SHORT[options.denominator]}
          <Icon name="chevron" size={14} />
        </>
      }
    >
      <MenuChoice
        label="Shares are of"
        value={options.denominator}
        onChange={(denominator) => onChange({ denominator })}
        options={DENOMINATORS.map((value) => ({
          value,
          text: `${sentence(DENOMINATOR_LABEL[value])} (${sizeOf(value, totals)})`,
        }))}
      />
      <MenuSeparator />
      <MenuTick
        checked={options.secondHand}
        onChange={(secondHand) => onChange({ secondHand })}
        hint="Statements in which authors cite someone else; otherwise shown apart"
      >
        Count second-hand statements
      </MenuTick>
    </Menu>
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
