/**
 * The statements in reading order: only those in sight are drawn; arrows move, Enter goes, e edits, h shows the history,
 * Delete deletes.
 */
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { counted } from '@/components/text/count';
import type { Codebook, CoderIndex, Tag } from '@/lib/model';
import {
  isLocated,
  isTagged,
  type Labels,
  type ListedRow,
  outcomeOf,
  type Row,
  type UntaggedRow,
} from './rows';
import { type RowActions, StatementItem } from './StatementItem';
import styles from './StatementList.module.css';
import { UntaggedItem } from './UntaggedItem';

export interface ListProps {
  rows: readonly ListedRow[];
  labels: Labels;
  inUse: readonly Codebook[];
  /** The row that the page has chosen or shown last. */
  chosen: string | null;
  /** Names coders on the tags; null where one coder made all of them. */
  coders: CoderIndex | null;
  isOwn: (tag: Tag) => boolean;
  actions: Omit<RowActions, 'edit' | 'correcting'>;
  /** Goes to a statement without a tag, and chooses it for one. */
  onTag: (row: UntaggedRow) => void;
  /** The row the reader is at. */
  active: string | null;
  onActive: (id: string | null) => void;
}

/** Forms inside a row: their keys are theirs, whichever of their controls has the focus. */
const FORMS = 'input, textarea, select, form, [data-editor]';
/** Held down, these would go on to the rows that follow. */
const ONCE_A_PRESS: ReadonlySet<string> = new Set(['Delete', 'Backspace', 'e', 'h']);

/** A quote of three lines with one line of tags; measured rows correct it. */
const TYPICAL_PX = 116;

export function StatementList(props: ListProps) {
  const { rows, labels, inUse, chosen, coders, isOwn, actions, onTag, active, onActive } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<{ row: string; tag: string } | null>(null);
  /** The rows whose citing paper is being corrected. */
  const [correcting, setCorrecting] = useState<ReadonlySet<string>>(new Set());
  /** The row to focus once it is drawn. */
  const wanted = useRef<string | null>(null);
  const at = useMemo(() => new Map(rows.map((row, i) => [row.id, i])), [rows]);
  const activeAt = active === null ? -1 : (at.get(active) ?? -1);
  const leads = useMemo(() => leadsOf(rows), [rows]);

  const held = useRef<number[]>([]);
  const open = editing ? [editing.row, ...correcting] : [...correcting];
  held.current = [activeAt < 0 ? 0 : activeAt, ...open.map((id) => at.get(id) ?? -1)];
  const rangeExtractor = useCallback((range: Range) => {
    // The row with the focus, or with a half-filled form, stays drawn when it is scrolled away.
    const kept = held.current.filter((i) => i >= 0 && i < range.count);
    return [...new Set([...kept, ...defaultRangeExtractor(range)])].sort((a, b) => a - b);
  }, []);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => TYPICAL_PX,
    getItemKey: (i) => rows[i]?.id ?? i,
    overscan: 3,
    rangeExtractor,
    useFlushSync: false,
  });

  const moveTo = useCallback(
    (i: number) => {
      const row = rows[Math.max(0, Math.min(rows.length - 1, i))];
      if (!row) return;
      wanted.current = row.id;
      setEditing(null);
      onActive(row.id);
      virtualizer.scrollToIndex(at.get(row.id) ?? 0, { align: 'auto' });
    },
    [rows, at, onActive, virtualizer],
  );
  // After every drawing, until the wanted row is there.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const quote = scroller.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`);
    if (!quote) return;
    wanted.current = null;
    quote.focus({ preventScroll: true });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when an editor opens
  useEffect(() => {
    const editor = editing && scroller.current?.querySelector<HTMLElement>('[data-editor]');
    if (!editor) return;
    editor.querySelector<HTMLElement>('select')?.focus({ preventScroll: true });
    editor.scrollIntoView({ block: 'nearest' });
  }, [editing?.tag]);
  // What is chosen in the page is brought into the list's sight, without taking the focus.
  const chosenAt = chosen === null ? undefined : at.get(chosen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another one is chosen
  useEffect(() => {
    if (chosen === null || chosenAt === undefined || chosen === active) return;
    onActive(chosen);
    virtualizer.scrollToIndex(chosenAt, { align: 'auto' });
  }, [chosen]);

  // The page's other statements come in above it a moment after the tagged ones: it stays in sight.
  const hasUntagged = useMemo(() => !rows.every(isTagged), [rows]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when they come in
  useEffect(() => {
    if (hasUntagged && activeAt >= 0) virtualizer.scrollToIndex(activeAt, { align: 'auto' });
  }, [hasUntagged]);

  const focusQuote = useCallback((id: string) => {
    wanted.current = id;
  }, []);
  const rowActions = useMemo<RowActions>(
    () => ({
      ...actions,
      go: (row) => {
        onActive(row.id);
        actions.go(row);
      },
      edit: (row, tagId) => {
        onActive(row.id);
        setEditing(tagId ? { row: row.id, tag: tagId } : null);
        if (!tagId) focusQuote(row.id);
      },
      correcting: (row, isOpen) => {
        setCorrecting((was) => {
          const rest = [...was].filter((id) => id !== row.id);
          return new Set(isOpen ? [...rest, row.id] : rest);
        });
        if (!isOpen) focusQuote(row.id);
      },
      remove: (row, tags) => {
        actions.remove(row, tags);
        setEditing(null);
      },
    }),
    [actions, onActive, focusQuote],
  );

  const tagAt = useCallback(
    (row: UntaggedRow) => {
      onActive(row.id);
      onTag(row);
    },
    [onActive, onTag],
  );
  const taggedAt = (i: number): Row | undefined => {
    const row = rows[i];
    return row && isTagged(row) ? row : undefined;
  };
  const removeAt = (i: number) => {
    const row = taggedAt(i);
    if (!row) return;
    const own = row.tags.filter(isOwn);
    if (!own.length) return;
    rowActions.remove(row, own);
    if (own.length < row.tags.length) return;
    // The next row takes its place, or the one before it at the end.
    const next = rows[i + 1] ?? rows[i - 1];
    onActive(next?.id ?? null);
    wanted.current = next?.id ?? null;
  };

  const enter = (element: Element) => {
    const id = rows[indexOfRow(element) ?? -1]?.id;
    if (id !== undefined && id !== active) onActive(id);
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const target = event.target as Element;
    if (target.closest(FORMS) || (event.repeat && ONCE_A_PRESS.has(event.key))) return;
    const focusedAt = indexOfRow(target);
    const here = focusedAt ?? Math.max(0, activeAt);
    const next = focusedAt === undefined && activeAt < 0 ? 0 : here + 1;
    const keys: Record<string, () => void> = {
      ArrowDown: () => moveTo(next),
      ArrowUp: () => moveTo(here - 1),
      j: () => moveTo(next),
      k: () => moveTo(here - 1),
      Home: () => moveTo(0),
      End: () => moveTo(rows.length - 1),
      PageDown: () => moveTo(here + 4),
      PageUp: () => moveTo(here - 4),
      Delete: () => removeAt(here),
      Backspace: () => removeAt(here),
      e: () => {
        const row = taggedAt(here);
        const tag = row?.tags.find(isOwn);
        if (row && tag) rowActions.edit(row, editing?.row === row.id ? null : tag.id);
      },
      h: () => {
        const row = taggedAt(here);
        if (row) rowActions.history(row, document.activeElement as HTMLElement | null);
      },
    };
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the focused row inside
    <div
      ref={scroller}
      className={styles.scroller}
      onKeyDown={onKey}
      onFocus={(event) => {
        // Not by a press that is not over: the active row is taller, and would move away from under the pointer.
        if (event.target.matches(':focus-visible')) enter(event.target);
      }}
      onClick={(event) => enter(event.target as Element)}
    >
      <ul
        className={styles.list}
        aria-label="Statements in reading order"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const at = {
            lead: leads[item.index] ?? null,
            active: row.id === active || (activeAt < 0 && item.index === 0),
            chosen: row.id === chosen,
          };
          return (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={styles.row}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {isTagged(row) ? (
                <StatementItem
                  {...{ row, ...at }}
                  labels={labels}
                  inUse={inUse}
                  editing={editing?.row === row.id ? editing.tag : null}
                  correcting={correcting.has(row.id)}
                  coders={coders}
                  isOwn={isOwn}
                  actions={rowActions}
                />
              ) : (
                <UntaggedItem {...{ row, ...at }} onTag={tagAt} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The index of the row that an element is in. */
function indexOfRow(element: Element): number | undefined {
  const row = element.closest<HTMLElement>('[data-index]');
  return row ? Number(row.dataset.index) : undefined;
}

/** What stands above each row: a section where it begins, and one line before all that was not found. */
function leadsOf(rows: readonly ListedRow[]): (string | null)[] {
  const gone = (row: ListedRow) => isTagged(row) && !isLocated(row) && outcomeOf(row) !== 'unknown';
  const isAway = (row: ListedRow) => isTagged(row) && row.isElsewhere;
  const elsewhere = rows.filter(isAway).length;
  const notFound = rows.filter(gone).length - elsewhere;
  let before: string | null | undefined;
  return rows.map((row) => {
    const title = isAway(row)
      ? `${counted(elsewhere, 'statement')} of this paper tagged elsewhere`
      : gone(row)
        ? `${counted(notFound, 'statement')} not found on this page`
        : isTagged(row)
          ? row.statement.section?.title
          : row.sentence.section;
    const lead = title && title !== before ? title : null;
    before = title;
    return lead;
  });
}
