/** Buttons, and links that look like them. One primary button a surface. */
import type { ComponentProps } from 'react';
import styles from './Button.module.css';

export type ButtonLook = 'plain' | 'quiet' | 'primary' | 'link' | 'danger';

export function buttonClass(look: ButtonLook = 'plain', icon = false): string {
  return [styles.button, styles[look], icon ? styles.icon : ''].filter(Boolean).join(' ');
}

export function Button({
  look = 'plain',
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { look?: ButtonLook }) {
  return (
    <button type={type} className={`${buttonClass(look)} ${className ?? ''}`.trim()} {...rest} />
  );
}
