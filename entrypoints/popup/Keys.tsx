/** The keys, on demand. */
import { Fragment } from 'react';
import { Button } from '@/components/ui/Button';
import { Kbd } from '@/components/ui/Kbd';
import { openHelp } from './doors';
import styles from './Keys.module.css';
import { PopupCard } from './PopupCard';
import { JUMP_KEY, POPUP_KEYS } from './use-popup-keys';

export function Keys({ shortcut, onClose }: { shortcut: string; onClose: () => void }) {
  return (
    <PopupCard title="Keys" closeKey="?" onClose={onClose}>
      <dl className={styles.list}>
        <dt>
          <Kbd keys={JUMP_KEY} boxed />
        </dt>
        <dd>Jump to a paper, an influence or a command</dd>
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
      <p className={styles.soft}>
        <Button look="link" onClick={() => void openHelp()}>
          All of the help
        </Button>
      </p>
    </PopupCard>
  );
}
