/** The reference list of an article in the panel: the works that the review lacks come onto its list together, in one step. */
import { useState } from 'react';
import { expect, test } from 'vitest';
import { listWorks } from '../../components/paper/list-works';
import { References } from '../../entrypoints/sidepanel/paper/References';
import { useKnown } from '../../entrypoints/sidepanel/paper/use-reference-facts';
import type { PanelReference } from '../../lib/messaging/panel/types';
import {
  addPaper,
  currentReview,
  ensureReview,
  saveTag,
  undo,
  whatCanBeUndone,
} from '../../lib/store';
import { db } from '../../lib/store/db';
import { button, control, inRoom, press } from '../support/in-room';
import { facts, newTag, page } from '../unit/store/support';

const room = inRoom();

const reference = (n: number, more: Partial<PanelReference>): PanelReference => ({
  ...{ id: `r${n}`, label: `${n}`, text: `Work ${n}.`, doi: null, pmid: null },
  ...{ title: null, year: null, citedBy: 1 },
  ...more,
});
const PRINTED = 'Ashdown K. The written roles of peer workers in five towns. Wards 2011;3:1-9.';
const LIST = [
  reference(1, { doi: '10.5555/known' }),
  reference(2, { doi: '10.5555/new' }),
  reference(3, { pmid: '77', title: 'Peer workers and the supervision that they get', year: 2020 }),
  // Named by nothing: a line of text is no title.
  reference(4, { text: PRINTED }),
];

function Panel({ reviewId, text }: { reviewId: string; text: string }) {
  const [said, setSaid] = useState('');
  const known = useKnown(LIST, reviewId);
  return (
    <>
      <References
        references={LIST}
        known={known}
        reviewId={reviewId}
        paperId={undefined}
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
  // The button went with them: the keyboard is in the list.
  expect(document.activeElement?.matches('[data-index="0"] [data-row]')).toBe(true);
  expect(await dois()).toEqual(['10.5555/known', '10.5555/new', '77']);
  await expect.poll(() => control('button', 'Add 2')).toBeUndefined();
  expect(room.host.textContent).toContain('3 of 4 references on your list');
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

const key = (name: string) =>
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
  );
const focused = () => document.activeElement?.getAttribute('aria-label');

test('the button of a row leaves the keyboard on its row', async () => {
  const { id } = await ensureReview();
  room.show(<Panel reviewId={id} text="10.5555/new" />);
  await press('Add to list');
  await expect.poll(() => room.host.textContent).toContain('On your list');
  expect(focused()).toBe('Work 2.');
});

test('arrows go over the list, and one key puts the work of a row on it, once, however little names it', async () => {
  const { id } = await ensureReview();
  await addPaper(page('https://k.example/1', facts('10.5555/known')), id, {});
  room.show(<Panel reviewId={id} text="" />);
  await expect.poll(() => control('button', 'Add 2 to the list')).toBeTruthy();
  room.host.querySelector<HTMLElement>('[data-row]')?.focus();
  expect(focused()).toBe('Work 1.');
  // On the list already: nothing is added.
  key('l');
  key('End');
  await expect.poll(focused).toBe(PRINTED);
  key('l');
  await expect.poll(() => room.host.textContent).toContain('1 paper added to the list');
  await expect.poll(() => room.host.textContent).toContain('2 of 4 references on your list');
  key('l');
  key('ArrowUp');
  await expect.poll(focused).toBe(LIST[2]?.text);
  const titles = (await db.papers.toArray()).map(({ title }) => title);
  expect(titles).toHaveLength(2);
  expect(titles).toContain(PRINTED);
});

test('works that other papers of the review cite are counted, and shown alone on request', async () => {
  const { id } = await ensureReview();
  const cited = (title: string, doi?: string) => ({ label: '1', text: title, title, doi });
  const citing = async (n: number, ...works: ReturnType<typeof cited>[]) => {
    const tag = newTag({ on: page(`https://c.example/${n}`, facts(`10.5555/citing.${n}`)) });
    return saveTag({ ...tag, statement: { ...tag.statement, cites: works } });
  };
  await citing(1, cited('New', '10.5555/new'), cited('Known', '10.5555/known'));
  const { tag } = await citing(2, cited('New', '10.5555/new'));
  function Own() {
    const known = useKnown(LIST, id);
    const own = { reviewId: id, paperId: tag.paperId };
    return <References references={LIST} {...{ known, ...own }} text="" onList={() => {}} />;
  }
  room.show(<Own />);
  const rows = () => [...room.host.querySelectorAll('li')].map((row) => row.textContent ?? '');
  // The paper whose list it is cites the second too, and is not counted.
  await expect.poll(() => rows().filter((row) => row.includes('Cited by')).length).toBe(2);
  expect(rows()[1]).toContain('Cited by 1 other paper of your review');
  await press('2 cited by your other papers');
  await expect.poll(() => rows().length).toBe(2);
  expect(button('Show all')).toBeTruthy();
});
