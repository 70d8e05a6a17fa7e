/** Undo and redo in the rail by the keyboard: each press is one step, and none starts what the reader has not seen. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { takeBack } from '../../components/exchange/take-back';
import { usePopupKeys } from '../../entrypoints/popup/use-popup-keys';
import { usePanelKeys } from '../../entrypoints/sidepanel/use-panel-keys';
import { Undo } from '../../entrypoints/workspace/undo/Undo';
import { useUndo } from '../../entrypoints/workspace/undo/use-undo';
import { useWorkspaceKeys } from '../../entrypoints/workspace/use-workspace-keys';
import { writeBackup } from '../../lib/exchange';
import * as store from '../../lib/store';
import { db } from '../../lib/store/db';
import { FakeImporter } from '../support/fake-importer';
import { button, inRoom } from '../support/in-room';
import { sampleBackup } from '../support/samples';
import { newTag, restore } from '../unit/store/support';

const shown = inRoom();
beforeEach(() => {
  FakeImporter.made = [];
  vi.stubGlobal('Worker', FakeImporter);
});
afterEach(() => vi.unstubAllGlobals());

function Rail() {
  const undoing = useUndo();
  useWorkspaceKeys(undoing);
  return <Undo by={undoing} />;
}
const press = (
  key: string,
  { on = document.body as Element, ...init }: KeyboardEventInit & { on?: Element } = {},
) =>
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
const saidHere = () =>
  [...shown.host.querySelectorAll('[role=status]')].map((one) => one.textContent);
const tags = () => db.tags.count();
const undone = (words: string) => expect.poll(() => button(`Undo: ${words}u`)).toBeTruthy();

test('a key that is held takes back one step', async () => {
  for (let i = 0; i < 5; i++) await store.saveTag(newTag({ quote: `q${i}` }));
  shown.show(<Rail />);
  await undone('tag saved');
  for (let i = 0; i < 4; i++) press('u', { repeat: i > 0 });
  // A second press waits its turn: behind whatever the first ones began.
  press('U');
  await expect.poll(saidHere).toContain('Done again: tag saved.');
  expect(await tags()).toBe(5);
});

test('two presses take back two steps, each in its turn', async () => {
  for (let i = 0; i < 5; i++) await store.saveTag(newTag({ quote: `q${i}` }));
  shown.show(<Rail />);
  await undone('tag saved');
  press('u');
  press('u');
  await expect.poll(tags).toBe(3);
});

describe('while a large step is taken back', () => {
  const running = () => shown.host.querySelector('progress')?.getAttribute('aria-label');
  beforeEach(async () => {
    await store.saveTag(newTag({ quote: 'Before the import.' }));
    await restore(
      writeBackup(
        sampleBackup({
          ...{ papers: 6, tags: 100, influences: ['psw.culture'], codebookId: 'psw-core' },
        }),
      ),
    );
    shown.show(<Rail />);
    await undone('backup restored');
  });

  test('keys do nothing, and one step is taken back', async () => {
    press('u');
    await expect.poll(running).toBe('Taking back: backup restored');
    press('u');
    press('U');
    const before = await tags();
    await FakeImporter.last.answer();
    await expect.poll(saidHere).toContain('Taken back: backup restored.');
    expect([before, await tags()]).toEqual([601, 1]);
    press('u');
    await expect.poll(saidHere).toContain('Taken back: tag saved.');
    expect(FakeImporter.made).toHaveLength(1);
  });

  test('whoever takes the same step back meanwhile waits for the same work', async () => {
    const id = (await store.lastStep())?.id ?? '';
    press('u');
    await expect.poll(running).toBeTruthy();
    const again = takeBack(id, () => {});
    await FakeImporter.last.answer();
    expect(await again).toBe(true);
    expect([FakeImporter.made.length, await tags()]).toEqual([1, 1]);
  });

  test('a press of its first moments neither waits for it nor begins it anew after Cancel', async () => {
    press('u');
    press('u');
    await expect.poll(running).toBeTruthy();
    button('Cancel')?.click();
    await expect.poll(saidHere).toContain('Cancelled. Nothing was changed.');
    await store.saveTag(newTag({ quote: 'After it.' }));
    await undone('tag saved');
    press('u');
    await expect.poll(saidHere).toContain('Taken back: tag saved.');
    expect(FakeImporter.made).toHaveLength(1);
    expect(await tags()).toBe(601);
  });
});

describe('a key is a command', () => {
  const onUndo = vi.fn(() => true);
  const onTag = vi.fn();
  const onRail = { undo: vi.fn(), redo: vi.fn() };
  const help = () => {};
  function Surfaces() {
    usePopupKeys({ onHelp: help, onJump: help });
    usePanelKeys({ onFilter: help, onPlace: help, onDone: help, onUndo });
    useWorkspaceKeys(onRail);
    return (
      <>
        <button type="button" id="tag-this-page" onClick={onTag}>
          Tag
        </button>
        <input aria-label="text" />
        <input aria-label="tick" type="checkbox" />
        <textarea aria-label="note" />
        <select aria-label="list" />
        <div role="menu" tabIndex={-1} aria-label="menu">
          <button type="button" aria-label="item" />
        </div>
        <div role="dialog" aria-label="dialog">
          <button type="button" aria-label="in dialog" />
        </div>
      </>
    );
  }
  beforeEach(() => shown.show(<Surfaces />));
  afterEach(() => vi.clearAllMocks());

  const labelled = (label: string) =>
    shown.host.querySelector(`[aria-label="${label}"]`) as Element;
  const done = () => [onRail.undo, onUndo, onTag].map(({ mock }) => mock.calls.length);

  test.each<[where: string, on: () => Element, isCommand: boolean]>([
    ['on the page', () => document.body, true],
    ['on a button', () => document.getElementById('tag-this-page') as Element, true],
    ['on a box to tick', () => labelled('tick'), true],
    ['in a text field', () => labelled('text'), false],
    ['in a note', () => labelled('note'), false],
    ['in a list to choose from', () => labelled('list'), false],
    ['in an open menu', () => labelled('item'), false],
    ['in a dialog', () => labelled('in dialog'), false],
  ])('%s', (_, on, isCommand) => {
    for (const key of ['u', 't']) press(key, { on: on() });
    expect(done()).toEqual(isCommand ? [1, 1, 1] : [0, 0, 0]);
  });

  test.each<[how: string, init: KeyboardEventInit, does: number[]]>([
    ['once, however long it is held', { repeat: true }, [0, 0, 0]],
    ['not with Alt', { altKey: true }, [0, 0, 0]],
    ['not of a word that is being composed', { isComposing: true }, [0, 0, 0]],
    ['not with Ctrl', { ctrlKey: true }, [0, 0, 0]],
  ])('%s', (_, init, does) => {
    for (const key of ['u', 't']) press(key, init);
    expect(done()).toEqual(does);
  });

  test('in the panel, with Ctrl, as elsewhere', () => {
    press('z', { ctrlKey: true });
    press('z', { ctrlKey: true, repeat: true });
    expect(done()).toEqual([0, 1, 0]);
  });
});
