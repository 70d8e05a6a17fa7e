/** How the notice script gets the reader into its document. */
import { FIRST_LOOKS, send } from './client';
import { type ReadPage, shared } from './shared';

/**
 * A background that is just being installed, updated or started does not hear its messages for a moment, on a busy
 * machine for seconds. A page that took this for an answer would be no article for as long as it is open.
 */
const ASKED_AGAIN_AFTER_MS = 250;
/** Each time it is asked again after twice as long; so long is the last time. */
const LAST_MS = 16_000;

/**
 * Has the background put the reader into this document; resolves the moment that it runs.
 * @throws when the browser refuses it, or nobody has answered, however often it was asked for. No more is asked once
 * `signal` has ended.
 */
export function putReaderIn(signal: AbortSignal): Promise<ReadPage> {
  return new Promise((resolve, reject) => {
    // Once it has come, asking again is harmless: it is put in once.
    shared().onReader = resolve;
    // A reader script that was let in for an earlier page does not count for this one.
    delete shared().readPage;
    // An answer without the reader is the browser's refusal; nobody reads more of it, and every page carries this.
    const refused = () => reject(new Error());
    const request = (wait: number) => {
      // It may have come although nobody has answered in time.
      if (signal.aborted || shared().readPage) return;
      void send('page/look-closer', {}, FIRST_LOOKS).then(refused, (error: unknown) => {
        if (wait > LAST_MS) reject(error);
        else setTimeout(request, wait, 2 * wait);
      });
    };
    request(ASKED_AGAIN_AFTER_MS);
  });
}
