/** An export from the page's side: a worker writes the file beside the page, which a large review would block. */
import { Problem } from '@/lib/model';
import type { FromExporter, ToExporter, WrittenFile } from './export-messages';

/** entrypoints/exporter */
const WORKER = '/exporter.js';

const NOT_STARTED =
  'The part of Bearing that writes files could not be started. Reload this page, then try again.';
const BROKEN_OFF =
  'The export broke off: the browser may have run out of memory. Close other tabs, then try again.';

/** @throws Problem with a sentence, and there is no file */
export function exportBeside(question: ToExporter): Promise<WrittenFile> {
  const worker = started();
  const answer = new Promise<WrittenFile>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<FromExporter>) => {
      if (data.say === 'problem') reject(new Problem(data.code, data.sentence));
      else resolve(data.file);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      // An error without a message is that of a script that could not be loaded.
      reject(new Problem('no-worker', event.message ? BROKEN_OFF : NOT_STARTED));
    };
    worker.postMessage(question);
  });
  return answer.finally(() => worker.terminate());
}

function started(): Worker {
  try {
    return new Worker(WORKER, { type: 'module', name: 'export' });
  } catch (error) {
    throw new Problem('no-worker', NOT_STARTED, { cause: error });
  }
}
