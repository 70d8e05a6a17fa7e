/** The history in its drawer: what is brought back is reported there and can be taken back there. */
import { Dexie } from 'dexie';
import { createRef } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import '../../components/tokens.css';
import '../../components/base.css';
import { HistoryDialog } from '../../components/history/HistoryDialog';
import { changeTag, deleteTags, type HistoryOf, saveTag } from '../../lib/store';
import { db } from '../../lib/store/db';
import { asCoder, emptyStore, newTag } from '../unit/store/support';

let root: Root;
beforeEach(async () => {
  await emptyStore();
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(() => root.unmount());
afterAll(() => Dexie.delete('bearing'));

function show(asked: HistoryOf, ownOnly = false): void {
  flushSync(() =>
    root.render(
      <HistoryDialog
        asked={asked}
        about="About"
        ownOnly={ownOnly}
        returnTo={createRef()}
        onClose={() => {}}
      />,
    ),
  );
}

const dialog = () => document.querySelector('[role="dialog"]');
const button = (words: string) =>
  [...document.querySelectorAll<HTMLElement>('[role="dialog"] button')].find(
    ({ textContent }) => textContent === words,
  );
const status = () => dialog()?.querySelector('[role="status"]')?.textContent;

async function press(words: string): Promise<void> {
  await expect.poll(() => button(words)).toBeTruthy();
  button(words)?.click();
}

test('a version that was brought back is reported in the dialog, with its undo', async () => {
  const { tag } = await saveTag(newTag({ note: 'first' }));
  await changeTag(tag.id, { note: 'second' });
  show({ tags: [tag.id] });
  await press('Bring this version back');
  await expect.poll(status).toBe('Brought back.Undo');
  expect(await db.tags.get(tag.id)).toMatchObject({ note: 'first' });
  await press('Undo');
  await expect.poll(status).toBe('Undone.');
  expect(await db.tags.get(tag.id)).toMatchObject({ note: 'second' });
});

test('tags that were deleted together are brought back by one button at the head of the step', async () => {
  const { tag, paper } = await saveTag(newTag());
  const { tag: other } = await saveTag(newTag({ influenceId: 'psw.culture' }));
  await deleteTags([tag.id, other.id]);
  await saveTag(newTag({ influenceId: 'psw.pay', quote: 'Done since.' }));
  show({ paper: paper.id });
  await expect.poll(() => button('Bring these 2 tags back')).toBeTruthy();
  const before = button('Bring these 2 tags back')?.previousElementSibling;
  expect(before?.querySelector('h3')?.textContent).toBe('Tag deleted');
  await press('Bring these 2 tags back');
  await expect.poll(status).toBe('Brought back.Undo');
  expect(await db.tags.count()).toBe(3);
});

test('another coder’s tags are left out where they are not shown, and that is said', async () => {
  await asCoder('Ada');
  const { paper } = await saveTag(newTag({ note: 'of Ada' }));
  await asCoder('Ben');
  await saveTag(newTag({ quote: 'Of Ben.', influenceId: 'psw.culture' }));
  show({ paper: paper.id }, true);
  await expect.poll(() => dialog()?.textContent).toContain('Of Ben.');
  expect(dialog()?.textContent).not.toContain('of Ada');
  expect(dialog()?.textContent).toContain(
    '1 change to other coders’ tags is left out, because their tags are not shown.',
  );
  show({ paper: paper.id });
  await expect.poll(() => dialog()?.textContent).toContain('of Ada');
  expect(dialog()?.textContent).not.toContain('left out');
});
