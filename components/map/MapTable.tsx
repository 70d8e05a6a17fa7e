/** The whole map as a table of numbers: the accessible truth behind every drawing of it. */

import {
  countsTotal,
  formatCount,
  formatInterval,
  formatShare,
  type MapRow,
  type MapSection,
  type PaperStance,
  type SectionRow,
  STANCE_WORD,
  shownStances,
  type Unit,
  unitWord,
} from '@/lib/map';
import { asSentence, displayText } from '@/lib/text';
import { StanceBar } from '../stance/StanceBar';
import { StanceShape } from '../stance/StanceMark';
import { atDepth } from '../ui/depth';
import styles from './MapTable.module.css';
import { Level, SectionName } from './SectionName';

export function MapTable({
  sections,
  unit,
  caption,
  openKey,
  noteOf,
  onOpen,
}: {
  sections: readonly MapSection[];
  /** What the rows count. */
  unit: Unit;
  caption: string;
  openKey: string | undefined;
  /** What is to be known of a row, under its label. */
  noteOf?: ((row: MapRow) => string | undefined) | undefined;
  onOpen: (row: MapRow) => void;
}) {
  const rows = sections.flatMap((section) => section.rows.map(({ row }) => row));
  const stances = shownStances(rows);
  const columns = FIXED_COLUMNS + stances.length;
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
      {sections.map((section) => (
        <tbody key={section.key}>
          {section.book || section.heading ? (
            <tr className={styles.name}>
              <th scope="rowgroup" colSpan={columns}>
                <SectionName section={section} />
              </th>
            </tr>
          ) : null}
          {section.rows.map((one) => (
            <Row
              key={one.row.key}
              {...one}
              stances={stances}
              open={one.row.key === openKey}
              note={noteOf?.(one.row)}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** Beside those of the stances. */
const FIXED_COLUMNS = 9;

function Row({
  row,
  depth,
  level,
  isHead,
  stances,
  open,
  note,
  onOpen,
}: SectionRow & {
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
          style={atDepth(depth)}
          onClick={(event) => {
            event.stopPropagation();
            onOpen(row);
          }}
        >
          <span className={styles.what}>
            <span className={isHead ? `${styles.label} ${styles.head}` : styles.label} dir="auto">
              {displayText(row.label)}
            </span>
            <Level level={level} />
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
