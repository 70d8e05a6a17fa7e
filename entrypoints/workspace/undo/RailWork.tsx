/** Long work as the rail shows it, whichever room is open: what it is, how far it is, and a way to stop it. */
import type { TakingBack } from '@/components/exchange/take-back';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import styles from './Undo.module.css';

export function RailWork({
  words,
  progress: { done, total },
  cancel,
}: TakingBack & { words: string }) {
  return (
    <div className={styles.running} title={words}>
      <span role="status" className={styles.words}>
        {words}…
      </span>
      <progress
        className={styles.progress}
        aria-label={words}
        {...(total ? { max: total, value: done } : {})}
      />
      <Button look="quiet" className={styles.cancel} aria-label="Cancel" onClick={cancel}>
        <Icon name="close" size={14} />
        <span className={styles.words}>Cancel</span>
      </Button>
    </div>
  );
}
