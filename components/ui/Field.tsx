/** A labelled text field that says what is wrong with what is in it. */
import { type ComponentProps, useId } from 'react';
import styles from './Field.module.css';

type Common = { label: string; hint?: string; problem?: string };

export function Field({ label, hint, problem, ...rest }: Common & ComponentProps<'input'>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        <span>{label}</span>
        {hint ? <span>{hint}</span> : null}
      </label>
      <input
        id={id}
        className={styles.input}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        {...rest}
      />
      {problem ? (
        <span id={`${id}-problem`} className={styles.problem}>
          {problem}
        </span>
      ) : null}
    </div>
  );
}

export function TextArea({ label, hint, problem, ...rest }: Common & ComponentProps<'textarea'>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        <span>{label}</span>
        {hint ? <span>{hint}</span> : null}
      </label>
      <textarea
        id={id}
        className={styles.input}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        {...rest}
      />
      {problem ? (
        <span id={`${id}-problem`} className={styles.problem}>
          {problem}
        </span>
      ) : null}
    </div>
  );
}
