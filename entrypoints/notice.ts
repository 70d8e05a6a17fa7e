/**
 * Notice: on every http(s) page, decide what it is, tell the background if it is an article or a citation
 * list, and stop. No request, no change of the page, no interface. Kept tiny: no React, no validator, and
 * the reader of the visible page comes only where what machines are told leaves a question open.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { connected, send } from '../lib/messaging/client';
import { replaceOlder } from '../lib/messaging/life';
import { shared } from '../lib/messaging/shared';
import { handoverWaits, lookForHandover } from '../lib/messaging/waiting';
import type { PageReport } from '../lib/model';
import { noticeTold } from '../lib/page/told';
import { watchPage } from '../lib/page/watch';

export default defineUnlistedScript({
  main() {
    const life = replaceOlder('notice');
    let told: PageReport | undefined;
    let reading: Promise<PageReport> | undefined;

    const look = async () => {
      if (!connected()) {
        life.abort();
        return;
      }
      const turn = readPage();
      reading = turn;
      const seen = await turn;
      // The page has moved on while this look was under way.
      if (reading !== turn || life.signal.aborted) return;
      if (told && JSON.stringify(told) === JSON.stringify(seen)) return;
      const wasNoticed = told && told.kind !== 'none';
      told = seen;
      if (seen.kind !== 'none') void tell(seen);
      else if (wasNoticed) void send('page/left', {}).catch(ignore);
    };
    const tell = (report: PageReport, handover = false) =>
      send('page/noticed', { report, handover }).catch(ignore);
    let bringing = false;
    // Tags that an older copy could not save wait in the page: tagging mode is brought back for them.
    const bringBack = async () => {
      if (bringing || !told || life.signal.aborted || !handoverWaits(window)) return;
      bringing = true;
      const { tagging } = shared();
      if (tagging) await tagging.adopt();
      else await tell(told, true);
      bringing = false;
    };

    const onMessage = (
      message: unknown,
      _sender: unknown,
      respond: (answer: unknown) => void,
    ): true | undefined => {
      const type = (message as { bearing?: 1; type?: string } | null)?.type;
      if (type === 'to-page/tags-changed' && told && told.kind !== 'none') void tell(told);
      if (type === 'to-page/revived') lookForHandover(window, bringBack, life.signal);
      if (type !== 'to-page/report') return undefined;
      void (reading ?? readPage()).then(respond);
      return true;
    };
    browser.runtime.onMessage.addListener(onMessage);
    life.signal.addEventListener('abort', () => {
      if (connected()) browser.runtime.onMessage.removeListener(onMessage);
    });
    watchPage(document, look, life.signal);
    // A page's first look into its storage waits for another process: not while the page is busy.
    void look().finally(() => requestIdleCallback(bringBack, { timeout: IDLE_BY_MS }));
  },
});

/** A page that is never idle brings unsaved tags back all the same. */
const IDLE_BY_MS = 2_000;

/** The page's report; the visible page is read by a script of its own, which the background puts in. */
async function readPage(): Promise<PageReport> {
  const { report, more } = noticeTold(document, location.href);
  if (!more) return report;
  if (!shared().readPage) await send('page/look-closer', {}).catch(ignore);
  return shared().readPage?.() ?? report;
}

/** The background restarts for the next message; a lost notice costs a badge, nothing that was acknowledged. */
function ignore(): void {}
