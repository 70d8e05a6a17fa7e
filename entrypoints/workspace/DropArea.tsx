/**
 * Files that are dragged over the workspace: anywhere in it they can be dropped, and their preview opens. Without this the
 * browser would show the file in place of the workspace. Who uses the keyboard has the field in Exchange.
 */
import { useEffect, useState } from 'react';
import { Foreign } from '@/components/text/Foreign';
import type { Review } from '@/lib/model';
import styles from './DropArea.module.css';
import { importRun } from './import-run';
import { go } from './use-route';

export function DropArea({ review }: { review: Pick<Review, 'id' | 'name'> }) {
  const [isOver, setOver] = useState(false);
  const { id } = review;
  useEffect(() => {
    const leave = () => setOver(false);
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // What is not prevented is not a place to drop, and a dropped file would be opened by the browser.
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = importRun.isWriting ? 'none' : 'copy';
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      // Between two elements of the page something is entered; out of the window nothing is.
      if (!event.relatedTarget) leave();
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      leave();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (!files.length || importRun.isWriting) return;
      importRun.openFiles(files, id);
      go('exchange');
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') leave();
    };
    const ends = new AbortController();
    const { signal } = ends;
    window.addEventListener('dragenter', onOver, { signal });
    window.addEventListener('dragover', onOver, { signal });
    window.addEventListener('dragleave', onLeave, { signal });
    window.addEventListener('drop', onDrop, { signal });
    window.addEventListener('dragend', leave, { signal });
    window.addEventListener('keydown', onKey, { signal });
    return () => ends.abort();
  }, [id]);
  if (!isOver) return null;
  return (
    <div className={styles.area} data-drop-area>
      <p className={styles.words}>
        {importRun.isWriting ? (
          'An import is being written. Drop the file once it is done.'
        ) : (
          <>
            Drop to see what it would bring into “<Foreign text={review.name} />”
          </>
        )}
      </p>
    </div>
  );
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') ?? false;
