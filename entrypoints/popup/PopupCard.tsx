/** A card over the popup: opened by a button or a key, closed by Escape, its own key or its button. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { CloseButton } from '@/components/ui/CloseButton';
import styles from './PopupCard.module.css';

export function PopupCard({
  title,
  closeKey,
  tall = false,
  atTop = false,
  onClose,
  children,
}: {
  title: string;
  /** The key that opened it. */
  closeKey: string;
  /** Long enough to want the popup's full height, however little is behind it. */
  tall?: boolean;
  /** Where it grows and shrinks as the reader types: its field stays in one place. */
  atTop?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const panel = useRef<HTMLElement>(null);
  // Asked before anything of the card is drawn: a field in it may take the focus by itself.
  const [before] = useState(() => document.activeElement as HTMLElement | null);
  useEffect(() => {
    if (!panel.current?.contains(document.activeElement)) panel.current?.focus();
    return () => before?.focus();
  }, [before]);
  return (
    <section
      ref={panel}
      className={styles.card}
      data-tall={tall || undefined}
      data-at-top={atTop || undefined}
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
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
