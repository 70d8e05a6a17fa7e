/** One entry of a reference list: the work as it is printed, who cites it, where it leads, and its place on the reading list. */
import { memo } from 'react';
import { roomUrl } from '@/components/page/room-url';
import { placeWords } from '@/components/paper/cite';
import { counted } from '@/components/text/count';
import { Button } from '@/components/ui/Button';
import { Kbd } from '@/components/ui/Kbd';
import type { PanelReference } from '@/lib/messaging/panel/types';
import type { KnownWork } from '@/lib/model';
import { displayText, doiUrl } from '@/lib/text';
import styles from './References.module.css';

export interface ListedReference {
  reference: PanelReference;
  /** Null where it is not on the review's list; undefined until the store has answered. */
  known: KnownWork | null | undefined;
  /** So many other papers of the review cite it. */
  citedElsewhere: number;
}

export const Reference = memo(function Reference({
  one: { reference, known, citedElsewhere },
  active,
  onList,
}: {
  one: ListedReference;
  /** It is the row that Tab reaches. */
  active: boolean;
  onList: (reference: PanelReference) => void;
}) {
  const { label, text, doi, pmid, citedBy } = reference;
  const words = displayText(text);
  const href = doi ? doiUrl(doi) : pmid ? `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` : null;
  const tabIndex = active ? 0 : -1;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls of one form
    <div className={styles.entry} data-row role="group" aria-label={words} tabIndex={tabIndex}>
      <span className={styles.number}>{displayText(label?.replace(/[[\].]+/g, '') ?? '')}</span>
      <div className={styles.main}>
        <p className={styles.text} dir="auto" title={words}>
          {words}
        </p>
        <p className={styles.line}>
          <span>
            {citedBy ? `cited by ${counted(citedBy, 'statement')}` : 'not cited in the text'}
          </span>
          {href ? (
            <a
              className={styles.link}
              href={href}
              target="_blank"
              rel="noreferrer"
              tabIndex={tabIndex}
              title={displayText(doi ?? `PMID ${pmid}`)}
            >
              {doi ? 'DOI' : 'PubMed'}
            </a>
          ) : null}
          {known === null ? (
            <Button
              look="link"
              className={styles.add}
              tabIndex={tabIndex}
              aria-keyshortcuts="l"
              onClick={({ currentTarget }) => {
                // The button goes, its row stays.
                currentTarget.closest<HTMLElement>('[data-row]')?.focus();
                onList(reference);
              }}
            >
              Add to list {active ? <Kbd keys="l" /> : null}
            </Button>
          ) : null}
        </p>
        {citedElsewhere ? (
          <p className={styles.elsewhere}>
            {`Cited by ${counted(citedElsewhere, 'other paper')} of your review`}
          </p>
        ) : null}
        {known ? (
          <a
            className={styles.known}
            href={roomUrl('papers', { paper: known.paperId })}
            target="_blank"
            rel="noreferrer"
            tabIndex={tabIndex}
            title="Its page in the workspace"
          >
            {`On your list: ${placeWords(known).toLowerCase()}`}
            {known.tags ? `, ${counted(known.tags, 'tag')}` : ''}
          </a>
        ) : null}
      </div>
    </div>
  );
});
