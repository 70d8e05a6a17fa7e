/**
 * Notice: on every http(s) page, find out what it is, and notify the background if it is an article or a citation
 * list. It owns the answer for as long as the document lives, whatever a single-page site puts into it; our other
 * scripts of the document ask it. No request, no change of the page, no interface. Kept small, because most pages are
 * no paper: it observes and takes a glance; the reader is put in only where a glance does not rule a paper out.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { concerns } from '../lib/messaging/change';
import { connected, send } from '../lib/messaging/page/client';
import { following } from '../lib/messaging/page/follow';
import { replaceOlder } from '../lib/messaging/page/life';
import { oneAtATime } from '../lib/messaging/page/one-at-a-time';
import { putReaderIn } from '../lib/messaging/page/put-reader-in';
import { shared } from '../lib/messaging/page/shared';
import { handoverWaits, lookForHandover } from '../lib/messaging/page/waiting';
import type { Envelope, ToldChange } from '../lib/messaging/types';
import type { PageNow, PageReport } from '../lib/model';
import { PageOwner } from '../lib/page/content/owner';
import type { Reading } from '../lib/page/content/tracker';
import { withoutStale } from '../lib/page/content/without-stale';
import { glance } from '../lib/page/glance';
import { pageKey } from '../lib/text';

export default defineUnlistedScript({
  main() {
    const life = replaceOlder('notice');
    const page = new PageOwner(document, life.signal, (reading) => {
      if (!connected()) life.abort();
      return readPage(reading, life.signal);
    });
    shared().page = page;
    /** What the background knows of this document; null when that is nothing. */
    let told: PageReport | null = null;

    /** The papers whose tags this page shows, as the background last reported them. */
    let papers: ReadonlySet<string> = new Set();
    const tell = async (report: PageReport, handover = false) => {
      const answer = await send('page/noticed', { report, handover }).catch(ignore);
      if (answer) papers = new Set(answer.papers);
    };
    const tellAgain = oneAtATime(async () => {
      if (told) await tell(told);
    });
    const followChange = following(document, () => void tellAgain(), life.signal);
    // Where tagging mode's script runs, it asks again itself, and the background counts then.
    const isNews = (change: ToldChange) =>
      !shared().tagging &&
      concerns(change, papers) &&
      change.tables.some((table) => table !== 'codebooks');
    const hear = (change: ToldChange) => {
      if (isNews(change)) followChange(change.byTagging === true);
    };
    const follow = (now: PageNow, restored: boolean) => {
      const report = now.state === 'read' && now.report.kind !== 'none' ? now.report : null;
      const news = JSON.stringify(told) !== JSON.stringify(report);
      const left = told !== null && report === null;
      told = report;
      if (report && (news || restored)) void tell(report);
      else if (left) void send('page/left', {}).catch(ignore);
    };
    page.subscribe(follow, life.signal);

    let bringing = false;
    // Tags that an older copy could not save wait in the page: tagging mode is brought back for them.
    const bringBack = async () => {
      if (bringing || life.signal.aborted || !handoverWaits(window)) return;
      bringing = true;
      const { tagging } = shared();
      const now = await page.settled();
      if (tagging) await tagging.adopt();
      else if (now.state === 'read') await tell(now.report, true);
      bringing = false;
    };

    const onMessage = (
      message: unknown,
      _sender: unknown,
      respond: (answer: unknown) => void,
    ): true | undefined => {
      const { type, payload } = (message ?? {}) as Partial<Envelope>;
      if (type === 'to-page/store-changed') hear(payload as ToldChange);
      if (type === 'to-page/revived') lookForHandover(window, bringBack, life.signal);
      if (type !== 'to-page/report' && type !== 'to-page/settled') return undefined;
      void (type === 'to-page/report' ? page.ask() : page.settled()).then(respond);
      return true;
    };
    browser.runtime.onMessage.addListener(onMessage);
    life.signal.addEventListener('abort', () => {
      if (connected()) browser.runtime.onMessage.removeListener(onMessage);
    });
    // A page's first look into its storage waits for another process: not while the page is busy.
    void page.settled().finally(() => requestIdleCallback(bringBack, { timeout: IDLE_BY_MS }));
  },
});

/** A page that is never idle brings unsaved tags back all the same. */
const IDLE_BY_MS = 2_000;

/** The page's report: from a glance where that is enough, else from the reader. */
function readPage(reading: Reading, signal: AbortSignal): PageReport | Promise<PageReport> {
  const { url } = reading.of;
  const page = withoutStale(document, reading);
  const nothing = glance(page, url);
  if (nothing) return nothing;
  const { readPage: read, readAt } = shared();
  // Leave to read is for one page: by the next one the reader may want quiet here.
  return read && readAt === pageKey(url)
    ? read(page, url)
    : putReaderIn(signal).then((read) => read(page, url));
}

/** The background restarts for the next message; a lost notice costs a badge, nothing that was acknowledged. */
function ignore(): undefined {}
