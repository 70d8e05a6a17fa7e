/** The keys of tagging mode, from the one table that also decides what they do. */
import { Fragment } from 'react';
import { COMMANDS } from '@/lib/tagging';
import { displayText } from '@/lib/text';
import type { BarClient, Shown } from '../client';
import { Key } from './key';

const GROUPS = { tag: 'Tag', move: 'Go', edit: 'Edit', mode: 'More' } as const;

/** Keys that no command has and that stay as they are. */
const FIXED: readonly { keys: string; means: string; group: keyof typeof GROUPS }[] = [
  { keys: '1 … 9', means: 'choose an influence', group: 'tag' },
  { keys: 'letters', means: 'find an influence', group: 'tag' },
  { keys: 'Enter', means: 'the influence used last', group: 'tag' },
  { keys: 'Esc', means: 'back, and out of tagging mode', group: 'mode' },
];

export function Help({ client, view }: { client: BarClient; view: Shown }) {
  return (
    <section className="card help" role="dialog" aria-label="Keys of tagging mode">
      <div className="card-head">
        <h2>Keys</h2>
        <button type="button" onClick={() => client.show('none')}>
          Close <kbd>Esc</kbd>
        </button>
      </div>
      <p className="soft">
        Influence and stance, in either order: the second key saves. The same stance twice repeats
        the influence used last.{' '}
        <button type="button" className="link" onClick={() => client.show('meanings')}>
          What do the words mean? <Key view={view} of="meanings" />
        </button>
      </p>
      <div className="help-groups">
        {Object.entries(GROUPS).map(([group, title]) => (
          <div key={group}>
            <h3>{title}</h3>
            <dl>
              {FIXED.filter((fixed) => fixed.group === group).map(({ keys, means }) => (
                <Fragment key={keys}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{means}</dd>
                </Fragment>
              ))}
              {COMMANDS.filter((c) => c.group === group && view.keyMap.keyOf(c.id)).map(
                ({ id, means, also = [] }) => (
                  <Fragment key={id}>
                    <dt>
                      <Key view={view} of={id} />
                      {also
                        .filter((key) => view.keyMap.commandOf(key)?.id === id)
                        .map((key) => (
                          <kbd key={key}>{key}</kbd>
                        ))}
                    </dt>
                    <dd>{means}</dd>
                  </Fragment>
                ),
              )}
            </dl>
          </div>
        ))}
        <div>
          <h3>Numbers</h3>
          <dl>
            {view.numberKeys.map((key) =>
              key.state === 'set' ? (
                <Fragment key={key.number}>
                  <dt>
                    <kbd>{key.number}</kbd>
                  </dt>
                  <dd>{displayText(key.quick.label)}</dd>
                </Fragment>
              ) : null,
            )}
          </dl>
        </div>
      </div>
      <p className="soft">
        In the workspace, keys are changed under Settings, numbers under Codebooks.
      </p>
    </section>
  );
}
