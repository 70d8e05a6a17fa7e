/** The running map in the width of a popup: one line an influence; the row is the door to its papers. */

import {
  formatCount,
  formatInterval,
  formatShare,
  type MapRow,
  PAPER_STANCES,
  unitWord,
} from '@/lib/map';
import { displayText } from '@/lib/text';
import { StanceBar } from '../stance/StanceBar';
import { StanceMark } from '../stance/StanceMark';
import { TipTrigger } from '../ui/Tip';
import { rowInWords, secondHandInWords } from './describe-row';
import styles from './MapList.module.css';

export function MapList({
  rows,
  hrefOf,
  label,
}: {
  rows: readonly MapRow[];
  hrefOf: (row: MapRow) => string;
  label: string;
}) {
  return (
    <ul className={styles.list} aria-label={label}>
      {rows.map((row) => (
        <li key={row.key} className={styles.item}>
          <TipTrigger
            tip={<RowTip row={row} />}
            render={
              <a
                className={row.n > 0 ? styles.row : `${styles.row} ${styles.none}`}
                href={hrefOf(row)}
                target="_blank"
                rel="noreferrer"
                aria-label={rowInWords(row)}
              />
            }
          >
            <span className={styles.label} dir="auto">
              {displayText(row.label)}
            </span>
            <StanceBar papers={row.papers} N={row.N} />
            <span className={styles.count}>{formatCount(row)}</span>
            <span className={styles.share}>{formatShare(row)}</span>
          </TipTrigger>
        </li>
      ))}
    </ul>
  );
}

function RowTip({ row }: { row: MapRow }) {
  const apart = secondHandInWords(row);
  return (
    <div className={styles.tip}>
      <span className={styles.tipTitle} dir="auto">
        {displayText(row.label)}
      </span>
      {row.n > 0 ? (
        <>
          <span className={styles.tipStances}>
            {PAPER_STANCES.filter((s) => row.papers[s] > 0).map((s) => (
              <StanceMark key={s} stance={s} size={9} count={row.papers[s]} />
            ))}
          </span>
          <span>
            {formatCount(row)} {unitWord(row.unit)} = {formatShare(row)}, 95 % interval{' '}
            {formatInterval(row)}
          </span>
        </>
      ) : (
        <span>
          No {unitWord(row.unit, 1)} of {row.N} yet
        </span>
      )}
      {apart ? <span className={styles.apart}>{apart}</span> : null}
    </div>
  );
}
