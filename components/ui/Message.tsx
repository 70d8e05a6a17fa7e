/** A sentence that must be seen: an error (what happened, what is safe, what to do) or a caution. */
import type { ReactNode } from 'react';
import { asStoreError } from '@/lib/store/errors';
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

/** The sentence to show for anything thrown: ours carry one, others are named as they are. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Error && ['StoreError', 'NotFound', 'InvalidRecord'].includes(error.name))
    return error.message;
  if (error instanceof Error && ['RequestFailed', 'Orphaned'].includes(error.name))
    return error.message;
  const known = asStoreError(error);
  if (known.code !== 'failed') return known.message;
  const what = error instanceof Error ? error.message : String(error);
  return `This did not work (${what}). What was saved before is safe. Try again.`;
}
