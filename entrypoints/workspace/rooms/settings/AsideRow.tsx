/** One record that was set aside: what it is, what is wrong with it, and what can be done with it. */
import { useRef } from 'react';
import { kindOf } from '@/components/left-out/kind-words';
import { figure } from '@/components/text/count';
import { Button } from '@/components/ui/Button';
import { type AsideEntry, wrongNow } from '@/lib/store';
import { displayText } from '@/lib/text';
import { AsideDismissal } from './AsideDismissal';
import { AsideRepair } from './AsideRepair';
import { nameOfRecord } from './aside-words';
import styles from './SetAside.module.css';

/** What a row is open for. */
export type Mode = 'repair' | 'dismiss';

/** More problems than this are in the repair. */
const MOST_PROBLEMS = 3;

export function AsideRow({
  entry,
  mode,
  busy,
  drafts,
  onMode,
  onRetry,
  onDone,
}: {
  entry: AsideEntry;
  mode: Mode | null;
  busy: boolean;
  /** Half-typed repairs by the record's id. */
  drafts: Map<string, string>;
  onMode: (mode: Mode | null) => void;
  onRetry: () => void;
  onDone: (said: string) => void;
}) {
  const buttons = useRef<HTMLDivElement>(null);
  const leave = () => {
    // The focus goes back to the button that opened it.
    buttons.current?.querySelector<HTMLElement>(`[data-opens="${mode}"]`)?.focus();
    onMode(null);
  };
  const name = nameOfRecord(entry.record);
  const kind = kindOf(entry.table);
  const called = displayText(name ? `${kind} “${name}”` : kind);
  const open = (next: Mode) => () => onMode(mode === next ? null : next);
  return (
    <div className={styles.row}>
      <div className={styles.head}>
        <div className={styles.words}>
          <p className={styles.name}>
            <span className={styles.kind}>{displayText(kind)}</span>
            {name ? <bdi>{displayText(name)}</bdi> : null}
          </p>
          <Problems entry={entry} />
        </div>
        <div ref={buttons} className={styles.buttons}>
          <Button
            data-opens="repair"
            aria-expanded={mode === 'repair'}
            aria-label={`Repair ${called}`}
            onClick={open('repair')}
          >
            Repair…
          </Button>
          <Button disabled={busy} aria-label={`Try ${called} again`} onClick={onRetry}>
            Try again
          </Button>
          <Button
            data-opens="dismiss"
            aria-expanded={mode === 'dismiss'}
            aria-label={`Dismiss ${called}`}
            onClick={open('dismiss')}
          >
            Dismiss…
          </Button>
        </div>
      </div>
      {mode === 'repair' ? (
        <AsideRepair
          entry={entry}
          draft={drafts.get(entry.id)}
          onType={(text) => drafts.set(entry.id, text)}
          onCancel={() => {
            drafts.delete(entry.id);
            leave();
          }}
          onDone={() => onDone(`Repaired: the ${kind} is back.`)}
        />
      ) : null}
      {mode === 'dismiss' ? (
        <AsideDismissal
          entry={entry}
          onCancel={leave}
          onDone={() => onDone('Dismissed. u brings it back to this list.')}
        />
      ) : null}
    </div>
  );
}

function Problems({ entry }: { entry: AsideEntry }) {
  const now = wrongNow(entry);
  const problems = now.length ? now : entry.problems;
  const more = problems.length - MOST_PROBLEMS;
  return (
    <ul className={styles.problems}>
      {entry.hasLater ? <li>A later version of this record is in Bearing.</li> : null}
      {problems.slice(0, MOST_PROBLEMS).map((problem) => (
        <li key={problem} dir="auto">
          {displayText(problem)}
        </li>
      ))}
      {more > 0 ? <li>… and {figure(more)} more</li> : null}
    </ul>
  );
}
