/** The side panel beside a page, and the records of one paper for it, as from a backup that a reader restores. */
import type { Page } from '@playwright/test';
import type { Backup } from '../../lib/exchange/backup-format';
import type { Bearing } from './extension';
import { bringStore } from './store-in-page';

/** Opens the panel by its door in the popup, over `page`. */
export async function openPanel(bearing: Bearing, page: Page): Promise<Page> {
  const popup = await bearing.popup(page);
  // The popup closes under the click.
  await popup
    .getByRole('button', { name: 'Side panel' })
    .click()
    .catch((error) => {
      if (!popup.isClosed()) throw error;
    });
  return bearing.surface('sidepanel.html');
}

/** Lists only the page's statements with a tag: a row that is out of sight is not drawn. */
export const onlyTagged = (panel: Page): Promise<void> =>
  panel.getByRole('button', { name: /^Tagged \d/ }).click();

/** Restores a backup through one of the extension's own pages, and tells open tabs. */
export async function restoreInto(
  own: Page,
  backup: Backup,
  as: 'mine' | 'other' = 'mine',
): Promise<void> {
  await bringStore(own);
  await own.evaluate(
    async ([text, as]) => {
      await bearingStore.restore(text, { as });
      await bearingStore.changeSettings({ currentReviewId: JSON.parse(text).reviews[0].id });
      await bearingStore.tellPages({ tables: ['tags'] });
    },
    [JSON.stringify(backup), as] as const,
  );
}
