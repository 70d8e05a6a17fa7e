/** What the rows of a section of the map have in common: the codebook, the group, its level. */
import type { MapSection } from '@/lib/map';
import { Foreign } from '../text/Foreign';
import styles from './SectionName.module.css';

export function SectionName({
  section: { book, heading, level },
  isShort = false,
}: {
  section: MapSection;
  /** Codebooks by the names that they have beside labels. */
  isShort?: boolean;
}) {
  return (
    <>
      {book ? (
        <span className={styles.book}>
          <Foreign text={isShort ? (book.shortName ?? book.name) : book.name} />
        </span>
      ) : null}
      {heading ? (
        <span className={styles.group}>
          <Foreign text={heading} />
          <Level level={level} />
        </span>
      ) : null}
    </>
  );
}

/** "macro", "meso", "micro", or whatever a codebook calls its levels. */
export function Level({ level }: { level: string | undefined }) {
  return level ? (
    <span className={styles.level}>
      <Foreign text={level} />
    </span>
  ) : null;
}
