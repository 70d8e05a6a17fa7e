/** A room of the workspace in a page of its own, on a store that begins empty, and what a reader finds in it. */
import { Dexie } from 'dexie';
import { useLiveQuery } from 'dexie-react-hooks';
import type { ComponentType } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterAll, afterEach, beforeEach } from 'vitest';
import '../../components/tokens.css';
import '../../components/base.css';
import { TipProvider } from '../../components/ui/Tip';
import type { RoomProps } from '../../entrypoints/workspace/room-props';
import { currentReview } from '../../lib/store';
import { emptyStore } from '../unit/store/support';

function InReview({ Room }: { Room: ComponentType<RoomProps> }) {
  const review = useLiveQuery(async () => (await currentReview()) ?? null, []);
  return review ? (
    <TipProvider>
      <Room review={review} leftOut={[]} />
    </TipProvider>
  ) : null;
}

export interface RoomHost {
  /** Where the room is. */
  readonly host: HTMLElement;
  show(Room: ComponentType<RoomProps>): void;
}

/** For a test file: before each test an empty store, after it no room. */
export function roomHost(): RoomHost {
  let root: Root;
  let host: HTMLElement;
  beforeEach(async () => {
    await emptyStore();
    host = document.body.appendChild(document.createElement('div'));
    host.style.cssText = 'height:700px;display:flex;flex-direction:column';
    root = createRoot(host);
  });
  afterEach(() => {
    root.unmount();
    host.remove();
    location.hash = '';
    localStorage.clear();
  });
  afterAll(() => Dexie.delete('bearing'));
  return {
    get host() {
      return host;
    },
    show: (Room) => flushSync(() => root.render(<InReview Room={Room} />)),
  };
}

/** The names of the buttons of an element, as a screen reader says them. */
export const buttonsIn = (within: ParentNode): string[] =>
  [...within.querySelectorAll('button')].map(nameOf);

export function buttonIn(within: ParentNode, name: string | RegExp): HTMLButtonElement {
  const found = [...within.querySelectorAll('button')].find((one) =>
    typeof name === 'string' ? nameOf(one) === name : name.test(nameOf(one)),
  );
  if (!found) throw new Error(`No button ${name} among: ${buttonsIn(within).join(' | ')}`);
  return found;
}

const nameOf = (button: Element) => button.getAttribute('aria-label') ?? button.textContent ?? '';

/** The item of the open menu that begins so. */
export function menuItem(words: string): HTMLElement {
  const items = [...document.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  const found = items.find(({ textContent }) => textContent?.startsWith(words));
  if (!found) throw new Error(`No item ${words} among: ${items.map((i) => i.textContent)}`);
  return found;
}
