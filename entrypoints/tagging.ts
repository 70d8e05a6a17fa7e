/**
 * Tagging: injected on demand into one tab. First it only paints the tags of an open paper; asked to, it
 * turns tagging mode on. It changes nothing in the page but for its own element while that mode is on.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { connected, type ToldChange } from '../lib/messaging';
import { shared } from '../lib/messaging/page/shared';
import type { Envelope } from '../lib/messaging/types';
import { TaggingController } from './tagging.content/controller';

/** Messages that are answered with whether tagging mode is on. */
const MODE = new Set(
  ['start-tagging', 'stop-tagging', 'toggle-tagging', 'mode'].map((name) => `to-page/${name}`),
);

export default defineUnlistedScript({
  main() {
    // One controller a page: a second injection leaves the first alone.
    if (shared().tagging) return;
    const controller = new TaggingController(document);
    shared().tagging = { adopt: () => controller.refresh() };

    browser.runtime.onMessage.addListener((message, _sender, respond): undefined => {
      const { type, payload } = (message ?? {}) as Partial<Envelope>;
      if (type === 'to-page/start-tagging') controller.start();
      else if (type === 'to-page/stop-tagging') controller.stop();
      else if (type === 'to-page/toggle-tagging') controller.toggle();
      else if (type === 'to-page/store-changed') controller.onStoreChange(payload as ToldChange);
      if (type && MODE.has(type)) respond(controller.answer);
      return undefined;
    });
    browser.runtime.onConnect.addListener((port) => {
      controller.panel.accept(port);
      controller.bar.accept(port);
    });
    if (connected()) void controller.refresh();
  },
});
