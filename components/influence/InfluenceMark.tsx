/** The colour or symbol that a reader gave an influence. Beside its label, never instead of it. */
import type { Influence } from '@/lib/model';
import { displayText } from '@/lib/text';
import styles from './InfluenceMark.module.css';

export function InfluenceMark({
  influence: { colour, symbol },
}: {
  influence: Pick<Influence, 'colour' | 'symbol'>;
}) {
  if (!colour && !symbol) return null;
  return (
    <span className={styles.mark} data-colour={colour} aria-hidden="true">
      {symbol ? displayText(symbol) : null}
    </span>
  );
}
