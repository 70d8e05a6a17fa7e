/** What became of a tag or a paper, newest first, in a drawer; earlier versions of the reader's own tags can be brought back. */
import { Dialog } from '@base-ui/react/dialog';
import { useLiveQuery } from 'dexie-react-hooks';
import { type RefObject, useMemo, useRef, useState } from 'react';
import { LeftOutNote } from '@/components/left-out/LeftOutNote';
import { counted } from '@/components/text/count';
import { Button, buttonClass } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Message } from '@/components/ui/Message';
import { Skeleton } from '@/components/ui/Skeleton';
import { useAct } from '@/components/ui/use-act';
import { useLate } from '@/components/ui/use-late';
import { VirtualList } from '@/components/ui/VirtualList';
import { checkPrivateWindow } from '@/lib/browser';
import { type History, type HistoryOf, historyOf, undo } from '@/lib/store';
import { displayText } from '@/lib/text';
import styles from './HistoryDialog.module.css';
import { HistoryRow } from './HistoryRow';
import { type HistoryLine, historyLines } from './lines';
import { withoutOthers } from './own-only';
import { offersOf } from './versions';

/** Where the dialog is opened from. */
export interface HistoryPlace {
  place?: 'room' | 'beside-page';
  /** The private window that the page is in. */
  privateWindow?: { id: number } | null;
  /** Without what other coders did to their tags, where these are not shown. */
  ownOnly?: boolean;
}

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
  privateWindow = null,
  ownOnly = false,
  returnTo,
  onClose,
}: HistoryPlace & {
  asked: HistoryOf;
  /** The words of the statement, or the title of the paper. */
  about: string;
  /** What has the focus once it has closed. */
  returnTo: RefObject<HTMLElement | null>;
  onClose: () => void;
}) {
  const key = JSON.stringify(asked);
  const read = useLiveQuery(() => historyOf(asked), [key]);
  const { history, leftOut } = useMemo(
    () => (read && ownOnly ? withoutOthers(read) : { history: read, leftOut: 0 }),
    [read, ownOnly],
  );
  const late = useLate(!history);
  const { problem, busy, said, write } = useWriting(privateWindow);
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
          <p className={said ? styles.said : undefined} role="status">
            {said?.words}
            {said?.eventId ? (
              <Button
                look="link"
                disabled={busy}
                onClick={() => void write(UNDONE, () => undo(said.eventId ?? ''))}
              >
                Undo
              </Button>
            ) : null}
          </p>
          {leftOut ? <p className={styles.others}>{othersInWords(leftOut)}</p> : null}
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
                    onBringBack={({ work }) => void write(BROUGHT_BACK, work)}
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

const BROUGHT_BACK = 'Brought back.';
const UNDONE = 'Undone.';

interface Said {
  words: string;
  /** The step that did it, where it can be taken back from here. */
  eventId?: string;
}

/** Writes from inside the dialog, over which no other surface's Undo can be reached. */
function useWriting(privateWindow: { id: number } | null) {
  const { problem, act, busy } = useAct();
  const [said, setSaid] = useState<Said | null>(null);
  const write = (words: string, work: () => Promise<{ eventId: string }>) =>
    act(async () => {
      setSaid(null);
      await checkPrivateWindow(privateWindow);
      const { eventId } = await work();
      setSaid({ words, ...(words === BROUGHT_BACK && { eventId }) });
    });
  return { problem, busy, said, write };
}

const othersInWords = (changes: number) =>
  `${counted(changes, 'change')} to other coders’ tags ${
    changes === 1 ? 'is' : 'are'
  } left out, because their tags are not shown.`;
