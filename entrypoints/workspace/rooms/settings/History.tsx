/** Forgetting history: what was deleted or written over before a day is gone for good, from backups too. */
import { useId, useRef, useState } from 'react';
import { counted, figure } from '@/components/text/count';
import { dayInWords } from '@/components/text/when';
import { Button } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import { Question } from '@/components/ui/Question';
import { useAct } from '@/components/ui/use-act';
import { useLiveAnswer } from '@/components/ui/use-live-answer';
import { datedLater, forgetHistory, historyBefore } from '@/lib/store';
import { roomStyles } from '../../Room';
import styles from './SettingsRoom.module.css';

/** Midnight at the beginning of a day ("2026-11-28") by the reader's clock, or so many days later. */
function midnight(day: string, later = 0): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later);
}

/** That day is over: as the store has moments. */
const endOf = (day: string) => midnight(day, 1).toISOString();

/** "2026-11-28", by the reader's clock. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function History() {
  const field = useId();
  const dayField = useRef<HTMLInputElement>(null);
  const asker = useRef<HTMLButtonElement>(null);
  // No day is preset: forgetting is final.
  const [day, setDay] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [said, setSaid] = useState('');
  const { problem, act, busy, clear } = useAct();
  // The answer is always that of the day that is shown.
  const before = useLiveAnswer(day, async () => (day ? historyBefore(endOf(day)) : undefined));
  const steps = before?.last ? before.steps : 0;
  const asked = isAsked ? before?.last : undefined;
  const later = useLiveAnswer(asked ? `${day} ${asked.id}` : '', async () =>
    asked ? datedLater(endOf(day), asked) : undefined,
  );
  const choose = (next: string) => {
    setDay(next);
    setAsked(false);
    setSaid('');
    clear();
  };
  const keep = () => {
    setAsked(false);
    clear();
    asker.current?.focus();
  };
  const forget = () =>
    void act(async () => {
      if (!before?.last) return;
      await forgetHistory(before.last.id);
      choose('');
      setSaid(forgottenWords(before.steps));
      dayField.current?.focus();
    });
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
      {problem && !isAsked ? <Message kind="error">{problem}</Message> : null}
      <div className={styles.forget}>
        <label htmlFor={field}>Up to and including</label>
        <input
          ref={dayField}
          id={field}
          type="date"
          className={styles.day}
          value={day}
          max={today()}
          onChange={(event) => choose(event.target.value)}
        />
        <Button
          ref={asker}
          aria-expanded={isAsked}
          disabled={!steps || busy}
          onClick={() => setAsked(!isAsked)}
        >
          Forget {steps ? counted(steps, 'step') : 'history'}…
        </Button>
      </div>
      {isAsked && steps ? (
        <Question
          yes={`Forget ${counted(steps, 'step')}`}
          busy={busy}
          problem={problem}
          onYes={forget}
          onKeep={keep}
        >
          {counted(steps, 'step')} up to and including {dayInWords(midnight(day))}: what{' '}
          {steps === 1 ? 'it' : 'they'} deleted or wrote over goes for good. This cannot be undone.
          {later ? ` ${laterWords(later)}` : ''}
        </Question>
      ) : null}
      <p role="status">
        {day && before && !steps ? 'There is no history to forget up to that day.' : said}
      </p>
    </section>
  );
}

const laterWords = (later: number): string =>
  later === 1
    ? '1 of them has a later date, because a clock was ahead or another coder’s history lies between. It goes with the others.'
    : `${figure(later)} of them have a later date, because a clock was ahead or another coder’s history lies between. They go with the others.`;

const forgottenWords = (steps: number): string =>
  `${counted(steps, 'step')} forgotten. ${steps === 1 ? 'It' : 'They'} cannot be undone any more.`;
