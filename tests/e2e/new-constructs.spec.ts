/**
 * What a published review added to CFIR, made in the editor by keys alone and in one sitting, and printed from tags as it
 * was published.
 */
import type { Locator, Page } from '@playwright/test';
import { NEW_CONSTRUCTS, PRINTED } from '../fixtures/codebooks/new-constructs';
import { type Bearing, expect, test } from '../support/extension';
import { fill } from '../support/own-pages';
import { type SampleOptions, sampleBackup, sampleId } from '../support/samples';
import { inStore } from '../support/store-in-page';

/** The published numbers are those of a longer list: here each number is a paper of its own. */
const PAPERS = 71;
/** Of each paper: one that helps and one that hinders. */
const STATEMENTS = 2;
/** More than the workspace has places for the keyboard between any two of those used here. */
const FARTHEST = 200;
const REVIEW: SampleOptions = {
  ...{ papers: PAPERS, tags: STATEMENTS, influences: ['psw.culture'], codebookId: 'psw-core' },
};

/** Goes on by Tab until the keyboard is at `place`. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  const isThere = () => place.evaluate((element) => element === document.activeElement);
  for (let i = 0; i < FARTHEST && !(await isThere()); i++) await page.keyboard.press('Tab');
  await expect(place).toBeFocused();
}

/** Goes down the tree from where the keyboard is, to an influence that no other one's label contains. */
async function downTo(page: Page, label: string): Promise<void> {
  const row = page.getByRole('treeitem', { name: new RegExp(`^${label}(,|$)`) });
  const isThere = () => row.evaluate((element) => element === document.activeElement);
  for (let i = 0; i < FARTHEST && !(await isThere()); i++) await page.keyboard.press('ArrowDown');
  await expect(row).toBeFocused();
}

/** The review's papers with a tag for each number of the table; papers are sorted by author, so that theirs is their place. */
async function tagAsPublished(bearing: Bearing): Promise<void> {
  const books = (await bearing.records('codebooks')) as {
    id: string;
    version: string;
    builtIn: boolean;
    influences: { id: string; label: string }[];
  }[];
  const book = books.find(({ builtIn }) => !builtIn);
  const idOf = (label: string) => book?.influences.find((one) => one.label === label)?.id ?? '';
  const statementOf = (paper: number, direction: string) =>
    paper * STATEMENTS - (direction === 'barrier' ? 0 : 1);
  const backup = sampleBackup(REVIEW);
  const [sample] = backup.tags;
  if (!sample || !book) throw new Error('there is no tag or codebook to go by');
  backup.tags = NEW_CONSTRUCTS.flatMap(({ label, ...numbers }) =>
    (['facilitator', 'barrier'] as const).flatMap((direction) =>
      numbers[direction].map((number) => ({
        ...sample,
        ...{
          paperId: sampleId(2, number),
          statementId: sampleId(3, statementOf(number, direction)),
        },
        ...{ codebookId: book.id, codebookVersion: book.version, influenceId: idOf(label) },
        ...{ direction, basis: 'own' as const },
      })),
    ),
  ).map((tag, i) => ({ ...tag, id: sampleId(4, PAPERS * STATEMENTS + i + 1) }));
  await inStore(
    bearing,
    (text) => globalThis.bearingStore.restore(text).then(() => null),
    JSON.stringify(backup),
  );
}

test('nine constructs are put under CFIR’s domains by keys, and the ledger prints the table', async ({
  bearing,
}) => {
  await fill(bearing, { ...REVIEW, author: (paper) => `Author ${paper + 1}` });
  const page = await bearing.openOwn('workspace.html#/codebooks');
  await page.bringToFront();
  const copy = page.getByRole('button', { name: /^Copy Consolidated Framework.*\(updated\)/ });
  await expect(copy).toBeVisible();
  await tabTo(page, copy);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Name of the copy')).toBeFocused();
  await page.keyboard.press('Enter');
  const tree = page.getByRole('treeitem');
  await expect(tree).toHaveCount(67);
  await tabTo(page, tree.first());
  let after = '';
  for (const [i, { domain, label }] of NEW_CONSTRUCTS.entries()) {
    const isFirst = domain !== NEW_CONSTRUCTS[i - 1]?.domain;
    // The last one of each domain, below which nothing else is.
    if (isFirst) await downTo(page, domain === 'Outer Setting' ? 'Financing' : 'Adapting');
    else await expect(page.getByRole('treeitem', { name: after })).toBeFocused();
    await page.keyboard.press('n');
    await page.keyboard.type(label);
    await page.keyboard.press('Enter');
    await expect(tree).toHaveCount(67 + i + 1);
    after = label;
  }
  await bearing.shotsOf(page, 'new-constructs-editor');
  await tagAsPublished(bearing);

  await tabTo(page, page.getByRole('link', { name: 'Ledger' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('only what was changed'));
  await page.keyboard.press('Space');
  const rows = page.locator('tbody tr');
  await expect(rows).toHaveCount(PRINTED.length);
  await bearing.shotsOf(page, 'new-constructs-ledger');
  const cells = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)),
  );
  // A domain's cell spans its rows.
  let domain: string | null | undefined;
  const printed = cells.map((row) => {
    const [label, fit, , helped, hindered] = row.length === 7 ? row.slice(1) : row;
    if (row.length === 7) domain = row[0];
    return [domain, label, fit, helped, hindered];
  });
  expect(printed).toEqual(
    PRINTED.map(([group, label, helped, hindered]) => [group, label, 'new', helped, hindered]),
  );
});
