/** A menu behind a button: arrow keys, type-ahead, Escape and focus return come from Base UI. */

import { Menu as Base } from '@base-ui/react/menu';
import type { ReactNode, Ref } from 'react';
import { displayText } from '@/lib/text';
import { type ButtonLook, buttonClass } from './Button';
import { Icon } from './Icon';
import styles from './Menu.module.css';

export function Menu({
  trigger,
  label,
  look = 'quiet',
  align = 'start',
  className,
  id,
  onOpen,
  triggerRef,
  children,
}: {
  trigger: ReactNode;
  /** The control's accessible name, when the trigger's own words are not enough. */
  label?: string;
  look?: ButtonLook;
  align?: 'start' | 'end';
  className?: string;
  id?: string;
  /** For what is only needed once the menu is open. */
  onOpen?: () => void;
  triggerRef?: Ref<HTMLButtonElement>;
  children: ReactNode;
}) {
  return (
    <Base.Root modal={false} onOpenChange={(open) => open && onOpen?.()}>
      <Base.Trigger
        ref={triggerRef}
        id={id}
        aria-label={label && displayText(label)}
        className={`${buttonClass(look)} ${className ?? ''}`.trim()}
      >
        {trigger}
      </Base.Trigger>
      <MenuPopup align={align}>{children}</MenuPopup>
    </Base.Root>
  );
}

export function MenuPopup({
  align = 'start',
  anchor,
  children,
}: {
  align?: 'start' | 'end';
  /** What it is shown beside, and what has the focus afterwards, where that is not its trigger. */
  anchor?: HTMLElement | undefined;
  children: ReactNode;
}) {
  return (
    <Base.Portal>
      <Base.Positioner
        className={styles.positioner}
        align={align}
        anchor={anchor}
        sideOffset={4}
        collisionPadding={6}
      >
        <Base.Popup className={styles.popup} {...(anchor && { finalFocus: () => anchor })}>
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

export function MenuItem({
  onClick,
  hint,
  title,
  disabled,
  children,
}: {
  onClick: () => void;
  /** Stands under the words. */
  hint?: string;
  /** The same where space is short: shown while the pointer rests. */
  title?: string;
  disabled?: boolean;
  children: ReactNode;
}) {
  return (
    <Base.Item
      className={`${styles.item} ${styles.flush}`}
      onClick={onClick}
      title={title}
      disabled={disabled}
      label={typeof children === 'string' ? children : undefined}
    >
      <span>
        <span className={styles.text}>{children}</span>
        {hint ? <span className={styles.hint}>{hint}</span> : null}
      </span>
    </Base.Item>
  );
}

export function MenuSeparator() {
  return <Base.Separator className={styles.separator} />;
}

/** One of several: the chosen one carries a tick. */
export function MenuChoice<T extends string>({
  label,
  value,
  onChange,
  options,
}: {
  label?: string;
  value: T | undefined;
  onChange: (value: T) => void;
  options: readonly { value: T; text: string; hint?: string }[];
}) {
  return (
    <Base.Group>
      {label ? (
        <Base.GroupLabel className={styles.label}>{displayText(label)}</Base.GroupLabel>
      ) : null}
      <Base.RadioGroup value={value ?? ''} onValueChange={(next: T) => onChange(next)}>
        {options.map((option) => (
          <Base.RadioItem
            key={option.value}
            value={option.value}
            closeOnClick
            label={option.text}
            className={styles.item}
          >
            <span>
              <Base.RadioItemIndicator>
                <Icon name="check" size={14} />
              </Base.RadioItemIndicator>
            </span>
            <span>
              <span className={styles.text} style={{ display: 'block' }} dir="auto">
                {displayText(option.text)}
              </span>
              {option.hint ? <span className={styles.hint}>{option.hint}</span> : null}
            </span>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

export function MenuTick({
  checked,
  onChange,
  hint,
  staysOpen = false,
  children,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint?: string;
  /** For a choice of several. */
  staysOpen?: boolean;
  children: string;
}) {
  return (
    <Base.CheckboxItem
      checked={checked}
      onCheckedChange={onChange}
      closeOnClick={!staysOpen}
      label={children}
      className={styles.item}
    >
      <span>
        <Base.CheckboxItemIndicator>
          <Icon name="check" size={14} />
        </Base.CheckboxItemIndicator>
      </span>
      <span>
        <span className={styles.text} style={{ display: 'block' }} dir="auto">
          {children}
        </span>
        {hint ? <span className={styles.hint}>{hint}</span> : null}
      </span>
    </Base.CheckboxItem>
  );
}
