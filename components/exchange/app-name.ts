import { browser } from 'wxt/browser';

/** "Bearing 0.1.0", as files say who wrote them. */
export const appName = (): string => `Bearing ${browser.runtime.getManifest().version}`;
