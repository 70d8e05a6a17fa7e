/**
 * Takes what can make a request away from the context that it runs in, for good. The manifest's policy refuses requests
 * already; this holds even when that policy has to let one page through (policy.ts), and it covers peer connections,
 * of which policies know nothing. Call before anything else runs.
 */
import { PAGE_POLICY } from './policy';

type Holder = Record<string, { prototype?: object } | undefined>;

const PEERS = ['RTCPeerConnection', 'webkitRTCPeerConnection'];
/** What `connect-src` governs. Images, fonts, scripts and frames stay refused by the other directives. */
const REQUESTS = [
  'fetch',
  'fetchLater',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'WebTransport',
  // Adding to a cache fetches.
  'caches',
];

function refuse(): never {
  throw new Error('Bearing makes no request.');
}

/** Deletes a property wherever it is inherited from, and leaves a refusal that nothing can replace. */
function close(holder: object | undefined, ...names: string[]): void {
  if (!holder) return;
  for (const name of names) {
    for (let from: object | null = holder; from; from = Object.getPrototypeOf(from))
      Reflect.deleteProperty(from, name);
    Object.defineProperty(holder, name, { value: refuse, writable: false, configurable: false });
  }
}

/** For a page, whose own policy refuses everything else. */
export function closePeers(): void {
  close(globalThis, ...PEERS);
}

/** For the background, which cannot have a policy of its own in Chromium; in Firefox it is a document, and gets ours. */
export function closeRequests(): void {
  const { Cache, BackgroundFetchManager } = globalThis as unknown as Holder;
  close(Cache?.prototype, 'add', 'addAll');
  close(BackgroundFetchManager?.prototype, 'fetch');
  close(globalThis.navigator, 'sendBeacon');
  close(globalThis, ...REQUESTS, ...PEERS);
  if (typeof document === 'undefined') return;
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = PAGE_POLICY;
  document.head.append(policy);
}
