/** Reviews that look like the current one, after a colleague's came in for example: offered to be joined. */
import { useLiveQuery } from 'dexie-react-hooks';
import { Foreign } from '@/components/text/Foreign';
import { Button } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import type { Review } from '@/lib/model';
import { reviewsLike } from '@/lib/store';
import { focusRoom } from '../../Room';
import { useJoinReviews } from '../../use-join-reviews';
import styles from '../exchange/ExchangeRoom.module.css';

export function AlikeReviews({ review }: { review: Review }) {
  const alike = useLiveQuery(() => reviewsLike(review), [review.id, review.name]) ?? [];
  const { join, problem, busy } = useJoinReviews(review.id);
  /** Its row goes, and the focus with it. */
  const joinRow = async (id: string) => {
    if (await join(id)) focusRoom();
  };
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
          <Button disabled={busy} onClick={() => void joinRow(other.id)}>
            Join them
          </Button>
        </div>
      ))}
    </>
  );
}
