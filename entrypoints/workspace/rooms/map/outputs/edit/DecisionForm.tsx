/** What was decided where coders differ: the agreed record of one influence in one paper. */
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { TextArea } from '@/components/ui/Field';
import { Message } from '@/components/ui/Message';
import selectStyles from '@/components/ui/Select.module.css';
import { useAct } from '@/components/ui/use-act';
import type { CellEdit } from '@/lib/map/outputs';
import type { Decision } from '@/lib/model';
import { removeDecision, saveDecision } from '@/lib/store';
import styles from './Forms.module.css';

const STANCES: readonly (readonly [Decision['stance'], string])[] = [
  ['supporting', 'Supporting'],
  ['mixed', 'Mixed'],
  ['contrasting', 'Contrasting'],
  ['mentioning', 'Mentioning'],
  ['none', 'Not about this influence'],
];

export function DecisionForm({
  about: { kind: _, ...about },
  decision,
  reviewId,
}: {
  about: Extract<CellEdit, { kind: 'decision' }>;
  decision: Decision | undefined;
  reviewId: string;
}) {
  const [note, setNote] = useState(decision?.note ?? '');
  const [said, setSaid] = useState('');
  const { problem, act } = useAct();
  const save = async (stance: Decision['stance']) => {
    setSaid('');
    const direction = decision?.direction;
    const isSaved = await act(() =>
      saveDecision({ reviewId, ...about, stance, note, ...(direction && { direction }) }),
    );
    if (isSaved) setSaid('Saved.');
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: it saves field by field and submits nothing
    <div className={styles.form} role="group" aria-label="Decision">
      <label className={styles.label}>
        Decision
        <select
          className={`${selectStyles.select} ${styles.select}`}
          value={decision?.stance ?? ''}
          onChange={(event) => void save(event.target.value as Decision['stance'])}
        >
          {decision ? null : <option value="">Not decided</option>}
          {STANCES.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <TextArea
        label="Why"
        rows={3}
        dir="auto"
        value={note}
        onChange={(event) => setNote(event.target.value)}
        onBlur={() => {
          // A reason without a decision waits for it.
          if (decision && note !== decision.note) void save(decision.stance);
        }}
      />
      {problem ? <Message kind="error">{problem}</Message> : null}
      <p className={styles.said} role="status">
        {said}
      </p>
      {decision ? (
        <div className={styles.actions}>
          <Button onClick={() => void act(() => removeDecision(decision.id))}>
            Take the decision back
          </Button>
        </div>
      ) : null}
    </div>
  );
}
