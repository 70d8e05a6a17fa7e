/** One import from the page's side: a file is opened, then what is in it is brought in, or it is left. */
import type { TableMapping } from '@/lib/exchange';
import { BesidePage } from './beside-page';
import type { Decision, ImportSource, Preview, Summary, ToWorker } from './import-messages';

export class Importing extends BesidePage {
  /** Reads the file, or what was pasted, and compares it with the store; nothing is written. */
  async open(source: ImportSource, reviewId: string): Promise<Preview> {
    return this.#preview({ ask: 'open', source, reviewId });
  }

  /** Compares a table with the store, now that its columns are named; nothing is written. */
  async map(mapping: TableMapping): Promise<Preview> {
    return this.#preview({ ask: 'map', mapping });
  }

  /** Looks at another sheet of the workbook; nothing is written. */
  async chooseSheet(name: string): Promise<Preview> {
    return this.#preview({ ask: 'sheet', name });
  }

  async #preview(question: ToWorker): Promise<Preview> {
    const answer = await this.ask(question);
    if (answer.say !== 'preview') throw new Error(`the import answered "${answer.say}"`);
    return answer.preview;
  }

  /** Brings in what was previewed. The import has ended then. */
  async bringIn(decision: Decision): Promise<Summary> {
    try {
      const answer = await this.ask({ ask: 'bring-in', decision, id: this.id });
      if (answer.say !== 'done') throw new Error(`the import answered "${answer.say}"`);
      return answer.summary;
    } finally {
      this.discard();
    }
  }
}
