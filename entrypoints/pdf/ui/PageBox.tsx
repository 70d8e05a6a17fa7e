/** Which page is in sight, by its place in the file and as it is printed; typing a number, or a printed one, goes there. */
import { useState } from 'react';
import type { PdfView, Shown } from '../view/viewer';
import { IconButton } from './IconButton';
import styles from './PageBox.module.css';

export function PageBox({ view, shown }: { view: PdfView; shown: Shown }) {
  const [typed, setTyped] = useState<string | null>(null);
  const { page, pages, label } = shown;
  const named = label !== null && label !== String(page);
  const go = () => {
    if (typed !== null) view.goToPage(view.pageNamed(typed) ?? page);
    setTyped(null);
  };
  return (
    <form
      className={styles.box}
      onSubmit={(event) => {
        event.preventDefault();
        go();
        // The keys that follow are for the page that was asked for.
        view.focus();
      }}
    >
      <IconButton
        icon="up"
        label="Previous page"
        disabled={page <= 1}
        onClick={() => view.goToPage(page - 1)}
      />
      <input
        className={styles.input}
        aria-label="Page"
        inputMode="numeric"
        size={Math.max(3, String(pages).length)}
        value={typed ?? (named ? label : String(page))}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={go}
      />
      <span className={styles.of}>{named ? `(${page} of ${pages})` : `of ${pages}`}</span>
      <span className={styles.next}>
        <IconButton
          icon="chevron"
          label="Next page"
          disabled={page >= pages}
          onClick={() => view.goToPage(page + 1)}
        />
      </span>
    </form>
  );
}
