/** An article in closed shadow roots is tagged like any other, where the browser lets extensions look into them. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { chosenOf } from '../../entrypoints/tagging.content/mode/state';
import { EMPTY_DRAFT } from '../../lib/tagging';
import { controllerHere, type Here } from '../support/controller-here';

vi.mock('wxt/browser', async () => (await import('../support/fake-background')).fakeBrowser());

const SENTENCE = 'Supervision kept most workers in their posts for two years.';
const ARTICLE = `<article><h1>A study of peer workers</h1><h2>Results</h2><p id="first">${SENTENCE}</p>
<p>Training of peer workers was short and of little use to them in the posts that they had.</p>
<p>A further paragraph of the article, so that there is enough to read in it for any reader.</p></article>`;
const page = globalThis as { chrome?: { dom?: object } };
const before = page.chrome;
const closed = new WeakMap<Element, ShadowRoot>();
let here: Here;

beforeEach(async () => {
  page.chrome = { dom: { openOrClosedShadowRoot: (host: Element) => closed.get(host) ?? null } };
  here = controllerHere('<x-article id="host" style="display: block"></x-article>');
  const host = document.getElementById('host') as Element;
  const root = host.attachShadow({ mode: 'closed' });
  root.innerHTML = ARTICLE;
  closed.set(host, root);
  here.controller.start();
  await here.barIsThere();
  await here.textIsRead();
});
afterEach(() => {
  here.end();
  page.chrome = before as never;
});

test('a sentence in one is chosen by a click, and highlighted once it is tagged', async () => {
  const host = document.getElementById('host') as Element;
  const first = closed.get(host)?.getElementById('first')?.getBoundingClientRect();
  const y = (first?.top ?? 0) - host.getBoundingClientRect().top + 8;
  await userEvent.click(host, { position: { x: 30, y } });
  await expect.poll(() => chosenOf(here.state())?.quote).toBe(SENTENCE);
  const influence = { codebookId: 'book', influenceId: 'one' };
  await here.session.tags.save({ ...EMPTY_DRAFT, stance: 'supporting', influence });
  await expect.poll(() => here.found()).toEqual([SENTENCE]);
});

test('j goes to one', async () => {
  await userEvent.keyboard('j');
  await expect.poll(() => chosenOf(here.state())?.quote).toBeDefined();
});
