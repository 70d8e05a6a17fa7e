/** One import from the page's side: a file is opened, then what is in it is brought in, or it is left. */
import { BesidePage } from './beside-page';
import type { ImportPreview, ShownSummary } from './import-messages';

export class Importing extends BesidePage {
  /** Reads the file and compares it with the store; nothing is written. */
  async open(file: File): Promise<ImportPreview> {
    const answer = await this.ask({ ask: 'open', file });
    if (answer.say !== 'preview') throw new Error(`the import answered "${answer.say}"`);
    return answer.preview;
  }

  /** Brings in what was previewed. The import has ended then. */
  async bringIn(as: 'mine' | 'other'): Promise<ShownSummary> {
    try {
      const answer = await this.ask({ ask: 'bring-in', as, id: this.id });
      if (answer.say !== 'done') throw new Error(`the import answered "${answer.say}"`);
      return answer.summary;
    } finally {
      this.discard();
    }
  }
}
