/** What was set aside: what is wrong with each record, and how it comes back or goes. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import { counted, figure } from '@/components/text/count';
import { Button } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { VirtualList } from '@/components/ui/VirtualList';
import { type AsideEntry, listAside, tryAgain, whyNotBack } from '@/lib/store';
import { roomStyles } from '../../Room';
import { useRoute } from '../../use-route';
import { AsideRow, type Mode } from './AsideRow';
import styles from './SetAside.module.css';

/** A list of more records than this scrolls by itself: thousands may have been set aside. */
const LONG = 12;
/** Height of a row with one problem, in px. */
const ROW = 72;

export function SetAside() {
  const entries = useLiveQuery(listAside, []);
  const [open, setOpen] = useState<{ id: string; mode: Mode } | null>(null);
  const [said, setSaid] = useState('');
  const { problem, act, busy } = useAct();
  // Here, because a row goes when the list becomes a short one, and when another record is opened.
  const drafts = useRef(new Map<string, string>());
  const title = useRef<HTMLHeadingElement>(null);
  const wanted = useRoute().query.get('show') === 'aside';
  const isThere = entries !== undefined;
  useEffect(() => {
    if (wanted && isThere) title.current?.scrollIntoView({ block: 'start' });
  }, [wanted, isThere]);

  const retry = (ids?: string[]) =>
    void act(async () => {
      setSaid('');
      const { count } = await tryAgain(ids);
      setSaid(ids ? await saidOfOne(ids, count) : saidOfAll(count, (await listAside()).length));
    });
  const done = (id: string, words: string) => {
    drafts.current.delete(id);
    setOpen(null);
    setSaid(words);
    // The row that had the focus is gone.
    title.current?.focus({ preventScroll: true });
  };
  const row = (entry: AsideEntry) => (
    <AsideRow
      entry={entry}
      mode={open?.id === entry.id ? open.mode : null}
      busy={busy}
      drafts={drafts.current}
      onMode={(mode) => setOpen(mode && { id: entry.id, mode })}
      onRetry={() => retry([entry.id])}
      onDone={(words) => done(entry.id, words)}
    />
  );

  if (!entries?.length && !said) return null;
  return (
    <section className={roomStyles.section} aria-labelledby="aside-title">
      <h2 ref={title} id="aside-title" tabIndex={-1} className={roomStyles.sectionTitle}>
        Set aside: {figure(entries?.length ?? 0)}
      </h2>
      <p className={roomStyles.soft}>
        Records that could not be read, whose paper, statement or review is missing, or that need a
        decision of yours. They are kept as they were found, go into every backup, and are counted
        nowhere. They are tried again after each update of Bearing and with each import.
      </p>
      {problem ? <Message kind="error">{problem}</Message> : null}
      {entries?.length ? (
        <>
          <div>
            <Button disabled={busy} onClick={() => retry()}>
              Try all again
            </Button>
          </div>
          {entries.length > LONG ? (
            <div className={styles.long}>
              <VirtualList
                items={entries}
                keyOf={({ id }) => id}
                estimate={ROW}
                label="Records that are set aside"
                keep={open?.id}
                render={row}
              />
            </div>
          ) : (
            <ul className={styles.short} aria-label="Records that are set aside">
              {entries.map((entry) => (
                <li key={entry.id}>{row(entry)}</li>
              ))}
            </ul>
          )}
        </>
      ) : null}
      <p role="status">{said}</p>
    </section>
  );
}

async function saidOfOne(ids: readonly string[], count: number): Promise<string> {
  if (count) return 'The record is back.';
  const entry = (await listAside()).find(({ id }) => ids.includes(id));
  return entry ? `It stays set aside. ${whyNotBack(entry)}` : 'It is not set aside any more.';
}

function saidOfAll(count: number, left: number): string {
  const back = `${counted(count, 'record')} ${count === 1 ? 'is' : 'are'} back.`;
  if (!left) return back;
  const stay = `${figure(left)} ${left === 1 ? 'stays' : 'stay'} set aside.`;
  return count ? `${back} ${stay}` : `No record could come back. ${stay}`;
}
