import { defineConfig } from '@playwright/test';

/** End-to-end tests over the built extension: `npm test -- e2e`, which builds it first. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  timeout: 90_000,
  // So that a run that hangs ends: a slow machine takes twice what a quick one does.
  globalTimeout: 25 * 60_000,
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // A shared CI machine may stall a browser for seconds: a second try there, which the summary names.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  use: { trace: process.env.TRACE ? 'retain-on-failure' : 'off' },
});
