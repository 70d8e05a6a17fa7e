/** Lets the background, popup and side panel speak with tagging mode: in web pages, and in our reader of PDFs. */
import { type Browser, browser } from 'wxt/browser';
import { isOwnPage, type ToldChange } from '../../lib/messaging';
import type { Envelope } from '../../lib/messaging/types';
import type { TaggingController } from './controller';

/** Messages that are answered with whether tagging mode is on. */
const MODE = new Set(
  ['start-tagging', 'stop-tagging', 'toggle-tagging', 'mode'].map((name) => `to-page/${name}`),
);

/** Pages of ours hear what the script of any web page sends as well, whose process may be hostile. */
export const mayAsk = (sender: Browser.runtime.MessageSender): boolean =>
  sender.url === undefined || isOwnPage(sender);

/** Lets the background, the popup and the side panel speak with tagging mode in this document. */
export function listen(controller: TaggingController): void {
  browser.runtime.onMessage.addListener((message, sender, respond): undefined => {
    if (!mayAsk(sender)) return undefined;
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
}
