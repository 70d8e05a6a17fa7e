/**
 * After the results of a search came in: they are counted in the review's flow diagram, so that nobody has to add up files by
 * hand. It is offered and not done by itself: a file may be a library that was never searched for this review.
 */
import { useState } from 'react';
import type { ShownReferences } from '@/components/exchange/import-messages';
import { counted, figure } from '@/components/text/count';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { useLiveAnswer } from '@/components/ui/use-live-answer';
import { countSearch, isTakenBack } from '@/lib/store';
import { PASTED } from '../../import-run';
import { routeHash } from '../../use-route';
import styles from './ExchangeRoom.module.css';

const WHERE = [
  ['databases', 'a database'],
  ['registers', 'a register'],
] as const;

/** "scopus-2026.ris" is offered as "scopus-2026": most people name such files after where they are from. */
const sourceIn = (file: string): string => file.replace(/\.[a-z\d]{1,6}$/i, '');

/** @param countedBy the step by which it was counted, where that is kept beyond the room: else it is kept here */
export function CountSearch({
  file,
  report,
  countedBy,
  onCounted,
}: {
  file: string;
  report: ShownReferences;
  countedBy?: string | undefined;
  onCounted?: (stepId: string) => void;
}) {
  const [name, setName] = useState(() => sourceIn(file));
  const [of, setOf] = useState<(typeof WHERE)[number][0]>('databases');
  const [here, setHere] = useState<string>();
  const { problem, busy, act } = useAct();
  const step = countedBy ?? here;
  const isBack = useLiveAnswer(step ?? '', async () => step !== undefined && isTakenBack(step));
  const { counts, reviewId } = report;
  const records = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const duplicates = counts.listed + counts.repeated;
  if (file === PASTED) return null;
  if (step !== undefined && !isBack)
    return (
      <p role="status">
        Counted in the flow diagram: {counted(records, 'record')}, {figure(duplicates)} of them
        duplicates. <a href={routeHash('papers', { view: 'flow' })}>Open the flow diagram</a>
      </p>
    );
  return (
    <form
      className={styles.choose}
      onSubmit={async (event) => {
        event.preventDefault();
        const search = { of, name: name.trim(), records, duplicates };
        await act(async () => {
          const { eventId } = await countSearch(reviewId, search);
          setHere(eventId);
          onCounted?.(eventId);
        });
      }}
    >
      <p className={styles.hint}>
        Are these the results of a search? Then {counted(records, 'record')}, and{' '}
        {figure(duplicates)} of them as duplicates, can be counted in the PRISMA flow diagram.
      </p>
      <div className={styles.row}>
        {WHERE.map(([value, words]) => (
          <label key={value} className={styles.choice}>
            <input
              type="radio"
              name="search"
              checked={of === value}
              onChange={() => setOf(value)}
            />
            From {words}
          </label>
        ))}
      </div>
      <Field
        label="Its name"
        dir="auto"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {problem ? <Message kind="error">{problem}</Message> : null}
      <div className={styles.row}>
        <Button type="submit" disabled={busy || !name.trim()}>
          Count this search
        </Button>
      </div>
    </form>
  );
}
