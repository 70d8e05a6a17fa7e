/** The workspace's frame: the rail, and the room that the address names. Rooms load when they are entered. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { BackupDue } from '@/components/backup/BackupDue';
import { FolderContext } from '@/components/backup/folder-context';
import { useFolderCopy } from '@/components/backup/use-folder-copy';
import { NewerNote } from '@/components/left-out/NewerNote';
import { helpUrl } from '@/components/page/room-url';
import { Boundary } from '@/components/ui/Boundary';
import { Icon } from '@/components/ui/Icon';
import { Kbd } from '@/components/ui/Kbd';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '@/components/ui/Menu';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import {
  changeSettings,
  currentReview,
  deleteReview,
  ensureReview,
  type LeftOut,
  listReviews,
  withLeftOut,
} from '@/lib/store';
import { displayText } from '@/lib/text';
import styles from './App.module.css';
import { DropArea } from './DropArea';
import { rooms } from './rooms';
import { carried } from './rooms/statements/facet-ids';
import { Undo } from './undo/Undo';
import { useUndo } from './undo/use-undo';
import { go, ROOMS, routeHash, useRoute } from './use-route';
import { useWorkspaceKeys } from './use-workspace-keys';

const NONE: readonly LeftOut[] = [];

export function App() {
  const { room, query } = useRoute();
  const review = useLiveQuery(async () => (await currentReview()) ?? null, []);
  const read = useLiveQuery(() => withLeftOut(listReviews), []);
  const reviews = read?.value ?? [];
  const { problem, act } = useAct();
  const undoing = useUndo();
  useWorkspaceKeys(undoing);
  const folder = useFolderCopy();
  useEffect(() => {
    if (review === null) void act(ensureReview);
  }, [review, act]);
  const name = ROOMS.find(({ id }) => id === room)?.name ?? '';
  useEffect(() => {
    document.title = `${name} · Bearing`;
  }, [name]);
  const Room = rooms[room];

  return (
    <div className={styles.page}>
      <nav className={styles.rail} aria-label="Workspace">
        <Menu
          className={styles.review}
          label={`Review: ${review?.name ?? 'loading'}`}
          trigger={
            <>
              <span className={styles.reviewName} dir="auto">
                {displayText(review?.name ?? '\u00a0')}
              </span>
              <Icon name="chevron" size={14} />
            </>
          }
        >
          <MenuChoice
            label="Current review"
            value={review?.id}
            onChange={(currentReviewId) =>
              void act(async () => {
                await changeSettings({ currentReviewId });
              })
            }
            options={[...reviews]
              .sort((a, b) => a.name.localeCompare(b.name))
              .map(({ id, name: text }) => ({ value: id, text }))}
          />
          <MenuSeparator />
          <MenuItem onClick={() => go('settings', { new: 'review' })}>New review…</MenuItem>
          {review && reviews.length > 1 ? (
            <MenuItem
              onClick={() =>
                void act(async () => {
                  await deleteReview(review.id);
                })
              }
            >
              Delete this review
            </MenuItem>
          ) : null}
        </Menu>
        {problem ? <Message kind="error">{problem}</Message> : null}
        <ul className={styles.rooms}>
          {ROOMS.map(({ id, name: text, key, icon }) => (
            <li key={id}>
              <a
                className={styles.room}
                href={routeHash(id, carried(room, id, query))}
                aria-current={id === room ? 'page' : undefined}
                aria-label={text}
              >
                <Icon name={icon} />
                <span className={styles.roomName}>{text}</span>
                <Kbd keys={`g ${key}`} />
              </a>
            </li>
          ))}
        </ul>
        <Undo by={undoing} />
        <p className={styles.foot}>
          Everything stays in this browser. <a href={helpUrl()}>Help</a> <Kbd keys="?" />
        </p>
      </nav>
      <main className={styles.main}>
        <NewerNote />
        <BackupDue />
        <Boundary what={`The room “${name}”`} key={room}>
          <FolderContext value={folder}>
            {review ? <Room review={review} leftOut={read?.leftOut ?? NONE} /> : null}
          </FolderContext>
        </Boundary>
      </main>
      {review ? <DropArea review={review} /> : null}
    </div>
  );
}
