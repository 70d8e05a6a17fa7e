/** The parts that rooms share: a head with title and controls, and the body under it. */
import type { ReactNode } from 'react';
import styles from './Room.module.css';

export function RoomHead({
  title,
  sub,
  children,
}: {
  title: string;
  sub?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className={styles.head}>
      <h1 className={styles.title} tabIndex={-1} data-room-head>
        {title}
      </h1>
      {sub ? <span className={styles.sub}>{sub}</span> : null}
      {children ? <div className={styles.controls}>{children}</div> : null}
    </header>
  );
}

/**
 * Where the focus goes when the control that had it is gone and nothing takes its place. Not to a field: the next key may
 * be the one that takes back what was done.
 */
export function focusRoom(): void {
  document.querySelector<HTMLElement>('[data-room-head]')?.focus();
}

export function Empty({ children }: { children: ReactNode }) {
  return <div className={styles.empty}>{children}</div>;
}

export function Search({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <input
      type="search"
      className={styles.search}
      aria-label={label}
      placeholder={`${label} ( / )`}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}

export { styles as roomStyles };
