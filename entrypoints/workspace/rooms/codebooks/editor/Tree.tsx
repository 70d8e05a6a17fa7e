/**
 * The influences of a codebook as a tree: chosen with the arrow keys, moved with them while Alt is held or with the
 * pointer, and marked for merging. Every row is drawn: rows out of view cost the browser nothing (style sheet).
 */
import { type DragEvent, type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { InfluenceMark } from '@/components/influence/InfluenceMark';
import { displayText } from '@/lib/text';
import styles from './Tree.module.css';
import type { Step, TreeRow } from './tree-rows';

export interface TreeActions {
  choose(id: string): void;
  fold(id: string, folded: boolean): void;
  mark(id: string): void;
  step(id: string, step: Step): void;
  drop(id: string, on: string, where: 'before' | 'inside' | 'after'): void;
  edit(id: string): void;
  add(id: string | null, below: boolean): void;
  remove(id: string): void;
}

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

export function Tree({
  rows,
  chosen,
  marked,
  folded,
  unsaved,
  tagged,
  by,
}: {
  rows: readonly TreeRow[];
  chosen: string | null;
  marked: ReadonlySet<string>;
  folded: ReadonlySet<string>;
  unsaved: ReadonlySet<string>;
  /** Tags of the review on each influence. */
  tagged: ReadonlyMap<string, number>;
  by: TreeActions;
}) {
  const tree = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<{ id: string; where: 'before' | 'inside' | 'after' } | null>(
    null,
  );
  const dragged = useRef<string | null>(null);
  const latest = useRef(by);
  latest.current = by;
  const at = rows.findIndex(({ influence }) => influence.id === chosen);
  const tabStop = rows[at]?.influence.id ?? rows[0]?.influence.id;

  useEffect(() => {
    // The row that has moved keeps the focus that it had.
    const row = tree.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (row && tree.current?.contains(document.activeElement)) row.focus();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at] ?? rows[0];
    if (event.ctrlKey || event.metaKey || !row) return;
    const { id } = row.influence;
    const step = STEPS[event.key];
    const done = event.altKey ? step && by.step(id, step) : unmodified(event, row, id);
    if (done === false || (event.altKey && !step)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** False for a key that means nothing here. */
  const unmodified = (event: KeyboardEvent, row: TreeRow, id: string): unknown => {
    const go = (index: number) => {
      const to = rows[Math.max(0, Math.min(rows.length - 1, index))];
      if (to) by.choose(to.influence.id);
    };
    switch (event.key) {
      case 'ArrowDown':
        return go(at + 1);
      case 'ArrowUp':
        return go(at - 1);
      case 'Home':
        return go(0);
      case 'End':
        return go(rows.length - 1);
      case 'ArrowRight':
        if (row.hasMore && folded.has(id)) return by.fold(id, false);
        return row.hasMore ? go(at + 1) : false;
      case 'ArrowLeft':
        if (row.hasMore && !folded.has(id)) return by.fold(id, true);
        return row.influence.parent === undefined ? false : by.choose(row.influence.parent);
      case 'Enter':
      case 'F2':
        return by.edit(id);
      case ' ':
      case 'x':
        return by.mark(id);
      case 'n':
        return by.add(id, false);
      case 'N':
        return by.add(id, true);
      case 'Delete':
        return by.remove(id);
      default:
        return false;
    }
  };

  const onDragOver = (event: DragEvent<HTMLElement>, id: string) => {
    if (!dragged.current || dragged.current === id) return;
    event.preventDefault();
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const part = (event.clientY - top) / height;
    // The middle half of a row is "below it".
    const where = part < 0.25 ? 'before' : part > 0.75 ? 'after' : 'inside';
    setOver((before) => (before?.id === id && before.where === where ? before : { id, where }));
  };

  return (
    <div
      ref={tree}
      role="tree"
      aria-label="Influences"
      aria-multiselectable="false"
      className={styles.tree}
      onKeyDown={onKeyDown}
    >
      {rows.map((row) => (
        <Row
          key={row.influence.id}
          row={row}
          isChosen={row.influence.id === chosen}
          isTabStop={row.influence.id === tabStop}
          isMarked={marked.has(row.influence.id)}
          isFolded={folded.has(row.influence.id)}
          isUnsaved={unsaved.has(row.influence.id)}
          tags={tagged.get(row.influence.id) ?? 0}
          over={over?.id === row.influence.id ? over.where : undefined}
          by={latest}
          onDragStart={(id) => {
            dragged.current = id;
          }}
          onDragOver={onDragOver}
          onDrop={(id) => {
            if (dragged.current && over?.id === id) by.drop(dragged.current, id, over.where);
          }}
          onDragEnd={() => {
            dragged.current = null;
            setOver(null);
          }}
        />
      ))}
    </div>
  );
}

interface RowProps {
  row: TreeRow;
  isChosen: boolean;
  isTabStop: boolean;
  isMarked: boolean;
  isFolded: boolean;
  isUnsaved: boolean;
  tags: number;
  over: 'before' | 'inside' | 'after' | undefined;
  by: { current: TreeActions };
  onDragStart: (id: string) => void;
  onDragOver: (event: DragEvent<HTMLElement>, id: string) => void;
  onDrop: (id: string) => void;
  onDragEnd: () => void;
}

function RowView(props: RowProps) {
  const { row, isChosen, isTabStop, isMarked, isFolded, isUnsaved, tags, over, by } = props;
  const { influence, level, hasMore, group } = row;
  const { id } = influence;
  return (
    <>
      {group !== undefined ? (
        <div role="presentation" className={styles.group} dir="auto">
          {displayText(group || 'Without a group')}
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the tree hears keys */}
      <div
        role="treeitem"
        aria-level={level}
        aria-selected={isChosen}
        aria-expanded={hasMore ? !isFolded : undefined}
        aria-label={[
          displayText(influence.label),
          tags ? `${tags} ${tags === 1 ? 'tag' : 'tags'}` : '',
          influence.definition ? '' : 'no definition yet',
          isMarked ? 'marked for merging' : '',
          isUnsaved ? 'not saved' : '',
        ]
          .filter(Boolean)
          .join(', ')}
        tabIndex={isTabStop ? 0 : -1}
        draggable
        className={styles.row}
        data-marked={isMarked || undefined}
        data-over={over}
        style={{ paddingInlineStart: `calc(${level} * var(--space-4) + var(--space-2))` }}
        onClick={() => by.current.choose(id)}
        onDoubleClick={() => by.current.edit(id)}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', influence.label);
          props.onDragStart(id);
        }}
        onDragOver={(event) => props.onDragOver(event, id)}
        onDrop={(event) => {
          event.preventDefault();
          props.onDrop(id);
        }}
        onDragEnd={props.onDragEnd}
      >
        {hasMore ? (
          <button
            type="button"
            tabIndex={-1}
            aria-hidden="true"
            className={styles.fold}
            data-folded={isFolded || undefined}
            onClick={(event) => {
              event.stopPropagation();
              by.current.fold(id, !isFolded);
            }}
          />
        ) : null}
        <InfluenceMark influence={influence} />
        {influence.code ? <span className={styles.code}>{displayText(influence.code)}</span> : null}
        <span className={styles.label} dir="auto">
          {displayText(influence.label)}
        </span>
        {isUnsaved ? <span className={styles.unsaved}>not saved</span> : null}
        {influence.definition ? null : <span className={styles.bare}>no definition</span>}
        {isMarked ? <span className={styles.mark}>merge</span> : null}
        {tags ? <span className={styles.tags}>{tags}</span> : null}
      </div>
    </>
  );
}

const Row = memo(
  RowView,
  (a, b) =>
    a.row.influence === b.row.influence &&
    a.row.level === b.row.level &&
    a.row.hasMore === b.row.hasMore &&
    a.row.group === b.row.group &&
    a.isChosen === b.isChosen &&
    a.isTabStop === b.isTabStop &&
    a.isMarked === b.isMarked &&
    a.isFolded === b.isFolded &&
    a.isUnsaved === b.isUnsaved &&
    a.tags === b.tags &&
    // What is let go is let go on the row that was drawn with it.
    a.over === b.over &&
    b.over === undefined,
);
