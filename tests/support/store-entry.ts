/** The store's own code as one script, so that a test can fill the extension's database through it. */
import * as store from '../../lib/store';

declare global {
  // Only ever set in a page that a test drives.
  var bearingStore: typeof store;
}
globalThis.bearingStore = store;
