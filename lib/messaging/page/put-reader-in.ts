/** How the notice script gets the reader into its document. */
import { ask } from './client';
import { type ReadPage, shared } from './shared';

/**
 * A background that is just being installed, updated or started does not hear its messages for a moment, on a busy
 * machine for seconds. A page that took this for an answer would be no article for as long as it is open.
 */
const ASKED_AGAIN_AFTER_MS = [250, 500, 1_000, 2_000, 4_000];

/**
 * Has the background put the reader into this document; resolves the moment that it runs.
 * @throws when the browser refuses it, or nobody has answered, however often it was asked for. No more is asked once
 * `signal` has ended.
 */
export function putReaderIn(signal: AbortSignal): Promise<ReadPage> {
  return new Promise((resolve, reject) => {
    let come = false;
    shared().onReader = (read) => {
      come = true;
      resolve(read);
    };
    const waits = ASKED_AGAIN_AFTER_MS.values();
    const again = (error: unknown) => {
      const { value, done } = waits.next();
      if (come || signal.aborted || done) reject(error);
      else setTimeout(request, value);
    };
    const refused = () => reject(new Error('the browser did not let the reader in'));
    const request = () => {
      if (!signal.aborted) void ask('page/look-closer', {}).then(refused, again);
    };
    request();
  });
}
