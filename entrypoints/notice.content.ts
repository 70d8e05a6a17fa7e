/**
 * Notice: on every http(s) page, decide what it is, tell the background if it is an article or a citation
 * list, and stop. No request, no change of the page, no interface. Kept tiny: no React, no validator.
 */
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { connected, send } from '../lib/messaging/client';
import { HANDED_OVER, handoverWaits } from '../lib/messaging/waiting';
import type { PageReport } from '../lib/model';
import { notice } from '../lib/page';
import { watchPage } from '../lib/page/watch';

declare global {
  // A second injection into a living page (a slow install beside a fresh load) replaces the first.
  var bearingNotice: AbortController | undefined;
}

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_idle',
  main() {
    globalThis.bearingNotice?.abort();
    const life = new AbortController();
    globalThis.bearingNotice = life;
    let report: PageReport | undefined;

    const look = () => {
      if (!connected()) return life.abort();
      const seen = notice(document, location.href);
      if (report && JSON.stringify(report) === JSON.stringify(seen)) return;
      const wasNoticed = report && report.kind !== 'none';
      report = seen;
      if (seen.kind !== 'none') tell(seen);
      else if (wasNoticed) void send('page/left', {}).catch(ignore);
    };
    // Tags that an older copy could not save wait in the page: tagging mode is brought back for them.
    const tell = (noticed: PageReport) =>
      void send('page/noticed', { report: noticed, handover: handoverWaits(window) }).catch(ignore);

    const onMessage = (
      message: unknown,
      _sender: unknown,
      respond: (answer: unknown) => void,
    ): undefined => {
      const type = (message as { bearing?: 1; type?: string } | null)?.type;
      if (type === 'to-page/report') {
        report ??= notice(document, location.href);
        respond(report);
      } else if (type === 'to-page/tags-changed' && report && report.kind !== 'none') {
        tell(report);
      }
      return undefined;
    };
    browser.runtime.onMessage.addListener(onMessage);
    life.signal.addEventListener('abort', () => {
      if (connected()) browser.runtime.onMessage.removeListener(onMessage);
    });

    const takeOver = () => report && handoverWaits(window) && tell(report);
    document.addEventListener(HANDED_OVER, takeOver, { signal: life.signal });
    watchPage(document, look, life.signal);
    look();
    if (report?.kind === 'none') takeOver();
  },
});

/** The background restarts for the next message; a lost notice costs a badge, nothing that was acknowledged. */
function ignore(): void {}
