/** What keys act on is one thing at a time: a new tag, a saved one, one that is being moved, or a draft of an earlier paper. */
import type { Page } from '@playwright/test';
import { clickOnBar, tagByKeys, tagging } from '../../scripts/ui.mjs';
import { expect, test } from '../support/extension';
import { storedTags } from '../support/stored';
import { DEMO, nextStatement, startTagging } from '../support/tagging';

declare const go: (record: number) => void;

const note = (page: Page) => tagging.app(page).getByRole('textbox', { name: 'Note' });

test('a note that is opened while a tag is being moved puts the tag down, and is typed for a new one', async ({
  bearing,
  site,
}) => {
  const page = await startTagging(bearing, site.url + DEMO);
  await nextStatement(page);
  await tagByKeys(page, { stance: 'supporting', slot: 1 });
  await tagging.saved(page).waitFor();
  await page.keyboard.press('x');
  await expect(tagging.toolbar(page)).toContainText('Moving');
  await page.keyboard.press('n');
  await note(page).pressSequentially('for the next one');
  await page.keyboard.press('Enter');
  await expect(tagging.toolbar(page)).not.toContainText('Moving');
  await tagByKeys(page, { stance: 'contrasting', slot: 2 });
  await expect
    .poll(async () => (await storedTags(bearing)).map((tag) => [tag.stance, tag.note]))
    .toEqual([
      ['supporting', ''],
      ['contrasting', 'for the next one'],
    ]);
});

test('what is half typed for a saved tag stays with it, and is in no other', async ({
  bearing,
  site,
}) => {
  const page = await startTagging(bearing, site.url + DEMO);
  await nextStatement(page);
  await tagByKeys(page, { stance: 'supporting', slot: 1 });
  await tagging.saved(page).waitFor();
  await page.keyboard.press('n');
  await note(page).pressSequentially('half a thought');
  await page.keyboard.press('Escape');
  await expect(note(page)).toBeHidden();
  await tagByKeys(page, { stance: 'contrasting', slot: 2 });
  await expect
    .poll(async () => (await storedTags(bearing)).map((tag) => [tag.stance, tag.note]))
    .toEqual([
      ['supporting', ''],
      ['contrasting', ''],
    ]);
  const here = tagging.toolbar(page).getByRole('list', { name: 'Tags on this statement' });
  const chip = here.getByRole('button', { name: /^supporting/ });
  await clickOnBar(chip);
  // A click counts once the script has looked at what lies over it.
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('n');
  await expect(note(page)).toHaveValue('half a thought');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await storedTags(bearing)).map((tag) => tag.note))
    .toEqual(['half a thought', '']);
});

test('a draft of an earlier paper is finished from the question that outlived tagging mode', async ({
  bearing,
  site,
}) => {
  const page = await startTagging(bearing, `${site.url}/spa/record/1?delay=100&meta=1`);
  await nextStatement(page);
  await page.keyboard.press('s');
  await page.evaluate(() => go(2));
  await tagging.asked(page).waitFor();
  await page.keyboard.press('Escape');
  await expect(tagging.bar(page)).toBeHidden();
  await clickOnBar(tagging.asked(page).getByRole('button', { name: /^Finish/ }));
  await expect(tagging.toolbar(page)).toBeVisible();
  await page.keyboard.press('1');
  await expect
    .poll(async () => (await storedTags(bearing)).map((tag) => tag.stance))
    .toEqual(['supporting']);
});
