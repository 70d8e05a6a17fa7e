/** Grey lines where text will stand. Shown only when loading lasts; it does not shimmer. */
import { Hidden } from './Hidden';
import styles from './Skeleton.module.css';

const WIDTHS = ['82%', '64%', '73%', '48%', '69%', '57%', '77%', '52%'];

export function Skeleton({ lines, label }: { lines: number; label: string }) {
  return (
    <div className={styles.lines} role="status">
      <Hidden>{label}</Hidden>
      {Array.from({ length: lines }, (_, i) => WIDTHS[i % WIDTHS.length]).map((width, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: identical lines that never move
        <div key={i} className={styles.line} style={{ width }} />
      ))}
    </div>
  );
}
