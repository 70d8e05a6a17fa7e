/** A finding and its CERQual judgements. A judgement is saved with its explanation, or not at all. */
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { TextArea } from '@/components/ui/Field';
import { Message } from '@/components/ui/Message';
import selectStyles from '@/components/ui/Select.module.css';
import { useAct } from '@/components/ui/use-act';
import { influenceKey } from '@/lib/codebook/influences';
import {
  CERQUAL_COMPONENTS,
  CONCERN_WORD,
  CONFIDENCE_WORD,
  type Evidence,
} from '@/lib/map/outputs';
import { Concern, Confidence, type Finding, type InfluenceRef } from '@/lib/model';
import { removeFinding, saveFinding } from '@/lib/store';
import { displayText } from '@/lib/text';
import styles from './Forms.module.css';

interface Judged {
  judgement: string;
  explanation: string;
}
const NOTHING: Judged = { judgement: '', explanation: '' };

export function FindingForm({
  finding,
  evidence,
  onDone,
}: {
  /** Undefined: a new one. */
  finding: Finding | undefined;
  evidence: Evidence;
  onDone: () => void;
}) {
  const [text, setText] = useState(finding?.text ?? '');
  const [influences, setInfluences] = useState(
    () => new Set((finding?.influences ?? []).map(influenceKey)),
  );
  const [parts, setParts] = useState<Record<string, Judged>>(() =>
    Object.fromEntries(
      [...CERQUAL_COMPONENTS.map(([id]) => id), 'overall' as const].map((id) => [
        id,
        finding?.[id] ?? NOTHING,
      ]),
    ),
  );
  const { problem, act } = useAct();
  const [asked, setAsked] = useState(false);
  const bare = Object.values(parts).some(({ judgement, explanation }) =>
    Boolean(judgement && !explanation.trim()),
  );
  const among = evidence.rows.filter(
    ({ key }) => evidence.tagsOf(key).length > 0 || influences.has(key),
  );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!text.trim() || bare) return;
    const judged = Object.fromEntries(
      Object.entries(parts).filter(([, { judgement }]) => judgement),
    );
    const isSaved = await act(() =>
      saveFinding({
        ...(finding && { id: finding.id, position: finding.position }),
        ...{ reviewId: evidence.records.review.id, text: text.trim() },
        influences: chosenOf(finding, among, influences),
        statementIds: finding?.statementIds ?? [],
        ...(judged as Partial<Pick<Finding, 'coherence' | 'overall'>>),
      }),
    );
    if (isSaved) onDone();
  };

  return (
    <form className={styles.form} aria-label="Finding" onSubmit={(event) => void submit(event)}>
      <TextArea
        label="Finding"
        hint="one sentence"
        rows={3}
        dir="auto"
        value={text}
        problem={asked && !text.trim() ? 'Write the finding as a sentence.' : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <fieldset className={styles.checks}>
        <legend>Influences that it rests on</legend>
        {among.map(({ key, influence }) => (
          <label key={key} className={styles.check}>
            <input
              type="checkbox"
              checked={influences.has(key)}
              onChange={(event) => {
                const next = new Set(influences);
                if (event.target.checked) next.add(key);
                else next.delete(key);
                setInfluences(next);
              }}
            />
            <span dir="auto">{displayText(influence.label)}</span>
          </label>
        ))}
      </fieldset>
      {CERQUAL_COMPONENTS.map(([id, label]) => (
        <Judgement
          key={id}
          label={label}
          words={CONCERN_WORD}
          options={Concern.options}
          value={parts[id] ?? NOTHING}
          asked={asked}
          onChange={(value) => setParts({ ...parts, [id]: value })}
        />
      ))}
      <Judgement
        label="CERQual assessment"
        words={CONFIDENCE_WORD}
        options={Confidence.options}
        value={parts.overall ?? NOTHING}
        asked={asked}
        onChange={(value) => setParts({ ...parts, overall: value })}
      />
      {problem ? <Message kind="error">{problem}</Message> : null}
      <div className={styles.actions}>
        <Button type="submit" look="primary">
          Save finding
        </Button>
        {finding ? (
          <Button
            look="danger"
            onClick={() =>
              void act(() => removeFinding(finding.id)).then((isDone) => isDone && onDone())
            }
          >
            Delete
          </Button>
        ) : null}
      </div>
    </form>
  );
}

/** One that has no row now, of an earlier version or another codebook, stays in the finding. */
function chosenOf(
  finding: Finding | undefined,
  among: Evidence['rows'],
  chosen: ReadonlySet<string>,
): InfluenceRef[] {
  const kept = (finding?.influences ?? []).filter((ref) => chosen.has(influenceKey(ref)));
  const known = new Set(kept.map(influenceKey));
  const added = among.filter(({ key }) => chosen.has(key) && !known.has(key));
  return [
    ...kept,
    ...added.map(({ influence: { codebookId, influenceId } }) => ({ codebookId, influenceId })),
  ];
}

function Judgement({
  label,
  words,
  options,
  value,
  asked,
  onChange,
}: {
  label: string;
  words: Readonly<Record<string, string>>;
  options: readonly string[];
  value: Judged;
  asked: boolean;
  onChange: (value: Judged) => void;
}) {
  return (
    <div>
      <label className={styles.label}>
        {label}
        <select
          className={`${selectStyles.select} ${styles.select}`}
          value={value.judgement}
          onChange={(event) => onChange({ ...value, judgement: event.target.value })}
        >
          <option value="">Not judged</option>
          {options.map((option) => (
            <option key={option} value={option}>
              {words[option]}
            </option>
          ))}
        </select>
      </label>
      {value.judgement ? (
        <TextArea
          label={`Why: ${label.toLowerCase()}`}
          rows={2}
          dir="auto"
          value={value.explanation}
          problem={
            asked && !value.explanation.trim()
              ? 'A judgement is printed with its explanation: say why.'
              : undefined
          }
          onChange={(event) => onChange({ ...value, explanation: event.target.value })}
        />
      ) : null}
    </div>
  );
}
