/** Other coders' tags on this paper: how many and whose, shown when the reader asks for them. */
import { othersInWords } from '@/components/coder/others-words';
import { Button } from '@/components/ui/Button';
import type { CoderIndex, Tag } from '@/lib/model';
import styles from '../App.module.css';

export function OthersTags({
  tags,
  coders,
  shown,
  onShow,
}: {
  tags: readonly Tag[];
  coders: CoderIndex;
  shown: boolean;
  onShow: (shown: boolean) => void;
}) {
  if (!tags.length) return null;
  return (
    <p className={styles.notice}>
      <bdi>{othersInWords(tags, coders)}</bdi>{' '}
      <Button look="link" aria-pressed={shown} onClick={() => onShow(!shown)}>
        {shown ? 'Hide them' : 'Show them'}
      </Button>
    </p>
  );
}
