/** Whose a key is: the page's layers, other layouts, input methods, other extensions, frames of the page. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { chosenOf } from '../../entrypoints/tagging.content/mode/state';
import { controllerHere, type Here } from '../support/controller-here';

vi.mock('wxt/browser', async () => (await import('../support/fake-background')).fakeBrowser());

const PAGE = `<article><h1>A study of peer workers</h1><h2>Results</h2>
<p>Supervision kept most workers in their posts.</p>
<p>Training of peer workers was short and of little use to them.</p>
<p>Managers reported that pay was too low for what was asked of them.</p></article>`;

/** An extension that was there before us. */
let takes: (event: KeyboardEvent) => void = () => {};
window.addEventListener('keydown', (event) => takes(event), true);

let here: Here;
const heard: string[] = [];

beforeEach(async () => {
  takes = () => {};
  heard.length = 0;
  here = controllerHere(PAGE);
  here.controller.start();
  await here.barIsThere();
});
afterEach(() => here.end());

const chosen = () => chosenOf(here.state())?.quote;
const paused = () => {
  const { mode } = here.state();
  return mode.kind === 'tagging' && mode.paused;
};
const until = (what: () => unknown, value: unknown) =>
  vi.waitFor(() => expect(what()).toBe(value), 3_000);
const dispatch = (type: string, key: string, code: string, more: object = {}) =>
  (cdp() as { send(name: string, payload: object): Promise<void> }).send('Input.dispatchKeyEvent', {
    ...{ type, key, code },
    ...more,
  });
async function press(key: string, code: string, more: object = {}) {
  await dispatch('rawKeyDown', key, code, more);
  await dispatch('keyUp', key, code, more);
}

/** A lightbox as pages build them: fixed, over everything, closed by a listener of the page. */
function openLightbox(attributes = '', closes = true): HTMLElement {
  document.body.insertAdjacentHTML(
    'beforeend',
    `<div id="box" ${attributes} style="position:fixed;inset:10px;background:#ddd">A picture</div>`,
  );
  const box = document.getElementById('box') as HTMLElement;
  if (closes)
    document.addEventListener(
      'keydown',
      ({ key }) => {
        if (key === 'Escape') box.remove();
      },
      { once: true },
    );
  return box;
}

test.each(['', 'role="dialog" aria-modal="true"'])(
  'Escape closes the lightbox of the page (%s) before it ends tagging mode',
  async (attributes) => {
    const box = openLightbox(attributes);
    await userEvent.keyboard('{Escape}');
    expect([box.isConnected, here.controller.isOn]).toEqual([false, true]);
    await userEvent.keyboard('{Escape}');
    expect(here.controller.isOn).toBe(false);
  },
);

test('a lightbox over a chosen statement is closed, and the statement stays chosen', async () => {
  await userEvent.keyboard('j');
  await until(chosen, 'Supervision kept most workers in their posts.');
  const box = openLightbox();
  await userEvent.keyboard('{Escape}');
  expect([box.isConnected, chosen()]).toEqual([
    false,
    'Supervision kept most workers in their posts.',
  ]);
});

test('a layer that stays on Escape does not keep the reader in tagging mode', async () => {
  openLightbox('role="dialog" aria-modal="true"', false);
  await userEvent.keyboard('{Escape}');
  expect(here.controller.isOn).toBe(true);
  await vi.waitFor(async () => {
    await userEvent.keyboard('{Escape}');
    expect(here.controller.isOn).toBe(false);
  }, 4_000);
});

test('a banner at the edge of the page does not get the Escape of tagging mode', async () => {
  document.body.insertAdjacentHTML(
    'beforeend',
    '<div role="dialog" style="position:fixed;left:0;right:0;bottom:0;height:40px">Cookies</div>',
  );
  await userEvent.keyboard('{Escape}');
  expect(here.controller.isOn).toBe(false);
});

test('a statement in a modal dialog is let go of before the dialog is closed', async () => {
  const dialog = document.createElement('dialog');
  dialog.append(document.querySelector('article') as Element);
  document.body.append(dialog);
  dialog.showModal();
  await userEvent.keyboard('j');
  await vi.waitFor(() => expect(chosen()).toBeDefined());
  expect(dialog.contains(document.querySelector('div[popover]'))).toBe(true);
  await userEvent.keyboard('{Escape}');
  expect([dialog.open, chosen()]).toEqual([true, undefined]);
  await userEvent.keyboard('{Escape}');
  expect([dialog.open, here.controller.isOn]).toEqual([false, true]);
});

test('a key of a Cyrillic keyboard is the command at its place', async () => {
  await press('о', 'KeyJ', { text: 'о' });
  await vi.waitFor(() => expect(chosen()).toBeDefined());
});

test('an input method that has the keys is reported, until it has them no more', async () => {
  await press('Process', 'KeyJ', { windowsVirtualKeyCode: 229 });
  await until(paused, 'input-method');
  expect(chosen()).toBeUndefined();
  await userEvent.keyboard('j');
  await until(paused, false);
});

test.each([
  ['lets us hear nothing', (event: KeyboardEvent) => event.stopImmediatePropagation()],
  ['has done something with it', (event: KeyboardEvent) => event.preventDefault()],
])('keys that another extension takes are promised no more: it %s', async (_, takeIt) => {
  // The page has had the keyboard for longer than a key is held.
  vi.spyOn(performance, 'now').mockImplementation(() => Date.now());
  takes = takeIt;
  await userEvent.keyboard('j');
  await until(paused, 'taken');
  expect(chosen()).toBeUndefined();
  takes = () => {};
  await userEvent.keyboard('j');
  await until(paused, false);
  vi.restoreAllMocks();
});

test('a frame of the page hears neither press nor release of our keys', async () => {
  const frame = document.createElement('iframe');
  frame.srcdoc = '<p tabindex="0">Turnover in the first two years was high.</p>';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const inner = frame.contentDocument as Document;
  for (const type of ['keydown', 'keyup'] as const)
    inner.addEventListener(type, ({ key }) => heard.push(`${type} ${key}`));
  inner.querySelector('p')?.focus();
  await userEvent.keyboard('j');
  await vi.waitFor(() => expect(chosen()).toBeDefined());
  await userEvent.keyboard('q');
  expect(heard).toEqual([]);
});
