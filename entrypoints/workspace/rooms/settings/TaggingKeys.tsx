/** The keys of tagging mode, each to be given another: press “change”, then the key. */
import { type KeyboardEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Kbd } from '@/components/ui/Kbd';
import {
  CHANGEABLE,
  type ChosenKeys,
  COMMAND_GROUPS,
  type Command,
  type CommandId,
  canBeKey,
  keyLabel,
  keyMap,
  keyPressed,
  withKey,
} from '@/lib/tagging';
import { roomStyles } from '../../Room';
import { routeHash } from '../../use-route';
import styles from './TaggingKeys.module.css';

/** They only say how another key is meant. */
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'AltGraph', 'Dead']);

export function TaggingKeys(props: { chosen: ChosenKeys; save: (keys: ChosenKeys) => void }) {
  const { chosen, save } = props;
  const [waiting, setWaiting] = useState<CommandId | null>(null);
  const [said, setSaid] = useState('');
  const map = keyMap(chosen);
  const give = (command: Command, key: string) => {
    const had = CHANGEABLE.find((c) => key && c.id !== command.id && map.keyOf(c.id) === key);
    const next = withKey(chosen, command.id, key);
    save(next);
    setWaiting(null);
    const swapped = had && keyMap(next).label(had.id);
    if (!had) setSaid(`“${command.words}” has ${key ? keyLabel(key) : 'no key now'}.`);
    else
      setSaid(
        `“${command.words}” has ${keyLabel(key)}; “${had.words}”, which had it, has ${swapped || 'no key now'}.`,
      );
  };
  const listen = (event: KeyboardEvent, command: Command) => {
    if (waiting !== command.id || MODIFIERS.has(event.key)) return;
    // Tab goes on as everywhere.
    if (event.key === 'Tab') return setWaiting(null);
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setWaiting(null);
    const key = keyPressed(event);
    if (event.ctrlKey || event.altKey || event.metaKey || !canBeKey(key))
      return setSaid(
        'That key stays as it is. Any letter or sign, Delete, Backspace or Insert can be chosen.',
      );
    give(command, key);
  };
  return (
    <section className={roomStyles.section} aria-labelledby="tagging-keys-title">
      <div className={styles.head}>
        <h2 id="tagging-keys-title" className={roomStyles.sectionTitle}>
          Keys while tagging
        </h2>
        {Object.keys(chosen).length ? (
          <Button
            look="link"
            onClick={() => {
              save({});
              setSaid('All keys are as they were at first.');
            }}
          >
            Reset all
          </Button>
        ) : null}
      </div>
      <p className={`${roomStyles.soft} ${styles.intro}`}>
        The digits 1 to 9 choose an influence (which one is set in{' '}
        <a href={routeHash('codebooks')}>Codebooks</a>), any free letter starts the search, Enter
        and Esc stay as they are.
      </p>
      <p className={styles.said} role="status">
        {said}
      </p>
      {Object.entries(COMMAND_GROUPS).map(([group, title]) => (
        <div key={group} className={styles.group}>
          <h3 className={styles.groupTitle}>{title}</h3>
          <ul className={styles.list}>
            {CHANGEABLE.filter((c) => c.group === group).map((command) => (
              <Row
                key={command.id}
                command={command}
                label={map.label(command.id)}
                waiting={waiting === command.id}
                onWait={(wait) => setWaiting(wait ? command.id : null)}
                onKey={(event) => listen(event, command)}
                onClear={() => give(command, '')}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Row(props: {
  command: Command;
  label: string;
  waiting: boolean;
  onWait(wait: boolean): void;
  onKey(event: KeyboardEvent): void;
  onClear(): void;
}) {
  const { command, label, waiting, onWait, onKey, onClear } = props;
  const button = useRef<HTMLButtonElement>(null);
  return (
    <li className={styles.row}>
      <span className={styles.means}>{command.words}</span>
      {label ? <Kbd keys={label} boxed /> : <span className={styles.none}>no key</span>}
      <Button
        ref={button}
        look={waiting ? 'plain' : 'quiet'}
        aria-label={
          waiting
            ? `Press the new key for “${command.words}”`
            : `Change the key for “${command.words}”`
        }
        aria-pressed={waiting}
        onClick={() => onWait(!waiting)}
        onKeyDown={onKey}
        onBlur={() => waiting && onWait(false)}
      >
        {waiting ? 'press a key' : 'change'}
      </Button>
      <Button
        look="quiet"
        disabled={!label}
        aria-label={`Take the key from “${command.words}”`}
        onClick={() => {
          onClear();
          button.current?.focus();
        }}
      >
        remove
      </Button>
    </li>
  );
}
