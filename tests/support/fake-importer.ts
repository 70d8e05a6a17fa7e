/**
 * Replaces the importer's worker in tests of the page's side: the test decides when each answer is sent; the work itself
 * is done by the importer's own code.
 */

import { ImportJob } from '../../components/exchange/import-job';
import type { FromWorker, Progress, ToWorker } from '../../components/exchange/import-messages';
import { asProblem } from '../../lib/model';

export class FakeImporter {
  static made: FakeImporter[] = [];
  /** The one that was started last. */
  static get last(): FakeImporter {
    const last = FakeImporter.made.at(-1);
    if (!last) throw new Error('no importer was started');
    return last;
  }

  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  isEnded = false;
  readonly #job = new ImportJob();
  #asked: ToWorker | undefined;

  constructor() {
    FakeImporter.made.push(this);
  }

  postMessage(asked: ToWorker): void {
    this.#asked = asked;
  }

  terminate(): void {
    this.isEnded = true;
  }

  /** What it was asked and has not done. */
  get asked(): ToWorker['ask'] | undefined {
    return this.#asked?.ask;
  }

  /** An answer that was on its way when the worker was ended arrives all the same. */
  say(data: FromWorker): void {
    this.onmessage?.({ data });
  }

  tell(progress: Progress): void {
    this.say({ say: 'progress', progress });
  }

  /** Does what it was asked, without saying so. */
  async work(): Promise<FromWorker> {
    const asked = this.#asked;
    this.#asked = undefined;
    try {
      if (!asked) throw new Error('nothing was asked');
      return await this.#job.answer(asked, () => {});
    } catch (error) {
      const { code, message } = asProblem(error);
      return { say: 'problem', code, sentence: message };
    }
  }

  async answer(): Promise<void> {
    this.say(await this.work());
  }
}
