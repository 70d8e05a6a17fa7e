/** One import from the page's side: it starts the worker that does the work, asks it, and can stop it at any moment. */
import { newId } from '@/lib/model';
import { isCommitted, StoreError } from '@/lib/store';
import type {
  FromWorker,
  ImportPreview,
  Progress,
  ShownSummary,
  ToWorker,
} from './import-messages';

/** entrypoints/importer */
const WORKER = '/importer.js';

const NOT_STARTED =
  'The part of Bearing that imports backups could not be started. Nothing was changed. Reload this page, then try again.';
const BROKEN_OFF =
  'The import broke off: the browser may have run out of memory. Nothing was changed. Close other tabs, then try again.';

export class Importing {
  /** The step that the import becomes. */
  readonly id = newId();
  readonly #worker: Worker;
  readonly #onProgress: (progress: Progress) => void;
  #hasAnswered = false;

  /** @throws StoreError with a sentence where the worker cannot be started */
  constructor(onProgress: (progress: Progress) => void) {
    this.#onProgress = onProgress;
    try {
      this.#worker = new Worker(WORKER, { type: 'module', name: 'import' });
    } catch (error) {
      throw new StoreError('no-worker', NOT_STARTED, { cause: error });
    }
  }

  /** Reads the file and compares it with the store; nothing is written. */
  async open(file: File): Promise<ImportPreview> {
    const answer = await this.#ask({ ask: 'open', file });
    if (answer.say !== 'preview') throw new Error(`the import answered "${answer.say}"`);
    return answer.preview;
  }

  /** Brings in what was previewed. The import has ended then. */
  async bringIn(as: 'mine' | 'other'): Promise<ShownSummary> {
    try {
      const answer = await this.#ask({ ask: 'bring-in', as, id: this.id });
      if (answer.say !== 'done') throw new Error(`the import answered "${answer.say}"`);
      return answer.summary;
    } finally {
      this.#worker.terminate();
    }
  }

  /** Ends the work at once. @returns whether it had been carried out before it could be stopped */
  async stop(): Promise<boolean> {
    this.#worker.terminate();
    return isCommitted(this.id);
  }

  /** For an import that has written nothing. */
  discard(): void {
    this.#worker.terminate();
  }

  #ask(question: ToWorker): Promise<Exclude<FromWorker, { say: 'progress' }>> {
    return new Promise((resolve, reject) => {
      this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        this.#hasAnswered = true;
        if (data.say === 'progress') this.#onProgress(data.progress);
        else if (data.say === 'problem') reject(new StoreError(data.code, data.sentence));
        else resolve(data);
      };
      this.#worker.onerror = (event) => {
        event.preventDefault();
        const sentence = this.#hasAnswered ? BROKEN_OFF : NOT_STARTED;
        reject(new StoreError('no-worker', sentence));
      };
      this.#worker.postMessage(question);
    });
  }
}
