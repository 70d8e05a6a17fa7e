/** The keys of tagging mode, from the one list that also has what they run. */
import { Fragment } from 'react';
import { CHANGEABLE, COMMAND_GROUPS, COMMANDS } from '@/lib/tagging';
import { displayText } from '@/lib/text';
import type { BarClient, Shown } from '../client';
import { Key } from './key';

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
        {Object.entries(COMMAND_GROUPS).map(([group, title]) => (
          <div key={group}>
            <h3>{title}</h3>
            <dl>
              {COMMANDS.filter((c) => c.group === group && c.fixed).map(({ id, fixed, words }) => (
                <Fragment key={id}>
                  <dt>
                    <kbd>{fixed?.label}</kbd>
                  </dt>
                  <dd>{words}</dd>
                </Fragment>
              ))}
              {CHANGEABLE.filter((c) => c.group === group && view.keyMap.keyOf(c.id)).map(
                ({ id, words, also = [] }) => (
                  <Fragment key={id}>
                    <dt>
                      <Key view={view} of={id} />
                      {also
                        .filter((key) => view.keyMap.commandOf(key)?.id === id)
                        .map((key) => (
                          <kbd key={key}>{key}</kbd>
                        ))}
                    </dt>
                    <dd>{words}</dd>
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
