/** One table of a review on screen: the same rows, columns and notes that are copied and written to files. */
import { useMemo, useState } from 'react';
import { LeftOutNote } from '@/components/left-out/LeftOutNote';
import { DenominatorMenu } from '@/components/map/DenominatorMenu';
import { Button, buttonClass } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import { Skeleton } from '@/components/ui/Skeleton';
import { useAct } from '@/components/ui/use-act';
import { useLate } from '@/components/ui/use-late';
import {
  axesOf,
  type Evidence,
  type Figure,
  measureShown,
  measuresOf,
  type Output,
  type OutputTable,
} from '@/lib/map/outputs';
import type { TablesInput } from '@/lib/store';
import { displayText } from '@/lib/text';
import { Empty, RoomHead, roomStyles, Search } from '../../../Room';
import type { RoomProps } from '../../../room-props';
import { changeQuery, go, routeHash, useRoute } from '../../../use-route';
import { type Asked, chooseNothing } from '../../statements/address';
import { Facets } from '../../statements/Facets';
import { filtersIn, SEARCH, VIEW } from '../../statements/facet-ids';
import mapStyles from '../MapRoom.module.css';
import { CellDrawer } from './CellDrawer';
import { Drawer } from './Drawer';
import { ColumnForm } from './edit/ColumnForm';
import { FindingForm } from './edit/FindingForm';
import { MeasureForm } from './edit/MeasureForm';
import { RoundForm } from './edit/RoundForm';
import { FigureView } from './FigureView';
import { filtersOf, isFiltered } from './filtered';
import { MeasureGrid } from './MeasureGrid';
import { OutputGrid } from './OutputGrid';
import { AttributeMenu, AxisMenus, ChoiceMenu, ColumnMenu, FigureMenu } from './OutputMenus';
import styles from './OutputView.module.css';
import { useEvidence } from './use-evidence';
import { type Form, useView } from './use-view';
import { ViewMenu } from './ViewMenu';

export function OutputView({ review, leftOut, output }: RoomProps & { output: Output }) {
  const asked = useAsked(output);
  const live = useEvidence(review, asked);
  const late = useLate(!live);
  const { query } = useRoute();
  const view = useView();
  const [said, setSaid] = useState('');
  const { problem, act } = useAct();
  const of = (name: string) => query.get(name) ?? undefined;
  const [by, rows, across, show] = [of('by'), of('rows'), of('across'), of('show')];
  const measureId = of('measure');
  const made = useMemo(() => {
    if (!live) return undefined;
    const chosen = output.by
      ? { [output.by.option]: by }
      : { rows, across, show, measure: measureId };
    const table = output.build(live.evidence, chosen);
    const figure = output.draw?.(live.evidence, chosen);
    const { note } = live.filters ?? {};
    const marked = <T extends { title: string; notes: readonly string[] }>(one: T): T =>
      note ? { ...one, title: `${one.title}, filtered`, notes: [note, ...one.notes] } : one;
    return {
      chosen,
      table: marked(table),
      figure: figure && marked(figure),
    };
  }, [live, output, by, rows, across, show, measureId]);
  if (!live || !made) return late ? <Skeleton lines={8} label="Counting the table" /> : null;
  const { data, evidence, options, change, totals, filters } = live;
  const { table, figure, chosen } = made;
  const shown = view.shown(table);
  const cell = view.openCell(table);
  const measures = output.isTyped ? measuresOf(evidence) : [];
  const measure = measureShown(evidence, measureId);

  return (
    <>
      <RoomHead title={output.label} sub={<span role="status">{said}</span>}>
        <ViewMenu />
        {output.hasAxes ? (
          <AxisMenus axes={axesOf(evidence)} {...{ rows, across, show }} onChange={view.set} />
        ) : null}
        {measures.length > 1 ? (
          <ChoiceMenu
            name="Measure"
            value={measure?.id ?? ''}
            choices={measures.map(({ id, name }) => ({ id, label: name }))}
            onChange={(id) => view.set({ measure: id })}
          />
        ) : null}
        {output.isTyped && measure ? (
          <Button onClick={() => view.openForm('measure', measure.id)}>Change measure…</Button>
        ) : null}
        <AttributeMenu
          output={output}
          attributes={data.attributes}
          by={by}
          onChange={(id) => view.set({ by: id })}
        />
        {output.isWhole ? null : (
          <Button
            aria-expanded={asked !== null}
            onClick={() =>
              asked ? chooseNothing(SEARCH, 'filter') : changeQuery({ filter: 'on' })
            }
          >
            {asked ? 'Without filters' : 'Filter'}
          </Button>
        )}
        {output.isTyped ? null : (
          <DenominatorMenu options={options} totals={totals} onChange={change} />
        )}
        {output.isTyped ? null : (
          <ColumnMenu table={table} output={output} view={view} attributes={data.attributes} />
        )}
        {output.adds ? (
          <Button onClick={() => view.openForm(output.adds ?? 'finding')}>
            {NEW[output.adds]}
          </Button>
        ) : null}
        {figure ? (
          <FigureMenu
            onSave={(extension) =>
              void act(async () => setSaid(await saved(figure, review.name, extension)))
            }
          />
        ) : null}
        <Button
          look="primary"
          onClick={() =>
            void act(async () => {
              const typed = output.isTyped && output.build(await live.stored(), chosen);
              setSaid(await copied(typed || shown));
            })
          }
        >
          Copy table
        </Button>
      </RoomHead>
      {problem ? <Message kind="error">{problem}</Message> : null}
      <LeftOutNote records={[...leftOut, ...data.leftOut]} />
      {asked && filters ? (
        <>
          <div className={styles.find}>
            <Search
              label="Find in statements"
              value={asked.search}
              onChange={(words) => changeQuery({ [SEARCH]: words || undefined }, { replace: true })}
            />
          </div>
          <Facets
            {...{ asked, statements: filters, counted: filters.counted }}
            own={data.own && evidence.coders.resolve(data.own)}
          >
            {isFiltered(asked) ? (
              <a
                className={buttonClass('quiet')}
                href={routeHash('statements', { [VIEW]: output.id, ...filtersIn(query) })}
              >
                Show the statements
              </a>
            ) : null}
          </Facets>
        </>
      ) : null}
      <div
        className={
          cell || view.form ? `${mapStyles.split} ${mapStyles.withDrawer}` : mapStyles.split
        }
      >
        <div className={roomStyles.body}>
          <h2 className={styles.caption}>{displayText(table.title)}</h2>
          {figure && shown.rows.length ? <FigureView figure={figure} /> : null}
          {output.isTyped && measure ? (
            <MeasureGrid key={measure.id} {...{ evidence, measure }} />
          ) : shown.rows.length ? (
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
        ) : view.form ? (
          <FormDrawer form={view.form} {...{ output, data, evidence }} onClose={view.close} />
        ) : null}
      </div>
    </>
  );
}

/** The same object until the address or the table changes: what is counted by it is kept. */
function useAsked(output: Output): Asked | null {
  const { query } = useRoute();
  const text = query.toString();
  return useMemo(() => filtersOf(output, new URLSearchParams(text)), [text, output]);
}

const NEW = { finding: 'New finding', round: 'New round', measure: 'New measure' } as const;

function FormDrawer({
  form: { kind, id },
  output,
  data,
  evidence,
  onClose,
}: {
  form: Form;
  output: Output;
  data: TablesInput;
  evidence: Evidence;
  onClose: () => void;
}) {
  const attribute = data.attributes.find((one) => one.id === id);
  const measure = evidence.records.measures.find((one) => one.id === id);
  const title = attribute?.name ?? measure?.name ?? (kind === 'column' ? 'New column' : NEW[kind]);
  return (
    <Drawer key={`${kind} ${id}`} title={title} onClose={onClose}>
      {kind === 'column' && output.columnsOf ? (
        <ColumnForm
          of={output.columnsOf}
          attributes={data.attributes}
          attribute={attribute}
          reviewId={data.review.id}
          onDone={onClose}
        />
      ) : kind === 'finding' ? (
        <FindingForm finding={undefined} evidence={evidence} onDone={onClose} />
      ) : kind === 'measure' ? (
        <MeasureForm
          measure={measure}
          evidence={evidence}
          onDone={(saved) => changeQuery({ form: undefined, measure: saved })}
        />
      ) : kind === 'round' ? (
        <RoundForm round={undefined} evidence={evidence} onDone={onClose} />
      ) : null}
    </Drawer>
  );
}

const copied = async (table: OutputTable): Promise<string> =>
  (await import('@/components/exchange/export-actions')).copyTable(table);

const saved = async (figure: Figure, name: string, extension: 'svg' | 'png'): Promise<string> =>
  (await import('@/components/exchange/export-actions')).saveFigure(figure, name, extension);

function Nothing({ output }: { output: Output }) {
  return (
    <Empty>
      <p>{output.empty}</p>
      <Button onClick={() => go('map')}>Back to the evidence map</Button>
    </Empty>
  );
}
