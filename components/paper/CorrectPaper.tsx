/**
 * "Not this paper?": the reader says what the page is. Where the page's own sources disagree, each value is
 * shown with its source to choose from; nothing is settled in silence.
 */

import { type FormEvent, useState } from 'react';
import type { Conflict, PaperFacts } from '@/lib/model';
import { displayText } from '@/lib/text';
import { Button } from '../ui/Button';
import { Field, TextArea } from '../ui/Field';
import styles from './CorrectPaper.module.css';
import { SOURCE_WORDS } from './cite';
import { type Draft, draftOf, type Problems, readDraft } from './correction';

export function CorrectPaper({
  paper,
  conflicts,
  onSave,
  onCancel,
}: {
  paper: PaperFacts;
  conflicts: readonly Conflict[];
  onSave: (fields: Partial<PaperFacts>) => void;
  onCancel: () => void;
}) {
  const [draft, setDraft] = useState(() => draftOf(paper));
  const [problems, setProblems] = useState<Problems>({});
  const set = (field: keyof Draft, value: string) => setDraft((d) => ({ ...d, [field]: value }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readDraft(draft, paper);
    setProblems(read.problems);
    if (Object.keys(read.problems).length === 0) onSave(read.fields);
  };
  const bind = (field: keyof Draft) => ({
    value: draft[field],
    problem: problems[field],
    hint: hintOf(paper, field),
    onChange: (event: { target: { value: string } }) => set(field, event.target.value),
  });
  const choices = (field: keyof Draft) => (
    <Choices
      conflict={conflicts.find((c) => c.field === field)}
      current={draft[field]}
      onChoose={(value) => set(field, value)}
    />
  );

  return (
    <form
      className={styles.form}
      aria-label="Correct this paper"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          // Escape closes the form, not the whole popup.
          event.preventDefault();
          onCancel();
        } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          submit(event);
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
      <div className={styles.actions}>
        <span className={styles.soft}>It will win whenever you come back.</span>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <Button look="primary" type="submit">
          Save
        </Button>
      </div>
    </form>
  );
}

function hintOf(paper: PaperFacts, field: keyof Draft): string {
  const source = paper.sources[field];
  return source ? SOURCE_WORDS[source] : '';
}

/** The values that the page's sources give for one field, to choose from. */
function Choices({
  conflict,
  current,
  onChoose,
}: {
  conflict: Conflict | undefined;
  current: string;
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
            <Button look="link" onClick={() => onChoose(value)}>
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
