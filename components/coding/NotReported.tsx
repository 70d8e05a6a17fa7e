/** "Looked for, not reported", as one box of a coding form. */
import { useEffect, useState } from 'react';
import styles from './NotReported.module.css';

export function NotReported({
  isOn,
  label,
  tabIndex,
  onChange,
}: {
  isOn: boolean;
  label: string;
  tabIndex?: number;
  /** Was it saved? */
  onChange: (isOn: boolean) => Promise<boolean>;
}) {
  // What was asked for is shown until the store has it.
  const [asked, setAsked] = useState<boolean | null>(null);
  useEffect(() => {
    if (asked === isOn) setAsked(null);
  }, [asked, isOn]);
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={asked ?? isOn}
        tabIndex={tabIndex}
        aria-label={`Not reported: ${label}`}
        onChange={(event) => {
          setAsked(event.target.checked);
          void onChange(event.target.checked).then((isSaved) => isSaved || setAsked(null));
        }}
      />
      not reported
    </label>
  );
}
