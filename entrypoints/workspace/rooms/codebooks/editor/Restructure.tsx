/** Merging, splitting, moving and deleting influences: where their tags go is asked before anything is done. */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { counted } from '@/components/text/count';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import selectStyles from '@/components/ui/Select.module.css';
import { influencesOf } from '@/lib/codebook';
import { type Codebook, type CodebookEdit, type InfluenceRef, newId } from '@/lib/model';
import { displayText } from '@/lib/text';
import styles from './Editor.module.css';

export type Restructuring =
  | { how: 'merge'; ids: readonly string[] }
  | { how: 'split' | 'delete' | 'move'; id: string };

export function Restructure({
  what,
  book,
  inUse,
  tagged,
  problem,
  busy,
  onDo,
  onCancel,
}: {
  what: Restructuring;
  book: Codebook;
  /** The codebooks of the review. */
  inUse: readonly Codebook[];
  tagged: ReadonlyMap<string, number>;
  problem: ReactNode;
  busy: boolean;
  onDo: (edit: CodebookEdit) => void;
  onCancel: () => void;
}) {
  const title = useId();
  const form = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState('');
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select, button')?.focus();
  }, []);
  const common = { book, inUse, tagged };
  const made = useRef<() => CodebookEdit | null>(() => null);
  const ids = what.how === 'merge' ? what.ids : [what.id];
  const labels = ids.map((id) => `“${displayText(labelIn(book, id))}”`).join(', ');
  return (
    <form
      ref={form}
      className={styles.form}
      aria-labelledby={title}
      onSubmit={(event) => {
        event.preventDefault();
        const edit = made.current();
        if (edit) onDo(reason ? ({ ...edit, reason } as CodebookEdit) : edit);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <h2 id={title} className={styles.title}>
        {TITLE[what.how]} {labels}
      </h2>
      {what.how === 'merge' ? <Merge ids={what.ids} made={made} {...common} /> : null}
      {what.how === 'split' ? <Split id={what.id} made={made} {...common} /> : null}
      {what.how === 'delete' ? <Delete id={what.id} made={made} {...common} /> : null}
      {what.how === 'move' ? <Move id={what.id} made={made} {...common} /> : null}
      <Field
        label="Why"
        hint="for the ledger; can stay empty"
        dir="auto"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {problem}
      <div className={styles.answers}>
        <Button type="submit" look={what.how === 'delete' ? 'danger' : 'primary'} disabled={busy}>
          {TITLE[what.how]}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}

const TITLE = { merge: 'Merge', split: 'Split', delete: 'Delete', move: 'Move' } as const;

const labelIn = ({ influences }: Codebook, id: string): string =>
  influences.find((one) => one.id === id)?.label ?? id;

interface PartProps {
  book: Codebook;
  inUse: readonly Codebook[];
  tagged: ReadonlyMap<string, number>;
  /** Filled by the part: the edit that its fields ask for, null where something is missing. */
  made: { current: () => CodebookEdit | null };
}

const tagsOf = (count: number) => (count ? counted(count, 'tag') : 'no tags');

function Merge({ ids, book, tagged, made }: PartProps & { ids: readonly string[] }) {
  const most = [...ids].sort((a, b) => (tagged.get(b) ?? 0) - (tagged.get(a) ?? 0))[0] ?? '';
  const [into, setInto] = useState(most);
  const [label, setLabel] = useState(labelIn(book, most));
  const name = useId();
  made.current = () => ({
    edit: 'merge',
    ids: ids.filter((id) => id !== into),
    into,
    ...(label.trim() && label !== labelIn(book, into) && { fields: { label: label.trim() } }),
  });
  return (
    <>
      <fieldset className={styles.choices}>
        <legend className={styles.legend}>The definition and rules of</legend>
        {ids.map((id) => (
          <label key={id} className={styles.choice}>
            <input
              type="radio"
              name={name}
              checked={into === id}
              onChange={() => {
                if (label === labelIn(book, into)) setLabel(labelIn(book, id));
                setInto(id);
              }}
            />
            <span dir="auto">{displayText(labelIn(book, id))}</span>
            <span className={styles.soft}>{tagsOf(tagged.get(id) ?? 0)}</span>
          </label>
        ))}
      </fieldset>
      <Field
        label="What it is called"
        dir="auto"
        required
        value={label}
        onChange={(event) => setLabel(event.target.value)}
      />
      <p className={styles.soft}>
        All tags come together here. Those that were made by another rule are queued to be looked at
        again. Labels, other names and cues of all are kept, so that each is still found.
      </p>
    </>
  );
}

interface PartDraft {
  id: string;
  label: string;
  definition: string;
}

function Split({ id, book, tagged, made }: PartProps & { id: string }) {
  const whole = book.influences.find((one) => one.id === id);
  const [parts, setParts] = useState<PartDraft[]>(() => [
    { id: newId(), label: '', definition: whole?.definition ?? '' },
    { id: newId(), label: '', definition: '' },
  ]);
  const [tagsTo, setTagsTo] = useState(parts[0]?.id ?? '');
  const name = useId();
  const count = tagged.get(id) ?? 0;
  const change = (at: number, fields: Partial<PartDraft>) =>
    setParts(parts.map((one, i) => (i === at ? { ...one, ...fields } : one)));
  made.current = () => {
    const given = parts.filter(({ label }) => label.trim());
    return given.length < 2
      ? null
      : {
          edit: 'split',
          id,
          parts: given,
          tagsTo: given.some((one) => one.id === tagsTo) ? tagsTo : (given[0]?.id ?? ''),
        };
  };
  return (
    <>
      {parts.map((part, i) => (
        <fieldset key={part.id} className={styles.part}>
          <legend className={styles.legend}>Part {i + 1}</legend>
          <Field
            label="Label"
            dir="auto"
            required={i < 2}
            value={part.label}
            onChange={(event) => change(i, { label: event.target.value })}
          />
          <Field
            label="Definition"
            hint="can wait"
            dir="auto"
            value={part.definition}
            onChange={(event) => change(i, { definition: event.target.value })}
          />
          {count ? (
            <label className={styles.choice}>
              <input
                type="radio"
                name={name}
                checked={tagsTo === part.id}
                onChange={() => setTagsTo(part.id)}
              />
              its {tagsOf(count)} {count === 1 ? 'goes' : 'go'} here first
            </label>
          ) : null}
        </fieldset>
      ))}
      <Button onClick={() => setParts([...parts, { id: newId(), label: '', definition: '' }])}>
        Another part
      </Button>
      <p className={styles.soft}>
        {count ? 'Each of its tags is queued, and you choose its part there. ' : ''}Tags of the
        influences beside it are queued too, since the boundary between them has changed.
      </p>
    </>
  );
}

function Delete({ id, book, inUse, tagged, made }: PartProps & { id: string }) {
  const [to, setTo] = useState('');
  const count = tagged.get(id) ?? 0;
  made.current = () => ({ edit: 'delete', id, into: to ? (JSON.parse(to) as InfluenceRef) : null });
  return (
    <>
      {count ? (
        <label className={styles.select}>
          <span className={styles.legend}>Its {tagsOf(count)}</span>
          <select
            className={selectStyles.select}
            value={to}
            onChange={(event) => setTo(event.target.value)}
          >
            <option value="">
              {count === 1
                ? 'keeps the version that it was made under'
                : 'keep the version that they were made under'}
            </option>
            {inUse.map((one) => (
              <optgroup key={one.id} label={displayText(one.name)}>
                {targets(one, inUse, book, id).map(({ ref, label }) => (
                  <option key={ref} value={ref}>
                    {count === 1 ? 'goes' : 'go'} to {displayText(label)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
      ) : (
        <p className={styles.soft}>Nothing is tagged with it.</p>
      )}
      <p className={styles.soft}>
        {count === 1
          ? 'The tag is not deleted. Where it keeps its version it stays on the map, under its own label.'
          : 'No tag is deleted. Tags that keep their version stay on the map, under their own label.'}
      </p>
    </>
  );
}

const targets = (one: Codebook, inUse: readonly Codebook[], book: Codebook, id: string) =>
  influencesOf(inUse)
    .all.filter((other) => other.codebook === one)
    .filter(({ codebookId, influenceId }) => codebookId !== book.id || influenceId !== id)
    .map(({ codebookId, influenceId, label }) => ({
      ref: JSON.stringify({ codebookId, influenceId }),
      label,
    }));

function Move({ id, book, inUse, tagged, made }: PartProps & { id: string }) {
  const others = inUse.filter((one) => one.id !== book.id && !one.builtIn);
  const [to, setTo] = useState(others[0]?.id ?? '');
  made.current = () => (to ? { edit: 'move-out', id, to } : null);
  if (!others.length)
    return (
      <p className={styles.soft}>
        This review uses no other codebook of your own. Begin or copy one first.
      </p>
    );
  return (
    <>
      <label className={styles.select}>
        <span className={styles.legend}>To the codebook</span>
        <select
          className={selectStyles.select}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        >
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {displayText(one.name)}
            </option>
          ))}
        </select>
      </label>
      <p className={styles.soft}>
        {tagged.get(id) ? 'Its tags go with it. ' : ''}What is below it stays, one level up.
      </p>
    </>
  );
}
