/** A long list of which only what is in view is in the page; rows measure themselves. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import { useKeptFocus } from './use-kept-focus';
import styles from './VirtualList.module.css';

export function VirtualList<T>({
  items,
  keyOf,
  estimate,
  label,
  inset = 'wide',
  render,
}: {
  items: readonly T[];
  keyOf: (item: T) => string;
  /** Height of a usual row in px. */
  estimate: number;
  label: string;
  /** Space beside the rows: of a room, or of a drawer. */
  inset?: 'wide' | 'narrow';
  render: (item: T) => ReactNode;
}) {
  const scroll = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    estimateSize: () => estimate,
    overscan: 6,
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
