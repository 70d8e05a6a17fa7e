/** The influences of this page's paper by the reader's own tags, above those of all papers. */
import { useMemo, useState } from 'react';
import { roomUrl } from '@/components/page/room-url';
import { StanceCounts } from '@/components/stance/StanceCounts';
import { Foreign } from '@/components/text/Foreign';
import { Button } from '@/components/ui/Button';
import { influenceKey, influencesOf } from '@/lib/codebook/influences';
import { type Codebook, type StanceCounts as Counts, grouped, type Tag } from '@/lib/model';
import { countByStance } from '@/lib/store';
import styles from './OnThisPaper.module.css';

/** So many fit above the map with most of it still in sight. */
const FIRST = 3;

export function OnThisPaper({
  paperId,
  tags,
  codebooks,
}: {
  paperId: string;
  tags: readonly Tag[];
  codebooks: readonly Codebook[];
}) {
  const [all, setAll] = useState(false);
  const rows = useMemo(() => influencesTagged(tags, codebooks), [tags, codebooks]);
  if (!rows.length) return null;
  const shown = all ? rows : rows.slice(0, FIRST);
  return (
    <section className={styles.section} aria-labelledby="on-this-paper">
      <h2 id="on-this-paper" className={styles.title}>
        On this paper
      </h2>
      <ul>
        {shown.map(({ key, label, counts }) => (
          <li key={key}>
            <a
              className={styles.row}
              href={roomUrl('statements', { paper: paperId, influence: key })}
              target="_blank"
              rel="noreferrer"
            >
              <span className={styles.label}>
                <Foreign text={label} />
              </span>
              <StanceCounts counts={counts} hideNone />
            </a>
          </li>
        ))}
      </ul>
      {rows.length > FIRST ? (
        <Button
          look="quiet"
          className={styles.more}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? 'Show fewer' : `All ${rows.length} on this paper`}
        </Button>
      ) : null}
    </section>
  );
}

interface Tagged {
  key: string;
  label: string;
  counts: Counts;
}

/** Each influence of some tags once, those with most tags first, then by label. */
export function influencesTagged(
  tags: readonly Tag[],
  codebooks: readonly Codebook[],
): readonly Tagged[] {
  const index = influencesOf(codebooks);
  return [...grouped(tags, influenceKey)]
    .map(([key, of]) => ({
      key,
      label: index.at(key)?.label ?? key,
      counts: countByStance(of),
      tags: of.length,
    }))
    .sort((a, b) => b.tags - a.tags || a.label.localeCompare(b.label));
}
