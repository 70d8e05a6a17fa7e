/**
 * "Not this paper?": the reader says what the page is. Where the page's own sources disagree, each value is
 * shown with its source to choose from; nothing is settled in silence.
 */

import { type FormEvent, useRef, useState } from 'react';
import type { Conflict, Corrections, PaperFacts } from '@/lib/model';
import type { Joining } from '@/lib/store';
import { displayText } from '@/lib/text';
import { Button } from '../ui/Button';
import { Field, TextArea } from '../ui/Field';
import { Message } from '../ui/Message';
import { useAct } from '../ui/use-act';
import styles from './CorrectPaper.module.css';
import { SOURCE_WORDS } from './cite';
import { type Draft, draftOf, joiningInWords, type Problems, readDraft } from './correction';

export function CorrectPaper({
  paper,
  conflicts,
  joinedBy,
  onSave,
  onCancel,
}: {
  paper: PaperFacts;
  conflicts: readonly Conflict[];
  /** What a correction would join this page with. */
  joinedBy: (fields: Corrections) => Promise<Joining | null>;
  /** Rejects with a sentence where it could not be saved: the form stays. */
  onSave: (fields: Corrections) => unknown;
  onCancel: () => void;
}) {
  const [draft, setDraft] = useState(() => draftOf(paper));
  const [problems, setProblems] = useState<Problems>({});
  /** The join that the reader was warned of; saving again confirms it. */
  const [joining, setJoining] = useState<Joining | null>(null);
  const set = (field: keyof Draft, value: string) => {
    setDraft((d) => ({ ...d, [field]: value }));
    setJoining(null);
  };

  const { problem, busy, act } = useAct();
  const isBusy = useRef(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // A second press before the first one's answer is drawn.
    if (isBusy.current) return;
    const read = readDraft(draft, paper);
    setProblems(read.problems);
    if (Object.keys(read.problems).length) return;
    isBusy.current = true;
    await act(async () => {
      const other = joining ? null : await joinedBy(read.fields);
      if (other) setJoining(other);
      else await onSave(read.fields);
    });
    isBusy.current = false;
  };
  const bind = (field: keyof Draft) => ({
    value: draft[field],
    problem: problems[field],
    hint: hintOf(paper, field),
    // What is saved is what was asked about.
    readOnly: busy,
    onChange: (event: { target: { value: string } }) => set(field, event.target.value),
  });
  const choices = (field: keyof Draft) => (
    <Choices
      conflict={conflicts.find((c) => c.field === field)}
      current={draft[field]}
      disabled={busy}
      onChoose={(value) => set(field, value)}
    />
  );

  return (
    <form
      className={styles.form}
      aria-label="Correct this paper"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          // Escape closes the form, not the whole popup.
          event.preventDefault();
          onCancel();
        } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          void submit(event);
        }
      }}
    >
      <h1 className={styles.heading}>What is this paper?</h1>
      <Field label="DOI" {...bind('doi')} autoFocus spellCheck={false} maxLength={400} />
      {choices('doi')}
      <TextArea label="Title" {...bind('title')} rows={2} dir="auto" maxLength={2_000} />
      {choices('title')}
      <Field label="Authors" {...bind('authors')} dir="auto" placeholder="Family, Given; …" />
      {choices('authors')}
      <div className={styles.two}>
        <Field label="Journal" {...bind('containerTitle')} dir="auto" maxLength={2_000} />
        <Field label="Year" {...bind('year')} hint="" inputMode="numeric" maxLength={4} />
      </div>
      {choices('containerTitle')}
      {choices('year')}
      <div role="status">
        {joining ? <Message kind="caution">{joiningInWords(joining)}</Message> : null}
        {problem ? <Message kind="error">{problem}</Message> : null}
      </div>
      <div className={styles.actions}>
        <span className={styles.soft}>
          {joining
            ? ''
            : 'It will win whenever you come back. An emptied field means that there is none.'}
        </span>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <Button look="primary" type="submit" disabled={busy}>
          {joining ? 'Join them' : 'Save'}
        </Button>
      </div>
    </form>
  );
}

function hintOf(paper: PaperFacts, field: keyof Draft): string {
  const source = paper.sources[field];
  const none = paper[field] === undefined || (field === 'authors' && !paper.authors.length);
  if (source === 'reader' && none) return 'none, as you said';
  return source ? SOURCE_WORDS[source] : '';
}

/** The values that the page's sources give for one field, to choose from. */
function Choices({
  conflict,
  current,
  disabled,
  onChoose,
}: {
  conflict: Conflict | undefined;
  current: string;
  disabled: boolean;
  onChoose: (value: string) => void;
}) {
  if (!conflict) return null;
  return (
    <ul
      className={styles.choices}
      aria-label={`Sources disagree on the ${wordFor(conflict.field)}`}
    >
      {conflict.values.map(({ value, source }) => (
        <li key={`${source} ${value}`} className={styles.choice}>
          <span className={styles.value} title={displayText(value)} dir="auto">
            {displayText(value)}
          </span>
          <span>({SOURCE_WORDS[source]})</span>
          {value === current ? (
            <span>in use</span>
          ) : (
            <Button look="link" disabled={disabled} onClick={() => onChoose(value)}>
              Use this
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function wordFor(field: string): string {
  return field === 'containerTitle' ? 'journal' : field === 'doi' ? 'DOI' : field;
}
