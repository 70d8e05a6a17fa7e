/** Unread papers of the list that may fill what the map lacks, each with the reason; nothing is shown where there is none. */
import { useCallback } from 'react';
import { useEvidenceMap } from '@/components/map/use-evidence-map';
import { useMapOptions } from '@/components/map/use-map-options';
import { aboutPaper, titleOf } from '@/components/paper/cite';
import { Foreign } from '@/components/text/Foreign';
import { useSliced } from '@/components/ui/use-sliced';
import { influencesOf } from '@/lib/codebook/influences';
import type { ReadingList } from '@/lib/store';
import { namesInWords } from '@/lib/text';
import { routeHash } from '../../use-route';
import { type GapPaper, gapPapers } from './gap-papers';
import styles from './ReadNext.module.css';

/** Influences named in a reason, at most; the others are counted. */
const MOST_NAMED = 4;

export function GapPapers({ data }: { data: ReadingList }) {
  const [options] = useMapOptions();
  const live = useEvidenceMap(options);
  const found = useSliced(
    useCallback(
      () => (live ? gapPapers(data, live.map.rows, influencesOf(live.codebooks)) : undefined),
      [data, live],
    ),
  );
  if (!found?.length) return null;
  return (
    <section aria-labelledby="for-the-map">
      <h2 id="for-the-map" className={styles.heading}>
        For what the map lacks
      </h2>
      <p className={styles.soft}>
        Papers of your list that are still to be read, and whose title or abstract names an
        influence with no evidence yet, or with support alone.
      </p>
      <ol className={styles.works} aria-label="Papers for what the map lacks">
        {found.map((one) => (
          <li key={one.paper.id} className={styles.work}>
            <div>
              <a
                className={styles.title}
                href={routeHash('papers', { paper: one.paper.id })}
                dir="auto"
              >
                {titleOf(one.paper, one.paper.urls[0])}
              </a>
              <p className={styles.soft} dir="auto">
                {aboutPaper(one.paper)}
              </p>
              <Reason {...one} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Reason({ empty, oneSided }: GapPaper) {
  return (
    <p className={styles.soft}>
      {empty.length ? (
        <>
          Names <Foreign text={namesInWords(empty, MOST_NAMED)} />: no paper says anything of{' '}
          {empty.length > 1 ? 'them' : 'it'} yet.{' '}
        </>
      ) : null}
      {oneSided.length ? (
        <>
          Names <Foreign text={namesInWords(oneSided, MOST_NAMED)} />: so far papers only support{' '}
          {oneSided.length > 1 ? 'them' : 'it'}.
        </>
      ) : null}
    </p>
  );
}
