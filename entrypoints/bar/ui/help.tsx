/** The keys of tagging mode, from the one table that also decides what they do. */
import { Fragment } from 'react';
import { COMMANDS } from '@/lib/tagging';
import type { Shown } from '../client';
import { Key } from './key';

const GROUPS = { tag: 'Tag', move: 'Go', edit: 'Edit', mode: 'More' } as const;

/** Keys that no command has and that stay as they are. */
const FIXED: readonly { keys: string; means: string; group: keyof typeof GROUPS }[] = [
  { keys: '1 … 9', means: 'choose an influence', group: 'tag' },
  { keys: 'letters', means: 'find an influence', group: 'tag' },
  { keys: 'Enter', means: 'the influence used last', group: 'tag' },
  { keys: 'Esc', means: 'back, and out of tagging mode', group: 'mode' },
];

export function Help({ view, onClose }: { view: Shown; onClose(): void }) {
  return (
    <section className="card help" role="dialog" aria-label="Keys of tagging mode">
      <div className="card-head">
        <h2>Keys</h2>
        <button type="button" onClick={onClose}>
          Close <kbd>Esc</kbd>
        </button>
      </div>
      <p className="soft">
        Influence and stance, in either order: the second key saves. The same stance twice repeats
        the influence used last.
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
      </div>
      <p className="soft">Keys are changed in the workspace, under Settings.</p>
    </section>
  );
}
