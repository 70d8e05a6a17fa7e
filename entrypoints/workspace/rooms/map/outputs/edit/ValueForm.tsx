/** The value of one of the reader's own columns, for one paper, site or influence. Saved as it is left. */
import { useEffect, useState } from 'react';
import { Field } from '@/components/ui/Field';
import { Message } from '@/components/ui/Message';
import selectStyles from '@/components/ui/Select.module.css';
import { useAct } from '@/components/ui/use-act';
import type { Attribute, AttributeValue, Subject } from '@/lib/model';
import { setAttributeValue } from '@/lib/store';
import { displayText } from '@/lib/text';
import styles from './Forms.module.css';
import { typedNumber } from './typed-number';

type Value = AttributeValue['value'];

export function ValueForm({
  attribute,
  subject,
  value,
}: {
  attribute: Attribute;
  subject: Subject;
  value: Value | undefined;
}) {
  const { problem, act } = useAct();
  const [said, setSaid] = useState('');
  const save = async (next: Value | null): Promise<boolean> => {
    setSaid('');
    const isSaved = await act(() => setAttributeValue(attribute.id, subject, next));
    if (isSaved) setSaid('Saved.');
    return isSaved;
  };
  return (
    <div className={styles.form}>
      <ValueField {...{ attribute, value }} onSave={save} />
      {problem ? <Message kind="error">{problem}</Message> : null}
      <p className={styles.said} role="status">
        {said}
      </p>
    </div>
  );
}

function ValueField({
  attribute,
  value,
  onSave,
}: {
  attribute: Attribute;
  value: Value | undefined;
  /** Was it saved? */
  onSave: (next: Value | null) => Promise<boolean>;
}) {
  const { type, name, choices } = attribute;
  const [typed, setTyped] = useState<string | null>(null);
  // Two ticks may be quicker than the answer to the first.
  const [ticked, setTicked] = useState<string[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another value is stored
  useEffect(() => setTicked(null), [value]);
  if (type === 'choice')
    return (
      <label className={styles.label}>
        {displayText(name)}
        <select
          className={`${selectStyles.select} ${styles.select}`}
          value={String(value ?? '')}
          onChange={(event) => void onSave(event.target.value || null)}
        >
          <option value="">Not stated</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {displayText(choice)}
            </option>
          ))}
        </select>
      </label>
    );
  if (type === 'several') {
    const chosen = ticked ?? (Array.isArray(value) ? value : []);
    return (
      <fieldset className={styles.checks}>
        <legend>{displayText(name)}</legend>
        {choices.map((choice) => (
          <label key={choice} className={styles.check}>
            <input
              type="checkbox"
              checked={chosen.includes(choice)}
              onChange={(event) => {
                const next = event.target.checked
                  ? choices.filter((one) => one === choice || chosen.includes(one))
                  : chosen.filter((one) => one !== choice);
                setTicked(next);
                void onSave(next);
              }}
            />
            <span dir="auto">{displayText(choice)}</span>
          </label>
        ))}
      </fieldset>
    );
  }
  const shown = typed ?? String(value ?? '');
  const leave = () => {
    if (typed === null || typed === String(value ?? '')) return;
    const next =
      type === 'text' ? typed : typed.trim() === '' ? null : (typedNumber(typed) ?? typed);
    // What is not a number is refused with a sentence and stays in the field. A saved value is shown as it is stored.
    void onSave(next).then((isSaved) => isSaved && setTyped(null));
  };
  return (
    <Field
      label={displayText(name)}
      dir="auto"
      inputMode={type === 'number' ? 'decimal' : undefined}
      value={shown}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
      }}
    />
  );
}
