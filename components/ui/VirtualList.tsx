/** A long list of which only what is in view is in the page; rows measure themselves. */
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useRef } from 'react';
import { useKeptFocus } from './use-kept-focus';
import styles from './VirtualList.module.css';

export function VirtualList<T>({
  items,
  keyOf,
  estimate,
  label,
  inset = 'wide',
  keep,
  render,
}: {
  items: readonly T[];
  keyOf: (item: T) => string;
  /** Height of a usual row in px. */
  estimate: number;
  label: string;
  /** Space beside the rows: of a room, or of a drawer. */
  inset?: 'wide' | 'narrow';
  /** The key of a row that stays drawn when it is scrolled away: one with a half-typed text in it. */
  keep?: string | undefined;
  render: (item: T) => ReactNode;
}) {
  const scroll = useRef<HTMLElement>(null);
  const keptAt = useRef(-1);
  keptAt.current = keep === undefined ? -1 : items.findIndex((item) => keyOf(item) === keep);
  const rangeExtractor = useCallback((range: Range) => {
    const drawn = defaultRangeExtractor(range);
    const kept = keptAt.current;
    if (kept < 0 || drawn.includes(kept)) return drawn;
    return [...drawn, kept].sort((a, b) => a - b);
  }, []);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    estimateSize: () => estimate,
    overscan: 6,
    rangeExtractor,
  });
  const onFocus = useKeptFocus(scroll, (index) => {
    const item = items[index];
    return item === undefined ? undefined : keyOf(item);
  });
  return (
    <section
      ref={scroll}
      className={`${styles.scroll} ${styles[inset]}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
      tabIndex={0}
      aria-label={label}
      onFocus={onFocus}
    >
      <ul className={styles.list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((row) => {
          const item = items[row.index];
          return item === undefined ? null : (
            <li
              key={row.key}
              ref={virtual.measureElement}
              data-index={row.index}
              aria-setsize={items.length}
              aria-posinset={row.index + 1}
              className={styles.item}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              {render(item)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
