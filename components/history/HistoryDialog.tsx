/** What became of a tag or a paper, newest first, in a drawer; earlier versions of the reader's own tags can be brought back. */
import { Dialog } from '@base-ui/react/dialog';
import { useLiveQuery } from 'dexie-react-hooks';
import { type RefObject, useMemo, useRef } from 'react';
import { LeftOutNote } from '@/components/left-out/LeftOutNote';
import { buttonClass } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Message } from '@/components/ui/Message';
import { Skeleton } from '@/components/ui/Skeleton';
import { useAct } from '@/components/ui/use-act';
import { useLate } from '@/components/ui/use-late';
import { VirtualList } from '@/components/ui/VirtualList';
import type { Tag } from '@/lib/model';
import { type History, type HistoryOf, historyOf } from '@/lib/store';
import { displayText } from '@/lib/text';
import styles from './HistoryDialog.module.css';
import { HistoryRow } from './HistoryRow';
import { type HistoryLine, historyLines } from './lines';
import { offersOf } from './versions';

/** Brings an earlier version of a tag back, by a step of its own. */
export type BringBack = (tag: Tag, work: () => Promise<{ eventId: string }>) => Promise<unknown>;

/** A line of the list, or what is said at its end. */
type Item = HistoryLine | { key: 'end'; words: string };

const MISSING: Readonly<Record<NonNullable<History['missing']>, string>> = {
  forgotten: 'has been forgotten (Settings, History).',
  'not-kept': 'was not kept.',
};

const endOf = (missing: NonNullable<History['missing']>, isAll: boolean): Item => ({
  key: 'end',
  words: `What happened ${isAll ? 'so far' : 'before this'} ${MISSING[missing]}`,
});

export function HistoryDialog({
  asked,
  about,
  place = 'room',
  returnTo,
  onBringBack,
  onClose,
}: {
  asked: HistoryOf;
  /** The words of the statement, or the title of the paper. */
  about: string;
  place?: 'room' | 'beside-page';
  /** What has the focus once it has closed. */
  returnTo: RefObject<HTMLElement | null>;
  onBringBack: BringBack;
  onClose: () => void;
}) {
  const key = JSON.stringify(asked);
  const history = useLiveQuery(() => historyOf(asked), [key]);
  const late = useLate(!history);
  const { problem, act, busy } = useAct();
  const popup = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => (history ? historyLines(history) : []), [history]);
  const offers = useMemo(() => history && offersOf(history, lines), [history, lines]);
  const missing = history?.missing;
  const items: Item[] = missing ? [...lines, endOf(missing, lines.length === 0)] : lines;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          ref={popup}
          className={styles.drawer}
          initialFocus={popup}
          finalFocus={returnTo}
        >
          <header className={styles.head}>
            <Dialog.Title className={styles.title}>History</Dialog.Title>
            <Dialog.Close className={buttonClass('quiet', true)} aria-label="Close">
              <Icon name="close" size={14} />
            </Dialog.Close>
            <Dialog.Description className={styles.about} dir="auto" title={displayText(about)}>
              {displayText(about)}
            </Dialog.Description>
          </header>
          {problem ? <Message kind="error">{problem}</Message> : null}
          <LeftOutNote records={history?.leftOut ?? []} place={place} />
          {!history && late ? (
            <div className={styles.loading}>
              <Skeleton lines={6} label="Reading the history" />
            </div>
          ) : null}
          {history ? (
            <VirtualList
              items={items}
              keyOf={({ key }) => key}
              estimate={72}
              label="What happened, newest first"
              inset="narrow"
              render={(item) =>
                'words' in item ? (
                  <p className={styles.end}>{item.words}</p>
                ) : (
                  <HistoryRow
                    line={item}
                    about={about}
                    offer={offers?.get(item.key)}
                    disabled={busy}
                    onBringBack={({ tag, work }) => void act(() => onBringBack(tag, work))}
                  />
                )
              }
            />
          ) : null}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
