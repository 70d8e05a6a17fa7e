import path from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { findBrowser } from '../scripts/browser.mjs';
import { SlowestFirst } from './slowest-first';
import { pdfCommands } from './support/pdf-commands';

const root = path.resolve(import.meta.dirname, '..');

const executablePath = await findBrowser();

/** unit: plain node with a fake IndexedDB; soak: the same for hours. browser: the same code in a real Chromium. */
export default defineConfig({
  root,
  test: {
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        root,
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          environment: 'node',
          // For what hangs: on a busy machine a test of one second takes ten.
          testTimeout: 30_000,
          // The random walks make much that lives for one step: collected less often, they take a twentieth less.
          execArgv: ['--max-semi-space-size=64'],
          setupFiles: ['tests/unit/setup.ts'],
        },
      },
      {
        root,
        plugins: [WxtVitest()],
        test: {
          name: 'soak',
          include: ['tests/soak/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['tests/unit/setup.ts'],
        },
      },
      {
        root,
        // As WXT resolves it in the build.
        resolve: { alias: { '@': root } },
        // Named, because one that is found only while a test runs reloads the page under it.
        optimizeDeps: {
          include: [
            ...['react', 'react/jsx-dev-runtime', 'react-dom', 'react-dom/client'],
            ...['dexie', 'dexie-react-hooks', '@tanstack/react-virtual'],
            ...['dialog', 'menu', 'popover', 'tabs', 'tooltip'].map(
              (one) => `@base-ui/react/${one}`,
            ),
          ],
        },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            commands: pdfCommands,
            provider: playwright({
              launchOptions: {
                executablePath,
                args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
