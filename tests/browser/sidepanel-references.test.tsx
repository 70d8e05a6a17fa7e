/** The reference list of an article in the panel: the works that the review lacks come onto its list together, in one step. */
import { useState } from 'react';
import { expect, test } from 'vitest';
import { listWorks } from '../../entrypoints/sidepanel/paper/list-works';
import { References, useKnown } from '../../entrypoints/sidepanel/paper/References';
import type { PanelReference } from '../../lib/messaging/panel/types';
import { addPaper, currentReview, ensureReview, undo, whatCanBeUndone } from '../../lib/store';
import { db } from '../../lib/store/db';
import { control, inRoom, press } from '../support/in-room';
import { facts, page } from '../unit/store/support';

const room = inRoom();

const reference = (n: number, more: Partial<PanelReference>): PanelReference => ({
  ...{ id: `r${n}`, label: `${n}`, text: `Work ${n}.`, doi: null, pmid: null },
  ...{ title: null, year: null, citedBy: 1 },
  ...more,
});
const LIST = [
  reference(1, { doi: '10.5555/known' }),
  reference(2, { doi: '10.5555/new' }),
  reference(3, { pmid: '77', title: 'Peer workers and the supervision that they get', year: 2020 }),
  // Named by nothing: a line of text is no title.
  reference(4, {}),
];

function Panel({ reviewId, text }: { reviewId: string; text: string }) {
  const [said, setSaid] = useState('');
  const known = useKnown(LIST, reviewId);
  return (
    <>
      <References
        references={LIST}
        known={known}
        text={text}
        onList={(works) => void listWorks(reviewId, works).then(({ words }) => setSaid(words))}
      />
      <p role="status">{said}</p>
    </>
  );
}

const dois = async () => (await db.papers.toArray()).map(({ doi, pmid }) => doi ?? pmid).sort();

test('works that are not in the review come onto the list in one step, those that are there once', async () => {
  const { id } = await ensureReview();
  await addPaper(page('https://k.example/1', facts('10.5555/known')), id, {});
  room.show(<Panel reviewId={id} text="" />);
  await press('Add 2 to the list');
  await expect.poll(() => room.host.textContent).toContain('2 papers added to the list');
  expect(await dois()).toEqual(['10.5555/known', '10.5555/new', '77']);
  await expect.poll(() => control('button', 'Add')).toBeUndefined();
  expect(room.host.textContent).toContain('3 of 4 references in your review');
  const { undo: last } = await whatCanBeUndone();
  expect(last?.command).toBe('list-papers');
  await undo(last?.step.id ?? '');
  expect(await dois()).toEqual(['10.5555/known']);
  await expect.poll(() => control('button', 'Add 2 to the list')).toBeTruthy();
});

test('a search narrows what is added', async () => {
  const { id } = (await currentReview()) ?? (await ensureReview());
  room.show(<Panel reviewId={id} text="10.5555/new" />);
  await press('Add 1 to the list');
  await expect.poll(() => room.host.textContent).toContain('1 paper added to the list');
  expect(await dois()).toEqual(['10.5555/new']);
});
