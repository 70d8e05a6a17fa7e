/**
 * Tagging in a page of ours, the reader of PDFs or the first steps: the same controller as in web pages, and the same
 * messages, so that popup, side panel, badge and shortcut treat this tab like any other.
 */
import { browser } from 'wxt/browser';
import { send } from '@/lib/messaging';
import { shared } from '@/lib/messaging/page/shared';
import type { Envelope } from '@/lib/messaging/types';
import type { ShownPage } from '@/lib/page/types';
import { TaggingController } from '../../tagging.content/controller';
import { listen, mayAsk } from '../../tagging.content/listen';
import type { Medium } from '../../tagging.content/source/medium';

export function startTagging(page: ShownPage, medium: Medium): TaggingController {
  shared().page = page;
  const controller = new TaggingController(document, () => medium);
  shared().tagging = { adopt: () => controller.refresh() };
  listen(controller);
  const tell = async () => {
    const now = page.now();
    // What is lost costs a badge: the background starts again for the next message.
    if (now.state === 'read')
      await send('page/noticed', { report: now.report }).catch(() => undefined);
    else await send('page/left', {}).catch(() => undefined);
  };
  page.subscribe(() => void tell(), new AbortController().signal);
  if (page.now().state === 'read') void tell();
  browser.runtime.onMessage.addListener((message, sender, respond): true | undefined => {
    if (!mayAsk(sender)) return undefined;
    const { type } = (message ?? {}) as Partial<Envelope>;
    if (type === 'to-page/report') respond(page.now());
    if (type !== 'to-page/settled') return undefined;
    void settled(page).then(respond);
    return true;
  });
  return controller;
}

/** What is shown once the file has been read. */
function settled(page: ShownPage) {
  const now = page.now();
  if (now.state === 'read') return Promise.resolve(now);
  return new Promise((resolve) => {
    const life = new AbortController();
    page.subscribe((next) => {
      if (next.state !== 'read') return;
      life.abort();
      resolve(next);
    }, life.signal);
  });
}
