/** One tag in a chip: stance by shape, influence by name, then the dials; pressing one of the reader's opens its editor. */

import { DIRECTION_LOOKS, strengthText } from '@/components/influence/dial-words';
import { StanceShape } from '@/components/stance/StanceMark';
import { Foreign } from '@/components/text/Foreign';
import { Hidden } from '@/components/ui/Hidden';
import type { Tag } from '@/lib/model';
import { displayText } from '@/lib/text';
import { tagInWords } from '../words';
import styles from './TagChip.module.css';

export function TagChip({
  tag,
  label,
  coder,
  open,
  focusable,
  onEdit,
}: {
  tag: Tag;
  label: string;
  /** Named only where several coders' tags stand together. */
  coder: string | null;
  open: boolean;
  focusable: boolean;
  /** Null for another coder's, which is shown and not changed. */
  onEdit: (() => void) | null;
}) {
  const { word } = DIRECTION_LOOKS[tag.direction];
  const words = tagInWords(tag, label);
  const name = `${words}${coder ? `, by ${displayText(coder)}` : ''}`;
  const parts = (
    <>
      <StanceShape stance={tag.stance} size={9} />
      <span className={styles.label} dir="auto">
        {label}
      </span>
      {word ? <span className={styles.basis}>{word}</span> : null}
      {tag.strength === undefined ? null : (
        <span className={styles.basis}>strength {strengthText(tag.strength)}</span>
      )}
      {tag.basis === 'second-hand' ? <span className={styles.basis}>2nd-hand</span> : null}
      {coder ? (
        <span className={styles.basis}>
          <Foreign text={coder} />
        </span>
      ) : null}
    </>
  );
  const className = `${styles.chip} ${styles[tag.stance]}`;
  if (!onEdit)
    return (
      <span className={`${className} ${styles.others}`} title={name}>
        <Hidden>{name}</Hidden>
        <span className={styles.parts} aria-hidden="true">
          {parts}
        </span>
      </span>
    );
  return (
    <button
      type="button"
      className={className}
      tabIndex={focusable ? 0 : -1}
      aria-expanded={open}
      aria-label={`${name}. Edit`}
      title={words}
      onClick={onEdit}
    >
      {parts}
    </button>
  );
}
