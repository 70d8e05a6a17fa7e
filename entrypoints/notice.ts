/**
 * Notice: on every http(s) page, decide what it is, tell the background if it is an article or a citation
 * list, and stop. No request, no change of the page, no interface. Kept tiny: no React, no validator, and
 * the reader of the visible page comes only where what machines are told leaves a question open.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { concerns } from '../lib/messaging/change';
import { connected, send } from '../lib/messaging/client';
import { replaceOlder } from '../lib/messaging/life';
import { oneAtATime } from '../lib/messaging/one-at-a-time';
import { shared } from '../lib/messaging/shared';
import type { Envelope, StoreChange } from '../lib/messaging/types';
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
    /** The papers whose tags this page shows, as far as it was told. */
    let papers: ReadonlySet<string> = new Set();
    const tell = async (report: PageReport, handover = false) => {
      const answer = await send('page/noticed', { report, handover }).catch(ignore);
      if (answer) papers = new Set(answer.papers);
    };
    const tellAgain = oneAtATime(async () => {
      if (told && told.kind !== 'none') await tell(told);
    });
    // Where tagging mode's script runs, it asks again itself, and the background counts then.
    const isNews = (change: StoreChange) =>
      !shared().tagging &&
      concerns(change, papers) &&
      change.tables?.some((table) => table !== 'codebooks') !== false;
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
      const { type, payload } = (message ?? {}) as Partial<Envelope>;
      if (type === 'to-page/store-changed' && isNews(payload as StoreChange)) void tellAgain();
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
function ignore(): undefined {}
