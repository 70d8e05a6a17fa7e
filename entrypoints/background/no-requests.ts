/**
 * Imported before anything else: takes what can make a request away from the background. The manifest's policy refuses
 * requests already; this holds even when that policy has to let one page through (lib/browser/policy.ts).
 *
 * Only what `connect-src` governs is closed here. Images, fonts, scripts and frames stay refused by the manifest's
 * other directives. In Firefox the background is a document, which can be given the policy of our pages as well.
 */
import { PAGE_POLICY } from '../../lib/browser/policy';

/** By the object that holds them. What a browser does not have is closed all the same. */
const WAYS_OUT: [holder: object | undefined, names: string[]][] = [
  [
    globalThis,
    [
      'fetch',
      'fetchLater',
      'XMLHttpRequest',
      'WebSocket',
      'WebSocketStream',
      'EventSource',
      'WebTransport',
      'RTCPeerConnection',
      // Adding to a cache fetches.
      'caches',
    ],
  ],
  [globalThis.Cache?.prototype, ['add', 'addAll']],
  [globalThis.navigator, ['sendBeacon']],
  [
    (globalThis as { BackgroundFetchManager?: { prototype: object } }).BackgroundFetchManager
      ?.prototype,
    ['fetch'],
  ],
];

function refuse(): never {
  throw new Error('Bearing makes no request.');
}

/** Deletes a property wherever it is inherited from, and leaves a refusal that nothing can replace. */
function close(holder: object, name: string): void {
  for (let from: object | null = holder; from; from = Object.getPrototypeOf(from))
    Reflect.deleteProperty(from, name);
  Object.defineProperty(holder, name, { value: refuse, writable: false, configurable: false });
}

// In development the framework's own code speaks with its server.
if (import.meta.env.COMMAND === 'build') {
  for (const [holder, names] of WAYS_OUT) if (holder) for (const name of names) close(holder, name);
  if (typeof document !== 'undefined') {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = PAGE_POLICY;
    document.head.append(policy);
  }
}
