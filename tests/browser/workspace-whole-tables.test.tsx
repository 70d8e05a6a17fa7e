/** Which tables of a review a filter is offered for: none where a table depends on who coded a paper. */
import { expect, test } from 'vitest';
import { MapRoom } from '../../entrypoints/workspace/rooms/map/MapRoom';
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
