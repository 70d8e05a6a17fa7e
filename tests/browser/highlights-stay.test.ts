/** Highlights come back by themselves, whatever the page did to them, and can be pointed at without tagging mode. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { peekOf } from '../../entrypoints/tagging.content/mode/state';
import { reveal } from '../../entrypoints/tagging.content/source/reveal';
import { namesIn } from '../../lib/paint';
import { controllerHere, type Here } from '../support/controller-here';
import { tagElsewhere } from '../support/fake-background';

vi.mock('wxt/browser', async () => (await import('../support/fake-background')).fakeBrowser());

const QUOTE = 'Supervision kept most workers in their posts.';
const PAGE = `<style>.dark { background: #111; color: #eee }</style>
<article><h1>A study of peer workers</h1><p id="tagged">${QUOTE}</p>
<p>Training of peer workers was short and of little use to them.</p></article>`;

let here: Here;

const name = (): string => namesIn(document).get('supporting') ?? '';
const line = (): string =>
  getComputedStyle(document.getElementById('tagged') as Element, `::highlight(${name()})`)
    .textDecorationColor;
const isPainted = () => (CSS.highlights.get(name())?.size ?? 0) === 1 && line() !== 'rgb(0, 0, 0)';
const soon = (what: () => unknown) => vi.waitFor(() => expect(what()).toBe(true), 3_000);

beforeEach(async () => {
  here = controllerHere(PAGE);
  tagElsewhere(document.getElementById('tagged') as Element, QUOTE);
  await here.controller.refresh();
  await soon(isPainted);
});
afterEach(() => {
  here.end();
  document.adoptedStyleSheets = [];
});

test('after the page has emptied the registry', async () => {
  CSS.highlights.clear();
  await soon(isPainted);
});

test('after the page has set its list of style sheets anew', async () => {
  document.adoptedStyleSheets = [new CSSStyleSheet()];
  await soon(isPainted);
  expect(document.adoptedStyleSheets).toHaveLength(2);
});

test('in the colours of a ground that a class has made dark, and light again', async () => {
  const light = line();
  document.body.classList.add('dark');
  await soon(() => line() !== light);
  document.body.classList.remove('dark');
  await soon(() => line() === light);
});

test('a pointer that rests on a highlight is shown its tags, and no more when it has left', async () => {
  const tagged = document.getElementById('tagged') as Element;
  expect(document.querySelector('html > div[popover]')).toBeNull();
  await userEvent.hover(tagged, { position: { x: 30, y: 9 } });
  await soon(() => peekOf(here.state())?.statementId === 'statement');
  expect(document.querySelector('html > div[popover]')).not.toBeNull();
  expect(here.controller.isOn).toBe(false);
  await userEvent.hover(document.querySelector('p:not(#tagged)') as Element);
  await soon(() => peekOf(here.state()) === null);
  expect(document.querySelector('html > div[popover]')).toBeNull();
});

test('a click on a highlight opens its tags in tagging mode', async () => {
  await userEvent.click(document.getElementById('tagged') as Element, {
    position: { x: 30, y: 9 },
  });
  expect(here.controller.isOn).toBe(true);
  const { mode } = here.state();
  expect(mode.kind === 'tagging' && mode.hand).toMatchObject({
    chosen: { statementId: 'statement' },
  });
});

test('a click beside the highlights stays the page’s', async () => {
  await userEvent.click(document.querySelector('p:not(#tagged)') as Element);
  expect(here.controller.isOn).toBe(false);
});

test('what is folded around a passage opens when it is brought into sight', () => {
  document.body.innerHTML = `<details><summary>More</summary>
    <details><summary>Even more</summary><p id="deep">Words.</p></details></details>
    <details><summary><b id="title">A title</b></summary>Text</details>
    <div hidden="until-found"><p id="found">Words.</p></div>`;
  const heard: string[] = [];
  document.body.addEventListener('beforematch', () => heard.push('beforematch'), { once: true });
  for (const id of ['deep', 'title', 'found']) {
    const range = document.createRange();
    range.selectNodeContents(document.getElementById(id) as Element);
    reveal(range);
  }
  const open = [...document.querySelectorAll('details')].map((details) => details.open);
  expect(open).toEqual([true, true, false]);
  expect(document.querySelector('[hidden]')).toBeNull();
  expect(heard).toEqual(['beforematch']);
});
