/** The paper is tagged in another review of the reader's: how much, and the way to that review. */

import { counted } from '@/components/text/count';
import { Foreign } from '@/components/text/Foreign';
import { Button } from '@/components/ui/Button';
import { changeSettings, type PaperTags } from '@/lib/store';
import { displayText } from '@/lib/text';
import styles from '../App.module.css';
import type { Done } from '../use-deeds';

export async function goToReview({ id, name }: PaperTags['review']): Promise<Done> {
  await changeSettings({ currentReviewId: id });
  return { words: `In ${displayText(name)} now` };
}

export function InOtherReviews({
  elsewhere,
  onSwitch,
}: {
  elsewhere: PaperTags['elsewhere'];
  /** Makes that review the current one. */
  onSwitch: (review: PaperTags['review']) => void;
}) {
  return elsewhere.map(({ review, tags }) => (
    <p key={review.id} className={styles.notice}>
      In another review of yours, <Foreign text={review.name} />: {counted(tags, 'tag')}{' '}
      <Button
        look="link"
        aria-label={`Go to the review ${displayText(review.name)}`}
        onClick={() => onSwitch(review)}
      >
        Go to it
      </Button>
    </p>
  ));
}
