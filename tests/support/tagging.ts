/** What nearly every test of tagging mode begins with: the demonstration article, opened in tagging mode. */
import type { Page } from '@playwright/test';
import { chosenText, startFromPopup, tagByKeys, tagging } from '../../scripts/ui.mjs';
import { type Bearing, expect } from './extension';

/** The path of the demonstration article on the fixtures' site. */
export const DEMO = '/articles/peer-support-demo';

export async function startTagging(bearing: Bearing, url: string): Promise<Page> {
  const page = await bearing.open(url);
  await page.bringToFront();
  await startFromPopup(await bearing.popup(page), page);
  return page;
}

/** Goes to the next citation statement. @returns its words */
export async function nextStatement(page: Page): Promise<string> {
  const before = await chosenText(page);
  await page.keyboard.press('j');
  await expect.poll(() => chosenText(page)).not.toBe(before);
  return chosenText(page);
}

/** Tags the nth citation statement of an article in a new tab, as supporting the influence of key 1. @returns the tab */
export async function tagOnce(bearing: Bearing, url: string, nth = 1): Promise<Page> {
  const page = await startTagging(bearing, url);
  for (let i = 0; i < nth; i++) await nextStatement(page);
  await tagByKeys(page, { stance: 'supporting', slot: 1 });
  await tagging.saved(page).waitFor();
  return page;
}

/** The toolbar is in the page: after it was thrown out or moved, keys without it do nothing. */
export async function toolbarIsBack(page: Page): Promise<void> {
  await expect
    .poll(() =>
      tagging
        .bar(page)
        .count()
        .catch(() => 0),
    )
    .toBe(1);
}

/** Clicks into the sentence that begins with these words. */
export async function clickSentence(page: Page, words: string): Promise<void> {
  const at = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const index = (node as Text).data.indexOf(wanted.slice(0, 20));
      if (index < 0) continue;
      const range = document.createRange();
      range.setStart(node, index + 2);
      range.setEnd(node, index + 3);
      range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    return null;
  }, words);
  if (!at) throw new Error(`The page does not show "${words}".`);
  await page.mouse.click(at.x, at.y);
}
