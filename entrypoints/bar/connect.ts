/**
 * Whom the toolbar belongs to. In a page, the tagging script sends a port and a nonce that it has told the
 * background before; the toolbar asks the background whether that nonce is its own tab's, and does nothing
 * without a yes: a page that frames `bar.html` knows no nonce. In the side panel (`?tab=ID`) the toolbar calls
 * the tab's script by itself, if it is a page of the extension that frames it.
 */
import { browser } from 'wxt/browser';
import { ask, BAR_PORT, type FromBar, type ToBar } from '@/lib/messaging';

/** The way to the tagging script. */
export interface Line {
  post(message: FromBar): void;
  listen(listener: (message: ToBar) => void): void;
}

const tab = Number(new URLSearchParams(location.search).get('tab'));

/** Whether the toolbar is shown in the side panel, below one another instead of over a page. */
export const docked = tab > 0 && isFramedByUs();

/** The line to the script that opened this toolbar; null for a frame that nobody of ours has opened. */
export async function connect(): Promise<Line | null> {
  if (docked) return toTab();
  const offer = await offered();
  const { yes } = await ask('bar/whose', { nonce: offer.nonce });
  return yes ? toOpener(offer.port) : null;
}

/** Only a page of the same origin may look into its parent. */
function isFramedByUs(): boolean {
  try {
    return parent !== window && parent.location.origin === location.origin;
  } catch {
    return false;
  }
}

/** The first message with a port. Others are the page's, and are not looked at. */
function offered(): Promise<{ nonce: string; port: MessagePort }> {
  return new Promise((resolve) => {
    const hear = ({ data, ports }: MessageEvent<unknown>) => {
      const nonce = (data as { nonce?: unknown } | null)?.nonce;
      const [port] = ports;
      if (typeof nonce !== 'string' || !port) return;
      removeEventListener('message', hear);
      resolve({ nonce, port });
    };
    addEventListener('message', hear);
  });
}

function toOpener(port: MessagePort): Line {
  return {
    post: (message) => port.postMessage(message),
    listen: (listener) => {
      port.onmessage = ({ data }) => listener(data as ToBar);
    },
  };
}

function toTab(): Line {
  const port = browser.tabs.connect(tab, { name: BAR_PORT, frameId: 0 });
  // A tab whose page has gone takes its toolbar along.
  port.onDisconnect.addListener(() => document.getElementById('root')?.remove());
  return {
    post: (message) => port.postMessage(message),
    listen: (listener) => port.onMessage.addListener((message) => listener(message as ToBar)),
  };
}
