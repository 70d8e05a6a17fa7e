/** A field and the list of what it finds. The keyboard stays in the field: arrows move through the list, Enter chooses. */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { takeKeyboard } from '../keys';

export interface Option {
  key: string;
  title?: string;
  content: ReactNode;
  /** What is said of it below the list while it is the one that Enter chooses. */
  about?: ReactNode;
  choose(): void;
}

/** Pixels of a row. */
const ROW = 32;

export function Combobox({
  name,
  list: listName,
  rows,
  typed,
  maxLength,
  options,
  nothing,
  onType,
  onMove,
  hasAbout,
}: {
  /** What is typed into the field. */
  name: string;
  /** What the list is of. */
  list: string;
  /** Rows in sight; more of them scroll. */
  rows: number;
  typed: string;
  maxLength?: number;
  options: readonly Option[];
  /** Shown where there is no option. */
  nothing: string;
  onType: (text: string) => void;
  onMove?: () => void;
  /** Is something said of options? Then there is always room for it. */
  hasAbout?: boolean;
}) {
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => takeKeyboard(field.current), []);
  const active = Math.min(at, options.length - 1);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const move = (by: number) => {
    setAt((active + by + options.length) % Math.max(1, options.length));
    onMove?.();
  };
  return (
    <div className="find">
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={options.length ? `${id}-${active}` : undefined}
        aria-label={name}
        placeholder={name}
        autoComplete="off"
        spellCheck={false}
        maxLength={maxLength}
        value={typed}
        onChange={(event) => {
          onType(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') move(1);
          else if (event.key === 'ArrowUp') move(-1);
          // A key that is held down is one press: the second Enter is another decision.
          else if (event.key !== 'Enter') return;
          else if (!event.repeat) options[active]?.choose();
          event.preventDefault();
        }}
      />
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={listName}
        // Its height does not tell the page how much is found.
        style={{ height: `${rows * ROW}px` }}
      >
        {options.map(({ key, title, content, choose }, index) => (
          // The keyboard works from the field; the list only follows it.
          // biome-ignore lint/a11y/useKeyWithClickEvents: options of a combobox take no focus
          <div
            key={key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            title={title}
            onClick={(event) => {
              if (event.detail < 2) choose();
            }}
            onMouseMove={() => setAt(index)}
          >
            {content}
          </div>
        ))}
        {options.length ? null : <p className="soft">{nothing}</p>}
      </div>
      {hasAbout ? (options[active]?.about ?? <p className="definition" />) : null}
    </div>
  );
}
