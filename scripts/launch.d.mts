import type { BrowserContext, BrowserContextOptions } from '@playwright/test';

export function idOfUnpacked(dir: string): string;
export function makeProfile(extension: string, dir?: string): string;
export function removeProfile(dir: string): void;
export function launchWithExtension(options: {
  executablePath: string;
  extension: string;
  profile: string;
  headless?: boolean;
  args?: string[];
  backForwardCache?: boolean;
  firstSteps?: boolean;
  context?: BrowserContextOptions;
}): Promise<{ context: BrowserContext; id: string }>;
