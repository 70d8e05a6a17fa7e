/** Exchange: everything can leave, a backup comes back without loss, and a library comes in. */

import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { backupNow } from '@/components/exchange/export-actions';
import { LeftOutNote } from '@/components/left-out/LeftOutNote';
import { useEvidenceMap } from '@/components/map/use-evidence-map';
import { useMapOptions } from '@/components/map/use-map-options';
import { counted } from '@/components/text/count';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { countAside } from '@/lib/store';
import { RoomHead, roomStyles } from '../../Room';
import type { RoomProps } from '../../room-props';
import { routeHash } from '../../use-route';
import { AlikeReviews } from '../settings/AlikeReviews';
import { Backup } from './Backup';
import { ExportReview } from './ExportReview';
import { ImportFile } from './ImportFile';

export function ExchangeRoom({ review, leftOut }: RoomProps) {
  const [options] = useMapOptions();
  const live = useEvidenceMap(options);
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
          <ImportFile reviewId={review.id} />
          <AlikeReviews review={review} />
          <AsideLine />
          <Backup reviewId={review.id} onBackup={() => run(backupNow)} busy={busy} />
          {/* The last one, because it is long. */}
          <ExportReview {...{ review, options, live, run, busy }} />
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
