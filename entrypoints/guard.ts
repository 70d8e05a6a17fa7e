/**
 * The guard of every page: there before the page's own scripts, so that what is typed into the toolbar can be kept
 * from them later. Until tagging mode is on it looks at nothing.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installGuard } from '../lib/messaging/page/guard';
import { shared } from '../lib/messaging/page/shared';

export default defineUnlistedScript({
  main() {
    // A second copy, put in at an install or update, would hear keys later than the first.
    shared().guard ??= installGuard(window, new AbortController().signal);
  },
});
