/** A round of coding: its papers, its day, and what was changed after it. */
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field, TextArea } from '@/components/ui/Field';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import type { Evidence } from '@/lib/map/outputs';
import type { Round } from '@/lib/model';
import { removeRound, saveRound } from '@/lib/store';
import { displayText } from '@/lib/text';
import styles from './Forms.module.css';

export function RoundForm({
  round,
  evidence,
  onDone,
}: {
  /** Undefined: a new one. */
  round: Round | undefined;
  evidence: Evidence;
  onDone: () => void;
}) {
  const { review, rounds } = evidence.records;
  const [name, setName] = useState(round?.name ?? `Round ${rounds.length + 1}`);
  const [date, setDate] = useState(round?.date ?? '');
  const [changed, setChanged] = useState(round?.changed ?? '');
  const [papers, setPapers] = useState(() => new Set(round?.paperIds));
  const { problem, act } = useAct();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // A paper of the round that does not count now stays in it.
    const all = new Set([...(round?.paperIds ?? []), ...evidence.paperIds]);
    const paperIds = [...all].filter((id) => papers.has(id));
    const isSaved = await act(() =>
      saveRound({
        ...(round && { id: round.id, position: round.position }),
        ...(round?.statementIds && { statementIds: round.statementIds }),
        ...{ reviewId: review.id, name: name.trim() || 'Round', date, changed, paperIds },
        codebooks: round?.codebooks ?? review.codebooks,
      }),
    );
    if (isSaved) onDone();
  };

  return (
    <form className={styles.form} aria-label="Round" onSubmit={(event) => void submit(event)}>
      <Field label="Name" value={name} onChange={(event) => setName(event.target.value)} />
      <Field
        label="Day"
        type="date"
        value={date}
        onChange={(event) => setDate(event.target.value)}
      />
      <fieldset className={styles.checks}>
        <legend>Papers that were coded</legend>
        {evidence.paperIds.map((id) => (
          <label key={id} className={styles.check}>
            <input
              type="checkbox"
              checked={papers.has(id)}
              onChange={(event) => {
                const next = new Set(papers);
                if (event.target.checked) next.add(id);
                else next.delete(id);
                setPapers(next);
              }}
            />
            <span dir="auto">{displayText(evidence.names.authorYear(id))}</span>
          </label>
        ))}
      </fieldset>
      <TextArea
        label="What changed after it"
        rows={3}
        dir="auto"
        value={changed}
        onChange={(event) => setChanged(event.target.value)}
      />
      {problem ? <Message kind="error">{problem}</Message> : null}
      <div className={styles.actions}>
        <Button type="submit" look="primary">
          Save round
        </Button>
        {round ? (
          <Button
            look="danger"
            onClick={() =>
              void act(() => removeRound(round.id)).then((isDone) => isDone && onDone())
            }
          >
            Delete
          </Button>
        ) : null}
      </div>
    </form>
  );
}
