/** Beginning a codebook of the reader's own: empty, or as a copy of another one that is then changed. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { counted } from '@/components/text/count';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import type { Codebook, Review } from '@/lib/model';
import { beginCodebook, copyCodebook } from '@/lib/store';
import { displayText } from '@/lib/text';
import { go } from '../../use-route';
import styles from './NewCodebook.module.css';

export function NewCodebook({
  review,
  from,
  tags = 0,
  onClose,
}: {
  review: Review;
  /** What is copied; null for an empty one. */
  from: Codebook | null;
  /** Tags of the review on what is copied. */
  tags?: number;
  onClose: () => void;
}) {
  const [name, setName] = useState(from ? `${from.shortName ?? from.name}, adapted` : '');
  const [instead, setInstead] = useState(true);
  const { problem, act, busy } = useAct();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const isInUse = from && review.codebooks.some(({ id }) => id === from.id);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <form
      className={styles.form}
      aria-label={from ? `Copy ${displayText(from.name)}` : 'New codebook'}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (!name.trim()) return;
        void act(async () => {
          const wanted = { name: name.trim(), instead: Boolean(isInUse && instead) };
          const { book } = from
            ? await copyCodebook(review.id, from, wanted)
            : await beginCodebook(review.id, wanted.name);
          go('codebooks', { edit: book.id });
        });
      }}
    >
      <Field
        ref={field}
        label={from ? 'Name of the copy' : 'Name of the new codebook'}
        maxLength={300}
        dir="auto"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {isInUse ? (
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={instead}
            onChange={(event) => setInstead(event.target.checked)}
          />
          Use it in place of the original
          {tags ? `; its ${counted(tags, 'tag')} in this review go along` : ''}
        </label>
      ) : null}
      {problem ? <Message kind="error">{problem}</Message> : null}
      <div className={styles.answers}>
        <Button type="submit" look="primary" disabled={busy || !name.trim()}>
          {from ? 'Copy and edit' : 'Begin'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
