/** The text of a record that was set aside, to be put right: what is wrong is said while it is typed. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { jsonSafe } from '@/lib/model';
import { type AsideEntry, repair, wrongNow } from '@/lib/store';
import { displayJson, displayText } from '@/lib/text';
import styles from './SetAside.module.css';

/** A long record scrolls in its field. */
const MOST_LINES = 14;

export function AsideRepair({
  entry,
  draft,
  onType,
  onCancel,
  onDone,
}: {
  entry: AsideEntry;
  /** What was typed before the repair was closed, or its row redrawn elsewhere. */
  draft: string | undefined;
  onType: (text: string) => void;
  onCancel: () => void;
  onDone: () => void;
}) {
  const id = useId();
  const form = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => draft ?? textOf(entry.record));
  const { problem, act, busy, clear } = useAct();
  const typed = read(text);
  const problems = typed.ok ? wrongNow({ ...entry, record: typed.value }) : [typed.problem];
  // Once, as it opens: with each save anywhere the entry is read anew, while the reader may be typing in it or elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: an open repair stays that of one record
  useEffect(() => {
    const at = placeOf(entry, text);
    form.current?.scrollIntoView({ block: 'nearest' });
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(at.from, at.to);
  }, []);
  const bringBack = () =>
    void act(async () => {
      if (!typed.ok || problems.length) return;
      await repair(entry.id, typed.value);
      onDone();
    });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) bringBack();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={form} className={styles.open}>
      <div id={`${id}-wrong`} role="status">
        {problems.length ? (
          <ul className={styles.wrong}>
            {problems.map((one) => (
              <li key={one} dir="auto">
                {displayText(one)}
              </li>
            ))}
          </ul>
        ) : (
          <p>Nothing is wrong with it as it is now.</p>
        )}
      </div>
      <label className={styles.label} htmlFor={id}>
        The record as text (JSON)
      </label>
      <textarea
        ref={field}
        id={id}
        className={styles.text}
        rows={Math.min(MOST_LINES, text.split('\n').length + 1)}
        dir="ltr"
        spellCheck={false}
        aria-invalid={problems.length ? true : undefined}
        aria-describedby={`${id}-wrong`}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onType(event.target.value);
          clear();
        }}
        onKeyDown={onKeyDown}
      />
      {problem ? <Message kind="error">{problem}</Message> : null}
      <div className={styles.answers}>
        <Button look="primary" disabled={problems.length > 0 || busy} onClick={bringBack}>
          Bring it back
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </div>
  );
}

const textOf = (record: unknown): string =>
  displayJson(JSON.stringify(jsonSafe(record), null, 2) ?? String(record));

type Typed = { ok: true; value: unknown } | { ok: false; problem: string };

function read(text: string): Typed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: `This is not JSON: ${why}` };
  }
}

/** The offsets of the first wrong value in the text; its start where that is not known. */
function placeOf(entry: AsideEntry, text: string): { from: number; to: number } {
  const [, path = ''] = /^([^:\s]+): /.exec(wrongNow(entry)[0] ?? '') ?? [];
  const name = path.split('.').findLast((part) => !/^\d+$/.test(part));
  const key = `${JSON.stringify(name)}: `;
  const at = name ? text.indexOf(key) : -1;
  if (at < 0) return { from: 0, to: 0 };
  const from = at + key.length;
  const end = text.indexOf('\n', from);
  return { from, to: text[end - 1] === ',' ? end - 1 : end };
}
