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

/** So often it looks before it counts as lost: 30 s, more than any request takes on a busy machine. */
const MOST_LOOKS = 120;

/**
 * A message may never settle: one that travels while the extension is reloaded, and one that the browser loses while it
 * starts the background. Its sender notices by itself.
 */
function settled<T>(sent: Promise<T>, looks: number): Promise<T> {
  let left = looks;
  let timer: ReturnType<typeof setInterval> | undefined;
  const gone = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      left -= 1;
      if (!connected() || left < 0) reject();
    }, LOOK_MS);
  });
  return Promise.race([sent, gone]).finally(() => clearInterval(timer));
}

/**
 * Sends one request and gives its value.
 * @param looks for so long an answer is waited for
 * @throws Orphaned when the extension was reloaded under this page; Problem for everything else.
 */
export async function send<N extends RequestName>(
  type: N,
  payload: Requests[N]['in'],
  looks = MOST_LOOKS,
): Promise<Requests[N]['out']> {
  if (!connected()) throw new Orphaned();
  let answer: Answer<Requests[N]['out']> | undefined;
  let cause: unknown;
  try {
    const envelope: Envelope = { bearing: 1, type, payload };
    answer = await settled(browser.runtime.sendMessage(envelope), looks);
  } catch (error) {
    cause = error;
  }
  if (!answer) {
    if (!connected() || /context invalidated/i.test(String(cause))) throw new Orphaned({ cause });
    throw new Problem('unreachable', NO_ANSWER, { cause });
  }
  if (!answer.ok) throw new Problem(answer.code, answer.sentence);
  return answer.value;
}

const ASKED_AGAIN = 2;
/** A request that may be repeated is, unless it is answered within 4 s; then 8 s, and 16 at last, are waited for. */
export const FIRST_LOOKS = 16;

/**
 * For requests that may be repeated: a worker that ended before it answered, or has not heard it, is asked again.
 * Throws as `send` does.
 */
export async function ask<N extends RequestName>(
  type: N,
  payload: Requests[N]['in'],
): Promise<Requests[N]['out']> {
  for (let again = 0; ; again++)
    try {
      return await send(type, payload, FIRST_LOOKS << again);
    } catch (error) {
      if ((error as Problem).code !== 'unreachable' || again === ASKED_AGAIN) throw error;
    }
}
