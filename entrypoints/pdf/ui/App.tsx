/** The reader's page: a bar above, the pages below, and in place of the pages a message where there are none. */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { fileOf } from '@/lib/browser';
import type { Wanted } from '../open/open';
import { Reader } from '../reader';
import styles from './App.module.css';
import { Bar } from './Bar';
import { Instead } from './Instead';
import { Outline } from './Outline';
import { useFileChooser } from './use-file-chooser';
import { useGround } from './use-ground';
import { useReaderKeys } from './use-reader-keys';

/** What this tab was opened with. */
function wantedHere(): Wanted | null {
  const url = fileOf(location.href);
  return url ? { url } : null;
}

const NOBODY = () => () => {};

export function App() {
  const container = useRef<HTMLDivElement>(null);
  const pages = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [reader, setReader] = useState<Reader | null>(null);
  const [outlineShown, showOutline] = useState(false);
  /** How often searching was asked for since it was closed. */
  const [searches, setSearches] = useState(0);
  const [ground, toggleGround] = useGround();

  useEffect(() => {
    if (!container.current || !pages.current || !text.current) return;
    const places = { container: container.current, pages: pages.current, text: text.current };
    const wanted = wantedHere();
    const made = new Reader(places, wanted);
    setReader(made);
    if (wanted) void made.open(wanted);
  }, []);

  const state = useSyncExternalStore(reader?.subscribe ?? NOBODY, () => reader?.state ?? null);
  const view = reader?.view ?? null;
  const isOpen = state?.step === 'open';
  useEffect(() => {
    // The keys that follow are for the pages, unless they are wanted elsewhere.
    if (isOpen && document.activeElement === document.body)
      container.current?.focus({ preventScroll: true, focusVisible: false } as FocusOptions);
  }, [isOpen]);
  useEffect(() => {
    if (reader && state) document.title = reader.title;
  }, [reader, state]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the ground repaints
  useEffect(() => reader?.repaint(), [reader, ground]);
  const open = (file: File | undefined) => {
    if (!file || !reader) return;
    // A file of one's own has no address: a reload asks for it again.
    history.replaceState(null, '', location.pathname);
    void reader.open({ file });
  };
  const { field, choose } = useFileChooser(open);
  useReaderKeys(view, {
    find: () => {
      if (!reader?.find) return false;
      setSearches((times) => times + 1);
      return true;
    },
    open: choose,
  });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a second way; the button is the first
    <div
      className={styles.page}
      data-ground={ground}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        open(event.dataTransfer.files[0]);
      }}
    >
      {field}
      {reader && view && state?.step === 'open' ? (
        <Bar
          reader={reader}
          view={view}
          text={state.text}
          outline={{ shown: outlineShown, toggle: () => showOutline(!outlineShown) }}
          find={{ asked: searches, show: (shown) => setSearches(shown ? 1 : 0) }}
          dark={{ on: ground === 'dark', toggle: toggleGround }}
          onOpen={choose}
        />
      ) : null}
      <div className={styles.body}>
        {outlineShown && reader && view ? <Outline items={reader.outline} view={view} /> : null}
        <main className={styles.frame} aria-label="Pages">
          <div
            ref={container}
            className={styles.container}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
            tabIndex={0}
          >
            <div ref={pages} className="pdfViewer" />
            <div ref={text} className="text" />
          </div>
          {reader && state && state.step !== 'open' ? (
            <Instead
              state={state}
              wanted={reader.wanted}
              onChoose={choose}
              onRetry={() => reader.wanted && void reader.open(reader.wanted)}
            />
          ) : null}
        </main>
      </div>
    </div>
  );
}
