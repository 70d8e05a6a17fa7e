/** Puts the store's own code into one of the extension's pages, for filling and reading its database. */
import type { Page } from '@playwright/test';
import { bundleScript } from '../../scripts/bundle.mjs';
import type { Bearing } from './extension';

let bundle: Promise<string> | undefined;

/** After this, `globalThis.bearingStore` is there in `page`, which must be one of the extension's own. */
export async function bringStore(page: Page): Promise<void> {
  bundle ??= bundleScript('tests/support/store-entry.ts');
  await page.evaluate(await bundle);
}

/** Runs the store's own code in one of the extension's pages. */
export async function inStore<T>(bearing: Bearing, work: (args: T) => Promise<unknown>, args: T) {
  const own = await bearing.openOwn('icon/16.png');
  await bringStore(own);
  await own.evaluate(work as (args: unknown) => Promise<unknown>, args as unknown);
  await own.close();
}
