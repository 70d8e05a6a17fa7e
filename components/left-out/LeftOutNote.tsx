/** Says how many records a surface leaves out, and links to what is to be repaired. Nothing where there are none. */
import type { Missing } from '@/lib/model';
import { countMissing, type LeftOut, once } from '@/lib/store';
import { roomUrl } from '../page/room-url';
import styles from './LeftOutNote.module.css';
import { missingAre } from './words';

export function LeftOutNote({
  records,
  place = 'room',
}: {
  /** A record may be among them more than once. */
  records: readonly LeftOut[];
  /** In a room of the workspace the link leads to another room; beside a page it opens a tab. */
  place?: 'room' | 'beside-page';
}) {
  const missing = countMissing(once(records));
  const { damaged, waiting } = missing;
  if (damaged + waiting === 0) return null;
  return (
    <p className={`${styles.note} ${place === 'room' ? styles.room : ''}`}>
      {missingAre(missing)} left out here.{' '}
      <a
        href={roomUrl('settings', { show: 'records' })}
        {...(place === 'beside-page' && { target: '_blank', rel: 'noreferrer' })}
      >
        {linkWords(missing)}
      </a>
    </p>
  );
}

function linkWords({ damaged, waiting }: Missing): string {
  if (waiting) return 'Show what is to be repaired';
  return damaged === 1 ? 'Show it in Settings' : 'Show them in Settings';
}
