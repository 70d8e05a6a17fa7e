/** A quote is copied with its citation, as text and with italics, from the statements, from a drawer and from a paper's page. */
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/extension';
import { bringStore } from '../support/store-in-page';
import { tablesReview } from '../support/tables-review';

/** What is on the clipboard, by type. */
const onClipboard = (page: Page) =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text();
    return { text: await read('text/plain'), html: await read('text/html') };
  });

test('from Statements, a drawer and a paper’s page, by button and by key', async ({ bearing }) => {
  const backup = tablesReview({ papers: 3, tags: 2 });
  const [paper] = backup.papers;
  const [statement] = backup.statements.filter(({ paperId }) => paperId === paper?.id);
  if (!paper || !statement) throw new Error('no statement');
  statement.page = '12-13';
  Object.assign(paper, {
    authors: [{ family: 'Ito', given: 'Aiko <b>' }],
    ...{ year: 2021, title: 'Peers & wards', containerTitle: 'Social Psychiatry' },
    ...{ volume: '5', issue: undefined, page: '1-9', doi: '10.5555/quote' },
  });
  const page = await bearing.openOwn('icon/16.png');
  await bringStore(page);
  await page.evaluate(
    (text) => globalThis.bearingStore.restore(text).then(() => null),
    JSON.stringify(backup),
  );
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const citation = '(Ito, 2021, pp. 12\u201313)';
  const reference =
    'Ito, A. <b>. (2021). Peers & wards. Social Psychiatry, 5, 1\u20139. https://doi.org/10.5555/quote';
  const expected = {
    text: `“${statement.quote}” ${citation}\n\n${reference}`,
    html: expect.stringMatching(
      /“[^<]*” \(Ito, 2021, pp\. 12–13\)<\/p><p>.*A\. &lt;b&gt;\. \(2021\)\. Peers &amp; wards\. <i>Social Psychiatry<\/i>, <i>5<\/i>, 1–9\./,
    ),
  };
  const clear = () => page.evaluate(() => navigator.clipboard.writeText('nothing'));

  await page.goto(`chrome-extension://${bearing.id}/workspace.html#/statements`);
  const row = page.locator('article', { hasText: statement.quote });
  await row.getByRole('checkbox').focus();
  await clear();
  await page.keyboard.press('q');
  await expect.poll(() => onClipboard(page).catch(() => null)).toEqual(expected);
  await expect(row.getByText('Quote copied.')).toBeAttached();
  await expectAccessible(page);
  await bearing.shotsOf(page, 'copy-quote-statements');

  const { influenceId } = backup.tags.find(({ statementId }) => statementId === statement.id) ?? {};
  await page.goto(
    `chrome-extension://${bearing.id}/workspace.html#/map?codebook=psw-core&influence=${influenceId}`,
  );
  const copy = page.getByRole('button', {
    name: `Copy the quote with its citation: ${statement.quote.slice(0, 80)}`,
  });
  await clear();
  await copy.first().click();
  await expect.poll(() => onClipboard(page).catch(() => null)).toEqual(expected);
  await bearing.shotsOf(page, 'copy-quote-drawer');

  await page.goto(`chrome-extension://${bearing.id}/workspace.html#/papers?paper=${paper.id}`);
  await clear();
  await copy.first().focus();
  await page.keyboard.press('q');
  await expect.poll(() => onClipboard(page).catch(() => null)).toEqual(expected);
  await expectAccessible(page);
  await bearing.shotsOf(page, 'copy-quote-paper');
});
