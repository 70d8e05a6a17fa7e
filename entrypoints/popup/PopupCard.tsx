/** A card over the popup: opened by a button or a key, closed by Escape, its own key or its button. */
import { type ReactNode, useEffect, useRef } from 'react';
import { CloseButton } from '@/components/ui/CloseButton';
import styles from './PopupCard.module.css';

export function PopupCard({
  title,
  closeKey,
  tall = false,
  onClose,
  children,
}: {
  title: string;
  /** The key that opened it. */
  closeKey: string;
  /** Long enough to want the popup's full height, however little is behind it. */
  tall?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    panel.current?.focus();
    return () => before?.focus();
  }, []);
  return (
    <section
      ref={panel}
      className={styles.card}
      data-tall={tall || undefined}
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== closeKey) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.head}>
        <h2>{title}</h2>
        <CloseButton onClose={onClose} />
      </div>
      {children}
    </section>
  );
}
