/** What is decided where coders differ counts in the map and the popup as it does in the tables. */
import { expect, test } from '../support/extension';
import { popupOn } from '../support/own-pages';
import { bringStore } from '../support/store-in-page';
import { SECOND_CODER, tablesReview } from '../support/tables-review';

test('a decision in “Where coders differ” takes the paper out of “coders differ” in map, drawer and popup', async ({
  bearing,
  site,
}) => {
  const backup = tablesReview({ papers: 6, tags: 4 });
  // The second coder gives another stance to everything that the first one tagged in the first paper.
  const influenceId = backup.tags[0]?.influenceId ?? '';
  const paperId = backup.papers[0]?.id;
  backup.tags = backup.tags.flatMap((tag) => {
    const isSecond = tag.coderId === SECOND_CODER;
    if (tag.paperId !== paperId) return isSecond ? [] : tag;
    return { ...tag, influenceId, basis: 'own', stance: isSecond ? 'contrasting' : 'supporting' };
  });
  const page = await bearing.openOwn('icon/16.png');
  await bringStore(page);
  await page.evaluate(
    (text) => globalThis.bearingStore.restore(text).then(() => null),
    JSON.stringify(backup),
  );
  await page.goto(`chrome-extension://${bearing.id}/workspace.html#/map`);
  const differ = page.getByText('coders differ').first();
  await expect(differ).toBeVisible();
  const other = await bearing.open(site.url);
  const popup = await popupOn(bearing, other);
  await expect(popup.getByText(/coders? differ/).first()).toBeAttached();

  const tables = await bearing.openOwn('workspace.html#/map?view=disagreements');
  await expect(
    tables.getByRole('heading', { level: 1, name: 'Where coders differ' }),
  ).toBeVisible();
  await tables.getByRole('table').getByRole('button').last().click();
  const form = tables.getByRole('group', { name: 'Decision' });
  await form.getByLabel('Decision').selectOption('contrasting');
  await expect(form.getByText('Saved.')).toBeVisible();
  await expect.poll(() => page.getByText('coders differ').count()).toBe(0);
  await expect.poll(() => popup.getByText(/coders? differ/).count()).toBe(0);

  await page.bringToFront();
  await page.goto(
    `chrome-extension://${bearing.id}/workspace.html#/map?codebook=psw-core&influence=${influenceId}`,
  );
  const drawer = page.getByRole('complementary', { name: /^Papers behind/ });
  await expect(drawer.getByText('decided: contrasting').first()).toBeVisible();
  await bearing.shotsOf(page, 'map-decided');
});
