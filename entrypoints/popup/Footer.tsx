/** The way out: exports, the reading list, the keys. */
import { useState } from 'react';
import type { LiveMap } from '@/components/map/use-evidence-map';
import { onDemand } from '@/components/page/on-demand';
import { Button } from '@/components/ui/Button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/Menu';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { openRoom } from './doors';
import styles from './Footer.module.css';

const Keys = onDemand(async () => (await import('./Keys')).Keys);

/** Formats are loaded when one is asked for. */
const exporting = () => import('@/components/exchange/export-actions');

export function Footer({
  live,
  help,
  onHelp,
  shortcut,
}: {
  live: LiveMap | null | undefined;
  help: boolean;
  onHelp: (open: boolean) => void;
  shortcut: string;
}) {
  const { problem, act } = useAct();
  const [said, setSaid] = useState('');
  const [formats, setFormats] = useState<Awaited<ReturnType<typeof listFormats>>>([]);
  const say = (text: string) => {
    setSaid(text);
    setTimeout(() => setSaid((now) => (now === text ? '' : now)), 4000);
  };
  const run = (work: () => Promise<string>) => void act(async () => say(await work()));

  return (
    <>
      {help ? <Keys shortcut={shortcut} onClose={() => onHelp(false)} /> : null}
      {problem ? (
        <div className={styles.problem}>
          <Message kind="error">{problem}</Message>
        </div>
      ) : null}
      <footer className={styles.footer}>
        <Menu id="export-menu" trigger="Export…" onOpen={() => void listFormats().then(setFormats)}>
          {formats.map((format) => (
            <MenuItem
              key={format.id}
              title={format.hint}
              disabled={!live}
              onClick={() =>
                run(async () =>
                  live
                    ? (await exporting()).exportReview(format.id, live.review.id, live.map.options)
                    : '',
                )
              }
            >
              {format.name}
            </MenuItem>
          ))}
          <MenuItem
            title="The map as aligned lines, for an e-mail"
            disabled={!live}
            onClick={() =>
              run(async () => {
                if (!live) return '';
                return (await exporting()).copyMap(live.map);
              })
            }
          >
            Copy the map as text
          </MenuItem>
          <MenuItem onClick={() => void openRoom('exchange')}>More formats, in Exchange…</MenuItem>
          <MenuSeparator />
          <MenuItem
            hint="Everything of every review; imports again without loss"
            onClick={() => run(async () => (await exporting()).backupNow())}
          >
            Back up everything (JSON)
          </MenuItem>
        </Menu>
        <span className={styles.said} role="status">
          {said}
        </span>
        <span className={styles.room} />
        <Button look="quiet" onClick={() => void openRoom('papers')}>
          {readingList(live)}
        </Button>
        <Button
          look="quiet"
          aria-label="Keys"
          aria-expanded={help}
          onClick={() => onHelp(!help)}
          title="Keys (?)"
        >
          ?
        </Button>
      </footer>
    </>
  );
}

/** What fits into a popup without scrolling; all formats, with what they lack, are in Exchange. */
const OFFERED: ReadonlySet<string> = new Set([
  ...['all-tables-xlsx', 'papers-ris', 'papers-bib', 'reading-list-md', 'all-tables-docx'],
  ...['evidence-table-csv', 'influence-summary-csv'],
]);

async function listFormats() {
  return (await exporting()).reviewFormats().filter(({ id }) => OFFERED.has(id));
}

function readingList(live: LiveMap | null | undefined): string {
  if (!live || live.listed === 0) return 'Reading list';
  return live.toRead > 0 ? `Reading list: ${live.toRead} to read` : `Reading list: ${live.listed}`;
}
