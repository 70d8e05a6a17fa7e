/** One import from the page's side: a file is opened, then what is in it is brought in, or it is left. */
import { BesidePage } from './beside-page';
import type { ImportSource, Preview, Summary } from './import-messages';

export class Importing extends BesidePage {
  /** Reads the file, or what was pasted, and compares it with the store; nothing is written. */
  async open(source: ImportSource, reviewId: string): Promise<Preview> {
    const answer = await this.ask({ ask: 'open', source, reviewId });
    if (answer.say !== 'preview') throw new Error(`the import answered "${answer.say}"`);
    return answer.preview;
  }

  /** Brings in what was previewed. The import has ended then. */
  async bringIn(as: 'mine' | 'other'): Promise<Summary> {
    try {
      const answer = await this.ask({ ask: 'bring-in', as, id: this.id });
      if (answer.say !== 'done') throw new Error(`the import answered "${answer.say}"`);
      return answer.summary;
    } finally {
      this.discard();
    }
  }
}
