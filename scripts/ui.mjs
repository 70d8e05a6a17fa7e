/**
 * Bearing's interface as a hand and an eye meet it: by roles, names and keys. The walk-through of
 * `npm start` and the end-to-end tests both go through here, so a changed word is changed once.
 */
import { until } from './drive.mjs';

export const STANCE_KEYS = { supporting: 's', contrasting: 'c', mentioning: 'm' };
export const STANCE_SHAPES = { supporting: '▲', contrasting: '▼', mentioning: '●' };

/** The line under each stance (lib/paint/styles.ts; a unit test holds the two together). Names tell nothing. */
export const STANCE_LINES = {
  supporting: 'underline solid',
  contrasting: 'underline wavy',
  mentioning: 'underline dashed',
};

/** How the chosen statement is painted. */
export const CHOSEN_LOOK = 'tint alone';

/** Run in a page: the names of its highlights by how they look. One without text looks as the whole page would. */
export function namesByLook() {
  const lookOf = ([name, highlight]) => {
    const at = [...highlight][0]?.startContainer;
    const element = (at?.nodeType === Node.TEXT_NODE ? at.parentNode : at) ?? document.body;
    const style = getComputedStyle(element, `::highlight(${name})`);
    if (style.textDecorationLine !== 'none')
      return `${style.textDecorationLine} ${style.textDecorationStyle}`;
    return style.backgroundColor === 'rgba(0, 0, 0, 0)' ? 'nothing' : 'tint alone';
  };
  return Object.fromEntries([...CSS.highlights].map((entry) => [lookOf(entry), entry[0]]));
}

/** The name under which a document paints what looks so; "" while there is none. */
export async function layerOf(page, look) {
  return (await page.evaluate(namesByLook))[look] ?? '';
}

/**
 * Tagging mode's toolbar is a page of the extension in a frame that the page itself cannot reach. A page without
 * one gives a locator that finds nothing, so that waiting for it to go is waiting for nothing.
 */
export const barOf = (page) => page.frames().find((frame) => frame.url().includes('/bar.html'));
const ours = (page) => barOf(page)?.locator('.app') ?? page.locator('bearing-has-no-toolbar');

/** Waits for the toolbar's frame. */
export const untilBar = (page) => until('the toolbar', async () => barOf(page));

/** Tagging mode's parts in a page. */
export const tagging = {
  app: ours,
  bar: (page) => ours(page).getByRole('region', { name: 'Tagging mode' }),
  toolbar: (page) => ours(page).getByRole('toolbar', { name: 'Tag this statement' }),
  field: (page) => ours(page).getByRole('combobox', { name: 'Find an influence' }),
  options: (page) => ours(page).getByRole('option'),
  saved: (page) => ours(page).locator('.toast[data-kind="saved"]'),
  keys: (page) => ours(page).getByRole('dialog', { name: 'Keys of tagging mode' }),
  meanings: (page) => ours(page).getByRole('dialog', { name: 'What these mean' }),
  problem: (page) => ours(page).locator('.card.problem'),
  unsaved: (page) => ours(page).locator('.card.unsaved'),
  /** The question about a draft of a paper that the page no longer shows. */
  asked: (page) => ours(page).getByRole('region', { name: 'Draft of an earlier paper' }),
  /** What is not filed yet because the page is between two papers. */
  waiting: (page) => ours(page).locator('.card.waiting'),
};

/** Presses "Tag this page" in an open popup, which closes, and waits for tagging mode in the page. */
export async function startFromPopup(popup, page) {
  // The popup closes itself under the click: an answer to the click may never come.
  await popup
    .getByRole('button', { name: /^Tag (this page|it anyway)/ })
    .click()
    .catch(async (error) => {
      if (popup.isClosed()) return;
      // What it shows instead tells why, and no picture is taken of it.
      const shown = await popup.locator('body').innerText();
      throw new Error(`${error.message}\nThe popup shows: ${shown}`, { cause: error });
    });
  // The popup goes by itself when its request has been answered; taking the focus from it earlier would
  // close it, and with it a request that a waking worker has not yet heard.
  await untilBar(page);
  await tagging.bar(page).waitFor();
  await page.bringToFront();
}

/**
 * Where a text stands on the screen: points just inside its first and last letter, after scrolling it
 * to the middle; only where it is not in sight, if `readingOn`. White space is compared collapsed; the text may cross
 * elements.
 */
function placeOf(page, text, readingOn) {
  return page.evaluate(
    async ([wanted, readingOn]) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const at = [];
      let flat = '';
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        // Past what a form's controls may be named.
        const within = parent && Element.prototype.closest.bind(parent);
        if (!within || within('script, style, noscript, template')) continue;
        for (let i = 0; i < node.data.length; i += 1) {
          const blank = /\s/.test(node.data[i]);
          if (blank && flat.endsWith(' ')) continue;
          flat += blank ? ' ' : node.data[i];
          at.push([node, i]);
        }
      }
      const start = flat.indexOf(wanted.replace(/\s+/g, ' ').trim());
      if (start < 0) return null;
      const [firstNode, first] = at[start];
      const [lastNode, last] = at[start + wanted.replace(/\s+/g, ' ').trim().length - 1];
      const range = document.createRange();
      range.setStart(firstNode, first);
      range.setEnd(lastNode, last + 1);
      const middle = range.getBoundingClientRect();
      // A reader scrolls before a line is at the very edge.
      const inSight = middle.top > 80 && middle.top < innerHeight - 200;
      if (!readingOn || !inSight)
        window.scrollBy({
          top: middle.top + middle.height / 2 - innerHeight / 2,
          behavior: 'instant',
        });
      // The toolbar follows the scrolling a frame or two later; only then is it known what it covers.
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      const letter = (node, offset) => {
        const one = document.createRange();
        one.setStart(node, offset);
        one.setEnd(node, offset + 1);
        return one.getBoundingClientRect();
      };
      const head = letter(firstNode, first);
      const tail = letter(lastNode, last);
      const from = { x: head.left + 1, y: head.top + head.height / 2 };
      const to = { x: tail.right - 0.5, y: tail.top + tail.height / 2 };
      // Our element is the only popover that is a plain `div` right in the root element.
      const covered = [from, to].some(({ x, y }) =>
        document.elementFromPoint(x, y)?.matches('html > div[popover="manual"]'),
      );
      return { from, to, covered };
    },
    [text, readingOn],
  );
}

/**
 * Selects `text` by dragging the mouse over it.
 * @param {{readingOn?: boolean}} [how] `readingOn`: as who reads on after a tag, with nothing put away first
 * @throws when the page does not show it; with `readingOn` also when something of ours covers it
 */
export async function selectByMouse(page, text, { readingOn = false } = {}) {
  let place = await placeOf(page, text, readingOn);
  if (place?.covered && readingOn) throw new Error(`Something lies over "${text}".`);
  if (place?.covered) {
    // The toolbar of the statement before stands over the text: put it away, as a reader would.
    await page.keyboard.press('Escape');
    await tagging.toolbar(page).waitFor({ state: 'hidden' });
    place = await placeOf(page, text);
  }
  if (!place) throw new Error(`The page does not show "${text}".`);
  await page.mouse.move(place.from.x, place.from.y);
  await page.mouse.down();
  await page.mouse.move((place.from.x + place.to.x) / 2, place.from.y, { steps: 3 });
  await page.mouse.move(place.to.x, place.to.y, { steps: 5 });
  await page.mouse.up();
  await untilChosen(page, text);
}

/** Waits until tagging mode has taken the selected text as the statement that keys act on. */
async function untilChosen(page, text) {
  const wanted = flat(text);
  let chosen = '';
  await until(`"${wanted}" to be chosen`, async () => {
    chosen = await chosenText(page);
    return chosen === wanted ? true : undefined;
  }).catch((error) => {
    throw new Error(`${error.message} Chosen is "${chosen}".`);
  });
  await tagging.toolbar(page).waitFor();
}

const flat = (text) => text.replace(/\s+/g, ' ').trim();

/** The statement that tagging mode's keys act on now; "" when none is chosen. */
export async function chosenText(page) {
  const text = await page.evaluate(
    (name) => [...(CSS.highlights.get(name) ?? [])].map(String).join(' '),
    await layerOf(page, CHOSEN_LOOK),
  );
  return flat(text);
}

/**
 * Gives the chosen statement one more tag by keys: the stance's letter, then the influence by type-ahead
 * (`/`, letters, Enter) or by its number. Waits until Bearing says that it is saved.
 * @param {{stance: 'supporting' | 'contrasting' | 'mentioning', find?: string, slot?: number}} tag
 */
export async function tagByKeys(page, { stance, find, slot }) {
  const before = await tagsOnPage(page);
  await page.keyboard.press(STANCE_KEYS[stance]);
  if (slot !== undefined) await page.keyboard.press(String(slot));
  else {
    await page.keyboard.press('/');
    await tagging.field(page).pressSequentially(find ?? '');
    await tagging.options(page).first().waitFor();
    await page.keyboard.press('Enter');
  }
  await untilSaved(page, stance, before);
}

/** Clicks a part of the toolbar, once its card has been in its place long enough for clicks to count. */
export async function clickOnBar(part) {
  await part.locator('xpath=ancestor::*[@data-armed]').first().waitFor();
  await part.click();
}

/** Tags what is selected with the mouse: the stance's button, then the influence's. */
export async function tagByMouse(page, { stance, influence }) {
  const before = await tagsOnPage(page);
  const toolbar = tagging.toolbar(page);
  await clickOnBar(toolbar.getByRole('button', { name: new RegExp(`^${stance}`) }));
  await clickOnBar(
    toolbar
      .getByRole('group', { name: 'Influence' })
      .getByRole('button', { name: new RegExp(influence) }),
  );
  await untilSaved(page, stance, before);
}

/** How many tags this page has, as tagging mode's line counts them: saved ones only. */
export async function tagsOnPage(page) {
  return countsIn(
    await tagging
      .bar(page)
      .locator('[title]')
      .evaluateAll((parts) => parts.map((part) => part.getAttribute('title') ?? '')),
  );
}

/** The counts by stance out of the titles of tagging mode's line ("2 supporting"). */
export function countsIn(titles) {
  const count = (stance) =>
    Number(
      titles.map((title) => /^(\d+) (\w+)$/.exec(title)).find((m) => m?.[2] === stance)?.[1] ?? 0,
    );
  return {
    supporting: count('supporting'),
    contrasting: count('contrasting'),
    mentioning: count('mentioning'),
  };
}

/** One more tag of the stance is counted, and "Saved" is said: the transaction has committed. */
async function untilSaved(page, stance, before) {
  await until('the tag to be saved', async () =>
    (await tagsOnPage(page))[stance] > before[stance] ? true : undefined,
  );
  await tagging.saved(page).waitFor();
}

/** The quotes painted as tags on the page, by stance, in document order. */
export async function painted(page) {
  const names = await page.evaluate(namesByLook);
  const named = Object.entries(STANCE_LINES).map(([stance, line]) => [stance, names[line] ?? '']);
  return page.evaluate((names) => {
    const quotes = (name) =>
      [...(CSS.highlights.get(name) ?? [])]
        .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
        .map((range) => String(range).replace(/\s+/g, ' ').trim());
    return Object.fromEntries(
      Object.entries(names).map(([stance, name]) => [stance, quotes(name)]),
    );
  }, Object.fromEntries(named));
}

export async function paintedCount(page) {
  return Object.values(await painted(page)).reduce((sum, list) => sum + list.length, 0);
}

/** The popup's map: one link for each influence. */
export const MAP_ROWS = '[aria-labelledby=map-title] [aria-label^="Influences "] a[href]';

/** The popup's map: one line for each influence, as a screen reader hears it. */
export async function mapInWords(popup) {
  const rows = popup.locator(MAP_ROWS);
  await rows.first().waitFor();
  return rows.evaluateAll((links) => links.map((link) => link.getAttribute('aria-label') ?? ''));
}

/** What the popup says about the page behind it: its heading, then the rest as one line. */
export async function paperInWords(popup) {
  const section = popup.getByRole('region', { name: 'This page' });
  const heading = section.getByRole('heading').first();
  await heading.waitFor();
  const title = flat(await heading.innerText());
  const rest = flat(await section.innerText())
    .replace(title, '')
    .trim();
  return [title, rest];
}

/** The paper that the popup shows: its title, then a line for authors, year and journal, and one for the identifier. */
export async function citationInWords(popup) {
  const heading = popup.getByRole('region', { name: 'This page' }).getByRole('heading').first();
  await heading.waitFor();
  const lines = await heading.locator('xpath=self::* | ../p').evaluateAll((parts) =>
    parts.map((part) => {
      // What is pressed rather than read is in the last line as well.
      const read = [...part.childNodes].filter((node) => !node.querySelector?.('button'));
      return read.map((node) => node.textContent).join(' ');
    }),
  );
  return lines.map(flat);
}

/** Chooses an entry of the popup's export menu. */
export async function exportFromPopup(popup, entry) {
  await popup.locator('#export-menu').click();
  await popup.getByRole('menuitem', { name: entry }).click();
}

/**
 * Restores a backup in the workspace's Exchange room, as this reader's own where that is asked, and waits until the room
 * reports what came in, or that nothing in it is new. Benches drive older commits with it, whose room imported at once.
 * @param {string | {name: string, mimeType: string, buffer: Buffer}} file
 */
export async function importBackup(workspace, file, limit = 20_000) {
  await workspace.getByLabel('Files to import').setInputFiles(file);
  const take = workspace.getByRole('button', { name: /^(These tags are mine|Import)$/ });
  const known = workspace.getByText('Nothing in this file is new here.');
  const imported = workspace
    .getByRole('heading', { name: 'Imported' })
    .or(workspace.getByRole('status').filter({ hasText: /\d+ added/ }));
  await take.or(known).or(imported).first().waitFor({ timeout: limit });
  if (!(await take.isVisible())) return;
  await take.click();
  await imported.waitFor({ timeout: limit });
}

/** The statements that the side panel has on the screen. */
export const panelRows = (panel) => panel.locator('[data-quote]');
