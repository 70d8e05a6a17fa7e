/** Checks before printing, on their screen: a fault leads to its papers, and a sound review has none. */
import { expect, test } from 'vitest';
import { MapRoom } from '../../entrypoints/workspace/rooms/map/MapRoom';
import { db } from '../../lib/store/db';
import { inRoom } from '../support/in-room';
import { type Draft, soundReview } from '../unit/map/outputs/sound-review';

const room = inRoom();

async function shown(change?: (records: Draft) => void): Promise<HTMLElement> {
  const { review, ...tables } = soundReview(change);
  await db.reviews.put(review);
  for (const [name, records] of Object.entries(tables)) await db.table(name).bulkPut([...records]);
  location.hash = '#/map?view=checks';
  room.showRoom(MapRoom);
  await expect.poll(() => room.host.textContent).toContain('of 40 checks found nothing');
  return room.host;
}

test('a fault is told with who asks for it, and opens its papers', async () => {
  const host = await shown(({ papers: [first] }) => {
    if (first) first.notices = [{ kind: 'retraction', text: 'Retracted' }];
  });
  expect(host.textContent).toContain('39 of 40 checks found nothing.');
  const rows = [...host.querySelectorAll('tbody tr')];
  expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
    [
      ...['Retracted papers', '1 retracted paper is counted.'],
      'Cochrane Handbook for Systematic Reviews of Interventions, 4.4.6',
    ],
  ]);
  rows[0]?.querySelector('button')?.click();
  await expect.poll(() => host.querySelector('aside a')?.textContent).toContain('part 1');
  expect(host.querySelectorAll('aside section')).toHaveLength(1);
  expect(host.textContent).not.toContain('Nothing was found.');
});

test('the same review with a correction in its place has nothing to be told of', async () => {
  const host = await shown(({ papers: [first] }) => {
    if (first) first.notices = [{ kind: 'correction', text: 'Corrected' }];
  });
  expect(host.textContent).toContain('40 of 40 checks found nothing.');
  expect(host.textContent).toContain('Nothing was found.');
  expect(host.querySelectorAll('tbody tr')).toHaveLength(0);
});
