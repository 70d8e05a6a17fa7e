import { defineConfig } from '@playwright/test';
import chromium from './playwright.config';

/**
 * Long runs over the built extension, among them whole tables of cases of which `npm test` takes a part:
 * `npm run soak`, which builds it first.
 */
export default defineConfig({
  ...chromium,
  testDir: 'soak',
  // The others there are of Vitest.
  testMatch: '**/*.spec.ts',
  timeout: 30 * 60_000,
  globalTimeout: 60 * 60_000,
  workers: 1,
});
