/** The keys of tagging mode, from the one table that also decides what they do. */
import { KEY_HELP } from '../../../lib/tagging';

const GROUPS = { tag: 'Tag', move: 'Move', mode: 'Mode' } as const;

export function Help({ onClose }: { onClose(): void }) {
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
              {KEY_HELP.filter((k) => k.group === group).map(({ keys, means }) => (
                <div key={keys}>
                  <dt>
                    {keys.split('  ').map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{means}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
    </section>
  );
}
