/** Asks before something goes for good: what goes is in words, and the answer that keeps it has the focus. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './Button';
import { Message } from './Message';
import styles from './Question.module.css';

export function Question({
  children,
  yes,
  busy,
  problem,
  onYes,
  onKeep,
}: {
  /** What goes, and what of it can come back. */
  children: ReactNode;
  /** The words of the button that does it. */
  yes: string;
  busy: boolean;
  problem: string | null;
  onYes: () => void;
  onKeep: () => void;
}) {
  const words = useId();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onKeep();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div role="group" aria-labelledby={words} className={styles.question} onKeyDown={onKeyDown}>
      <p id={words}>{children}</p>
      {problem ? <Message kind="error">{problem}</Message> : null}
      <div className={styles.answers}>
        <Button look="danger" disabled={busy} onClick={onYes}>
          {yes}
        </Button>
        <Button ref={keep} onClick={onKeep}>
          Keep it
        </Button>
      </div>
    </div>
  );
}
