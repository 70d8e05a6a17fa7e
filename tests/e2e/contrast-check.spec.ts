/** An influence with support only: the drawer names, folded away, the papers that could contrast it. */
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/extension';
import { bringStore } from '../support/store-in-page';
import { tablesReview } from '../support/tables-review';

test('the drawer lists unread papers that could contrast, and leads to their pages', async ({
  bearing,
}) => {
  const backup = tablesReview({ papers: 6, tags: 4 });
  const influenceId = backup.tags[0]?.influenceId ?? '';
  const [first, second] = backup.papers;
  backup.tags = backup.tags.flatMap((tag) =>
    tag.paperId === first?.id
      ? { ...tag, influenceId, basis: 'own' as const, stance: 'supporting' as const }
      : tag.influenceId === influenceId || tag.paperId === second?.id
        ? []
        : tag,
  );
  backup.reviewPapers = backup.reviewPapers.map((one) => ({
    ...one,
    progress: one.paperId === second?.id ? ('to-read' as const) : ('read' as const),
    eligibility: 'undecided' as const,
  }));
  const page = await bearing.openOwn('icon/16.png');
  await bringStore(page);
  await page.evaluate(
    (text) => globalThis.bearingStore.restore(text).then(() => null),
    JSON.stringify(backup),
  );
  await page.goto(
    `chrome-extension://${bearing.id}/workspace.html#/map?codebook=psw-core&influence=${influenceId}`,
  );
  const drawer = page.getByRole('complementary', { name: /^Papers behind/ });
  const check = drawer.getByText(/^Only support so far\. 1 paper on the list could contrast it\.$/);
  const link = drawer.getByRole('link', { name: second?.title ?? '' });
  await expect(check).toBeVisible();
  await expect(link).toBeHidden();
  await bearing.shotsOf(page, 'contrast-check');
  await check.focus();
  await page.keyboard.press('Enter');
  await expect(drawer.getByText(/not read yet/)).toBeVisible();
  await expectAccessible(page);
  await bearing.shotsOf(page, 'contrast-check-open');
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Paper' })).toBeVisible();
  await page.goBack();
  await expect(drawer).toBeVisible();
});
