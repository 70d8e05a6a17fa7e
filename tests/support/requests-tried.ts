/**
 * Every way in which a page or a worker can ask a host for something, tried from inside it. Both functions are handed
 * to the browser, so they refer to nothing outside themselves. Each attempt asks for a path of its own.
 */

declare global {
  /** Addresses that the policy of the page has refused, since the attempts began. */
  var refusedHere: string[] | undefined;
}

/** Begins every attempt and gives the paths asked for. `base` is the host's origin. */
export function tryFromPage(base: string): string[] {
  globalThis.refusedHere = [];
  document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
    globalThis.refusedHere?.push(blockedURI);
  });
  const paths: string[] = [];
  const trying = (name: string, act: (url: string) => unknown) => {
    paths.push(`/${name}`);
    // What throws or rejects has been refused: that is for the host and the policy to tell.
    void (async () => act(`${base}/${name}`))().catch(() => undefined);
  };
  const element = (tag: string, attributes: Record<string, string>) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    document.body.append(made);
  };

  trying('fetch', (url) => fetch(url));
  trying('fetch-no-cors', (url) => fetch(url, { mode: 'no-cors' }));
  trying('fetch-keepalive', (url) => fetch(url, { method: 'POST', body: 'x', keepalive: true }));
  trying('xhr', (url) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.send();
  });
  trying('beacon', (url) => navigator.sendBeacon(url, 'x'));
  trying('event-source', (url) => new EventSource(url));
  trying('cache', async (url) => (await caches.open('tried')).add(url));
  trying('img', (src) => element('img', { src }));
  trying('script', (src) => element('script', { src }));
  trying('stylesheet', (href) => element('link', { rel: 'stylesheet', href }));
  trying('preload', (href) => element('link', { rel: 'preload', as: 'image', href }));
  trying('module-preload', (href) => element('link', { rel: 'modulepreload', href }));
  trying('object', (data) => element('object', { data, type: 'image/png' }));
  trying('iframe', (src) => element('iframe', { src }));
  trying('audio', (src) => element('audio', { src, preload: 'auto' }));
  trying('font', (url) => new FontFace('tried', `url(${url})`).load());
  trying('import', (url) => import(/* @vite-ignore */ url));
  trying('blob-worker', (url) => {
    const code = new Blob([`fetch(${JSON.stringify(url)}).catch(() => postMessage(0))`]);
    // The worker has the policy of the page, which is not told what was refused.
    new Worker(URL.createObjectURL(code)).onmessage = () => globalThis.refusedHere?.push(url);
  });
  trying('form', (action) => {
    const frame = document.createElement('iframe');
    frame.name = 'tried';
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action, target: 'tried' });
    document.body.append(frame, form);
    form.submit();
  });
  return paths;
}

/** Begins a peer connection, which asks `port` of this machine for its address; gives what refused it, if anything did. */
export function tryPeer(port: number): string {
  try {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
    peer.createDataChannel('tried');
    void peer.createOffer().then((offer) => peer.setLocalDescription(offer));
    return '';
  } catch (error) {
    return String(error);
  }
}

/** The same in a worker, where it is known when an attempt has ended. */
export async function tryFromWorker(base: string): Promise<string[]> {
  const paths: string[] = [];
  const pending: Promise<unknown>[] = [];
  const trying = (name: string, act: (url: string) => unknown) => {
    paths.push(`/${name}`);
    pending.push(new Promise((end) => end(act(`${base}/${name}`))).catch(() => undefined));
  };
  trying('worker-fetch', (url) => fetch(url));
  trying('worker-fetch-no-cors', (url) => fetch(url, { mode: 'no-cors' }));
  trying('worker-cache', async (url) => (await caches.open('tried')).add(url));
  trying('worker-event-source', (url) => {
    const source = new EventSource(url);
    return new Promise((end) => {
      source.onopen = source.onerror = end;
    }).then(() => source.close());
  });
  trying('worker-socket', (url) => {
    const socket = new WebSocket(url.replace('http', 'ws'));
    return new Promise((end) => {
      socket.onopen = socket.onerror = end;
    });
  });
  trying('worker-font', (url) => new FontFace('tried', `url(${url})`).load());
  trying('worker-module', (url) => import(/* @vite-ignore */ url));
  trying('worker-import', (url) => {
    (globalThis as unknown as { importScripts(url: string): void }).importScripts(url);
  });
  await Promise.all(pending);
  return paths;
}
