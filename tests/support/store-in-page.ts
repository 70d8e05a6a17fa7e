/** Puts the store's own code into one of the extension's pages, for filling and reading its database. */
import type { Page } from '@playwright/test';
import { bundleScript } from '../../scripts/bundle.mjs';

let bundle: Promise<string> | undefined;

/** After this, `globalThis.bearingStore` is there in `page`, which must be one of the extension's own. */
export async function bringStore(page: Page): Promise<void> {
  bundle ??= bundleScript('tests/support/store-entry.ts');
  await page.evaluate(await bundle);
}
