/**
 * Tagging: injected on demand into one tab. First it only paints the tags of an open paper; asked to, it
 * turns tagging mode on. It changes nothing in the page but for its own element while that mode is on.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { connected } from '../lib/messaging';
import { shared } from '../lib/messaging/page/shared';
import { TaggingController } from './tagging.content/controller';
import { listen } from './tagging.content/listen';

export default defineUnlistedScript({
  main() {
    // One controller a page: a second injection leaves the first alone.
    if (shared().tagging) return;
    const controller = new TaggingController(document);
    shared().tagging = { adopt: () => controller.refresh() };
    listen(controller);
    if (connected()) void controller.refresh();
  },
});
