/** The rows of the map that the example has made. */
import { MapList } from '@/components/map/MapList';
import type { LiveMap } from '@/components/map/use-evidence-map';
import { roomUrl } from '@/components/page/room-url';
import { StanceKey } from '@/components/stance/StanceBar';
import { influenceKey } from '@/lib/codebook/influences';
import { attentionNote, unitCount } from '@/lib/map';
import type { Tag } from '@/lib/model';
import styles from './App.module.css';

export function YourMap({
  live,
  tags,
}: {
  live: LiveMap | null | undefined;
  tags: readonly Tag[];
}) {
  const tagged = new Set(tags.map(influenceKey));
  const rows = live?.map.rows.filter(({ key }) => tagged.has(key)) ?? [];
  return (
    <section className={styles.map} aria-labelledby="your-map">
      <h2 id="your-map" className={styles.subtitle}>
        Your map
      </h2>
      {live && rows.length ? (
        <>
          <div className={styles.rows}>
            <MapList
              label={`Influences, N = ${unitCount(live.map.totals.N)}`}
              sections={[{ key: 'example', rows: rows.map((row) => ({ row, depth: 0 })) }]}
              hrefOf={(row) =>
                roomUrl('map', { codebook: row.codebookId, influence: row.influenceId })
              }
            />
          </div>
          <div className={styles.soft}>
            <StanceKey />
          </div>
          <p className={styles.soft}>{attentionNote('papers')}</p>
        </>
      ) : (
        <p className={styles.soft}>Each influence that you tag gets a row here.</p>
      )}
    </section>
  );
}
