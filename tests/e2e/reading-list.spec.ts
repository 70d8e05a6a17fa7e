/** The reading list by keyboard: selected, labelled, filtered, grouped; Back; and the numbers of a flow diagram. */
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/extension';
import { fill } from '../support/own-pages';

const TITLE =
  'Peer support workers in acute mental health wards, a study of how the role was introduced';

const title = (p: number) => `${TITLE}, part ${p + 1}`;
const SAMPLE = { papers: 10, tags: 1, influences: ['psw.culture'], codebookId: 'psw-core', title };

test('papers are selected and labelled by keys, filtered and grouped; Back undoes that; numbers are typed', async ({
  bearing,
}) => {
  await fill(bearing, SAMPLE);
  const papers = await bearing.openOwn('workspace.html#/papers');
  const rows = papers.getByRole('region', { name: 'Reading list' }).getByRole('article');
  await expect(rows.first()).toBeVisible();
  await bearing.shotsOf(papers, 'reading-list');
  for (const key of ['j', 'x', 'j', 'j', 'X']) await papers.keyboard.press(key);
  await expect(papers.getByText('3 selected')).toBeVisible();
  await papers.getByRole('button', { name: 'Labels…' }).focus();
  await papers.keyboard.press('Enter');
  await expect(papers.getByLabel('New label, or find one')).toBeFocused();
  for (const label of ['RCT', 'Wales and the borders of England']) {
    await papers.keyboard.insertText(label);
    await papers.keyboard.press('Enter');
    await expect(papers.getByRole('checkbox', { name: label })).toBeChecked();
  }
  await expectAccessible(papers);
  await bearing.shotsOf(papers, 'reading-list-labels');
  await papers.keyboard.press('Escape');
  await papers.getByRole('button', { name: 'Set the priority' }).press('Enter');
  await papers.keyboard.press('Enter');
  await expect(rows.first()).toContainText('High priority');

  await papers.getByRole('button', { name: 'Group: No groups' }).press('Enter');
  await papers.getByRole('menuitemradio', { name: 'Label' }).press('Enter');
  await expect(papers.getByRole('heading', { name: 'RCT 3' })).toBeVisible();
  await bearing.shotsOf(papers, 'reading-list-groups');
  await papers.getByRole('button', { name: 'Label: any' }).press('Enter');
  await papers.getByRole('menuitemcheckbox', { name: 'RCT (3)' }).press('Enter');
  await expect(papers.getByText('3 of 10')).toBeVisible();
  await papers.keyboard.press('Escape');
  await papers.goBack();
  await expect(papers.getByText('3 of 10')).toHaveCount(0);
  await papers.setViewportSize({ width: 640, height: 800 });
  await expectAccessible(papers);
  await bearing.shotsOf(papers, 'reading-list-narrow');
  await papers.setViewportSize({ width: 1280, height: 800 });

  await papers.getByRole('link', { name: 'PRISMA numbers' }).press('Enter');
  await papers.getByLabel('Records from databases').focus();
  await papers.keyboard.insertText('1,204');
  await papers.keyboard.press('Tab');
  await expect(papers.getByLabel('Records from databases')).toHaveValue('1204');
  await expect(papers.getByRole('link', { name: 'Records screened: 10' })).toBeVisible();
  await expectAccessible(papers);
  await bearing.shotsOf(papers, 'reading-list-prisma');
  await papers.goBack();
  await papers.getByRole('link', { name: 'Read next' }).press('Enter');
  await expect(papers.getByText('No tagged statement cites a work')).toBeVisible();
  await bearing.shotsOf(papers, 'reading-list-next');
});
