/** Asked once: is a record that was set aside to go? */
import { useLiveQuery } from 'dexie-react-hooks';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { type AsideEntry, countWaiting, dismiss } from '@/lib/store';
import styles from './SetAside.module.css';

export function AsideDismissal({
  entry,
  onCancel,
  onDone,
}: {
  entry: AsideEntry;
  onCancel: () => void;
  onDone: () => void;
}) {
  const waiting = useLiveQuery(() => countWaiting(entry), [entry]) ?? 0;
  const keep = useRef<HTMLButtonElement>(null);
  const { problem, act, busy } = useAct();
  useEffect(() => keep.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  };
  const go = () =>
    void act(async () => {
      await dismiss([entry.id]);
      onDone();
    });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the question, whichever button has the focus
    <div className={styles.open} onKeyDown={onKeyDown}>
      <p>
        Once dismissed, it is in no list and no backup. {waitingWords(waiting)}Undo (u) brings it
        back as long as history is kept.
      </p>
      {problem ? <Message kind="error">{problem}</Message> : null}
      <div className={styles.answers}>
        <Button look="danger" disabled={busy} onClick={go}>
          Dismiss it
        </Button>
        <Button ref={keep} onClick={onCancel}>
          Keep it
        </Button>
      </div>
    </div>
  );
}

function waitingWords(count: number): string {
  if (!count) return '';
  return count === 1
    ? '1 record waits for it, and is set aside in its place. '
    : `${count.toLocaleString()} records wait for it, and are set aside in its place. `;
}
