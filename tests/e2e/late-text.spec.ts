/** Text that comes late or is in web components: tagged without leaving tagging mode, and highlighted when it is back. */
import type { Page } from '@playwright/test';
import { startFromPopup, tagByKeys } from '../../scripts/ui.mjs';
import { expect, test } from '../support/extension';
import { storedTags } from '../support/stored';
import { nextStatement } from '../support/tagging';

const PAPER = 'http://late.example/paper';
const FIRST = 'Training was associated with uptake of the new role in both regions [1].';
const APPENDED = 'Supervision kept the nurses in their posts for longer than pay did [2].';
const OPENED = 'Managers who had held the role themselves supported it more often [1].';
const NESTED = 'Stigma among colleagues delayed the hiring of peers by several months [2].';
const SELECTED = 'Written descriptions of the role settled most of these disputes';
const section = (title: string, text: string) =>
  `<section><h2>${title}</h2><p>${text.replace(/\[(\d)\]/g, '<a href="#r$1">[$1]</a>')} It was reported in all of the interviews that were held.</p></section>`;

/** A component within a component, each filled a moment after it is there, and a part that a button appends. */
const SCRIPT = `
  const fill = (host, html) => { const root = host.attachShadow({ mode: 'open' }); setTimeout(() => { root.innerHTML = html; }, 50); return root; };
  customElements.define('paper-inner', class extends HTMLElement { connectedCallback() {
    fill(this, ${JSON.stringify(section('Discussion', `${NESTED} ${SELECTED} in the second year.`))}); } });
  customElements.define('paper-outer', class extends HTMLElement { connectedCallback() {
    fill(this, '<paper-inner></paper-inner>'); } });
  document.querySelector('#more').addEventListener('click', () => setTimeout(() => {
    document.querySelector('#late').innerHTML = ${JSON.stringify(section('Results', APPENDED))};
    document.querySelector('#late').insertAdjacentHTML('afterend', '<paper-outer></paper-outer>');
  }, 50));
  document.querySelector('#tab').addEventListener('click', () => { document.querySelector('#panel').hidden = false; });
`;

const BODY = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Roles of peers</title>
<meta name="citation_title" content="Roles of peers in two regions"><meta name="citation_doi" content="10.5555/late.1">
<meta name="citation_author" content="Lindqvist, Ada"><link rel="icon" href="data:,">
<style>section { margin-bottom: 500px } paper-outer, paper-inner { display: block }</style>
<article><h1>Roles of peers in two regions</h1>${section('Background', FIRST)}
<button id="more">Show more</button> <button id="tab">Methods</button>
<div id="panel" hidden>${section('Methods', OPENED)}</div><div id="late"></div>
<h2>References</h2><ol><li id="r1">Abara O, Weber K. Training for new roles. J Made Up Res. 2012;3(1):11-19.</li>
<li id="r2">Moreau T, Tanaka S. Keeping nurses in post. J Made Up Res. 2014;5(2):21-29.</li>
<li id="r3">Iversen L, Okafor N. Roles and their names. J Made Up Res. 2015;6(2):31-39.</li>
<li id="r4">Duarte P. What peers are paid. J Made Up Res. 2016;7(1):41-49.</li></ol></article><script>${SCRIPT}</script>`;

/** The middle of some words on the page, or their two ends, in whatever tree they are. */
function placeNow(page: Page, words: string) {
  return page.evaluate((wanted) => {
    const trees: (Document | ShadowRoot)[] = [document];
    for (const tree of trees) {
      for (const element of tree.querySelectorAll('*'))
        if (element.shadowRoot) trees.push(element.shadowRoot);
      const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text) {
        const at = node.data.indexOf(wanted);
        if (at < 0) continue;
        node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const { left, right, top, height } = range.getBoundingClientRect();
        // The page's script has the words too.
        if (height > 0) return { left, right, y: top + height / 2 };
      }
    }
    throw new Error(`not shown: ${wanted}`);
  }, words);
}

/** The same once the page has come to rest: a walk scrolls smoothly. */
async function placeOf(page: Page, words: string) {
  let last = await placeNow(page, words);
  await expect
    .poll(async () => {
      const [before, now] = [last, await placeNow(page, words)];
      last = now;
      return now.y === before.y && now.left === before.left;
    })
    .toBe(true);
  return last;
}

/** The quotes that are painted, wherever. */
const paintedQuotes = (page: Page) =>
  page.evaluate(() => {
    const quotes = [...CSS.highlights.values()].flatMap((one) => [...one].map(String));
    return [...new Set(quotes)].sort();
  });

test('late sections and web components are walked, clicked, selected and tagged, and highlighted again', async ({
  bearing,
}) => {
  await bearing.context.route(PAPER, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: BODY }),
  );
  const page = await bearing.open(PAPER);
  await startFromPopup(await bearing.popup(page), page);
  const tag = () => tagByKeys(page, { stance: 'supporting', slot: 1 });
  const saved = async () => (await storedTags(bearing)).map(({ quote }) => quote);

  expect(await nextStatement(page)).toBe(FIRST);
  await tag();
  await page.locator('#tab').click();
  expect(await nextStatement(page)).toBe(OPENED);
  await tag();
  await page.locator('#more').click();
  await expect(page.getByText(NESTED)).toBeAttached();
  expect(await nextStatement(page)).toBe(APPENDED);
  await tag();
  expect(await nextStatement(page)).toBe(NESTED);
  await tag();

  // By a drag within the inner tree, then by a click on the same sentence.
  const { left, right, y } = await placeOf(page, SELECTED);
  await page.mouse.move(left + 1, y);
  await page.mouse.down();
  await page.mouse.move(right - 1, y, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => paintedQuotes(page)).toContain(SELECTED);
  await tag();
  await expect.poll(saved).toEqual([FIRST, OPENED, APPENDED, NESTED, SELECTED]);
  await page.keyboard.press('Escape');
  const other = await placeOf(page, 'It was reported in all of the interviews');
  await page.mouse.click((other.left + other.right) / 2, other.y);
  await expect
    .poll(() => paintedQuotes(page))
    .toContain('It was reported in all of the interviews that were held.');

  // After a reload each is highlighted as soon as it is there.
  await page.reload();
  await expect.poll(() => paintedQuotes(page)).toEqual([FIRST, OPENED].sort());
  await page.locator('#more').click();
  await expect
    .poll(() => paintedQuotes(page))
    .toEqual([FIRST, OPENED, APPENDED, NESTED, SELECTED].sort());
  const statements = await bearing.records('statements');
  expect(statements.map(({ section: where }) => (where as { title: string }).title)).toEqual(
    expect.arrayContaining(['Background', 'Methods', 'Results', 'Discussion']),
  );
});
