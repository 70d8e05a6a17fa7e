/** The drawer beside a table: a title, a way to close it, and what is in it. It takes the keyboard as it opens. */
import { type ReactNode, useEffect, useRef } from 'react';
import { CloseButton } from '@/components/ui/CloseButton';
import { displayText } from '@/lib/text';
import styles from '../InfluenceDrawer.module.css';

export function Drawer({
  title,
  label = title,
  onClose,
  children,
}: {
  title: string;
  /** For those who do not see it. */
  label?: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const drawer = useRef<HTMLElement>(null);
  useEffect(() => drawer.current?.focus(), []);
  return (
    <aside
      ref={drawer}
      className={styles.drawer}
      tabIndex={-1}
      aria-label={displayText(label)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // What a field saves as it is left is saved.
        if (event.target instanceof HTMLElement) event.target.blur();
        onClose();
      }}
    >
      <div className={styles.head}>
        <h2 className={styles.title} dir="auto">
          {displayText(title)}
        </h2>
        <CloseButton onClose={onClose} />
      </div>
      <div className={styles.body}>{children}</div>
    </aside>
  );
}
