/** Why a paper is excluded: typed, or one of the reasons that the review has used before. */
import { Popover } from '@base-ui/react/popover';
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { exclusionReasons } from '@/lib/store';
import { displayText } from '@/lib/text';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import menu from '../ui/Menu.module.css';
import styles from './ExclusionForm.module.css';

/** As many as can be taken in at a glance; one that is used less often is typed. */
const MOST_OFFERED = 6;
/** A reason is a line of a table, not a note; the record would take more. */
const MOST_LETTERS = 300;

export function ExclusionForm({
  anchor,
  reviewId,
  reason,
  onExclude,
  onClose,
}: {
  anchor: RefObject<HTMLButtonElement | null>;
  reviewId: string | undefined;
  /** The present one. */
  reason: string;
  /** With '' for no reason. */
  onExclude: (reason: string) => void;
  onClose: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(reason);
  const [used, setUsed] = useState<readonly string[]>([]);
  useEffect(() => {
    let isOpen = true;
    // Without them a reason is still typed.
    if (reviewId)
      exclusionReasons(reviewId).then(
        (found) => isOpen && setUsed(found),
        () => undefined,
      );
    return () => {
      isOpen = false;
    };
  }, [reviewId]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onExclude(text);
  };
  const offered = used.filter((one) => one !== reason).slice(0, MOST_OFFERED);
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
            aria-label="Exclude this paper"
            initialFocus={field}
            finalFocus={anchor}
          >
            <form className={styles.parts} onSubmit={submit}>
              <Field
                ref={field}
                label="Reason for excluding"
                hint="optional"
                value={text}
                maxLength={MOST_LETTERS}
                dir="auto"
                onFocus={(event) => event.currentTarget.select()}
                onChange={(event) => setText(event.target.value)}
              />
              {offered.length ? (
                <ul className={styles.reasons} aria-label="Reasons used in this review">
                  {offered.map((one) => (
                    <li key={one}>
                      <button
                        type="button"
                        className={styles.reason}
                        title={displayText(one)}
                        dir="auto"
                        onClick={() => onExclude(one)}
                      >
                        <span className={styles.reasonText}>{displayText(one)}</span>
                      </button>
                    </li>
                  ))}
                </ul>
              ) : null}
              <div className={styles.actions}>
                <Button onClick={onClose}>Cancel</Button>
                <Button look="primary" type="submit">
                  Exclude
                </Button>
              </div>
            </form>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
