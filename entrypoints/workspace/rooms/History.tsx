/** Forgetting history: what was deleted or written over before a day is gone for good, from backups too. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { forgetHistory, historyBefore } from '@/lib/store';
import { roomStyles } from '../Room';
import styles from './SettingsRoom.module.css';

const stepsIn = (count: number) => (count === 1 ? '1 step' : `${count} steps`);

/** Midnight at the beginning of the day after, as the reader's clock has it: that day is forgotten too. */
function endOf(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + 1).toISOString();
}

/** "2026-11-28", by the reader's clock. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function History() {
  const field = useId();
  const [day, setDay] = useState(today);
  const [said, setSaid] = useState('');
  const { problem, act, busy } = useAct();
  const before = useLiveQuery(() => (day ? historyBefore(endOf(day)) : undefined), [day]);
  const { last, steps = 0 } = before ?? {};
  return (
    <section className={roomStyles.section} aria-labelledby="history-title">
      <h2 id="history-title" className={roomStyles.sectionTitle}>
        History
      </h2>
      <p>
        Every change can be undone, because what was there before is kept, and goes into backups. To
        remove a deleted note for good, forget history: what is in your reviews now stays, what was
        deleted or written over is gone, here and in each store that this one is merged with.
      </p>
      {problem ? <Message kind="error">{problem}</Message> : null}
      <div className={styles.forget}>
        <label htmlFor={field}>Up to and including</label>
        <input
          id={field}
          type="date"
          className={styles.day}
          value={day}
          max={today()}
          onChange={(event) => setDay(event.target.value)}
        />
        <Button
          look="danger"
          disabled={!last || busy}
          onClick={() =>
            void act(async () => {
              if (!last) return;
              await forgetHistory(last.id);
              setSaid(`${stepsIn(steps)} forgotten. None of them can be undone any more.`);
            })
          }
        >
          Forget {stepsIn(steps)}
        </Button>
      </div>
      <p role="status">{said}</p>
    </section>
  );
}
