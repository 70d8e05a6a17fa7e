/** Tables of a whole review: for which of them a filter is offered, and that they are built no more often than they change. */
import { expect, test, vi } from 'vitest';
import { MapRoom } from '../../entrypoints/workspace/rooms/map/MapRoom';
import { OUTPUTS } from '../../lib/map/outputs';
import { ensureReview } from '../../lib/store';
import { button, inRoom } from '../support/in-room';

const room = inRoom();

test.each([
  ['influence-summary', true],
  ['agreement', false],
  ['disagreements', false],
] as const)('%s under filters of the address: %s', async (view, takesThem) => {
  await ensureReview();
  location.hash = `#/map?view=${view}&filter=on&stance=contrasting`;
  room.showRoom(MapRoom);
  const { host } = room;
  await expect.poll(() => button('Copy table', host)).toBeTruthy();
  expect([
    button(/^(Filter|Without filters)$/, host) !== undefined,
    host.querySelector('[aria-label=Filters]') !== null,
    host.querySelector('h2')?.textContent?.endsWith(', filtered'),
  ]).toEqual([takesThem, takesThem, takesThem]);
});

test('a table is built once, however often it is drawn', async () => {
  await ensureReview();
  const output = OUTPUTS.find(({ id }) => id === 'influence-summary');
  if (!output) throw new Error('there is no such table');
  const build = vi.spyOn(output, 'build');
  const address = '#/map?view=influence-summary';
  location.hash = address;
  room.showRoom(MapRoom);
  const { host } = room;
  await expect.poll(() => button('Copy table', host)).toBeTruthy();
  const before = build.mock.calls.length;
  expect(before).toBeGreaterThan(0);
  location.hash = `${address}&sort=-n`;
  await expect.poll(() => host.querySelector('[aria-sort=descending]')).toBeTruthy();
  expect(build).toHaveBeenCalledTimes(before);
});
