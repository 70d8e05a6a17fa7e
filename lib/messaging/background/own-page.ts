/** Whether a message or a port comes from one of the extension's own pages, and not from a page script. */
import { type Browser, browser } from 'wxt/browser';

export function isOwnPage(sender: Browser.runtime.MessageSender | undefined): boolean {
  return (
    sender?.id === browser.runtime.id &&
    Boolean(sender.url?.startsWith(browser.runtime.getURL('/')))
  );
}
