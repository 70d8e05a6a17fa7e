/** The paper's reference list: who is cited how often here, and what the review holds of each work. */

import { useVirtualizer } from '@tanstack/react-virtual';
import { useLiveQuery } from 'dexie-react-hooks';
import { memo, useMemo, useRef } from 'react';
import { counted } from '@/components/text/count';
import { Button } from '@/components/ui/Button';
import type { PanelReference } from '@/lib/messaging/panel/types';
import { type KnownWork, type LibraryReference, namedReference } from '@/lib/model';
import { knownWorks } from '@/lib/store';
import { displayText, doiUrl, holdsWords, searchText } from '@/lib/text';
import styles from './References.module.css';

const TYPICAL_PX = 92;

/** What the review holds of each reference, in their order; undefined until the store has answered. */
export function useKnown(
  references: readonly PanelReference[] | null,
  reviewId: string | undefined,
): readonly (KnownWork | null)[] | undefined {
  const answer = useLiveQuery(
    async () => ({
      references,
      known: references && reviewId ? await knownWorks(reviewId, references) : undefined,
    }),
    [references, reviewId],
  );
  return answer?.references === references ? answer.known : undefined;
}

export function References({
  references,
  known,
  text,
  onList,
}: {
  references: readonly PanelReference[];
  known: readonly (KnownWork | null)[] | undefined;
  /** Words that an entry must hold. */
  text: string;
  /** Puts works on the reading list. */
  onList: (works: readonly LibraryReference[]) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => {
    const all = references.map((reference, i) => ({ reference, known: known?.[i] ?? null }));
    if (!text.trim()) return all;
    return all.filter(({ reference }) =>
      holdsWords(searchText(`${reference.text} ${reference.doi ?? ''}`), text),
    );
  }, [references, known, text]);
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => TYPICAL_PX,
    getItemKey: (i) => shown[i]?.reference.id ?? i,
    overscan: 3,
    useFlushSync: false,
  });
  const inReview = known?.filter(Boolean).length ?? 0;
  // Of those that are shown, so that a search narrows what is added.
  const missing = useMemo(
    () =>
      known
        ? shown.flatMap((one, i) => (one.known ? [] : (namedReference(one.reference, i + 1) ?? [])))
        : [],
    [shown, known],
  );
  return (
    <>
      <p className={styles.sum}>
        <span>
          {known
            ? `${inReview} of ${counted(references.length, 'reference')} in your review`
            : counted(references.length, 'reference')}
        </span>
        {text.trim() ? ` · ${shown.length} shown` : ''}
        {missing.length ? (
          <>
            {' · '}
            <Button look="link" onClick={() => onList(missing)}>
              Add {missing.length} to the list
            </Button>
          </>
        ) : null}
      </p>
      <section
        ref={scroller}
        className={styles.scroller}
        data-scroller
        aria-label="References"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        tabIndex={0}
      >
        <ul className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const one = shown[item.index];
            if (!one) return null;
            return (
              <li
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                className={styles.row}
                aria-setsize={shown.length}
                aria-posinset={item.index + 1}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <Entry reference={one.reference} known={one.known} />
              </li>
            );
          })}
        </ul>
      </section>
    </>
  );
}

const Entry = memo(function Entry({
  reference,
  known,
}: {
  reference: PanelReference;
  known: KnownWork | null;
}) {
  const { label, text, doi, pmid, citedBy } = reference;
  const words = displayText(text);
  const href = doi ? doiUrl(doi) : pmid ? `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` : null;
  return (
    <div className={styles.entry}>
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
              title={displayText(doi ?? `PMID ${pmid}`)}
            >
              {doi ? 'DOI' : 'PubMed'}
            </a>
          ) : null}
        </p>
        {known ? (
          <p className={styles.known}>In your review: {counted(known.tags, 'tag')}</p>
        ) : null}
      </div>
    </div>
  );
});
