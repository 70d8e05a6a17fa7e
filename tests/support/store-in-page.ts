/** Puts the store's own code into one of the extension's pages, for filling and reading its database. */
import path from 'node:path';
import type { Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { root } from '../../scripts/browser.mjs';

let bundle: Promise<string> | undefined;

async function bundled(): Promise<string> {
  const built = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: path.join(root, 'tests/support/store-entry.ts'),
        formats: ['iife'],
        name: 'bearingStoreBundle',
      },
    },
  })) as Rolldown.RolldownOutput[];
  const code = built[0]?.output[0]?.code;
  if (!code) throw new Error('the store could not be bundled for the test');
  return code;
}

/** After this, `globalThis.bearingStore` is there in `page`, which must be one of the extension's own. */
export async function bringStore(page: Page): Promise<void> {
  bundle ??= bundled();
  await page.evaluate(await bundle);
}
