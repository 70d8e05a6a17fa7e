/** Choosing a passage: by dragging, by a click, where the page interferes, and where it is hardly a statement. */
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { focusBeside } from '../../entrypoints/tagging.content/input/tab-order';
import { chosenOf, panelOf } from '../../entrypoints/tagging.content/mode/state';
import { controllerHere, type Here } from '../support/controller-here';
import { background, tagElsewhere } from '../support/fake-background';

vi.mock('wxt/browser', async () => (await import('../support/fake-background')).fakeBrowser());

const QUOTE = 'Supervision kept most workers in their posts for longer than pay did.';
const REFERENCES = `<h2>References</h2><ol>${[1, 2, 3, 4]
  .map(
    (n) =>
      `<li id="r${n}">Author A. Peer workers and supervision, part ${n}. J Peers. 201${n};${n}:1-9.</li>`,
  )
  .join('')}</ol>`;
const article = (paragraphs: string) =>
  `<article style="font: 16px/2 monospace"><h1>A study of peer workers</h1><h2>Results</h2>${paragraphs}</article>`;
const cited = (n: number) =>
  `<p>Training of peer workers did not change how many of them left <a href="#r${n}">[${n}]</a>.</p>`;

let here: Here;
const life = new AbortController();

async function open(html: string): Promise<void> {
  here = controllerHere(html);
  here.controller.start();
  await here.barIsThere();
}
afterEach(() => here.end());

const chosen = () => chosenOf(here.state())?.quote;
const untilChosen = (quote: string) => vi.waitFor(() => expect(chosen()).toBe(quote), 3_000);
const first = () => document.querySelector('p') as HTMLElement;

/** Where a word of the first paragraph is, in that paragraph. */
function placeOf(word: string, edge: 'start' | 'end') {
  const text = first().firstChild as Text;
  const range = document.createRange();
  const at = text.data.indexOf(word);
  range.setStart(text, at);
  range.setEnd(text, at + word.length);
  const box = range.getBoundingClientRect();
  const around = first().getBoundingClientRect();
  const x = edge === 'start' ? box.left + 1 : box.right - 1;
  return { x: x - around.left, y: box.top + box.height / 2 - around.top };
}
const drag = (from: string, to: string) =>
  userEvent.dragAndDrop(first(), first(), {
    sourcePosition: placeOf(from, 'start'),
    targetPosition: placeOf(to, 'end'),
  });

test('a drag inside of what has just been tagged chooses a part of it', async () => {
  await open(article(`<p>${QUOTE}</p>`));
  tagElsewhere(first(), QUOTE);
  await here.controller.refresh();
  await vi.waitFor(() => expect(here.found()).toEqual([QUOTE]));
  await drag('Supervision', 'did.');
  await untilChosen(QUOTE);
  expect(String(getSelection())).toBe(QUOTE);
  await drag('workers', 'posts');
  await untilChosen('workers in their posts');
});

test('a page that takes the selection away after the mouse was let go of', async () => {
  await open(article(`<p>${QUOTE}</p>`));
  document.addEventListener(
    'mouseup',
    () => setTimeout(() => getSelection()?.removeAllRanges(), 10),
    { signal: life.signal },
  );
  await drag('kept', 'workers');
  await untilChosen('kept most workers');
  expect(String(getSelection())).toBe('');
  life.abort();
});

test.each([
  ['Chinese', '我们访谈了二十名工作者。', '督导是他们留任的主要原因。', '培训没有改变离职率。'],
  ['Japanese', '二十人に面接した。', '監督が離職を防ぐ主な理由であった。', '給与は低かった。'],
])('a click chooses a sentence in %s without a citation', async (_, before, wanted, after) => {
  await open(article(`<p>${before}${wanted}${after}</p>${cited(1)}`));
  await userEvent.click(first(), { position: placeOf(wanted.slice(2, 3), 'start') });
  await untilChosen(wanted);
});

test.each<[string, string, string]>([
  ['an entry of the reference list', '#r2', 'reference'],
  ['a notice about access', '#access', 'access'],
  ['a passage of 3,000 letters', '#long', 'long'],
])('%s is asked about once, before it is saved', async (_, selector, why) => {
  await open(
    article(
      `${[1, 2, 3, 4].map(cited).join('')}<p id="access">Log in to check access to this article.</p>
       <p id="long">${'Peers were asked what they thought of it. '.repeat(80)}</p>${REFERENCES}`,
    ),
  );
  await here.textIsRead();
  getSelection()?.selectAllChildren(document.querySelector(selector) as Element);
  await vi.waitFor(() => expect(chosen()).toBeDefined());
  const { session } = here;
  session.influence({
    codebookId: 'book',
    influenceId: 'one',
    codebook: { version: '1' },
  } as never);
  session.stance('supporting');
  expect(panelOf(here.state())).toEqual({ kind: 'doubt', why });
  expect(background.asked).not.toContain('tags/save');
  session.confirm();
  await vi.waitFor(() => expect(background.asked).toContain('tags/save'));
  expect(panelOf(here.state()).kind).toBe('none');
});

test('an ordinary statement is not asked about', async () => {
  await open(article(`<p>${QUOTE}</p>${cited(1)}`));
  await userEvent.click(first(), { position: placeOf('kept', 'start') });
  await untilChosen(QUOTE);
  const { session } = here;
  session.influence({
    codebookId: 'book',
    influenceId: 'one',
    codebook: { version: '1' },
  } as never);
  session.stance('supporting');
  await vi.waitFor(() => expect(background.asked).toContain('tags/save'));
});

test('a frame of another origin is said to be out of reach, once', async () => {
  await open(
    `${article(`<p>${QUOTE}</p>`)}<iframe sandbox srcdoc="<p>An article</p>" width="400" height="300"></iframe>`,
  );
  await userEvent.click(document.querySelector('iframe[sandbox]') as Element);
  await vi.waitFor(() => expect(here.state().problem).toContain('comes from another site'));
});

test('the Tab key goes on beside the passage', async () => {
  await open(article(`<p><a href="#a">before</a> <b>words</b> <a href="#b">after</a></p>`));
  const range = document.createRange();
  range.selectNodeContents(document.querySelector('b') as Element);
  focusBeside(range, false);
  expect(document.activeElement?.textContent).toBe('after');
  focusBeside(range, true);
  expect(document.activeElement?.textContent).toBe('before');
});

test('a page that comes back from the cache shows what was tagged meanwhile', async () => {
  await open(article(`<p>${QUOTE}</p>`));
  here.controller.stop();
  tagElsewhere(first(), QUOTE);
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  await vi.waitFor(() => expect(here.found()).toEqual([QUOTE]), 3_000);
});
