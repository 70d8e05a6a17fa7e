/** The papers of a result list, for the reading list: how many are new, listed or doubtful, and the button that adds them. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState } from 'react';
import { counted } from '@/components/text/count';
import { sentenceOf } from '@/components/text/sentence-of';
import { Button } from '@/components/ui/Button';
import { type ListedPapers, papersListedBy } from '@/lib/browser';
import { comingOn, Problem } from '@/lib/model';
import { listedReference, previewReferences } from '@/lib/store';
import styles from './AllListed.module.css';
import { offerInWords } from './list-offer';
import { type ListedWorks, listWorks } from './list-works';

export function AllListed({
  tabId,
  shows,
  reviewId,
  onAdd,
}: {
  tabId: number;
  /** Names what the tab shows: another list is read anew. */
  shows: string;
  reviewId: string | undefined;
  onAdd: (work: () => Promise<ListedWorks>) => void;
}) {
  const [list, setList] = useState<ListedPapers | string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shows` is why the same tab is read again
  useEffect(() => {
    let gone = false;
    const set = (now: ListedPapers | string) => gone || setList(now);
    setList(null);
    papersListedBy(tabId).then(set, (error) => set(sentenceOf(error)));
    return () => {
      gone = true;
    };
  }, [tabId, shows]);
  const read = typeof list === 'string' ? null : list;
  const works = useMemo(() => read?.reports.map(listedReference), [read]);
  const answer = useLiveQuery(
    async () =>
      works && reviewId
        ? { works, counts: (await previewReferences(reviewId, works)).counts }
        : undefined,
    [works, reviewId],
  );
  // The last answer stays until the next is there: it may be of another list.
  const counts = answer?.works === works ? answer?.counts : undefined;
  if (typeof list === 'string') return <p className={styles.words}>{list}</p>;
  if (!read || !works || !counts || read.reports.length + read.unread === 0) return null;
  const coming = comingOn(counts);
  const add = async (): Promise<ListedWorks> => {
    // A page of results grows while it is scrolled: nothing is added that was not counted before.
    const now = await papersListedBy(tabId);
    if (JSON.stringify(now) !== JSON.stringify(read)) {
      setList(now);
      throw new Problem(
        'changed-since',
        'The page lists other papers than before. Nothing was added: look at the numbers again.',
      );
    }
    return listWorks(reviewId, works);
  };
  return (
    <section className={styles.all} aria-label="Papers of this page">
      <p className={styles.words}>{offerInWords({ ...read, counts })}</p>
      {coming ? (
        <Button onClick={() => onAdd(add)}>Add {counted(coming, 'paper')} to the list</Button>
      ) : null}
    </section>
  );
}
