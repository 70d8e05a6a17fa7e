/** Where a statement was tagged that is not on this page, with the way there. */
import { addressOf, openStatement } from '@/lib/browser';
import type { Paper, Statement } from '@/lib/model';
import { displayText } from '@/lib/text';
import { TAGGED_IN } from '../words';
import styles from './StatementItem.module.css';

/** Opens a statement where it was tagged. False where no address leads there (a file of this computer). */
export function openElsewhere(statement: Statement, paper: Paper | undefined): boolean {
  const address = paper && addressOf(statement, paper);
  if (address) void openStatement(address, statement.id);
  return Boolean(address);
}

export function TaggedElsewhere({
  id,
  statement,
  paper,
  focusable,
}: {
  id: string;
  statement: Statement;
  /** The paper whose words it is. */
  paper: Paper | undefined;
  focusable: boolean;
}) {
  const [target] = statement.targets;
  const words = target ? TAGGED_IN[target.representation] : 'Tagged elsewhere';
  const address = paper && addressOf(statement, paper);
  return (
    <p id={id} className={styles.outcome}>
      {address ? (
        <a
          href={address}
          target="_blank"
          rel="noreferrer"
          tabIndex={focusable ? 0 : -1}
          title={displayText(address)}
          onClick={(event) => {
            const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
            if (!isPlain) return;
            event.preventDefault();
            openElsewhere(statement, paper);
          }}
        >
          {words}: open it there
        </a>
      ) : (
        words
      )}
    </p>
  );
}
