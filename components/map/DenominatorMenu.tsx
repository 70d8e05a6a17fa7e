/** What is counted, and what the shares are shares of: a visible control, as the choice changes every number. */
import {
  DENOMINATOR_LABEL,
  DENOMINATORS,
  type Denominator,
  type MapTotals,
  UNITS,
  unitCount,
  unitWord,
} from '@/lib/map';
import { asSentence } from '@/lib/text';
import { Icon } from '../ui/Icon';
import { Menu, MenuChoice, MenuSeparator, MenuTick } from '../ui/Menu';
import type { MapOrder } from './map-order';
import type { ShownMapOptions } from './use-map-options';

const SHORT: Record<Denominator, string> = {
  all: 'all',
  included: 'included',
  read: 'read',
  tagged: 'tagged',
};

/** What the choices say of themselves. */
export type CountedOver = Pick<
  MapTotals,
  'N' | 'counted' | 'kept' | 'included' | 'read' | 'tagged'
>;

function sizeOf(denominator: Denominator, totals: CountedOver): number {
  return totals[denominator === 'all' ? 'kept' : denominator];
}

export function DenominatorMenu({
  options,
  totals,
  unread = 0,
  onChange,
  ordered,
  id,
}: {
  options: ShownMapOptions;
  totals: CountedOver;
  /** Papers in N that are still to be read. */
  unread?: number;
  onChange: (change: Partial<ShownMapOptions>) => void;
  /** In which order the rows are, where there is a choice. */
  ordered?: { order: MapOrder; onOrder: (order: MapOrder) => void } | undefined;
  id?: string;
}) {
  const { N, counted } = totals;
  const { unit } = options;
  const units = unitCount(N, unit);
  // Short enough for the popup's head.
  const shown = unit === 'papers' ? units : `${N} ${N === 1 ? 'family' : 'families'}`;
  // They are in every share, and nothing is tagged in them yet.
  const unreadWords = unread ? [`${unread} unread`] : [];
  return (
    <Menu
      id={id}
      align="end"
      label={`Count over: ${[DENOMINATOR_LABEL[options.denominator], units, ...unreadWords].join(', ')}`}
      trigger={
        <>
          {[shown, ...unreadWords, SHORT[options.denominator]].join(' · ')}
          <Icon name="chevron" size={14} />
        </>
      }
    >
      <MenuChoice
        label="Count"
        value={unit}
        onChange={(next) => onChange({ unit: next })}
        options={UNITS.map((value) => ({
          value,
          text: `${asSentence(unitWord(value))} (${counted[value]})`,
          ...(value === 'families' && { hint: 'Companion papers of one study count once' }),
        }))}
      />
      <MenuSeparator />
      <MenuChoice
        label="Shares are of"
        value={options.denominator}
        onChange={(denominator) => onChange({ denominator })}
        options={DENOMINATORS.map((value) => ({
          value,
          text: `${asSentence(DENOMINATOR_LABEL[value])} (${sizeOf(value, totals)})`,
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
      {ordered ? (
        <MenuTick
          checked={ordered.order === 'groups'}
          onChange={(grouped) => ordered.onOrder(grouped ? 'groups' : 'papers')}
        >
          Group by codebook
        </MenuTick>
      ) : null}
    </Menu>
  );
}
