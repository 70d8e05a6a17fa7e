import type { BrowserContext, CDPSession, Page } from '@playwright/test';

export function until<T>(
  what: string,
  attempt: () => T | undefined | Promise<T | undefined>,
  limit?: number,
): Promise<T>;
export function visit(
  page: Pick<Page, 'goto'>,
  address: string,
  options?: Parameters<Page['goto']>[1],
): Promise<void>;
export function browserSession<T>(
  context: BrowserContext,
  use: (cdp: CDPSession) => Promise<T>,
): Promise<T>;
export function clickToolbarButton(context: BrowserContext, id: string, page: Page): Promise<void>;
export function surface(profile: string, urlPart: string): Promise<Page>;
export function workerRuns(context: BrowserContext, id: string): Promise<boolean>;
export function endWorker(context: BrowserContext, id: string): Promise<void>;
export function fileFrom(
  context: BrowserContext,
  dir: string,
  act: () => Promise<void>,
): Promise<string>;
