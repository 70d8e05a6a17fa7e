import { defineConfig } from '@playwright/test';
import chromium from './playwright.config';

/** The tests of the Firefox build: `npm test -- firefox`, which builds it first. */
export default defineConfig({ ...chromium, testDir: 'firefox' });
