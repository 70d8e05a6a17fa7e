/** The toolbar of tagging mode in the panel, for a page that does not let it in: the same page of ours, in a frame. */
import styles from './Dock.module.css';

export function Dock({ tabId, sentence }: { tabId: number; sentence: string }) {
  return (
    <section className={styles.dock} aria-label="Tag this page from here">
      <p className={styles.sentence}>{sentence}</p>
      <iframe className={styles.frame} title="Bearing toolbar" src={`/bar.html?tab=${tabId}`} />
    </section>
  );
}
