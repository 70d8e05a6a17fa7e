/** A note that a newer Bearing wrote the records, with a link to their export; renders nothing otherwise. */
import { useLiveQuery } from 'dexie-react-hooks';
import { isNewerStore } from '@/lib/store';
import { roomUrl } from '../page/room-url';
import styles from './LeftOutNote.module.css';
import { NEWER_RECORDS } from './words';

export function NewerNote({ place = 'room' }: { place?: 'room' | 'beside-page' }) {
  const isNewer = useLiveQuery(isNewerStore, []);
  if (!isNewer) return null;
  return (
    <p className={`${styles.note} ${place === 'room' ? styles.room : ''}`}>
      {NEWER_RECORDS}{' '}
      <a
        href={roomUrl('exchange')}
        {...(place === 'beside-page' && { target: '_blank', rel: 'noreferrer' })}
      >
        Back up or export them
      </a>
    </p>
  );
}
