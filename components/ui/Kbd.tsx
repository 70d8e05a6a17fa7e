/** A key or a chord as the browser names it ("Alt+Shift+T", "⌥⇧T" on a Mac). */
import styles from './Kbd.module.css';

export function Kbd({ keys, boxed = false }: { keys: string; boxed?: boolean }) {
  return <kbd className={boxed ? `${styles.kbd} ${styles.boxed}` : styles.kbd}>{keys}</kbd>;
}
