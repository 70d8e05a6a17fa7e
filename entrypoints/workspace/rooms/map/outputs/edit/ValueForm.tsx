/** The value of one of the reader's own columns, for one paper, site or influence. Saved as it is left. */
import { useState } from 'react';
import { Field } from '@/components/ui/Field';
import { Message } from '@/components/ui/Message';
import selectStyles from '@/components/ui/Select.module.css';
import { useAct } from '@/components/ui/use-act';
import type { Attribute, AttributeValue, Subject } from '@/lib/model';
import { setAttributeValue } from '@/lib/store';
import { displayText } from '@/lib/text';
import styles from './Forms.module.css';

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
  const save = async (next: Value | null) => {
    setSaid('');
    if (await act(() => setAttributeValue(attribute.id, subject, next))) setSaid('Saved.');
  };
  return (
    <div className={styles.form}>
      <ValueField {...{ attribute, value }} onSave={(next) => void save(next)} />
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
  onSave: (next: Value | null) => void;
}) {
  const { type, name, choices } = attribute;
  const [typed, setTyped] = useState<string | null>(null);
  if (type === 'choice')
    return (
      <label className={styles.label}>
        {displayText(name)}
        <select
          className={`${selectStyles.select} ${styles.select}`}
          value={String(value ?? '')}
          onChange={(event) => onSave(event.target.value || null)}
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
    const chosen = Array.isArray(value) ? value : [];
    return (
      <fieldset className={styles.checks}>
        <legend>{displayText(name)}</legend>
        {choices.map((choice) => (
          <label key={choice} className={styles.check}>
            <input
              type="checkbox"
              checked={chosen.includes(choice)}
              onChange={(event) =>
                onSave(
                  event.target.checked
                    ? choices.filter((one) => one === choice || chosen.includes(one))
                    : chosen.filter((one) => one !== choice),
                )
              }
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
    if (type === 'text') onSave(typed);
    // What is no number is refused with a sentence, and stays in the field.
    else onSave(typed.trim() === '' ? null : numberOr(typed));
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

const numberOr = (text: string): number | string => {
  const number = Number(text.trim().replace(',', '.'));
  return Number.isFinite(number) ? number : text;
};
