/** A table of another program before anything is compared: which column holds what, with its first rows beside. */
import { useState } from 'react';
import type { ShownTable } from '@/components/exchange/import-messages';
import { counted } from '@/components/text/count';
import { Foreign } from '@/components/text/Foreign';
import { Button } from '@/components/ui/Button';
import selects from '@/components/ui/Select.module.css';
import { lackOf, ROLES, ROLES_OF, type Role, type TableMapping } from '@/lib/exchange';
import exchange from './ExchangeRoom.module.css';
import { ImportCard } from './ImportReport';
import styles from './TableColumns.module.css';
import { rememberedMapping, rememberMapping, withColumn } from './table-mappings';

const USES = [
  ['coding', 'Passages with codes: they become tags'],
  ['references', 'A list of papers: they come onto the reading list'],
] as const;

/** What most tables have, or cannot come in without. */
const FIRST: ReadonlySet<Role> = new Set<Role>([
  'quote',
  'code',
  'title',
  'doi',
  'stance',
  'coder',
]);

export function TableColumns({
  name,
  table,
  onMap,
  onSheet,
  onCancel,
}: {
  name: string;
  table: ShownTable;
  onMap: (mapping: TableMapping) => void;
  onSheet: (name: string) => void;
  onCancel: () => void;
}) {
  const { headings, rows, sheet, sheets, guess } = table;
  const [mapping, setMapping] = useState(() => rememberedMapping(headings) ?? guess);
  // What has a column when the table is opened stays in sight, whatever is chosen then.
  const [opened] = useState(mapping);
  const lack = lackOf(mapping);
  const roles = ROLES_OF[mapping.use];
  const isFirst = (role: Role) => FIRST.has(role) || opened.columns[role] !== undefined;
  const [first, others] = [roles.filter(isFirst), roles.filter((role) => !isFirst(role))];
  const columnOf = (role: Role) => (
    <ColumnOf
      key={role}
      role={role}
      headings={headings}
      place={mapping.columns[role]}
      onChoose={(place) => setMapping(withColumn(mapping, role, place))}
    />
  );
  return (
    <ImportCard
      head={
        <>
          Columns of <Foreign text={name} />
        </>
      }
      sub={
        <>
          {counted(rows, 'row')}
          {sheet === undefined ? null : (
            <>
              {' '}
              on the sheet “<Foreign text={sheet} />”
            </>
          )}
          . Nothing has been imported yet.
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (lack) return;
          rememberMapping(headings, mapping);
          onMap(mapping);
        }}
      >
        {sheets ? (
          <label className={styles.role}>
            <span>Sheet</span>
            <select
              className={selects.select}
              value={sheet}
              onChange={({ target }) => onSheet(target.value)}
            >
              {sheets.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
        ) : null}
        <fieldset className={styles.uses}>
          <legend>What each row is</legend>
          {USES.map(([use, label]) => (
            <label key={use} className={exchange.choice}>
              <input
                type="radio"
                name="use"
                checked={mapping.use === use}
                onChange={() => setMapping({ ...mapping, use })}
              />
              {label}
            </label>
          ))}
        </fieldset>
        <FirstRows table={table} />
        <div className={styles.roles}>{first.map(columnOf)}</div>
        <details>
          <summary>More columns ({others.length})</summary>
          <div className={styles.roles}>{others.map(columnOf)}</div>
        </details>
        <p role="status" className={styles.lack}>
          {lack ?? ''}
        </p>
        <div className={exchange.row}>
          <Button type="submit" look="primary" disabled={Boolean(lack)}>
            Preview
          </Button>
          <Button look="quiet" onClick={onCancel}>
            Cancel
          </Button>
        </div>
      </form>
    </ImportCard>
  );
}

const NONE = '';

/** "Column 3" where it has no heading. */
const nameOf = (heading: string, place: number): string => heading || `Column ${place + 1}`;

function ColumnOf({
  role,
  headings,
  place,
  onChoose,
}: {
  role: Role;
  headings: readonly string[];
  place: number | undefined;
  onChoose: (place: number | null) => void;
}) {
  return (
    <label className={styles.role}>
      <span>{ROLES[role].label}</span>
      <select
        className={selects.select}
        value={place ?? NONE}
        onChange={({ target }) => onChoose(target.value === NONE ? null : Number(target.value))}
      >
        <option value={NONE}>No column</option>
        {headings.map((heading, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place, and two may share a heading
          <option key={i} value={i}>
            {nameOf(heading, i)}
          </option>
        ))}
      </select>
    </label>
  );
}

function FirstRows({ table: { headings, sample } }: { table: ShownTable }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard
    <section className={styles.rows} tabIndex={0} aria-label="The first rows of the table">
      <table>
        <thead>
          <tr>
            {headings.map((heading, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place, and the list never changes
              <th key={i} scope="col">
                <Foreign text={nameOf(heading, i)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the first rows of a file, which never change
            <tr key={row}>
              {cells.map((cell, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td key={i}>
                  <div>
                    <Foreign text={cell} />
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
