/** Coming back after a page has changed: the quotes that are not as tagged any more are listed, and lead to their place. */
import { tagging, untilBar } from '../../scripts/ui.mjs';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/extension';
import { restoreInto } from '../support/panel-paper';
import { paperRecords } from '../support/panel-records';

const CULTURE =
  'A recovery-oriented culture was the clearest difference between the services that kept their peer workers and those that lost them.';

test('quotes that a page has changed or lost are listed, and lead to their place', async ({
  bearing,
  site,
}) => {
  const url = `${site.url}/articles/peer-support-demo`;
  const tags = [{ stance: 'supporting' }] as const;
  const gone = (n: number) => ({
    quote: `The ${n}th finding, which the publisher has taken out of the article in a correction since it was tagged there, was that supervision mattered.`,
    section: 'Results',
    tags: [...tags],
  });
  const own = await bearing.openOwn('popup.html');
  const changed = CULTURE.replace('was the clearest', 'was not the clearest');
  await restoreInto(
    own,
    paperRecords({ url, doi: '10.5555/bearing-demo.1' }, [
      { quote: CULTURE, section: 'Organisational culture', tags: [...tags] },
      { quote: changed, section: 'Organisational culture', tags: [...tags] },
      ...[1, 2, 3, 4].map(gone),
    ]),
  );
  await own.close();
  const page = await bearing.open(url);

  const popup = await bearing.openOwn('popup.html');
  const list = popup.getByRole('region', { name: 'Where you were' });
  await expect(list).toContainText('5 quotes changed or not found', { timeout: 15_000 });
  await expectAccessible(popup);
  await bearing.shotsOf(popup, 'coming-back-popup');
  await list.getByRole('button', { name: 'Show 3 more' }).press('Enter');
  await expect(list.getByRole('listitem')).toHaveCount(5);
  await bearing.shotsOf(popup, 'coming-back-popup-all');
  const workspace = await bearing.openOwn('workspace.html');
  const room = workspace.getByRole('region', { name: 'Where you were' });
  await expect(room).toContainText('5 quotes');
  for (const width of process.env.SHOTS ? [640, 1280] : []) {
    await workspace.setViewportSize({ width, height: 800 });
    await bearing.shotsOf(workspace, `coming-back-room-${width}`);
  }

  const opened = page.context().waitForEvent('page');
  await room.getByRole('button', { name: '“The 1th finding' }).press('Enter');
  const again = await opened;
  await expect(again).toHaveURL(url);
  await untilBar(again);
  const missing = tagging
    .app(again)
    .getByRole('dialog', { name: 'Statements not found on this page' });
  await expect(missing.getByRole('listitem')).toHaveCount(5);
  for (const width of process.env.SHOTS ? [400, 1280] : []) {
    await again.setViewportSize({ width, height: 800 });
    await bearing.shotsOf(again, `missing-${width}`);
  }
  await missing.getByRole('button', { name: 'Show' }).focus();
  await missing.getByRole('button', { name: 'Delete' }).nth(1).press('Enter');
  await expect(missing.getByRole('listitem')).toHaveCount(4);
  await again.keyboard.press('u');
  await expect(missing.getByRole('listitem')).toHaveCount(5);
});
