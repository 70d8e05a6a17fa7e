/** The keys, on demand. */
import { Fragment, useEffect, useRef } from 'react';
import { buttonClass } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Kbd } from '@/components/ui/Kbd';
import styles from './Keys.module.css';
import { POPUP_KEYS } from './use-popup-keys';

export function Keys({ shortcut, onClose }: { shortcut: string; onClose: () => void }) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    panel.current?.focus();
    return () => before?.focus();
  }, []);
  return (
    <section
      ref={panel}
      className={styles.keys}
      role="dialog"
      aria-label="Keys"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== '?') return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.head}>
        <h2>Keys</h2>
        <button
          type="button"
          className={buttonClass('quiet', true)}
          aria-label="Close"
          onClick={onClose}
        >
          <Icon name="close" size={14} />
        </button>
      </div>
      <dl className={styles.list}>
        {POPUP_KEYS.map(({ key, what }) => (
          <Fragment key={key}>
            <dt>
              <Kbd keys={key} boxed />
            </dt>
            <dd>{what}</dd>
          </Fragment>
        ))}
      </dl>
      <p className={styles.soft}>
        {shortcut ? (
          <>
            <Kbd keys={shortcut} boxed /> starts tagging without this popup. While tagging, ? lists
            its keys.
          </>
        ) : (
          'No shortcut is set for tagging; Settings says how to choose one.'
        )}
      </p>
    </section>
  );
}
