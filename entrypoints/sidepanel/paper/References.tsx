/**
 * The paper's reference list: who is cited how often, here and in the other papers of the review, and what the review holds
 * of each work. Arrows go over it; `l` puts the work on the reading list.
 */

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useMemo, useRef, useState } from 'react';
import { counted } from '@/components/text/count';
import { Button } from '@/components/ui/Button';
import type { PanelReference } from '@/lib/messaging/panel/types';
import { type KnownWork, type LibraryReference, namedReference } from '@/lib/model';
import { holdsWords, searchText } from '@/lib/text';
import { useRowFocus } from '../list/use-row-focus';
import { printedReference } from './printed-reference';
import { type ListedReference, Reference } from './Reference';
import styles from './References.module.css';
import { useCitedElsewhere } from './use-reference-facts';

const TYPICAL_PX = 92;

export function References({
  references,
  known,
  reviewId,
  paperId,
  text,
  onList,
}: {
  references: readonly PanelReference[];
  known: readonly (KnownWork | null)[] | undefined;
  reviewId: string | undefined;
  /** The paper whose references they are, where that is stored. */
  paperId: string | undefined;
  /** Words that an entry must hold. */
  text: string;
  /** Puts works on the reading list. */
  onList: (works: readonly LibraryReference[]) => void;
}) {
  const citedElsewhere = useCitedElsewhere(references, reviewId, paperId);
  const [onlyShared, setOnlyShared] = useState(false);
  const all = useMemo(
    () =>
      references.map((reference, i): ListedReference => {
        const isKnown = known ? (known[i] ?? null) : undefined;
        return { reference, known: isKnown, citedElsewhere: citedElsewhere?.[i] ?? 0 };
      }),
    [references, known, citedElsewhere],
  );
  const shared = all.filter((one) => one.citedElsewhere > 0).length;
  const isNarrowed = onlyShared && shared > 0;
  const shown = useMemo(
    () =>
      all.filter(
        ({ reference, citedElsewhere: others }) =>
          (!isNarrowed || others > 0) &&
          holdsWords(searchText(`${reference.text} ${reference.doi ?? ''}`), text),
      ),
    [all, isNarrowed, text],
  );
  const add = useCallback(
    (reference: PanelReference) => onList([printedReference(reference)]),
    [onList],
  );
  const held = useRef(0);
  const rangeExtractor = useCallback((range: Range) => {
    // The row that Tab reaches stays drawn when it is scrolled away.
    const kept = held.current < range.count ? [held.current] : [];
    return [...new Set([...kept, ...defaultRangeExtractor(range)])].sort((a, b) => a - b);
  }, []);
  const { active, scroller, keys } = useRowFocus<HTMLElement>({
    count: shown.length,
    reveal: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    does: {
      l: (index) => {
        const one = shown[index];
        if (one?.known === null) add(one.reference);
      },
    },
  });
  held.current = active;
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => TYPICAL_PX,
    getItemKey: (i) => shown[i]?.reference.id ?? i,
    overscan: 3,
    rangeExtractor,
    useFlushSync: false,
  });
  const listed = known?.filter(Boolean).length ?? 0;
  // Of those that are shown, so that a search narrows what is added.
  const missing = useMemo(
    () =>
      shown.flatMap((one, i) =>
        one.known === null ? (namedReference(one.reference, i + 1) ?? []) : [],
      ),
    [shown],
  );
  return (
    <>
      <p className={styles.sum}>
        <span>
          {known
            ? `${listed} of ${counted(references.length, 'reference')} on your list`
            : counted(references.length, 'reference')}
          {shown.length < all.length ? ` · ${shown.length} shown` : ''}
        </span>
        {shared ? (
          <Button look="link" aria-pressed={isNarrowed} onClick={() => setOnlyShared(!isNarrowed)}>
            {isNarrowed ? 'Show all' : `${shared} cited by your other papers`}
          </Button>
        ) : null}
        {missing.length ? (
          <Button
            look="link"
            onClick={() => {
              // The button goes with what it lists: the keyboard goes on in the list.
              scroller.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus();
              onList(missing);
            }}
          >
            Add {missing.length} to the list
          </Button>
        ) : null}
      </p>
      <section ref={scroller} className={styles.scroller} aria-label="References" {...keys}>
        <ul className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const one = shown[item.index];
            if (!one) return null;
            return (
              <li
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                className={styles.row}
                aria-setsize={shown.length}
                aria-posinset={item.index + 1}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <Reference one={one} active={item.index === active} onList={add} />
              </li>
            );
          })}
        </ul>
      </section>
    </>
  );
}
