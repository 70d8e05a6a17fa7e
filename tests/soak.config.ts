import { defineConfig } from '@playwright/test';

/** Long runs over the built extension: whole tables of cases of which `npm test` takes a part. */
export default defineConfig({
  testDir: 'soak',
  outputDir: '../test-results',
  timeout: 30 * 60_000,
  workers: 1,
  forbidOnly: true,
  reporter: [['list']],
});
