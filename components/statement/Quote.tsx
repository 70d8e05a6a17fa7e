/** A statement's own words, in serif: the only thing that is. */
import { displayText } from '@/lib/text';
import styles from './Quote.module.css';

export function Quote({ text, clamp = false }: { text: string; clamp?: boolean }) {
  const words = displayText(text);
  return (
    <blockquote
      className={clamp ? `${styles.quote} ${styles.clamp}` : styles.quote}
      dir="auto"
      title={clamp && words.length > 400 ? words.slice(0, 2_000) : undefined}
    >
      {words}
    </blockquote>
  );
}
