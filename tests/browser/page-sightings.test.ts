/** Once it has rested, a page reports how it has its tagged quotes: once, and again when that has changed. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { controllerHere, type Here } from '../support/controller-here';
import { background, tagElsewhere } from '../support/fake-background';

vi.mock('wxt/browser', async () => (await import('../support/fake-background')).fakeBrowser());

const QUOTE =
  'Regular supervision by an experienced peer was associated with staying in the post for two years.';
const PAGE = `<article><h1>A study of peer workers</h1><p id="tagged">${QUOTE}</p>
<p>Training of peer workers was short and of little use to them.</p></article>`;
const WAIT = { timeout: 8_000 };

let here: Here;
const words = (text: string) => {
  const passage = document.getElementById('tagged');
  if (passage) passage.textContent = text;
};
const outcome = () => background.seen?.seen;
const reports = () => background.asked.filter((one) => one === 'statements/seen').length;

beforeEach(async () => {
  here = controllerHere(PAGE);
  tagElsewhere(document.getElementById('tagged') as Element, QUOTE);
  await here.controller.refresh();
});
afterEach(() => here.end());

test('a quote that is there, then with a negation, then gone, and there again', async () => {
  const become = (what: string) =>
    expect.poll(outcome, WAIT).toEqual([{ statementId: 'statement', outcome: what }]);
  await become('found');
  expect(background.seen?.address).toBe(location.href);
  words(QUOTE.replace('was associated', 'was not associated'));
  await become('changed');
  words('Nothing of it is left here.');
  await become('lost');
  words(QUOTE);
  await become('found');
  expect(reports()).toBe(4);
  // It is searched again, and has nothing new to report before it loses the quote once more.
  await here.controller.refresh();
  words('Nothing of it is left here.');
  await become('lost');
  expect(reports()).toBe(5);
}, 40_000);

test('a quote that was tagged on another page is not this page’s to miss', async () => {
  const [tag] = background.tags;
  const [target] = tag?.statement.targets ?? [];
  if (!tag || !target) throw new Error('There is no tag.');
  const elsewhere = { ...target, url: 'https://other.example/full-text' };
  const other = { ...tag.statement, id: 'other', targets: [elsewhere] };
  const second = { tag: { ...tag.tag, id: 'tag 2', statementId: 'other' }, statement: other };
  background.tags = [tag, second];
  await here.controller.refresh();
  await expect.poll(outcome, WAIT).toEqual([{ statementId: 'statement', outcome: 'found' }]);
}, 20_000);
