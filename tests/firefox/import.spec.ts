/** Importing a backup in Firefox: its worker runs there too, and nothing is written before the reader agrees. */
import { writeBackup } from '../../lib/exchange/out/backup-json';
import { expect, test } from '../support/firefox';
import { sampleBackup } from '../support/samples';

test('a backup is previewed, and comes in when its reader says whose tags it has', async ({
  bearing,
}) => {
  const backup = sampleBackup({
    ...{ papers: 2, tags: 3, influences: ['psw.pay'], codebookId: 'psw-core' },
  });
  const page = await bearing.openOwn('workspace.html#/exchange');
  await expect.poll(() => page.$('input[type="file"]')).not.toBeNull();
  await page.$eval(
    'input[type="file"]',
    (input, text) => {
      const chosen = new DataTransfer();
      chosen.items.add(new File([text], 'backup.json'));
      (input as HTMLInputElement).files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    writeBackup(backup),
  );
  const headings = () => page.$$eval('h3', (all) => all.map((one) => one.textContent));
  await expect.poll(headings).toContain('In backup.json');
  expect(await bearing.records('tags')).toEqual([]);
  await page.$$eval('button', (all) =>
    all.find((one) => one.textContent === 'These tags are mine')?.click(),
  );
  await expect.poll(headings).toContain('Imported');
  expect(await bearing.records('tags')).toHaveLength(6);
});
