/** What to import: files, or ids that are pasted. */
import { type RefObject, useEffect, useId } from 'react';
import { Button } from '@/components/ui/Button';
import { TextArea } from '@/components/ui/Field';
import { acceptedFiles, importableFiles } from '@/lib/exchange';
import { importRun } from '../../import-run';
import { changeQuery, useRoute } from '../../use-route';
import styles from './ExchangeRoom.module.css';

export function ChooseImport({
  reviewId,
  input,
  ids,
  onIds,
}: {
  reviewId: string;
  input: RefObject<HTMLInputElement | null>;
  /** What is in the field for ids: kept while a preview takes its place. */
  ids: string;
  onIds: (ids: string) => void;
}) {
  const hint = useId();
  const isWanted = useRoute().query.get('show') === 'import';
  useEffect(() => {
    if (!isWanted) return;
    input.current?.focus({ preventScroll: true });
    input.current?.closest('section')?.scrollIntoView({ block: 'start' });
    // It was asked for once: coming back to the room later is not asking again.
    changeQuery({ show: undefined }, { replace: true });
  }, [isWanted, input]);
  return (
    <>
      <div className={styles.choose}>
        <input
          ref={input}
          className={styles.file}
          type="file"
          multiple
          accept={acceptedFiles()}
          aria-label="Files to import"
          aria-describedby={hint}
          onChange={(event) => {
            importRun.openFiles([...(event.target.files ?? [])], reviewId);
            event.target.value = '';
          }}
        />
        <p id={hint} className={styles.hint}>
          {`Bearing can import ${importableFiles()}. Or drop files anywhere in this window.`}
        </p>
      </div>
      <form
        className={styles.choose}
        onSubmit={(event) => {
          event.preventDefault();
          if (ids.trim()) importRun.openIds(ids, reviewId);
        }}
      >
        <TextArea
          label="Paste DOIs, PMIDs or arXiv ids"
          rows={3}
          value={ids}
          onChange={(event) => onIds(event.target.value)}
          spellCheck={false}
        />
        <p className={styles.hint}>
          Only the ids are kept until you open the page: Bearing makes no network request to look
          them up.
        </p>
        <div className={styles.row}>
          <Button type="submit" disabled={!ids.trim()}>
            Preview these ids
          </Button>
        </div>
      </form>
    </>
  );
}
