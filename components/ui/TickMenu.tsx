/** A choice of several values behind a button. It stays open while values are chosen; a long list has a field to find them. */
import { Menu as Base } from '@base-ui/react/menu';
import { type ReactNode, useState } from 'react';
import { displayText, holdsWords, searchText } from '@/lib/text';
import { buttonClass } from './Button';
import { Icon } from './Icon';
import { MenuPopup, MenuTick } from './Menu';
import styles from './TickMenu.module.css';

export interface TickOption {
  key: string;
  text: string;
  count: number;
  isChosen: boolean;
}

/** More than these are looked for rather than looked over. */
const LONG = 12;
/** As many as are drawn at once: nobody reads on, and a popup with thousands opens late. */
const MOST_SHOWN = 60;

export function TickMenu({
  name,
  options,
  onToggle,
  className,
  typed: made,
}: {
  name: string;
  options: readonly TickOption[];
  onToggle: (key: string) => void;
  className?: string | undefined;
  /** What can be chosen by typing it, though it is not among the options; the field is there however short they are. */
  typed?: { hint: string; as: (text: string) => TickOption | undefined };
}) {
  const [typed, setTyped] = useState('');
  const chosen = options.filter(({ isChosen }) => isChosen);
  const isLong = made !== undefined || options.length > LONG;
  const own = typed ? made?.as(typed) : undefined;
  const found = own
    ? [own]
    : typed
      ? options.filter(({ text }) => holdsWords(searchText(text), typed.trim()))
      : // What is chosen can be taken back, however long the list.
        [...chosen, ...options.filter(({ isChosen }) => !isChosen)];
  const shown = (isLong ? found : options).slice(0, MOST_SHOWN);
  const ticks = shown.map(({ key, text, count, isChosen }) => (
    <MenuTick key={key} checked={isChosen} staysOpen onChange={() => onToggle(key)}>
      {`${displayText(text)} (${count})`}
    </MenuTick>
  ));
  const menu = (
    <Base.Root modal={false} onOpenChange={(open) => open || setTyped('')}>
      <Base.Trigger
        aria-label={displayText(`${name}: ${chosen.map(({ text }) => text).join(', ') || 'any'}`)}
        className={`${buttonClass(chosen.length ? 'plain' : 'quiet')} ${className ?? ''}`.trim()}
      >
        {chosenWords(name, chosen)}
        <Icon name="chevron" size={14} />
      </Base.Trigger>
      <MenuPopup>
        {isLong ? (
          <>
            <Base.Input
              className={styles.find}
              aria-label={`Find in ${name.toLowerCase()}`}
              placeholder={made?.hint ?? `Find in ${options.length}`}
            />
            <Base.List className={styles.list}>{ticks}</Base.List>
            {found.length > shown.length || !found.length ? (
              <p className={styles.more}>
                {found.length
                  ? `${found.length - shown.length} more: type to find them.`
                  : 'Nothing is called so.'}
              </p>
            ) : null}
          </>
        ) : (
          ticks
        )}
      </MenuPopup>
    </Base.Root>
  );
  return isLong ? (
    <Base.FilterProvider filter={null} value={typed} onValueChange={setTyped}>
      {menu}
    </Base.FilterProvider>
  ) : (
    menu
  );
}

/** "Stance", "▲ supporting", "▲ supporting + 1": what it is set to is read on the button. */
function chosenWords(name: string, chosen: readonly TickOption[]): ReactNode {
  const [first] = chosen;
  if (!first) return name;
  return (
    <>
      <bdi>{displayText(first.text)}</bdi>
      {chosen.length > 1 ? ` + ${chosen.length - 1}` : null}
    </>
  );
}
