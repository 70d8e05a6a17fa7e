/** Type to jump: to a paper, an influence, or a command. One list, walked with the arrow keys. */
import { useLiveQuery } from 'dexie-react-hooks';
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { aboutPaper, titleOf } from '@/components/paper/cite';
import { Foreign } from '@/components/text/Foreign';
import type { Codebook } from '@/lib/model';
import { readingList } from '@/lib/store';
import { openHelp, openRoom } from './doors';
import styles from './Jump.module.css';
import { type JumpCommand, type JumpHit, jumpHits, PaperSearch } from './jump';
import { PopupCard } from './PopupCard';
import { POPUP_KEYS } from './use-popup-keys';

const NO_PAPERS = new PaperSearch([], []);

/** Commands that press nothing on screen. */
const DOORS: readonly (JumpCommand & { run: () => void })[] = [
  { id: 'go-map', text: 'Open the map', also: 'workspace evidence', run: () => go('map') },
  { id: 'go-statements', text: 'Open the statements', also: 'quotes', run: () => go('statements') },
  { id: 'go-papers', text: 'Open the reading list', also: 'papers', run: () => go('papers') },
  {
    id: 'go-codebooks',
    text: 'Open the codebooks',
    also: 'influences',
    run: () => go('codebooks'),
  },
  {
    id: 'go-exchange',
    text: 'Import, export, back up',
    also: 'exchange',
    run: () => go('exchange'),
  },
  {
    id: 'go-settings',
    text: 'Open the settings',
    also: 'theme dark quiet',
    run: () => go('settings'),
  },
  { id: 'go-help', text: 'Help', also: 'keys manual', run: () => void openHelp() },
  { id: 'go-start', text: 'First steps', also: 'example demo', run: () => void openHelp('start') },
];

function go(room: Parameters<typeof openRoom>[0]): void {
  void openRoom(room);
}

const NOT_HERE: ReadonlySet<string> = new Set(['door-map']);

/** What the popup's own keys press, where the control is on screen now. */
const onScreen = (): JumpCommand[] =>
  POPUP_KEYS.filter(({ id }) => !NOT_HERE.has(id) && document.getElementById(id)).map(
    ({ id, what }) => ({ id, text: what }),
  );

export function Jump({
  reviewId,
  codebooks,
  onClose,
}: {
  reviewId: string | undefined;
  codebooks: readonly Codebook[];
  onClose: () => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const commands = useMemo(() => [...onScreen(), ...DOORS], []);
  // Read when it is asked for: the popup itself opens without the papers' titles.
  const papers = useLiveQuery(
    async () => (reviewId ? paperSearch(reviewId) : NO_PAPERS),
    [reviewId],
    NO_PAPERS,
  );
  const hits = useMemo(
    () => jumpHits(typed, { commands, codebooks, papers }),
    [typed, commands, codebooks, papers],
  );
  const chosen = Math.min(at, hits.length - 1);
  const optionId = (index: number) => `${id}-${index}`;
  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);

  const open = (hit: JumpHit) => {
    onClose();
    if (hit.kind === 'paper') void openRoom('papers', { paper: hit.id });
    else if (hit.kind === 'influence') {
      const [codebook = '', ...rest] = hit.id.split('/');
      void openRoom('map', { codebook, influence: rest.join('/') });
    } else run(hit.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length) setAt((chosen + step + hits.length) % hits.length);
    else if (event.key === 'Enter') {
      const hit = hits[chosen];
      if (hit) open(hit);
    } else return;
    event.preventDefault();
  };

  return (
    <PopupCard title="Jump to" closeKey="" tall atTop onClose={onClose}>
      <input
        className={styles.input}
        type="text"
        role="combobox"
        aria-label="A paper, an influence or a command"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={hits.length ? optionId(chosen) : undefined}
        placeholder="A paper, an influence or a command"
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: it was opened to be typed into
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} className={styles.list} role="listbox" aria-label="Matches">
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the field
          <div
            key={`${hit.kind} ${hit.id}`}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className={styles.hit}
            onPointerMove={() => setAt(index)}
            onClick={() => open(hit)}
          >
            <span className={styles.text}>
              <Foreign text={hit.text} />
            </span>
            <span className={styles.more}>
              <Foreign text={hit.more} />
            </span>
          </div>
        ))}
      </div>
      <p role="status" className={styles.none}>
        {hits.length ? '' : `Nothing is called “${typed.trim()}”.`}
      </p>
    </PopupCard>
  );
}

/** The control has to be free of the card before it is pressed: a menu opens where it has the focus. */
function run(id: string): void {
  const door = DOORS.find((one) => one.id === id);
  if (door) door.run();
  else
    requestAnimationFrame(() => {
      const control = document.getElementById(id);
      control?.focus();
      control?.click();
    });
}

async function paperSearch(reviewId: string): Promise<PaperSearch> {
  const { papers } = await readingList(reviewId);
  return new PaperSearch(
    papers.map((paper) => ({ id: paper.id, text: titleOf(paper), more: aboutPaper(paper) })),
    papers,
  );
}
