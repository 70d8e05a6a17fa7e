/** The store's own code as one script, so that a test can fill the extension's database through it. */
import { z } from 'zod';
import * as store from '../../lib/store';

// A script that DevTools runs may compile code, what it awaits may not: zod must not be misled by the first.
z.config({ jitless: true });

declare global {
  // Only ever set in a page that a test drives.
  var bearingStore: typeof store;
}
globalThis.bearingStore = store;
