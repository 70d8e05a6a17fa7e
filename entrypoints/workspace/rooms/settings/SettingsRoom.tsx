/** Settings: who codes, the reviews, the keys, and what is promised. */
import { useLiveQuery } from 'dexie-react-hooks';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { browser } from 'wxt/browser';
import { Button } from '@/components/ui/Button';
import { Field, TextArea } from '@/components/ui/Field';
import { Kbd } from '@/components/ui/Kbd';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { useTyped } from '@/components/ui/use-typed';
import { shortcutOf } from '@/lib/browser';
import type { Review, Settings } from '@/lib/model';
import {
  changeReview,
  changeSettings,
  createReview,
  listReviews,
  type SettingsChange,
  settings,
} from '@/lib/store';
import { displayText } from '@/lib/text';
import { RoomHead, roomStyles } from '../../Room';
import type { RoomProps } from '../../room-props';
import { useJoinReviews } from '../../use-join-reviews';
import { useRoute } from '../../use-route';
import { Appearance } from './Appearance';
import { Coders } from './Coders';
import { History } from './History';
import { QuietSites } from './QuietSites';
import { Records } from './Records';
import { SetAside } from './SetAside';
import styles from './SettingsRoom.module.css';
import { TaggingKeys } from './TaggingKeys';

export function SettingsRoom({ review }: RoomProps) {
  const stored = useLiveQuery(settings, []);
  const { problem, act } = useAct();
  const save = (change: SettingsChange) =>
    void act(async () => {
      await changeSettings(change);
    });
  return (
    <>
      <RoomHead title="Settings" />
      <div className={roomStyles.body}>
        <div className={roomStyles.prose}>
          {problem ? <Message kind="error">{problem}</Message> : null}
          <Reviews current={review} />
          <Coders />
          {stored ? <Reading stored={stored} save={save} /> : null}
          {stored ? <QuietSites stored={stored} save={save} /> : null}
          <Appearance />
          <Shortcuts />
          {stored ? (
            <TaggingKeys chosen={stored.keys} save={(keys) => save({ keys: { ...keys } })} />
          ) : null}
          <Records />
          <SetAside />
          <History />
          <section className={roomStyles.section} aria-labelledby="privacy-title">
            <h2 id="privacy-title" className={roomStyles.sectionTitle}>
              Privacy
            </h2>
            <p>
              Bearing sends no request over the network: no account, no server, no statistics. What
              you tag stays in this browser until you export it. A DOI opens the publisher’s page
              only when you click it.
            </p>
          </section>
        </div>
      </div>
    </>
  );
}

/** The switches of tagging mode; each is one field of the settings. */
const SWITCHES = [
  { field: 'showTagsOnOpen', label: 'Open tagged papers with their highlights shown' },
  { field: 'openPdfs', label: 'Open PDFs in Bearing as soon as a tab shows one' },
  {
    field: 'suggestUnasked',
    label: 'Suggest influences for a statement without being asked, where one is likely',
  },
] as const;

function Reading({
  stored,
  save,
}: {
  stored: Settings;
  save: (change: Partial<Settings>) => void;
}) {
  const id = useId();
  return (
    <section className={roomStyles.section} aria-labelledby="reading-title">
      <h2 id="reading-title" className={roomStyles.sectionTitle}>
        Reading
      </h2>
      {SWITCHES.map(({ field, label }) => (
        <div key={field} className={styles.tick}>
          <input
            id={`${id}-${field}`}
            type="checkbox"
            checked={stored[field]}
            onChange={(event) => save({ [field]: event.target.checked })}
          />
          <label htmlFor={`${id}-${field}`}>{label}</label>
        </div>
      ))}
      <p className={roomStyles.soft}>
        Suggestions come from the words of your codebooks. They are never applied by themselves.
      </p>
    </section>
  );
}

function Reviews({ current }: { current: Review }) {
  const reviews = useLiveQuery(listReviews, []) ?? [];
  const { query } = useRoute();
  const [name, setName] = useState('');
  const { problem, act } = useAct();
  const create = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    void act(async () => {
      await createReview({ name: name.trim(), codebooks: current.codebooks });
      setName('');
    });
  };
  const { join, problem: notJoined, busy } = useJoinReviews(current.id);
  const isCurrent = ({ id }: Review) => Number(id === current.id);
  return (
    <section className={roomStyles.section} aria-labelledby="reviews-title">
      <h2 id="reviews-title" className={roomStyles.sectionTitle}>
        Reviews
      </h2>
      {[problem, notJoined].map((sentence) =>
        sentence ? (
          <Message key={sentence} kind="error">
            {sentence}
          </Message>
        ) : null,
      )}
      <ul className={styles.reviews}>
        {[...reviews]
          .sort((a, b) => isCurrent(b) - isCurrent(a) || a.name.localeCompare(b.name))
          .map((one) => (
            <li key={one.id} className={styles.review}>
              <ReviewForm review={one} current={one.id === current.id} />
              {one.id === current.id ? null : (
                <div className={styles.row}>
                  <Button
                    disabled={busy}
                    title="Its list, tags and codebooks come into the current review, and it is removed; u takes it back"
                    onClick={() => join(one.id)}
                  >
                    <span className={styles.joinText}>
                      Join into “<bdi>{displayText(current.name)}</bdi>”
                    </span>
                  </Button>
                </div>
              )}
            </li>
          ))}
      </ul>
      <form className={styles.row} onSubmit={create}>
        <div className={styles.grow}>
          <Field
            label="New review"
            value={name}
            maxLength={300}
            dir="auto"
            autoFocus={query.get('new') === 'review'}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <Button type="submit" disabled={!name.trim()}>
          Create
        </Button>
      </form>
      <p className={roomStyles.soft}>A new review starts with the codebooks of this one.</p>
    </section>
  );
}

const trimmed = (text: string) => text.trim();

function ReviewForm({ review, current }: { review: Review; current: boolean }) {
  const name = useTyped(review.name, trimmed);
  const question = useTyped(review.question, trimmed);
  const { problem, act } = useAct();
  const save = (change: Partial<Pick<Review, 'name' | 'question'>>) =>
    void act(async () => {
      await changeReview(review.id, change);
    });
  return (
    <>
      <Field
        label={current ? 'Name (current review)' : 'Name'}
        value={name.value}
        maxLength={300}
        dir="auto"
        onChange={(event) => name.type(event.target.value)}
        onBlur={() => {
          const next = name.leave();
          if (next) save({ name: next });
          else name.discard();
        }}
      />
      <TextArea
        label="Question"
        rows={2}
        value={question.value}
        dir="auto"
        maxLength={50_000}
        onChange={(event) => question.type(event.target.value)}
        onBlur={() => {
          const next = question.leave();
          if (next !== null) save({ question: next });
        }}
      />
      {problem ? <Message kind="error">{problem}</Message> : null}
    </>
  );
}

function Shortcuts() {
  const [keys, setKeys] = useState({ open: '', tag: '', panel: '' });
  useEffect(() => {
    const named = ['_execute_action', 'toggle-tagging', 'side-panel'].map(shortcutOf);
    void Promise.all(named).then(([open = '', tag = '', panel = '']) =>
      setKeys({ open, tag, panel }),
    );
  }, []);
  return (
    <section className={roomStyles.section} aria-labelledby="keys-title">
      <h2 id="keys-title" className={roomStyles.sectionTitle}>
        Shortcuts
      </h2>
      <dl className={styles.keys}>
        <dt>{keys.open ? <Kbd keys={keys.open} boxed /> : 'not set'}</dt>
        <dd>Open Bearing</dd>
        <dt>{keys.tag ? <Kbd keys={keys.tag} boxed /> : 'not set'}</dt>
        <dd>Start or stop tagging a page</dd>
        <dt>{keys.panel ? <Kbd keys={keys.panel} boxed /> : 'not set'}</dt>
        <dd>Open the side panel</dd>
        <dt>
          <Kbd keys="g m" boxed /> …
        </dt>
        <dd>Go to another part of this workspace; its letters are beside it</dd>
        <dt>
          <Kbd keys="/" boxed />
        </dt>
        <dd>Search in this room</dd>
        <dt>
          <Kbd keys="u" boxed /> <Kbd keys="U" boxed />
        </dt>
        <dd>Undo what was done last, and do it again</dd>
      </dl>
      {import.meta.env.FIREFOX ? (
        <p className={roomStyles.soft}>
          To change the first three: Add-ons, the gear, “Manage Extension Shortcuts”.
        </p>
      ) : (
        <div>
          <Button
            onClick={() => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' })}
          >
            Change these in the browser…
          </Button>
        </div>
      )}
    </section>
  );
}
