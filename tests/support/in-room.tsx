/** Parts of the workspace in a page of their own, over the real store: shown, pressed, and typed into. */
import { Dexie } from 'dexie';
import { useLiveQuery } from 'dexie-react-hooks';
import type { ComponentType, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterAll, afterEach, beforeEach, expect } from 'vitest';
import '../../components/tokens.css';
import '../../components/base.css';
import { TipProvider } from '../../components/ui/Tip';
import type { RoomProps } from '../../entrypoints/workspace/room-props';
import { currentReview } from '../../lib/store';
import { emptyStore } from '../unit/store/support';

export interface Shown {
  host: HTMLElement;
  show(what: ReactNode): void;
  /** A room over the current review. */
  showRoom(Room: ComponentType<RoomProps>): void;
}

/** For each test of the file an empty store and an empty place on the page. */
export function inRoom(): Shown {
  let root: Root;
  const shown: Shown = {
    host: document.body,
    show: (what) => flushSync(() => root.render(<TipProvider>{what}</TipProvider>)),
    showRoom: (Room) => shown.show(<InReview Room={Room} />),
  };
  beforeEach(async () => {
    await emptyStore();
    shown.host = document.body.appendChild(document.createElement('div'));
    shown.host.style.cssText = 'height: 700px; display: flex; flex-direction: column';
    root = createRoot(shown.host);
  });
  afterEach(() => {
    root.unmount();
    shown.host.remove();
    location.hash = '';
    localStorage.clear();
  });
  afterAll(() => Dexie.delete('bearing'));
  return shown;
}

function InReview({ Room }: { Room: ComponentType<RoomProps> }) {
  const review = useLiveQuery(async () => (await currentReview()) ?? null, []);
  return review ? <Room review={review} leftOut={[]} /> : null;
}

export function nameOf(control: Element | null): string {
  return control?.getAttribute('aria-label') ?? control?.textContent ?? '';
}

/** The first button with exactly this name, or with one like it. */
export function button(
  name: string | RegExp,
  within: ParentNode = document,
): HTMLButtonElement | undefined {
  return [...within.querySelectorAll('button')].find((one) =>
    typeof name === 'string' ? nameOf(one) === name : name.test(nameOf(one)),
  );
}

/** The names of the buttons of an element, as a screen reader says them. */
export const buttonsIn = (within: ParentNode): string[] =>
  [...within.querySelectorAll('button')].map(nameOf);

/** As `button`. @throws Error with the names that there are */
export function buttonIn(within: ParentNode, name: string | RegExp): HTMLButtonElement {
  const found = button(name, within);
  if (!found) throw new Error(`No button ${name} among: ${buttonsIn(within).join(' | ')}`);
  return found;
}

/** The item of the open menu that begins so. @throws Error with the items that there are */
export function menuItem(words: string): HTMLElement {
  const found = control('[role^=menuitem]', words);
  const items = [...document.querySelectorAll('[role^=menuitem]')];
  if (!found) throw new Error(`No item ${words} among: ${items.map(nameOf).join(' | ')}`);
  return found;
}

/** The first control of a role with this name, or with one that begins so. */
export function control(
  selector: string,
  name: string,
  within: ParentNode = document,
): HTMLElement | undefined {
  return [...within.querySelectorAll<HTMLElement>(selector)].find((one) =>
    nameOf(one).startsWith(name),
  );
}

/** Waits for the control, focuses it as a key or a pointer does, and presses it. */
export async function press(
  name: string,
  { within = document, selector = 'button' }: { within?: ParentNode; selector?: string } = {},
): Promise<void> {
  await expect.poll(() => control(selector, name, within), { message: name }).toBeTruthy();
  const found = control(selector, name, within);
  found?.focus();
  found?.click();
}

/** As typing does it: React hears of a value that was set by the browser's own setter. */
export function type(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const own = Object.getPrototypeOf(field);
  Object.getOwnPropertyDescriptor(own, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
