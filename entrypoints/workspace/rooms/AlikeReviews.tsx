/** Reviews that look like the current one, after a colleague's came in for example: offered to be joined. */
import { useLiveQuery } from 'dexie-react-hooks';
import { Foreign } from '@/components/text/Foreign';
import { Button } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { tellPages } from '@/lib/messaging';
import type { Review } from '@/lib/model';
import { joinReviews, reviewsLike } from '@/lib/store';
import styles from './ExchangeRoom.module.css';

export function AlikeReviews({ review }: { review: Review }) {
  const alike = useLiveQuery(() => reviewsLike(review), [review.id, review.name]) ?? [];
  const { problem, act, busy } = useAct();
  const join = (from: string) =>
    void act(async () => {
      await joinReviews(from, review.id);
      await tellPages({ tables: ['reviews', 'tags'] });
    });
  return (
    <>
      {problem ? <Message kind="error">{problem}</Message> : null}
      {alike.map((other) => (
        <div key={other.id} className={styles.row}>
          <p className={styles.alike}>
            Another review, “<Foreign text={other.name} />
            ”, has the name or the papers of “<Foreign text={review.name} />
            ”. As one review, they are counted in one map.
          </p>
          <Button disabled={busy} onClick={() => join(other.id)}>
            Join them
          </Button>
        </div>
      ))}
    </>
  );
}
