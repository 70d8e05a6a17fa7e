/** The controls of a table: how its figure is saved, by what it is split, and which columns it has. */
import { Icon } from '@/components/ui/Icon';
import { Menu, MenuChoice, MenuItem, MenuSeparator, MenuTick } from '@/components/ui/Menu';
import { CELL_KINDS, type Output, type OutputTable } from '@/lib/map/outputs';
import type { Attribute } from '@/lib/model';
import { displayText } from '@/lib/text';
import type { View } from './use-view';

export function FigureMenu({ onSave }: { onSave: (extension: 'svg' | 'png') => void }) {
  return (
    <Menu
      label="Save the figure"
      align="end"
      trigger={
        <>
          Save figure
          <Icon name="chevron" size={14} />
        </>
      }
    >
      <MenuItem hint="Sharp at any size, for journals" onClick={() => onSave('svg')}>
        SVG
      </MenuItem>
      <MenuItem hint="A picture, for slides" onClick={() => onSave('png')}>
        PNG
      </MenuItem>
    </Menu>
  );
}

/** By which of the reader's columns evidence is split, or cases are grouped: where the table knows such a choice. */
export function AttributeMenu({
  output,
  attributes,
  by,
  onChange,
}: {
  output: Output;
  attributes: readonly Attribute[];
  by: string | undefined;
  onChange: (id: string | undefined) => void;
}) {
  if (!output.by) return null;
  const { of, types, label } = output.by;
  const among = attributes.filter((one) => of.includes(one.of) && types.includes(one.type));
  if (!among.length) return null;
  const chosen = among.find(({ id }) => id === by);
  return (
    <Menu
      label={`${label}: ${chosen?.name ?? 'nothing'}`}
      trigger={
        <>
          {displayText(chosen ? `${label} ${chosen.name}` : label)}
          <Icon name="chevron" size={14} />
        </>
      }
    >
      <MenuChoice
        label={label}
        value={chosen?.id ?? NOTHING_CHOSEN}
        onChange={(id: string) => onChange(id === NOTHING_CHOSEN ? undefined : id)}
        options={[
          { value: NOTHING_CHOSEN, text: 'Nothing' },
          ...among.map((one) => ({ value: one.id, text: one.name })),
        ]}
      />
    </Menu>
  );
}

const NOTHING_CHOSEN = 'nothing';

/** The first column names the rows: it cannot be left out. */
export function ColumnMenu({
  table,
  output: { columnsOf },
  view: { hidden, toggle, openForm },
  attributes,
}: {
  table: OutputTable;
  output: Output;
  view: Pick<View, 'hidden' | 'toggle' | 'openForm'>;
  attributes: readonly Attribute[];
}) {
  const [, ...columns] = table.columns;
  const count = columns.filter(({ id }) => hidden.has(id)).length;
  const own = attributes.filter((one) => one.of === columnsOf);
  return (
    <Menu
      label={count ? `Columns: ${count} left out` : 'Columns: all'}
      align="end"
      trigger={
        <>
          {count ? `Columns (${count} left out)` : 'Columns'}
          <Icon name="chevron" size={14} />
        </>
      }
    >
      {columns.map(({ id, label, group }) => (
        <MenuTick key={id} checked={!hidden.has(id)} onChange={() => toggle(id)}>
          {displayText(group ? `${group}: ${label}` : label)}
        </MenuTick>
      ))}
      {columnsOf ? (
        <>
          <MenuSeparator />
          {own.map(({ id, name }) => (
            <MenuItem key={id} onClick={() => openForm('column', id)}>
              {`Change “${displayText(name)}”…`}
            </MenuItem>
          ))}
          <MenuItem onClick={() => openForm('column')}>New column…</MenuItem>
        </>
      ) : null}
    </Menu>
  );
}

/** The two axes of a matrix, and what is in its cells. */
export function AxisMenus({
  axes,
  rows = 'influence',
  across = 'direction',
  show = 'statements',
  onChange,
}: {
  axes: readonly { id: string; label: string }[];
  rows: string | undefined;
  across: string | undefined;
  show: string | undefined;
  onChange: (part: Record<string, string>) => void;
}) {
  return (
    <>
      <ChoiceMenu
        name="Rows"
        value={rows}
        choices={axes}
        onChange={(id) => onChange({ rows: id })}
      />
      <ChoiceMenu
        name="Across"
        value={across}
        choices={axes}
        onChange={(id) => onChange({ across: id })}
      />
      <ChoiceMenu
        name="Cells"
        value={show}
        choices={CELL_KINDS}
        onChange={(id) => onChange({ show: id })}
      />
    </>
  );
}

export function ChoiceMenu({
  name,
  value,
  choices,
  onChange,
}: {
  name: string;
  value: string;
  choices: readonly { id: string; label: string }[];
  onChange: (id: string) => void;
}) {
  const chosen = choices.find(({ id }) => id === value)?.label ?? '';
  return (
    <Menu
      label={`${name}: ${chosen}`}
      trigger={
        <>
          {displayText(`${name}: ${chosen}`)}
          <Icon name="chevron" size={14} />
        </>
      }
    >
      <MenuChoice
        label={name}
        value={value}
        onChange={onChange}
        options={choices.map(({ id, label }) => ({ value: id, text: label }))}
      />
    </Menu>
  );
}
