/** Records that cannot be read: what is wrong with each, and what it holds. */
import { jsonSafe } from '@/lib/model';
import { displayText } from '@/lib/text';
import { figure } from '../text/count';
import { kindOf } from './kind-words';
import styles from './RecordList.module.css';

export interface ShownRecord {
  id: string;
  table: string;
  problems: readonly string[];
  record: unknown;
}

/** More than anyone reads; the rest is in a backup. */
const MOST_SHOWN = 100;
/** Enough of a record to recognise it. */
const MOST_CHARS = 4_000;

export function RecordList({ records }: { records: readonly ShownRecord[] }) {
  return (
    <>
      <ul className={styles.list}>
        {records.slice(0, MOST_SHOWN).map(({ id, table, problems, record }) => (
          <li key={id}>
            <details>
              <summary dir="auto">
                {displayText(`${kindOf(table)}: ${problems.join('; ')}`)}
              </summary>
              <pre dir="auto">{displayText(asText(record))}</pre>
            </details>
          </li>
        ))}
      </ul>
      {records.length > MOST_SHOWN ? (
        <p className={styles.more}>… and {figure(records.length - MOST_SHOWN)} more.</p>
      ) : null}
    </>
  );
}

/** A damaged record may be anything that a database can hold, circular included. */
function asText(record: unknown): string {
  return (JSON.stringify(jsonSafe(record), null, 2) ?? String(record)).slice(0, MOST_CHARS);
}
