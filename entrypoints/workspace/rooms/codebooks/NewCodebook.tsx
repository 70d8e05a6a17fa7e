/** Beginning a codebook of the reader's own: empty, or as a copy of another one that is then changed. */
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { counted } from '@/components/text/count';
import { Button } from '@/components/ui/Button';
import { Field, TextArea } from '@/components/ui/Field';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { readCodebookTable } from '@/lib/exchange';
import { type Codebook, LONGEST_LABEL, newId, type Review } from '@/lib/model';
import { beginCodebook, copyCodebook, putInUse, saveCodebook } from '@/lib/store';
import { displayText } from '@/lib/text';
import { go } from '../../use-route';
import styles from './NewCodebook.module.css';

/** What a pasted one is called until the reader names it. */
const PASTED = 'Pasted codebook';

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
  const [table, setTable] = useState('');
  const pasted = useMemo(
    () => (table.trim() ? readCodebookTable(table, name || PASTED) : null),
    [table, name],
  );
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
        if (!name.trim() && !pasted?.ok) return;
        void act(async () => {
          if (pasted?.ok) {
            const book = { ...pasted.codebook, id: newId(), name: name.trim() || PASTED };
            await saveCodebook({ ...book, version: '1', stage: 'open' });
            await putInUse(review.id, { id: book.id, version: '1' }, true);
            go('codebooks', { edit: book.id });
            return;
          }
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
        maxLength={LONGEST_LABEL}
        dir="auto"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {from ? null : (
        <TextArea
          label="Or paste a table from a spreadsheet"
          hint="label, definition, group, parent, cues …"
          rows={3}
          dir="auto"
          value={table}
          onChange={(event) => setTable(event.target.value)}
        />
      )}
      {pasted ? <Pasted reading={pasted} /> : null}
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
        <Button
          type="submit"
          look="primary"
          disabled={busy || (pasted ? !pasted.ok : !name.trim())}
        >
          {from ? 'Copy and edit' : 'Begin'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

/** As many problems are worth reading before the table is put right. */
const SHOWN_PROBLEMS = 5;

/** What the pasted table comes to, before anything is made of it. */
function Pasted({ reading }: { reading: ReturnType<typeof readCodebookTable> }) {
  if (!reading.ok) return <Message kind="error">{reading.problem}</Message>;
  const { codebook, problems } = reading;
  const first = codebook.influences.slice(0, 3).map(({ label }) => `“${displayText(label)}”`);
  const rest = problems.length - SHOWN_PROBLEMS;
  return (
    <div role="status">
      <p>
        {counted(codebook.influences.length, 'influence')}
        {first.length ? `: ${first.join(', ')}${codebook.influences.length > 3 ? ' …' : ''}` : ''}
      </p>
      {problems.slice(0, SHOWN_PROBLEMS).map(({ row, problem, written }) => (
        <p key={`${row} ${problem}`}>
          Row {row}
          {written ? `, “${displayText(written)}”` : ''}: {displayText(problem)}
        </p>
      ))}
      {rest > 0 ? <p>and {counted(rest, 'more problem')}</p> : null}
    </div>
  );
}
