import { browser } from 'wxt/browser';

/** "Bearing 0.1.0": what files name as their writer. */
export const appName = (): string => `Bearing ${browser.runtime.getManifest().version}`;
