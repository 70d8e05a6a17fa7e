/**
 * Noticing that an in-page navigation has put another article into the same document. The address is
 * watched through the Navigation API (Chromium) and `popstate` (everywhere); a router changes the address
 * first and fills head and body later, so new titles, metas and canonical links call for another look too.
 * Hash-only changes are no navigation, and scripts or styles that come and go in the head are not news.
 */

/** Calls `onNews` once the page is quiet after a new address or new metadata. Ends with the signal. */
import * as dom from '../dom';
export function watchPage(doc: Document, onNews: () => void, signal: AbortSignal): void {
  const view = doc.defaultView;
  if (!view) return;
  let address = withoutHash(view.location.href);
  let waiting = 0;

  const soon = () => {
    if (signal.aborted) return;
    view.clearTimeout(waiting);
    waiting = view.setTimeout(onNews, SETTLE_MS);
  };
  const onAddress = () => {
    const at = withoutHash(view.location.href);
    if (at === address) return;
    address = at;
    soon();
  };
  const navigation = (view as unknown as { navigation?: Pick<EventTarget, 'addEventListener'> })
    .navigation;
  navigation?.addEventListener('currententrychange', onAddress, { signal });
  view.addEventListener('popstate', onAddress, { signal });

  const head = new view.MutationObserver((records) => {
    onAddress();
    if (records.some(isNews)) soon();
  });
  if (doc.head) head.observe(doc.head, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    head.disconnect();
    view.clearTimeout(waiting);
  });
}

/** Long enough for a router to fill the page it has just announced; short enough not to be noticed. */
const SETTLE_MS = 250;

function isNews(record: MutationRecord): boolean {
  if (dom.nodeName(record.target) === 'TITLE') return true;
  for (const node of [...record.addedNodes, ...record.removedNodes]) {
    if (dom.nodeName(node) === 'TITLE' || dom.nodeName(node) === 'META') return true;
    if (dom.nodeName(node) === 'LINK' && dom.getAttribute(node as Element, 'rel') === 'canonical')
      return true;
  }
  return false;
}

function withoutHash(url: string): string {
  const at = url.indexOf('#');
  return at < 0 ? url : url.slice(0, at);
}
