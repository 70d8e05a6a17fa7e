/** The labels of one paper, or of several at once: those of the review to tick, and a field for a new one. */
import { Popover } from '@base-ui/react/popover';
import { type FormEvent, type RefObject, useRef, useState } from 'react';
import { LONGEST_PAPER_LABEL } from '@/lib/model';
import { displayText, holdsWords, searchText } from '@/lib/text';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import menu from '../ui/Menu.module.css';
import styles from './LabelsForm.module.css';

/** How many of the papers have a label: all, some or none. */
export interface LabelState {
  label: string;
  has: 'all' | 'some' | 'none';
}

export function LabelsForm({
  anchor,
  labels,
  onChange,
  onClose,
}: {
  anchor: RefObject<HTMLElement | null>;
  /** All labels of the review. */
  labels: readonly LabelState[];
  onChange: (label: string, isOn: boolean) => void;
  onClose: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const shown = labels.filter(({ label }) => holdsWords(searchText(label), text));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    onChange(text, true);
    setText('');
    field.current?.focus();
  };
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          className={menu.positioner}
          anchor={anchor}
          align="start"
          sideOffset={4}
          collisionPadding={6}
        >
          <Popover.Popup
            className={`${menu.popup} ${styles.form}`}
            aria-label="Labels"
            initialFocus={field}
            finalFocus={anchor}
          >
            <form className={styles.add} onSubmit={submit}>
              <Field
                ref={field}
                label="New label, or find one"
                value={text}
                maxLength={LONGEST_PAPER_LABEL}
                dir="auto"
                onChange={(event) => setText(event.target.value)}
              />
              <Button type="submit" disabled={!text.trim()}>
                Add
              </Button>
            </form>
            {shown.length ? (
              <ul className={styles.labels} aria-label="Labels of this review">
                {shown.map(({ label, has }) => (
                  <li key={label}>
                    <label className={styles.label}>
                      <input
                        type="checkbox"
                        checked={has === 'all'}
                        ref={(box) => {
                          if (box) box.indeterminate = has === 'some';
                        }}
                        onChange={({ target }) => onChange(label, target.checked)}
                      />
                      <span dir="auto">{displayText(label)}</span>
                    </label>
                  </li>
                ))}
              </ul>
            ) : null}
            <div className={styles.foot}>
              <Button onClick={onClose}>Close</Button>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
