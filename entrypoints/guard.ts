/**
 * The guard of every page: there before the page's own scripts, so that what is typed into the toolbar can be kept
 * from them later. Until tagging mode is on it looks at nothing.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installGuard } from '../lib/messaging/guard';
import { replaceOlder } from '../lib/messaging/life';
import { shared } from '../lib/messaging/shared';

export default defineUnlistedScript({
  main() {
    shared().guard = installGuard(window, replaceOlder('guard').signal);
  },
});
