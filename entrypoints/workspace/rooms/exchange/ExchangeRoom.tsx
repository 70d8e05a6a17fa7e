/** Exchange: everything can leave, a backup comes back without loss, and a library comes in. */

import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import {
  backupNow,
  copyMap,
  exportReview,
  reviewFormats,
} from '@/components/exchange/export-actions';
import { useWithExcluded } from '@/components/exchange/use-export-options';

import { LeftOutNote } from '@/components/left-out/LeftOutNote';
import { useEvidenceMap } from '@/components/map/use-evidence-map';
import { useMapOptions } from '@/components/map/use-map-options';
import { counted } from '@/components/text/count';
import { Foreign } from '@/components/text/Foreign';
import { Button } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { countAside } from '@/lib/store';
import { RoomHead, roomStyles } from '../../Room';
import type { RoomProps } from '../../room-props';
import { routeHash } from '../../use-route';
import { AlikeReviews } from '../settings/AlikeReviews';
import { Backup } from './Backup';
import styles from './ExchangeRoom.module.css';
import { ImportFile } from './ImportFile';

export function ExchangeRoom({ review, leftOut }: RoomProps) {
  const [options] = useMapOptions();
  const live = useEvidenceMap(options);
  const [excluded, setExcluded] = useWithExcluded();
  const { problem, act, busy } = useAct();
  const [said, setSaid] = useState('');
  const run = (work: () => Promise<string>) =>
    void act(async () => {
      setSaid('');
      setSaid(await work());
    });

  return (
    <>
      <RoomHead title="Exchange" sub={<span role="status">{said}</span>} />
      <LeftOutNote records={[...leftOut, ...(live?.leftOut ?? [])]} />
      <div className={roomStyles.body}>
        <div className={roomStyles.prose}>
          {problem ? <Message kind="error">{problem}</Message> : null}
          <section className={roomStyles.section} aria-labelledby="export-title">
            <h2 id="export-title" className={roomStyles.sectionTitle}>
              Export “<Foreign text={review.name} />”
            </h2>
            <label className={styles.choice}>
              <input
                type="checkbox"
                checked={excluded}
                onChange={({ target }) => setExcluded(target.checked)}
              />
              Excluded papers too, in every file that lists papers; what is counted leaves them out
            </label>
            <ul className={styles.list}>
              {reviewFormats().map((format) => (
                <li key={format.id} className={styles.item}>
                  <div className={styles.words}>
                    <div>{format.name}</div>
                    <div className={styles.hint}>{format.hint}</div>
                    {format.lacks ? (
                      <details className={styles.lacks}>
                        <summary>What is not in it</summary>
                        {format.lacks}
                      </details>
                    ) : null}
                  </div>
                  <Button
                    disabled={busy}
                    aria-label={`Export: ${format.name}`}
                    onClick={() => run(() => exportReview(format.id, review.id, options))}
                  >
                    Export
                  </Button>
                </li>
              ))}
              <li className={styles.item}>
                <div className={styles.words}>
                  <div>Map as text</div>
                  <div className={styles.hint}>Aligned lines for an e-mail, with n/N and %.</div>
                </div>
                <Button
                  disabled={!live}
                  aria-label="Copy the map as text"
                  onClick={() => run(async () => (live ? copyMap(live.map) : ''))}
                >
                  Copy
                </Button>
              </li>
            </ul>
          </section>
          <Backup reviewId={review.id} onBackup={() => run(backupNow)} busy={busy} />
          <ImportFile reviewId={review.id} />
          <AlikeReviews review={review} />
          <AsideLine />
        </div>
      </div>
    </>
  );
}

/** What was set aside leaves with every backup; what can be done about it is in Settings. */
function AsideLine() {
  const count = useLiveQuery(countAside, []) ?? 0;
  if (!count) return null;
  return (
    <p className={roomStyles.soft}>
      {counted(count, 'record')} {count === 1 ? 'is' : 'are'} set aside, and in every backup.{' '}
      <a href={routeHash('settings', { show: 'aside' })}>Show in Settings</a>
    </p>
  );
}
