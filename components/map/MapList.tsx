/** The running map in the width of a popup: one line an influence; the row is the door to its papers. */

import { useId } from 'react';
import {
  formatCount,
  formatInterval,
  formatShare,
  type MapRow,
  type MapSection,
  PAPER_STANCES,
  type SectionRow,
  unitWord,
} from '@/lib/map';
import { displayText } from '@/lib/text';
import { StanceBar } from '../stance/StanceBar';
import { StanceMark } from '../stance/StanceMark';
import { atDepth } from '../ui/depth';
import { TipTrigger } from '../ui/Tip';
import { rowInWords, secondHandInWords } from './describe-row';
import styles from './MapList.module.css';
import { Level, SectionName } from './SectionName';

/** A label of more characters has the whole width to itself: beside its numbers it would take four lines and more. */
const LONG_LABEL = 64;

export function MapList({
  sections,
  hrefOf,
  label,
}: {
  sections: readonly MapSection[];
  hrefOf: (row: MapRow) => string;
  label: string;
}) {
  const [first] = sections;
  const isOne = sections.length === 1 && first && !first.book && !first.heading;
  return (
    <ul className={styles.list} aria-label={label}>
      {isOne
        ? first.rows.map((one) => <Row key={one.row.key} {...one} hrefOf={hrefOf} />)
        : sections.map((section) => (
            <Section key={section.key} section={section} hrefOf={hrefOf} />
          ))}
    </ul>
  );
}

function Section({ section, hrefOf }: { section: MapSection; hrefOf: (row: MapRow) => string }) {
  const id = useId();
  const isNamed = Boolean(section.book || section.heading);
  return (
    <li className={styles.section}>
      {isNamed ? (
        <h3 id={id} className={styles.name}>
          <SectionName section={section} isShort />
        </h3>
      ) : null}
      <ul className={styles.rows} aria-labelledby={isNamed ? id : undefined}>
        {section.rows.map((one) => (
          <Row key={one.row.key} {...one} hrefOf={hrefOf} />
        ))}
      </ul>
    </li>
  );
}

function Row({
  row,
  depth,
  level,
  isHead,
  hrefOf,
}: SectionRow & { hrefOf: (row: MapRow) => string }) {
  const label = displayText(row.label);
  const looks = [styles.row, row.n > 0 ? '' : styles.none, isHead ? styles.head : ''];
  if (label.length > LONG_LABEL) looks.push(styles.long);
  return (
    <li className={styles.item}>
      <TipTrigger
        tip={<RowTip row={row} />}
        render={
          <a
            className={looks.filter(Boolean).join(' ')}
            style={atDepth(depth)}
            href={hrefOf(row)}
            target="_blank"
            rel="noreferrer"
            aria-label={rowInWords(row)}
          />
        }
      >
        <span className={styles.what}>
          <span className={styles.label} dir="auto">
            {label}
          </span>
          <Level level={level} />
        </span>
        <StanceBar papers={row.papers} N={row.N} />
        <span className={styles.count}>{formatCount(row)}</span>
        <span className={styles.share}>{formatShare(row)}</span>
      </TipTrigger>
    </li>
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
