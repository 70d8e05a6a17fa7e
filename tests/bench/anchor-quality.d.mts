import type { Browser, Page } from '@playwright/test';

/** A Chromium whose pages are answered from memory and reach no network. */
export function openBrowser(): Promise<Browser>;

/** Shows a saved page with its scripts off, and runs `script` in it. */
export function openSaved(
  browser: { newPage(): Promise<Page> },
  html: string,
  script: string,
): Promise<Page>;
