/** The help on one page. */
import { useLiveQuery } from 'dexie-react-hooks';
import { Fragment } from 'react';
import { helpUrl, roomUrl } from '@/components/page/room-url';
import { Meanings } from '@/components/stance/Meanings';
import { StanceKey } from '@/components/stance/StanceBar';
import { buttonClass } from '@/components/ui/Button';
import { Kbd } from '@/components/ui/Kbd';
import { settings } from '@/lib/store';
import { COMMAND_GROUPS, COMMANDS, keyMap } from '@/lib/tagging';
import styles from './App.module.css';
import { SURFACE_KEYS } from './keys';

const PARTS = [
  ['words', 'What the words mean'],
  ['tagging', 'How a tag is made'],
  ['map', 'How the map counts'],
  ['keys', 'Keys'],
  ['not', 'Where nothing can be tagged'],
  ['privacy', 'What leaves this browser'],
] as const;

export function App() {
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>Help</h1>
        <div className={styles.row}>
          <a className={buttonClass('primary')} href={helpUrl('start')}>
            First steps, with an example
          </a>
          <a className={buttonClass('plain')} href={roomUrl('map')}>
            Open the workspace
          </a>
        </div>
        <nav aria-label="On this page">
          <ul className={styles.parts}>
            {PARTS.map(([id, title]) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <Part id="words">
        <Meanings />
        <p>
          To <b>contrast a barrier</b> is to say that it was no obstacle. A barrier that did hinder
          is supporting: it mattered.
        </p>
      </Part>
      <Part id="tagging">
        <p>
          Start tagging from the popup, the page’s context menu, the side panel, or by the shortcut.
          Select words, click a sentence, or press <Kbd keys="j" boxed />. Then a stance and an
          influence, in either order: the second key saves. “Saved” means that it is on disk.
        </p>
        <p>
          A quote whose words have changed on the page, or are gone, is shown as changed or not
          found. It is never moved to other words by itself.
        </p>
      </Part>
      <Part id="map">
        <p>
          A row counts papers, not statements: n of N, and the share. N is a choice beside the
          heading. Papers in N that are not read yet say nothing, so shares grow as you read. The
          share shows attention, not the strength of an effect.
        </p>
        <StanceKey differ />
      </Part>
      <Part id="keys">
        <AllKeys />
      </Part>
      <Part id="not">
        <p>
          Browsers keep extensions out of their own pages, of their stores and of their viewer of
          PDFs. A PDF opens in Bearing’s own reader from the popup. On any other page you can tag,
          recognised as an article or not.
        </p>
        <p>
          On a page that was open before Bearing was installed, reload once. On sites where Bearing
          is quiet, it looks at a page when you ask in the popup; the list is in{' '}
          <a href={roomUrl('settings')}>Settings</a>.
        </p>
      </Part>
      <Part id="privacy">
        <p>
          Nothing. There is no account and no server, and Bearing makes no request of its own. The
          one exception is asked for by a click: the reader of PDFs fetches the document that you
          open. Export and back up in <a href={roomUrl('exchange')}>Exchange</a>.
        </p>
      </Part>
    </main>
  );
}

function Part({ id, children }: { id: (typeof PARTS)[number][0]; children: React.ReactNode }) {
  return (
    <section id={id} className={styles.part} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={styles.subtitle}>
        {PARTS.find(([one]) => one === id)?.[1]}
      </h2>
      {children}
    </section>
  );
}

/** As the reader has set them. */
function AllKeys() {
  const stored = useLiveQuery(settings, []);
  const map = keyMap(stored?.keys ?? {});
  return (
    <>
      <div className={styles.groups}>
        {Object.entries(COMMAND_GROUPS).map(([group, title]) => (
          <div key={group}>
            <h3>Tagging: {title}</h3>
            <dl className={styles.keys}>
              {COMMANDS.filter((one) => one.group === group)
                .map(({ id, fixed, words }) => ({ id, words, key: fixed?.label ?? map.label(id) }))
                .filter(({ key }) => key)
                .map(({ id, key, words }) => (
                  <Key key={id} keys={key} what={words} />
                ))}
            </dl>
          </div>
        ))}
        {SURFACE_KEYS.map(({ where, keys }) => (
          <div key={where}>
            <h3>{where}</h3>
            <dl className={styles.keys}>
              {keys.map(([key, what]) => (
                <Key key={key} keys={key} what={what} />
              ))}
            </dl>
          </div>
        ))}
      </div>
      <p>
        Keys of tagging are changed in <a href={roomUrl('settings')}>Settings</a>; what the digits
        mean, in <a href={roomUrl('codebooks')}>Codebooks</a>.
      </p>
    </>
  );
}

const Key = ({ keys, what }: { keys: string; what: string }) => (
  <Fragment>
    <dt>
      <Kbd keys={keys} boxed />
    </dt>
    <dd>{what}</dd>
  </Fragment>
);
