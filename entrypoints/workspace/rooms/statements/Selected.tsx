/** What is selected of the statements: all that are shown or none, and what is changed of it together. */
import { COPY_KEY } from '@/components/statement/CopyQuote';
import type { Tag } from '@/lib/model';
import { BulkBar } from './BulkBar';
import { tagFits } from './facets';
import type { StatementLine } from './lines';
import styles from './Selected.module.css';
import type { Actions } from './use-actions';
import type { Found } from './use-found';
import type { Selection } from './use-selection';

export function SelectAll({
  selection,
  shown,
  copies = false,
}: {
  selection: Pick<Selection<unknown>, 'lines' | 'all'>;
  shown: number;
  /** Can the quote of a row be copied by a key? */
  copies?: boolean;
}) {
  const { length } = selection.lines;
  return (
    <div className={copies ? styles.all : `${styles.all} ${styles.flush}`}>
      <label className={styles.box}>
        <input
          type="checkbox"
          checked={length === shown}
          ref={(box) => {
            if (box) box.indeterminate = length > 0 && length < shown;
          }}
          onChange={({ target }) => selection.all(target.checked)}
        />
        Select all {shown}
      </label>
      <span className={styles.keys}>
        <kbd>j</kbd> <kbd>k</kbd> next, previous · <kbd>x</kbd> select · <kbd>X</kbd> select up to
        here
        {copies ? (
          <>
            {' '}
            · <kbd>{COPY_KEY}</kbd> copy the quote
          </>
        ) : null}
      </span>
    </div>
  );
}

/** Changes the reader's own tags of these statements: those that fit the filters. */
export function Bulk({
  selection: { lines, all },
  found: { wanted, parts },
  actions,
  isOwn,
  onExport,
  ...books
}: {
  selection: Selection<StatementLine>;
  found: Found;
  actions: Actions;
  isOwn: (tag: Tag) => boolean;
  onExport: (lines: Found['lines']) => void;
} & Pick<Parameters<typeof BulkBar>[0], 'codebooks' | 'inUse' | 'dials'>) {
  const tags = fittingTags(lines, wanted);
  const own = tags.filter(isOwn);
  return (
    <BulkBar
      {...books}
      statements={lines.length}
      tags={own}
      others={tags.length - own.length}
      isNarrowed={parts}
      onChange={(change) => actions.changeAll(own, change)}
      onDelete={() => actions.removeAll(own)}
      onNone={() => all(false)}
      onExport={() => onExport(lines)}
    />
  );
}

/** The tags of these statements that fit what is asked of tags. */
export const fittingTags = (lines: Found['lines'], wanted: Found['wanted']): Tag[] =>
  lines.flatMap((line) => line.tags.filter((_, i) => tagFits(line.tagValues[i] ?? [], wanted)));
