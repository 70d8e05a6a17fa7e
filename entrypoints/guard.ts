/**
 * The guard of every page: there before the page's own scripts, so that what is typed into the toolbar can be kept
 * from them later. Until tagging mode is on it looks at nothing. In the browser's viewer of PDFs it reports that there is one.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installGuard } from '../lib/messaging/page/guard';
import { shared } from '../lib/messaging/page/shared';
import type { Envelope } from '../lib/messaging/types';
import { PDF_TYPE } from '../lib/text';

export default defineUnlistedScript({
  main() {
    // A second copy, put in at an install or update, would hear keys later than the first.
    shared().guard ??= installGuard(window, new AbortController().signal);
    if (document.contentType !== PDF_TYPE) return;
    const report: Envelope = { bearing: 1, type: 'page/pdf', payload: {} };
    // Nobody waits for an answer: it is for readers who want PDFs in the reader.
    void browser.runtime.sendMessage(report).catch(() => undefined);
  },
});
