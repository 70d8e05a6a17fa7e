/** Sending to the background from a content script or an extension page. No validator in here. */
import { browser } from 'wxt/browser';
import { Problem } from '../../model/problem';
import type { Answer, Envelope, RequestName, Requests } from '../types';

/** This copy of the script belongs to a version of Bearing that is no longer running. */
export class Orphaned extends Problem {
  override name = 'Orphaned';
  constructor(options?: ErrorOptions) {
    super(
      'orphaned',
      'Bearing was updated or restarted while this page was open. Reload the page to go on.',
      options,
    );
  }
}

/** The worker may have died after the commit and before the answer; a request sent again is harmless. */
const NO_ANSWER =
  'Bearing did not answer, so this may not be saved. Try again: nothing is saved twice.';

/** True while the extension that injected this script still runs. */
export function connected(): boolean {
  try {
    return Boolean(browser.runtime?.id);
  } catch {
    return false;
  }
}

/** How often a request that waits looks whether anybody is left to answer it, in milliseconds. */
const LOOK_MS = 250;

/** A message that travels while the extension is reloaded may never settle: its sender notices by itself. */
async function whileConnected<T>(sent: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setInterval> | undefined;
  const gone = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      if (!connected()) reject(new Orphaned());
    }, LOOK_MS);
  });
  try {
    return await Promise.race([sent, gone]);
  } finally {
    clearInterval(timer);
  }
}

/**
 * Sends one request and gives its value.
 * @throws Orphaned when the extension was reloaded under this page; Problem for everything else.
 */
export async function send<N extends RequestName>(
  type: N,
  payload: Requests[N]['in'],
): Promise<Requests[N]['out']> {
  if (!connected()) throw new Orphaned();
  let answer: Answer<Requests[N]['out']> | undefined;
  try {
    const envelope: Envelope = { bearing: 1, type, payload };
    answer = await whileConnected(browser.runtime.sendMessage(envelope));
  } catch (cause) {
    if (cause instanceof Orphaned) throw cause;
    if (!connected() || /context invalidated/i.test(String(cause))) throw new Orphaned({ cause });
    throw new Problem('unreachable', NO_ANSWER, { cause });
  }
  if (!answer) throw new Problem('unreachable', NO_ANSWER);
  if (!answer.ok) throw new Problem(answer.code, answer.sentence);
  return answer.value;
}

const ASKED_AGAIN = 2;

/** For requests that may be repeated: a worker that ended before it answered is asked again. Throws as `send` does. */
export async function ask<N extends RequestName>(
  type: N,
  payload: Requests[N]['in'],
): Promise<Requests[N]['out']> {
  for (let again = 0; ; again++)
    try {
      return await send(type, payload);
    } catch (error) {
      const silent = error instanceof Problem && error.code === 'unreachable';
      if (!silent || again === ASKED_AGAIN) throw error;
    }
}
