/** One table of a review on screen: the same rows, columns and notes that are copied and written to files. */
import { useMemo, useState } from 'react';
import { LeftOutNote } from '@/components/left-out/LeftOutNote';
import { DenominatorMenu } from '@/components/map/DenominatorMenu';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Menu, MenuChoice, MenuTick } from '@/components/ui/Menu';
import { Message } from '@/components/ui/Message';
import { Skeleton } from '@/components/ui/Skeleton';
import { useAct } from '@/components/ui/use-act';
import { useLate } from '@/components/ui/use-late';
import type { Output, OutputTable } from '@/lib/map';
import type { Attribute } from '@/lib/model';
import { displayText } from '@/lib/text';
import { Empty, RoomHead, roomStyles } from '../../../Room';
import type { RoomProps } from '../../../room-props';
import { go, useRoute } from '../../../use-route';
import mapStyles from '../MapRoom.module.css';
import { CellDrawer } from './CellDrawer';
import { OutputGrid } from './OutputGrid';
import styles from './OutputView.module.css';
import { useEvidence } from './use-evidence';
import { useView } from './use-view';
import { ViewMenu } from './ViewMenu';

export function OutputView({ review, leftOut, output }: RoomProps & { output: Output }) {
  const live = useEvidence(review);
  const late = useLate(!live);
  const { query } = useRoute();
  const view = useView();
  const [said, setSaid] = useState('');
  const { problem, act } = useAct();
  const [splitBy, groupBy] = [query.get('split') ?? undefined, query.get('group') ?? undefined];
  const table = useMemo(
    () => live && output.build(live.evidence, { splitBy, groupBy }),
    [live, output, splitBy, groupBy],
  );
  if (!live || !table) return late ? <Skeleton lines={8} label="Counting the table" /> : null;
  const { data, evidence, options, change, totals } = live;
  const shown = view.shown(table);
  const cell = view.openCell(table);

  return (
    <>
      <RoomHead title={output.label} sub={<span role="status">{said}</span>}>
        <ViewMenu />
        <AttributeMenu
          {...{ output, attributes: data.attributes, splitBy, groupBy }}
          onChange={view.set}
        />
        <DenominatorMenu options={options} totals={totals} onChange={change} />
        <ColumnMenu table={table} hidden={view.hidden} onToggle={view.toggle} />
        <Button look="primary" onClick={() => void act(async () => setSaid(await copied(shown)))}>
          Copy table
        </Button>
      </RoomHead>
      {problem ? <Message kind="error">{problem}</Message> : null}
      <LeftOutNote records={[...leftOut, ...data.leftOut]} />
      <div className={cell ? `${mapStyles.split} ${mapStyles.withDrawer}` : mapStyles.split}>
        <div className={roomStyles.body}>
          <h2 className={styles.caption}>{displayText(table.title)}</h2>
          {shown.rows.length ? (
            <OutputGrid
              table={shown}
              sort={view.sort}
              open={view.open}
              onSort={view.sortBy}
              onOpen={view.openAt}
            />
          ) : (
            <Nothing output={output} />
          )}
          <ul className={styles.notes} aria-label="How it was counted">
            {table.notes.map((note) => (
              <li key={note}>{displayText(note)}</li>
            ))}
          </ul>
        </div>
        {cell ? (
          <CellDrawer
            key={`${cell.row.id} ${cell.column.id}`}
            {...cell}
            {...{ data, evidence }}
            onClose={view.close}
          />
        ) : null}
      </div>
    </>
  );
}

const copied = async (table: OutputTable): Promise<string> =>
  (await import('@/components/exchange/export-actions')).copyTable(table);

/** By which of the reader's columns evidence is split, or cases are grouped: where the table knows such a choice. */
function AttributeMenu({
  output,
  attributes,
  splitBy,
  groupBy,
  onChange,
}: {
  output: Output;
  attributes: readonly Attribute[];
  splitBy: string | undefined;
  groupBy: string | undefined;
  onChange: (part: Record<string, string | undefined>) => void;
}) {
  const { by } = output;
  if (!by) return null;
  const among = attributes.filter((one) => by.of.includes(one.of) && one.type === 'choice');
  if (!among.length) return null;
  const value = (by.option === 'splitBy' ? splitBy : groupBy) ?? '';
  const chosen = among.find(({ id }) => id === value);
  const name = by.option === 'splitBy' ? 'split' : 'group';
  return (
    <Menu
      label={`${by.label}: ${chosen?.name ?? 'nothing'}`}
      trigger={
        <>
          {displayText(chosen ? `${by.label} ${chosen.name}` : by.label)}
          <Icon name="chevron" size={14} />
        </>
      }
    >
      <MenuChoice
        label={by.label}
        value={value || 'none'}
        onChange={(id: string) => onChange({ [name]: id === 'none' ? undefined : id })}
        options={[
          { value: 'none', text: 'Nothing' },
          ...among.map((one) => ({ value: one.id, text: one.name })),
        ]}
      />
    </Menu>
  );
}

/** The first column names the rows: it cannot be left out. */
function ColumnMenu({
  table,
  hidden,
  onToggle,
}: {
  table: OutputTable;
  hidden: ReadonlySet<string>;
  onToggle: (id: string) => void;
}) {
  const [, ...columns] = table.columns;
  const count = columns.filter(({ id }) => hidden.has(id)).length;
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
        <MenuTick key={id} checked={!hidden.has(id)} onChange={() => onToggle(id)}>
          {displayText(group ? `${group}: ${label}` : label)}
        </MenuTick>
      ))}
    </Menu>
  );
}

function Nothing({ output }: { output: Output }) {
  return (
    <Empty>
      <p>{output.empty}</p>
      <Button onClick={() => go('map')}>Back to the evidence map</Button>
    </Empty>
  );
}
