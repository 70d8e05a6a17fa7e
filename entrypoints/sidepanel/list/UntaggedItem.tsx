/** A citation statement of the page without a tag: pressing it goes there and chooses it for tagging. */
import { memo } from 'react';
import { displayText } from '@/lib/text';
import type { UntaggedRow } from './rows';
import styles from './StatementItem.module.css';

export const UntaggedItem = memo(function UntaggedItem({
  row,
  lead,
  active,
  chosen,
  onTag,
}: {
  row: UntaggedRow;
  /** The section that it opens. */
  lead: string | null;
  active: boolean;
  /** Chosen in the page. */
  chosen: boolean;
  onTag: (row: UntaggedRow) => void;
}) {
  return (
    <>
      {lead ? (
        <h2 className={styles.lead} dir="auto">
          {displayText(lead)}
        </h2>
      ) : null}
      <div className={styles.item} data-active={active || undefined} data-untagged>
        <button
          type="button"
          className={styles.quote}
          data-row={row.id}
          tabIndex={active ? 0 : -1}
          dir="auto"
          aria-current={chosen || undefined}
          aria-describedby={`${row.id}-untagged`}
          title="Go there and tag it (Enter)"
          onClick={() => onTag(row)}
        >
          {displayText(row.sentence.text)}
        </button>
        <p id={`${row.id}-untagged`} className={chosen ? styles.untagged : 'visually-hidden'}>
          {chosen ? 'Chosen in the page, to be tagged' : 'Not tagged'}
        </p>
      </div>
    </>
  );
});
