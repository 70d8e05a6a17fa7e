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
    hand: { kind: 'composing', statement: {} },
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
