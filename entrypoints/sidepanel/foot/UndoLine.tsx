/** What was just done, and its way back: over the foot of whichever tab is shown, and read out. */
import { Button } from '@/components/ui/Button';
import { Kbd } from '@/components/ui/Kbd';
import { Message } from '@/components/ui/Message';
import type { Done } from '../use-deeds';
import styles from './UndoLine.module.css';

export function UndoLine({
  done,
  problem,
  onUndo,
  onDismiss,
}: {
  done: Done | null;
  problem: string | null;
  onUndo: (stepId: string) => void;
  onDismiss: () => void;
}) {
  const eventId = done?.eventId;
  return (
    <div className={styles.place}>
      {problem ? (
        <Message
          kind="error"
          action={
            <Button look="link" onClick={onDismiss}>
              Close
            </Button>
          }
        >
          {problem}
        </Message>
      ) : null}
      <div role="status">
        {done ? (
          <p className={styles.line}>
            <span>{done.words}</span>
            {eventId ? (
              <Button look="link" className={styles.undo} onClick={() => onUndo(eventId)}>
                Undo <Kbd keys="u" />
              </Button>
            ) : null}
          </p>
        ) : null}
      </div>
    </div>
  );
}
