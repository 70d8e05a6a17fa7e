/** Keys at the toolbar while a field is on its way: they are kept for it, in order, and are never commands. */
import { beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { BarClient } from '../../entrypoints/bar/client';
import { listenToKeys } from '../../entrypoints/bar/keys';
import { keyMap } from '../../lib/tagging';

const ran: string[] = [];
/** The script's end: a test answers in its place. */
const client = {
  closedHere: true,
  snapshot: () => ({
    mode: 'tagging',
    hand: { kind: 'composing', statement: { sites: [] } },
    listed: [],
    left: [],
    keyMap: keyMap(),
    panel: { kind: 'find', first: '' },
  }),
  run: (command: string) => ran.push(command),
  post: () => undefined,
} as unknown as BarClient;
listenToKeys(client);

const root = document.body.appendChild(document.createElement('div'));
root.id = 'root';

beforeEach(() => {
  ran.length = 0;
  root.replaceChildren();
});

test('an end of the field before does not take the letters of the next one', async () => {
  await userEvent.keyboard('/');
  await userEvent.keyboard('s1');
  client.onEnd();
  client.onFocus();
  const field = root.appendChild(document.createElement('input'));
  await expect.poll(() => document.activeElement).toBe(field);
  client.onEnd();
  expect(field.value).toBe('s1');
  expect(ran).toEqual(['find']);
});

/** A key that was pressed on the page and forwarded, as the script does it while it takes the keyboard to be on its way. */
const forward = (...keys: string[]) => {
  for (const key of keys) client.onKeys([{ key, at: performance.now() }]);
};

test('keys that open the next field on their way are followed by its letters, none of them lost', async () => {
  // The script has not heard yet that the field before is closed: it forwards all that is pressed.
  client.closedHere = true;
  forward('s', '/', 'p', 'a');
  expect(ran).toEqual(['supporting', 'find']);
  client.onEnd();
  client.onFocus();
  forward('y');
  const field = root.appendChild(document.createElement('input'));
  await expect.poll(() => field.value).toBe('pay');
  forward(' ');
  expect(field.value).toBe('pay ');
  expect(ran).toEqual(['supporting', 'find']);
});

test('so are keys that were pressed at the toolbar meanwhile', async () => {
  client.onFocus();
  const before = root.appendChild(document.createElement('input'));
  await expect.poll(() => document.activeElement).toBe(before);
  await userEvent.keyboard('s/pay');
  // An Enter on its way from the page has closed the field.
  before.remove();
  client.closedHere = true;
  client.onEnd();
  expect(ran).toEqual(['supporting', 'find']);
  client.onFocus();
  const field = root.appendChild(document.createElement('input'));
  await expect.poll(() => document.activeElement).toBe(field);
  client.onEnd();
  expect(field.value).toBe('pay');
});
