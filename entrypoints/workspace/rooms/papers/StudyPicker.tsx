/** "Same study as…": finds a paper of the list by typing, with the arrow keys or the mouse. */
import { Popover } from '@base-ui/react/popover';
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { aboutPaper, titleOf } from '@/components/paper/cite';
import menu from '@/components/ui/Menu.module.css';
import type { Paper } from '@/lib/model';
import { holdsWords } from '@/lib/text';
import type { PaperLine } from './paper-lines';
import styles from './StudyPicker.module.css';

/** More are found by typing more. */
const MOST_SHOWN = 50;

export function StudyPicker({
  anchor,
  line,
  lines,
  onChoose,
  onClose,
}: {
  anchor: RefObject<HTMLButtonElement | null>;
  /** The paper whose companion is looked for. */
  line: PaperLine;
  lines: readonly PaperLine[];
  onChoose: (paper: Paper) => void;
  onClose: () => void;
}) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  // A paper that looks like this one comes first.
  const others = lines
    .filter(({ paper }) => !line.family.includes(paper.id))
    .sort((a, b) => Number(b.paper === line.alike) - Number(a.paper === line.alike));
  const found = others.filter(({ text }) => holdsWords(text, search));
  const shown = found.slice(0, MOST_SHOWN);
  const active = Math.min(at, shown.length - 1);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = shown[active];
    if (event.key === 'ArrowDown') setAt((active + 1) % shown.length);
    else if (event.key === 'ArrowUp') setAt((active - 1 + shown.length) % shown.length);
    else if (event.key === 'Enter' && chosen) onChoose(chosen.paper);
    else return;
    event.preventDefault();
  };
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          className={menu.positioner}
          anchor={anchor}
          align="end"
          sideOffset={4}
          collisionPadding={6}
        >
          <Popover.Popup
            className={`${menu.popup} ${styles.picker}`}
            aria-label={`Same study as ${titleOf(line.paper, line.paper.urls[0])}`}
            initialFocus={field}
            finalFocus={anchor}
          >
            <label className={styles.label} htmlFor={`${id}-field`}>
              Same study as
            </label>
            <input
              ref={field}
              id={`${id}-field`}
              className={styles.field}
              role="combobox"
              aria-expanded="true"
              aria-controls={`${id}-list`}
              aria-activedescendant={shown.length ? `${id}-${active}` : undefined}
              aria-autocomplete="list"
              placeholder="Title, author, year or DOI"
              autoComplete="off"
              dir="auto"
              value={search}
              onChange={(event) => {
                setSearch(event.target.value);
                setAt(0);
              }}
              onKeyDown={onKeyDown}
            />
            <div
              ref={list}
              id={`${id}-list`}
              className={styles.list}
              role="listbox"
              aria-label="Papers on the list"
            >
              {shown.map(({ paper }, i) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
                <div
                  key={paper.id}
                  id={`${id}-${i}`}
                  className={styles.option}
                  role="option"
                  tabIndex={-1}
                  aria-selected={i === active}
                  onMouseMove={() => setAt(i)}
                  onClick={() => onChoose(paper)}
                >
                  <span className={styles.title} dir="auto" title={titleOf(paper, paper.urls[0])}>
                    {titleOf(paper, paper.urls[0])}
                  </span>
                  <span className={styles.about} dir="auto" title={aboutPaper(paper)}>
                    {aboutPaper(paper)}
                  </span>
                </div>
              ))}
            </div>
            <p className={styles.rest} role="status">
              {found.length === 0
                ? 'No other paper of the list fits.'
                : found.length > MOST_SHOWN
                  ? `${found.length - MOST_SHOWN} more: type a few letters.`
                  : ''}
            </p>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
