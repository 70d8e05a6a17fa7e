/** The codebooks: the shelf, and what the address asks for instead: an editor, a ledger, or the re-check queue. */
import { useLiveQuery } from 'dexie-react-hooks';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { booksInUse, byVersion, isBuiltIn } from '@/lib/codebook';
import { allCodebooks, recheckQueue } from '@/lib/store';
import type { RoomProps } from '../../room-props';
import { useRoute } from '../../use-route';
import { Shelf } from './Shelf';

const Editor = lazy(async () => ({ default: (await import('./editor/Editor')).Editor }));
const Ledger = lazy(async () => ({ default: (await import('./ledger/Ledger')).Ledger }));
const Recheck = lazy(async () => ({ default: (await import('./recheck/Recheck')).Recheck }));

export function CodebooksRoom(props: RoomProps) {
  const { query } = useRoute();
  return <Suspense fallback={null}>{viewOf(props, query)}</Suspense>;
}

function viewOf(props: RoomProps, query: URLSearchParams): ReactNode {
  if (query.has('recheck')) return <Recheck review={props.review} />;
  const edit = query.get('edit');
  const ledger = query.get('ledger');
  if (edit ?? ledger) return <OfOne {...props} id={edit ?? ledger ?? ''} isLedger={!edit} />;
  return <Shelf {...props} />;
}

/** What is about one codebook that the review uses; the shelf where it does not. */
function OfOne({ id, isLedger, ...props }: RoomProps & { id: string; isLedger: boolean }) {
  const { review } = props;
  const all = useLiveQuery(allCodebooks, []);
  const queue = useLiveQuery(() => recheckQueue(review.id), [review]);
  const inUse = useMemo(() => booksInUse(review, all ?? []), [review, all]);
  const versions = useMemo(
    () => (all ?? []).filter((one) => one.id === id).sort(byVersion),
    [all, id],
  );
  if (!all) return null;
  const book = inUse.find((one) => one.id === id);
  if (!book || (!isLedger && isBuiltIn(id))) return <Shelf {...props} />;
  if (isLedger) return <Ledger key={id} review={review} book={book} />;
  const waiting = queue?.items.length ?? 0;
  return <Editor key={id} {...{ review, book, inUse, versions, waiting }} />;
}
