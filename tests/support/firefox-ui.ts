/**
 * Bearing's interface as a hand and an eye meet it, in Firefox: the counterpart of scripts/ui.mjs for
 * puppeteer's pages. What only evaluates (`painted`, `chosenText`) is shared with it.
 */
import type { Frame, Page } from 'puppeteer-core';
import { until } from '../../scripts/drive.mjs';
import { countsIn, MAP_ROWS, STANCE_KEYS } from '../../scripts/ui.mjs';
import type { FirefoxBearing } from './firefox';

type Stance = keyof typeof STANCE_KEYS;

/** Where the first enabled button with this name (its label or text) is on the screen. */
function placeOfButton(page: Page, name: RegExp): Promise<{ x: number; y: number } | undefined> {
  return page.evaluate(
    (source, flags) => {
      const button = [...document.querySelectorAll('button, [role="button"]')].find((one) => {
        const words = one.getAttribute('aria-label') ?? one.textContent ?? '';
        return new RegExp(source, flags).test(words.trim()) && !one.matches(':disabled');
      });
      if (!button) return undefined;
      button.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const { x, y, width, height } = button.getBoundingClientRect();
      return width > 0 ? { x: x + width / 2, y: y + height / 2 } : undefined;
    },
    name.source,
    name.flags,
  );
}

/** Clicks a button of one of our own pages once it is there and no longer moves. */
export async function press(page: Page, name: RegExp): Promise<void> {
  let last = '';
  const place = await until(`the button ${name}`, async () => {
    const now = await placeOfButton(page, name);
    const same = JSON.stringify(now) === last;
    last = JSON.stringify(now);
    return same ? now : undefined;
  });
  await page.mouse.click(place.x, place.y);
}

/** Runs `work` in the toolbar's frame of a page; undefined while there is none. */
async function inBar<T>(page: Page, work: (frame: Frame) => Promise<T>): Promise<T | undefined> {
  for (const frame of page.frames()) {
    // The driver does not hear where a page of the extension is: the frame is asked. It may go meanwhile.
    const at = await frame.evaluate(() => location.href).catch(() => '');
    if (at.includes('/bar.html')) return work(frame).catch(() => undefined);
  }
  return undefined;
}

/** True while our interface in the page has something that matches. */
export async function shows(page: Page, selector: string): Promise<boolean> {
  const found = await inBar(page, (frame) =>
    frame.evaluate((wanted) => Boolean(document.querySelector(wanted)), selector),
  );
  return found ?? false;
}

/** Waits until our interface in the page has something that matches. */
export async function untilShown(page: Page, selector: string): Promise<void> {
  await until(`${selector} in ${page.url()}`, async () =>
    (await shows(page, selector)) ? true : undefined,
  );
}

/** What a field of our interface in the page holds; undefined while there is no such field. */
export function heldBy(page: Page, selector: string): Promise<string | undefined> {
  return inBar(page, (frame) =>
    frame.evaluate(
      (wanted) => document.querySelector<HTMLInputElement>(wanted)?.value ?? undefined,
      selector,
    ),
  );
}

/** Waits until keys reach our interface in the page by themselves, without being passed on. */
export async function untilKeyboardIn(page: Page): Promise<void> {
  await until(`the keyboard in the toolbar of ${page.url()}`, async () =>
    (await inBar(page, (frame) => frame.evaluate(() => document.hasFocus()))) ? true : undefined,
  );
}

/** The texts of all parts of our interface in the page that match, white space collapsed. */
export async function textsIn(page: Page, selector: string): Promise<string[]> {
  const texts = await inBar(page, (frame) =>
    frame.evaluate(
      (wanted) =>
        [...document.querySelectorAll(wanted)].map((part) =>
          (part.textContent ?? '').replace(/\s+/g, ' ').trim(),
        ),
      selector,
    ),
  );
  return texts ?? [];
}

/** Starts tagging mode as a reader does: "Tag this page" in the popup. */
export async function startTagging(bearing: FirefoxBearing, page: Page): Promise<void> {
  const popup = await bearing.popup(page);
  await press(popup, /^Tag (this page|it anyway)/);
  await untilShown(page, '[aria-label="Tagging mode"]');
  // The popup closes itself; in a tab that no script opened it may stay.
  await popup.close().catch(() => {});
  await page.bringToFront();
}

/** `j` until the toolbar is beside the next statement that cites something. */
export async function chooseNext(page: Page): Promise<void> {
  await page.keyboard.press('j');
  await untilShown(page, '[role="toolbar"]');
}

/**
 * Gives the chosen statement one more tag by keys: the stance's letter, then the influence by type-ahead
 * (`/`, letters, Enter) or by its number. Waits until the tag counts as saved.
 */
export async function tagByKeys(
  page: Page,
  { stance, find, slot }: { stance: Stance; find?: string; slot?: number },
): Promise<void> {
  const before = await tagsOnPage(page);
  await page.keyboard.press(STANCE_KEYS[stance] as 's');
  if (slot !== undefined) await page.keyboard.press(String(slot) as '1');
  else {
    await page.keyboard.press('/');
    await untilShown(page, '[role="combobox"]');
    await page.keyboard.type(find ?? '');
    await untilShown(page, '[role="option"]');
    await page.keyboard.press('Enter');
  }
  await until('the tag to be saved', async () =>
    (await tagsOnPage(page))[stance] > before[stance] ? true : undefined,
  );
}

/** How many tags this page has, as tagging mode's line counts them: saved ones only. */
export async function tagsOnPage(page: Page): Promise<Record<Stance, number>> {
  const titles = await inBar(page, (frame) =>
    frame.evaluate(() =>
      [...document.querySelectorAll('[aria-label="Tagging mode"] [title]')].map(
        (part) => part.getAttribute('title') ?? '',
      ),
    ),
  );
  return countsIn(titles ?? []);
}

/** The popup's map: one line for each influence, as a screen reader hears it. */
export function mapInWords(popup: Page): Promise<string[]> {
  return popup.evaluate(
    (rows) =>
      [...document.querySelectorAll(rows)].map((link) => link.getAttribute('aria-label') ?? ''),
    MAP_ROWS,
  );
}
