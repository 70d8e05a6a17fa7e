/** Which view of the evidence is shown: the map, or one of the tables that a review prints. */
import { Icon } from '@/components/ui/Icon';
import { Menu, MenuChoice } from '@/components/ui/Menu';
import { OUTPUTS, type Output } from '@/lib/map/outputs';
import { go, useRoute } from '../../../use-route';
import { filtersIn, VIEW } from '../../statements/facet-ids';

const MAP = 'map';

export const outputNamed = (id: string | null): Output | undefined =>
  OUTPUTS.find((output) => output.id === id);

export function ViewMenu() {
  const { query } = useRoute();
  const output = outputNamed(query.get(VIEW));
  return (
    <Menu
      label={`View: ${output?.label ?? 'Evidence map'}`}
      look="plain"
      trigger={
        <>
          View
          <Icon name="chevron" size={14} />
        </>
      }
    >
      <MenuChoice
        label="View"
        value={output?.id ?? MAP}
        // The map itself has no filters; another table has the same.
        onChange={(id: string) =>
          id === MAP ? go('map') : go('map', { [VIEW]: id, ...filtersIn(query) })
        }
        options={[
          { value: MAP, text: 'Evidence map', hint: 'How many papers report each influence.' },
          ...OUTPUTS.map(({ id, label, hint }) => ({ value: id, text: label, hint })),
        ]}
      />
    </Menu>
  );
}
