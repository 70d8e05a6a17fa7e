/** "Not this paper?": a correction that would join two papers is announced first, and can be taken back. */
import { expectAccessible } from '../support/axe';
import { type Bearing, expect, test } from '../support/extension';
import { storedTags } from '../support/stored';
import { DEMO, tagOnce } from '../support/tagging';

const OTHER = '/articles/supervision-demo';

const doisOfTags = async (bearing: Bearing) =>
  (await storedTags(bearing)).map(({ doi }) => doi ?? 'none').sort();

test('a DOI that is another stored paper’s joins the two after a sentence, and undo parts them again', async ({
  bearing,
  site,
}) => {
  const other = await tagOnce(bearing, site.url + OTHER);
  const [theirs = ''] = await doisOfTags(bearing);
  await other.close();
  const page = await tagOnce(bearing, site.url + DEMO);
  const before = await doisOfTags(bearing);
  expect(new Set(before).size).toBe(2);

  const popup = await bearing.popup(page);
  await popup.getByRole('button', { name: 'Not this paper?' }).click();
  await popup.getByLabel('DOI').fill(`https://doi.org/${theirs.toUpperCase()}`);
  await popup.keyboard.press('Enter');
  const sentence = popup.getByText(/^You have that paper already: /);
  await expect(sentence).toContainText('which has 1 tag');
  await expect(sentence).toContainText('This page’s 1 tag moves there.');
  await bearing.shotsOf(popup, 'correction-joins');
  await expectAccessible(popup);
  expect(await doisOfTags(bearing)).toEqual(before);
  // Another DOI is another question.
  await popup.getByLabel('DOI').fill('10.5555/nobody-has-this');
  await expect(sentence).toHaveCount(0);
  await popup.getByLabel('DOI').fill(theirs);
  await popup.keyboard.press('Enter');
  await expect(sentence).toBeVisible();
  await popup.getByRole('button', { name: 'Join them' }).click();
  await expect.poll(() => doisOfTags(bearing)).toEqual([theirs, theirs]);
  await bearing.shotsOf(popup, 'correction-joined');
  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => doisOfTags(bearing)).toEqual(before);

  // The paper's place is changed, and taken back, in the same line.
  const place = popup.locator('#status-menu');
  await expect(place).toHaveText('Reading');
  await place.click();
  await popup.getByRole('menuitemradio', { name: 'Included' }).click();
  await expect(place).toHaveText('Reading, included');
  await expect(popup.getByRole('status').filter({ hasText: 'Included. Undo' })).toBeVisible();
  await bearing.shotsOf(popup, 'popup-place-changed');
  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect(place).toHaveText('Reading');
});

test('a paper that has no DOI, year or journal keeps none, whatever its page says', async ({
  bearing,
  site,
}) => {
  const page = await tagOnce(bearing, site.url + DEMO);
  const popup = await bearing.popup(page);
  await popup.getByRole('button', { name: 'Not this paper?' }).click();
  for (const field of ['DOI', 'Year', 'Journal']) await popup.getByLabel(field).fill('');
  await popup.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => doisOfTags(bearing)).toEqual(['none']);
  await page.close();
  const later = await tagOnce(bearing, site.url + DEMO, 2);
  expect(await doisOfTags(bearing)).toEqual(['none', 'none']);
  const again = await bearing.popup(later);
  await again.getByRole('button', { name: 'Not this paper?' }).click();
  await expect(again.getByText('none, as you said')).toHaveCount(2);
  await bearing.shotsOf(again, 'correction-none');
});
