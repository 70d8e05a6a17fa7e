/** Says how many damaged records a surface leaves out, and links to them. Nothing where there are none. */
import { type LeftOut, once } from '@/lib/store';
import { roomUrl } from '../page/room-url';
import styles from './LeftOutNote.module.css';
import { damagedAre } from './words';

export function LeftOutNote({
  records,
  place = 'room',
}: {
  /** A record may be among them more than once. */
  records: readonly LeftOut[];
  /** In a room of the workspace the link leads to another room; beside a page it opens a tab. */
  place?: 'room' | 'beside-page';
}) {
  const count = once(records).length;
  if (count === 0) return null;
  return (
    <p className={`${styles.note} ${place === 'room' ? styles.room : ''}`}>
      {damagedAre(count)} left out here.{' '}
      <a
        href={roomUrl('settings', { show: 'records' })}
        {...(place === 'beside-page' && { target: '_blank', rel: 'noreferrer' })}
      >
        {count === 1 ? 'Show it in Settings' : 'Show them in Settings'}
      </a>
    </p>
  );
}
