/** A statement's own words, in serif: the only thing that is. */
import { Marked } from '@/components/text/Marked';
import { displayText } from '@/lib/text';
import styles from './Quote.module.css';

const NONE: readonly string[] = [];

export function Quote({
  text,
  clamp = false,
  found = NONE,
}: {
  text: string;
  clamp?: boolean;
  /** Words that were searched, as `searchedWords` gives them: marked where they are. */
  found?: readonly string[];
}) {
  const words = displayText(text);
  return (
    <blockquote
      className={clamp ? `${styles.quote} ${styles.clamp}` : styles.quote}
      dir="auto"
      title={clamp && words.length > 400 ? words.slice(0, 2_000) : undefined}
    >
      <Marked text={text} found={found} />
    </blockquote>
  );
}
