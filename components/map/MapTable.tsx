/** The whole map as a table of numbers: the accessible truth behind every drawing of it. */

import {
  countsTotal,
  formatCount,
  formatInterval,
  formatShare,
  type MapRow,
  type PaperStance,
  STANCE_WORD,
  shownStances,
  type Unit,
  unitWord,
} from '@/lib/map';
import { asSentence, displayText } from '@/lib/text';
import { StanceBar } from '../stance/StanceBar';
import { StanceShape } from '../stance/StanceMark';
import styles from './MapTable.module.css';

export function MapTable({
  rows,
  unit,
  caption,
  openKey,
  noteOf,
  onOpen,
}: {
  rows: readonly MapRow[];
  /** What the rows count. */
  unit: Unit;
  caption: string;
  openKey: string | undefined;
  /** What is to be known of a row, under its label. */
  noteOf?: ((row: MapRow) => string | undefined) | undefined;
  onOpen: (row: MapRow) => void;
}) {
  const stances = shownStances(rows);
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Influence</th>
          <th scope="col" className={styles.start}>
            {unit === 'papers' ? 'Papers by stance' : 'Study families by stance'}
          </th>
          <th scope="col">n/N</th>
          <th scope="col">%</th>
          <th scope="col">95 % interval</th>
          {stances.map((stance) => (
            <th key={stance} scope="col">
              <span className={styles.headMark}>
                <StanceShape stance={stance} size={9} /> {STANCE_WORD[stance]}
              </span>
            </th>
          ))}
          <th scope="col">statements</th>
          {unit === 'papers' ? (
            <th scope="col" title="Companion papers of one study count once">
              families
            </th>
          ) : (
            <th scope="col" title="Papers of these study families that are counted">
              papers
            </th>
          )}
          <th
            scope="col"
            title={`${asSentence(unitWord(unit))} with nothing but second-hand statements (all second-hand statements), ${rows[0]?.secondHand.counted ? 'counted in n' : 'not in n'}`}
          >
            second-hand
          </th>
          <th scope="col" title="Looked for, not reported">
            not reported
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.key}
            row={row}
            stances={stances}
            open={row.key === openKey}
            note={noteOf?.(row)}
            onOpen={onOpen}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  row,
  stances,
  open,
  note,
  onOpen,
}: {
  row: MapRow;
  stances: readonly PaperStance[];
  open: boolean;
  note: string | undefined;
  onOpen: (row: MapRow) => void;
}) {
  const apart = countsTotal(row.secondHand.statements);
  return (
    // The button in the first cell is the keyboard's way; the rest of the row only makes it larger.
    <tr
      className={[styles.row, open ? styles.open : '', row.n ? '' : styles.none].join(' ')}
      onClick={() => onOpen(row)}
    >
      <td>
        <button
          type="button"
          className={styles.door}
          aria-expanded={open}
          title={displayText(row.label)}
          onClick={(event) => {
            event.stopPropagation();
            onOpen(row);
          }}
        >
          <span className={styles.label} dir="auto">
            {displayText(row.label)}
          </span>
          {note ? (
            <span className={styles.note} dir="auto">
              {displayText(note)}
            </span>
          ) : null}
        </button>
      </td>
      <td className={styles.bar}>
        <StanceBar papers={row.papers} N={row.N} />
      </td>
      <td>{formatCount(row)}</td>
      <td>{formatShare(row)}</td>
      <td className={styles.soft}>{formatInterval(row)}</td>
      {stances.map((stance) => (
        <Count key={stance} value={row.papers[stance]} />
      ))}
      <Count value={countsTotal(row.statements)} />
      <Count value={row.counted[row.unit === 'papers' ? 'families' : 'papers']} />
      <td className={apart ? undefined : styles.zero}>
        {apart ? `${row.secondHand.onlyPapers} (${apart})` : 0}
      </td>
      <Count value={row.notReported} />
    </tr>
  );
}

function Count({ value }: { value: number }) {
  return <td className={value ? undefined : styles.zero}>{value}</td>;
}
