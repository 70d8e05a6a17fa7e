/** On a result list: all its papers onto the reading list, and back. */
import { useState } from 'react';
import { AllListed } from '@/components/paper/AllListed';
import type { ListedWorks } from '@/components/paper/list-works';
import { Button } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { checkPrivateWindow } from '@/lib/browser';
import { undo } from '@/lib/store';
import styles from './PageSection.module.css';

export function ListSection({
  tabId,
  url,
  reviewId,
  privateWindow,
}: {
  tabId: number;
  url: string;
  reviewId: string | undefined;
  privateWindow: { id: number } | null;
}) {
  const [done, setDone] = useState<ListedWorks | null>(null);
  const { problem, act, busy } = useAct();
  const write = (work: () => Promise<ListedWorks | null>) => {
    if (busy) return;
    void act(async () => {
      await checkPrivateWindow(privateWindow);
      setDone(await work());
    });
  };
  const takeBack = async (eventId: string) => {
    await undo(eventId);
    return null;
  };
  return (
    <>
      <AllListed {...{ tabId, reviewId, shows: url }} onAdd={write} />
      <p role="status" className={styles.done}>
        {done ? `${done.words}. ` : null}
        {done?.eventId ? (
          <Button look="link" onClick={() => write(() => takeBack(done.eventId as string))}>
            Undo
          </Button>
        ) : null}
      </p>
      {problem ? <Message kind="error">{problem}</Message> : null}
    </>
  );
}
