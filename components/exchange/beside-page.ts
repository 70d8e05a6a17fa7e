/** Long work from the page's side: it starts the worker that does the work, asks it, and can stop it at any moment. */
import { tellPages } from '@/lib/messaging';
import { newId, Problem } from '@/lib/model';
import { isCommitted, tellAgain } from '@/lib/store';
import type { FromWorker, Progress, ToWorker } from './import-messages';

/** entrypoints/importer */
const WORKER = '/importer.js';

const NOT_STARTED =
  'The part of Bearing that imports files and takes imports back could not be started. Nothing was changed. Reload this page, then try again.';
const BROKEN_OFF =
  'The work broke off: the browser may have run out of memory. Nothing was changed. Close other tabs, then try again.';

export class BesidePage {
  /** The step that the work becomes. */
  readonly id = newId();
  readonly #worker: Worker;
  readonly #onProgress: (progress: Progress) => void;
  #hasAnswered = false;

  /** @throws Problem with a sentence where the worker cannot be started */
  constructor(onProgress: (progress: Progress) => void) {
    this.#onProgress = onProgress;
    try {
      this.#worker = new Worker(WORKER, { type: 'module', name: 'import' });
    } catch (error) {
      throw new Problem('no-worker', NOT_STARTED, { cause: error });
    }
  }

  /** Ends the work at once. @returns whether it had been carried out before it could be stopped */
  async stop(): Promise<boolean> {
    this.#worker.terminate();
    const isDone = await isCommitted(this.id);
    // It may have ended before it could say so.
    if (isDone) await tellAgain(this.id);
    return isDone;
  }

  /** For work that has written nothing, or has ended. */
  discard(): void {
    this.#worker.terminate();
  }

  protected ask(question: ToWorker): Promise<Exclude<FromWorker, { say: 'progress' | 'changed' }>> {
    return new Promise((resolve, reject) => {
      this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        this.#hasAnswered = true;
        if (data.say === 'progress') this.#onProgress(data.progress);
        else if (data.say === 'changed') void tellPages(data.change);
        else if (data.say === 'problem') reject(new Problem(data.code, data.sentence));
        else resolve(data);
      };
      this.#worker.onerror = (event) => {
        event.preventDefault();
        const sentence = this.#hasAnswered ? BROKEN_OFF : NOT_STARTED;
        reject(new Problem('no-worker', sentence));
      };
      this.#worker.postMessage(question);
    });
  }
}
