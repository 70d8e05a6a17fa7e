/** A sentence that must be seen: an error (what happened, what is safe, what to do) or a caution. */
import type { ReactNode } from 'react';
import styles from './Message.module.css';

export function Message({
  kind,
  children,
  action,
}: {
  kind: 'error' | 'caution';
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div
      className={`${styles.message} ${styles[kind]}`}
      role={kind === 'error' ? 'alert' : undefined}
      dir="auto"
    >
      <p>{children}</p>
      {action}
    </div>
  );
}
