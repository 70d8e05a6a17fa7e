/** Searching the file. Enter goes on, Shift+Enter goes back, Escape closes. */
import { useEffect, useRef, useState } from 'react';
import { CloseButton } from '@/components/ui/CloseButton';
import { type Find, type Hits, MOST_HITS } from '../text/find';
import styles from './FindBar.module.css';
import { IconButton } from './IconButton';

export function FindBar({
  find,
  asked,
  onClose,
}: {
  find: Find;
  /** How often it was asked for: asked for again, it has the keyboard again. */
  asked: number;
  onClose: () => void;
}) {
  const [query, setQuery] = useState(find.hits.query);
  const [hits, setHits] = useState<Hits>(find.hits);
  const input = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that it is asked for
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [asked]);
  useEffect(() => () => find.clear(), [find]);
  const step = (by: 1 | -1) => setHits({ ...find.step(by) });
  return (
    <search className={styles.bar}>
      <input
        ref={input}
        className={styles.input}
        type="search"
        aria-label="Search this PDF"
        placeholder="Search this PDF"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setHits({ ...find.search(event.target.value) });
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') onClose();
          else return;
          event.preventDefault();
        }}
      />
      <span className={styles.count} role="status">
        {countOf(hits)}
      </span>
      <IconButton icon="up" label="Previous place" keys="Shift Enter" onClick={() => step(-1)} />
      <IconButton icon="chevron" label="Next place" keys="Enter" onClick={() => step(1)} />
      <CloseButton onClose={onClose} />
    </search>
  );
}

function countOf({ query, count, at }: Hits): string {
  if (!query.trim()) return '';
  if (!count) return 'Not in this text';
  return `${at} of ${count === MOST_HITS ? `${MOST_HITS} or more` : count}`;
}
