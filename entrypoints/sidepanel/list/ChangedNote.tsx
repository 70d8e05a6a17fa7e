/** "Still holds?": old and new words of a changed passage, what kind of words they are, and what to do. */

import { Button } from '@/components/ui/Button';
import { Hidden } from '@/components/ui/Hidden';
import type { DiffPart } from '@/lib/anchor/types';
import type { PanelPlace } from '@/lib/messaging/panel/types';
import { displayText } from '@/lib/text';
import { changeInWords } from '../words';
import styles from './ChangedNote.module.css';

export function ChangedNote({
  place,
  id,
  focusable,
  onKeep,
  onRetag,
  onDrop,
}: {
  place: PanelPlace;
  id: string;
  focusable: boolean;
  onKeep: () => void;
  onRetag: () => void;
  onDrop: () => void;
}) {
  const tabIndex = focusable ? 0 : -1;
  return (
    <div className={styles.note}>
      <p id={id} className={styles.what}>
        {changeInWords(place.flags)}
      </p>
      <p className={styles.diff} dir="auto">
        {place.diff.length ? <Diff parts={place.diff} /> : displayText(place.text ?? '')}
      </p>
      <fieldset className={styles.actions} aria-label="Does it still hold?">
        <span className={styles.ask}>Still holds?</span>
        <Button
          className={styles.button}
          tabIndex={tabIndex}
          title="It does: find the statement by these words on this page"
          onClick={onKeep}
        >
          Keep
        </Button>
        <Button
          className={styles.button}
          tabIndex={tabIndex}
          title="Go there and tag these words anew"
          onClick={onRetag}
        >
          Re-tag
        </Button>
        <Button
          className={styles.button}
          look="danger"
          tabIndex={tabIndex}
          title="It does not: delete its tags"
          onClick={onDrop}
        >
          Drop
        </Button>
      </fieldset>
    </div>
  );
}

function Diff({ parts }: { parts: readonly DiffPart[] }) {
  return parts.map((part, i) => {
    const space = i > 0 ? ' ' : '';
    // biome-ignore-start lint/suspicious/noArrayIndexKey: parts of one fixed text, in their order
    if (part.op === 'removed')
      return (
        <span key={i}>
          {space}
          <Hidden>was: </Hidden>
          <del>{displayText(part.text)}</del>
        </span>
      );
    if (part.op === 'added')
      return (
        <span key={i}>
          {space}
          <Hidden>now: </Hidden>
          <ins>{displayText(part.text)}</ins>
        </span>
      );
    return (
      <span key={i}>
        {space + displayText(shortened(part.text, i === 0, i === parts.length - 1))}
      </span>
    );
    // biome-ignore-end lint/suspicious/noArrayIndexKey: as above
  });
}

const NEAR = 34;

/** Of the words between two changes, those near a change are enough. */
function shortened(text: string, first: boolean, last: boolean): string {
  if (text.length <= 3 * NEAR) return text;
  const head = first ? '' : text.slice(0, text.lastIndexOf(' ', NEAR) + 1 || NEAR);
  const tail = last ? '' : text.slice(text.indexOf(' ', text.length - NEAR) || -NEAR);
  return `${head}\u2026${tail}`;
}
