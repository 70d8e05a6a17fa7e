/** A statement's own words, in serif: the only thing that is. */
import styles from './Quote.module.css';

export function Quote({ text, clamp = false }: { text: string; clamp?: boolean }) {
  return (
    <blockquote
      className={clamp ? `${styles.quote} ${styles.clamp}` : styles.quote}
      dir="auto"
      title={clamp && text.length > 400 ? text.slice(0, 2_000) : undefined}
    >
      {text}
    </blockquote>
  );
}
