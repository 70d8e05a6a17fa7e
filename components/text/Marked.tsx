/** A text with the words in it that were searched: underlined too, so that they can be seen without colour. */
import type { ReactNode } from 'react';
import { displayText, marksIn } from '@/lib/text';
import styles from './Marked.module.css';

export function Marked({ text, found }: { text: string; found: readonly string[] }) {
  const marks = marksIn(text, found);
  if (!marks.length) return displayText(text);
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end, isNear } of marks) {
    parts.push(displayText(text.slice(at, start)));
    parts.push(
      <mark key={start} className={isNear ? `${styles.mark} ${styles.near}` : styles.mark}>
        {displayText(text.slice(start, end))}
      </mark>,
    );
    at = end;
  }
  parts.push(displayText(text.slice(at)));
  return parts;
}
