/** The keys, on demand. */
import { Fragment } from 'react';
import { Kbd } from '@/components/ui/Kbd';
import styles from './Keys.module.css';
import { PopupCard } from './PopupCard';
import { POPUP_KEYS } from './use-popup-keys';

export function Keys({ shortcut, onClose }: { shortcut: string; onClose: () => void }) {
  return (
    <PopupCard title="Keys" closeKey="?" onClose={onClose}>
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
    </PopupCard>
  );
}
