/** A quiet reminder that work is in this browser only; renders nothing until a backup is due. */
import { useLiveQuery } from 'dexie-react-hooks';
import { backupState, changeSettings, isBackupDue, isNewerStore, laterFrom } from '@/lib/store';
import noteStyles from '../left-out/LeftOutNote.module.css';
import { roomUrl } from '../page/room-url';
import { Button } from '../ui/Button';
import { useAct } from '../ui/use-act';
import { notInBackup } from './backup-words';

export function BackupDue({ place = 'room' }: { place?: 'room' | 'beside-page' }) {
  const { act } = useAct();
  const due = useLiveQuery(async () => {
    const state = await backupState();
    // A newer Bearing reminds of its own records; this one cannot note the answer.
    return isBackupDue(state, Date.now()) && !(await isNewerStore()) ? state : null;
  }, []);
  if (!due) return null;
  const isInRoom = place === 'room';
  return (
    <p className={`${noteStyles.note} ${isInRoom ? noteStyles.room : ''}`}>
      {notInBackup(due)}{' '}
      <a
        href={roomUrl('exchange', { show: 'backup' })}
        {...(isInRoom ? {} : { target: '_blank', rel: 'noreferrer' })}
      >
        Back up
      </a>
      {' · '}
      <Button
        look="link"
        title="Reminds you again in a week"
        onClick={() =>
          void act(async () => changeSettings({ remindAfter: laterFrom(Date.now()) }, 'aside'))
        }
      >
        Later
      </Button>
    </p>
  );
}
