/** The bar above the pages: the file's outline and title, where the reader is, how large, searching, and tagging. */
import { useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/Button';
import { Kbd } from '@/components/ui/Kbd';
import { displayText } from '@/lib/text';
import type { Reader, State } from '../reader';
import type { PdfView } from '../view/viewer';
import styles from './Bar.module.css';
import { FindBar } from './FindBar';
import { IconButton } from './IconButton';
import { Original } from './Original';
import { PageBox } from './PageBox';
import { useTagging } from './use-tagging';

interface Toggle {
  shown: boolean;
  toggle: () => void;
}

export function Bar({
  reader,
  view,
  text,
  outline,
  find,
  dark,
  onOpen,
}: {
  reader: Reader;
  view: PdfView;
  text: Extract<State, { step: 'open' }>['text'];
  outline: Toggle;
  find: { asked: number; show: (shown: boolean) => void };
  dark: { on: boolean; toggle: () => void };
  onOpen: () => void;
}) {
  const shown = useSyncExternalStore(view.subscribe, () => view.shown);
  const tagging = useTagging(reader);
  const url = reader.wanted && 'url' in reader.wanted ? reader.wanted.url : null;
  return (
    <>
      <header className={styles.bar}>
        <div className={styles.side}>
          {reader.outline.length ? (
            <IconButton
              icon="outline"
              label="Outline"
              pressed={outline.shown}
              onClick={outline.toggle}
            />
          ) : null}
          <h1 className={styles.title} dir="auto" title={displayText(reader.title)}>
            {displayText(reader.title)}
          </h1>
        </div>
        <div className={styles.middle}>
          <PageBox view={view} shown={shown} />
          <span className={styles.zoom}>
            <IconButton icon="minus" label="Smaller" keys="Ctrl −" onClick={() => view.zoom(-1)} />
            <span className={styles.percent}>{Math.round(shown.scale * 100)} %</span>
            <IconButton icon="plus" label="Larger" keys="Ctrl +" onClick={() => view.zoom(1)} />
            <IconButton
              icon={shown.fit === 'page-fit' ? 'width' : 'expand'}
              label={shown.fit === 'page-fit' ? 'Fit the width' : 'Fit the whole page'}
              onClick={() => view.fit(shown.fit === 'page-fit' ? 'page-width' : 'page-fit')}
            />
          </span>
        </div>
        <div className={`${styles.side} ${styles.end}`}>
          <IconButton
            icon="search"
            label="Search"
            keys="Ctrl F"
            pressed={find.asked > 0}
            onClick={() => find.show(find.asked === 0)}
          />
          <IconButton icon="moon" label="Dark pages" pressed={dark.on} onClick={dark.toggle} />
          <IconButton icon="folder" label="Open another file" keys="Ctrl O" onClick={onOpen} />
          {url ? <Original url={url} look="quiet" className={styles.original} /> : null}
          <Button
            look={tagging.on ? 'plain' : 'primary'}
            aria-disabled={text !== 'text'}
            onClick={() => text === 'text' && reader.toggleTagging()}
          >
            {text === 'reading'
              ? 'Reading the text…'
              : tagging.on
                ? 'Stop tagging'
                : 'Tag this PDF'}
            {tagging.shortcut ? <Kbd keys={tagging.shortcut} /> : null}
          </Button>
        </div>
      </header>
      {find.asked && reader.find ? (
        <FindBar
          find={reader.find}
          asked={find.asked}
          onClose={() => {
            find.show(false);
            view.focus();
          }}
        />
      ) : null}
      <Note text={text} />
    </>
  );
}

const NOTES: Partial<Record<Extract<State, { step: 'open' }>['text'], string>> = {
  none: 'There is no text in this file: its pages are pictures. You can read it, but not tag it. A version with recognised text (OCR) can be tagged.',
  garbled:
    'The text in this file is gibberish: its letters are stored in a cipher, and only their shapes are right. You can read it, but not tag it.',
  failed: 'Bearing could not read the text of this file. You can read it, but not tag it.',
};

function Note({ text }: { text: Extract<State, { step: 'open' }>['text'] }) {
  const note = NOTES[text];
  return note ? (
    <p className={styles.note} role="status">
      {note}
    </p>
  ) : null;
}
