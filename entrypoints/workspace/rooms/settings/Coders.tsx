/** Who codes: the reader's name, the others whose tags are here, and which of them are one person. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { counted } from '@/components/text/count';
import { Foreign } from '@/components/text/Foreign';
import { Field } from '@/components/ui/Field';
import { Icon } from '@/components/ui/Icon';
import { Menu, MenuItem } from '@/components/ui/Menu';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { useTyped } from '@/components/ui/use-typed';
import { joinCoders, nameReader, type Person, people, reader } from '@/lib/store';
import { displayText } from '@/lib/text';
import { roomStyles } from '../../Room';
import styles from './Coders.module.css';

const tagsIn = (count: number) => counted(count, 'tag');

export function Coders() {
  const own = useLiveQuery(async () => (await reader())?.name ?? '', []);
  const found = useLiveQuery(people, []);
  const all = found?.filter(({ isReader, tags }) => isReader || tags > 0);
  const [said, setSaid] = useState('');
  const { problem, act, busy } = useAct();
  const join = (from: Person, to: Person) =>
    void act(async () => {
      setSaid('');
      await joinCoders(from.id, to.id);
      setSaid(
        `${displayText(from.name)} and ${displayText(to.name)} are one person now. Undo (u) parts them.`,
      );
    });
  return (
    <section className={roomStyles.section} aria-labelledby="coders-title">
      <h2 id="coders-title" className={roomStyles.sectionTitle}>
        Coders
      </h2>
      {own === undefined ? null : (
        <OwnName
          name={own}
          rename={(name) =>
            void act(async () => {
              await nameReader(name);
            })
          }
        />
      )}
      {problem ? <Message kind="error">{problem}</Message> : null}
      {all && all.length > 1 ? (
        <p className={roomStyles.soft}>
          If two of them are one person (you on another computer, say), join them: their tags count
          as one coder’s. Where both tagged a statement with one influence, the later tag stays.
        </p>
      ) : null}
      {all?.length ? (
        <ul className={styles.coders} aria-label="Coders whose tags are here">
          {all.map((one) => (
            <li key={one.id} className={styles.coder}>
              <Words person={one} />
              {all.length > 1 ? (
                <SamePerson person={one} all={all} busy={busy} onJoin={join} />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <p role="status">{said}</p>
    </section>
  );
}

function OwnName({ name, rename }: { name: string; rename: (name: string) => void }) {
  const typed = useTyped(name, (text) => text.trim());
  return (
    <Field
      label="Your name or initials, as coder of your tags"
      value={typed.value}
      maxLength={200}
      dir="auto"
      onChange={(event) => typed.type(event.target.value)}
      onBlur={() => {
        const next = typed.leave();
        if (next !== null) rename(next);
      }}
    />
  );
}

function Words({ person: { name, isReader, tags, joined } }: { person: Person }) {
  return (
    <div className={styles.words}>
      <p className={styles.name}>
        <Foreign text={name} />
        {isReader ? <span className={styles.you}>you</span> : null}
      </p>
      <p className={roomStyles.soft}>{tagsIn(tags)}</p>
      {joined.length ? (
        <p className={roomStyles.soft}>
          {'with '}
          {joined.map((one, i) => (
            <span key={one.id}>
              {i ? ', ' : ''}
              <Foreign text={one.name} /> ({tagsIn(one.tags)})
            </span>
          ))}
        </p>
      ) : null}
    </div>
  );
}

/** The person that is kept is the reader, if it is one of the two: the reader's name and coder stay. */
function SamePerson({
  person,
  all,
  busy,
  onJoin,
}: {
  person: Person;
  all: readonly Person[];
  busy: boolean;
  onJoin: (from: Person, to: Person) => void;
}) {
  return (
    <Menu
      align="end"
      label={`${person.name} is the same person as…`}
      trigger={
        <>
          Same person as…
          <Icon name="chevron" size={14} />
        </>
      }
    >
      {all
        .filter(({ id }) => id !== person.id)
        .map((other) => (
          <MenuItem
            key={other.id}
            disabled={busy}
            hint={tagsIn(other.tags)}
            onClick={() => (person.isReader ? onJoin(other, person) : onJoin(person, other))}
          >
            {displayText(other.name) + (other.isReader ? ' (you)' : '')}
          </MenuItem>
        ))}
    </Menu>
  );
}
