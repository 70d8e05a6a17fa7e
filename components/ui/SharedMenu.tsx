/**
 * One menu for many buttons. A list of sixty rows with six menus each would draw slowly, and scroll badly: here the buttons
 * are plain ones, and a single menu is shown beside the one that was pressed.
 */
import { Menu as Base } from '@base-ui/react/menu';
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { displayText } from '@/lib/text';
import { buttonClass } from './Button';
import { MenuPopup } from './Menu';

/** The button that was pressed, and what its menu is about. */
interface Open<P> {
  anchor: HTMLElement;
  about: P;
}

/** Joins the buttons with their menu; `P` is what a button's menu is about. */
export class MenuHandle<P> {
  private open: Open<P> | null = null;
  private readonly listeners = new Set<() => void>();

  readonly now = (): Open<P> | null => this.open;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(open: Open<P> | null): void {
    this.open = open;
    for (const listener of this.listeners) listener();
  }
}

export function useMenuHandle<P>(): MenuHandle<P> {
  const [handle] = useState(() => new MenuHandle<P>());
  return handle;
}

export function SharedMenu<P>({
  handle,
  children,
}: {
  handle: MenuHandle<P>;
  children: (about: P) => ReactNode;
}) {
  const open = useSyncExternalStore(handle.subscribe, handle.now);
  // While it closes, it shows what it showed.
  const last = useRef<Open<P>>(null);
  if (open) last.current = open;
  const { anchor, about } = last.current ?? {};
  useEffect(() => {
    if (!open) return;
    open.anchor.setAttribute('aria-expanded', 'true');
    open.anchor.dataset.popupOpen = '';
    return () => {
      open.anchor.removeAttribute('aria-expanded');
      delete open.anchor.dataset.popupOpen;
    };
  }, [open]);
  return (
    <Base.Root
      modal={false}
      open={open !== null}
      onOpenChange={(isOpen, { event }) => {
        // A press on its own button is the button's to answer.
        if (!isOpen && !(event.target instanceof Node && anchor?.contains(event.target)))
          handle.set(null);
      }}
    >
      <MenuPopup anchor={anchor}>{about === undefined ? null : children(about)}</MenuPopup>
    </Base.Root>
  );
}

export function SharedTrigger<P>({
  handle,
  about,
  label,
  className,
  children,
}: {
  handle: MenuHandle<P>;
  about: P;
  label: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-haspopup="menu"
      aria-label={displayText(label)}
      className={`${buttonClass('quiet')} ${className ?? ''}`.trim()}
      onClick={({ currentTarget: anchor }) =>
        handle.set(handle.now()?.anchor === anchor ? null : { anchor, about })
      }
    >
      {children}
    </button>
  );
}
