/**
 * The import of this page: a file is read, previewed, and brought in or left. It is kept above the rooms, so that what
 * is being written, and its report, survive leaving the room that shows it. Nothing is written before the preview.
 *
 * Of several files each has a preview of its own, one after the other: a backup among them asks what references do not,
 * lines are counted in one file, a file that cannot be read holds up no other, each can be taken back by itself, and what
 * two files have in common is shown as listed in the preview of the second.
 */
import type {
  Decision,
  ImportSource,
  Preview,
  Progress,
  Summary,
} from '@/components/exchange/import-messages';
import { Importing } from '@/components/exchange/importing';
import { type TakingBack, takeBack } from '@/components/exchange/take-back';
import { sentenceOf } from '@/components/text/sentence-of';
import type { TableMapping } from '@/lib/exchange';
import { isTakenBack, undo } from '@/lib/store';

export type ImportState =
  | { at: 'rest'; said: string }
  | { at: 'work'; name: string; progress: Progress }
  | { at: 'preview'; name: string; preview: Preview }
  | {
      at: 'done';
      name: string;
      summary: Summary;
      isTakingBack?: boolean;
      /** The step by which its records were counted in the flow diagram. */
      countedBy?: string;
    }
  /** It had been carried out by the time that it was to be stopped; its report is lost. */
  | { at: 'too-late'; eventId: string; isTakingBack?: boolean }
  | ({ at: 'undoing' } & TakingBack)
  | { at: 'problem'; sentence: string };

/** A file that waits for its turn, and the review whose list references in it come onto. */
interface Waiting {
  file: File;
  reviewId: string;
}

/** What pasted ids are called where a file has its name. */
export const PASTED = 'the pasted ids';

const AT_REST: ImportState = { at: 'rest', said: '' };
const BEGUN: Progress = { stage: 'reading', done: 0, total: 0 };
const COMPARES: Progress = { stage: 'comparing', done: 0, total: 0 };
const BRINGS_IN: Progress = { stage: 'writing', done: 0, total: 0 };

/** Takes the count of an import back with it. @returns what the reader is told of it */
async function uncounted(stepId: string): Promise<string> {
  try {
    if (!(await isTakenBack(stepId))) await undo(stepId);
    return ' So was its count in the flow diagram.';
  } catch (error) {
    return ` Its count in the flow diagram stays: ${sentenceOf(error)}`;
  }
}

class ImportRun {
  #state: ImportState = AT_REST;
  /** The import of now: what an earlier one still answers is not shown. */
  #importing: Importing | null = null;
  #isWriting = false;
  #waiting: readonly Waiting[] = [];
  /** The file that was opened last; null where ids were. */
  #opened: Waiting | null = null;
  /** The table whose columns were named last. */
  #table: Extract<ImportState, { at: 'preview' }> | null = null;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): ImportState => this.#state;

  /** Is the store being written, by an import or by taking one back? */
  get isWriting(): boolean {
    return this.#isWriting;
  }

  readonly waiting = (): readonly Waiting[] => this.#waiting;

  /** Opens the first of these files; the others wait, before those that have waited. */
  openFiles(files: readonly File[], reviewId: string): void {
    if (!files.length || this.#isWriting) return;
    this.#waiting = [...files.map((file) => ({ file, reviewId })), ...this.#notYetDecided()];
    this.openNext();
  }

  /** Opens the first of the files that wait. */
  openNext(): void {
    const [first, ...others] = this.#waiting;
    if (!first || this.#isWriting) return;
    this.#waiting = others;
    this.#opened = first;
    this.#open(first.file, first.reviewId);
  }

  /** Leaves the files that wait. */
  dropWaiting(): void {
    this.#waiting = [];
    this.#show(this.#state);
  }

  openIds(ids: string, reviewId: string): void {
    if (this.#isWriting) return;
    this.#waiting = this.#notYetDecided();
    this.#opened = null;
    this.#open({ ids }, reviewId);
  }

  /** The files that wait; before them the one of theirs that is only looked at. Alone, it was chosen a moment ago, and goes. */
  #notYetDecided(): readonly Waiting[] {
    const isLookedAt = this.#state.at === 'work' || this.#state.at === 'preview';
    return isLookedAt && this.#opened && this.#waiting.length
      ? [this.#opened, ...this.#waiting]
      : this.#waiting;
  }

  #open(source: ImportSource, reviewId: string): void {
    this.#importing?.discard();
    this.#table = null;
    const name = 'ids' in source ? PASTED : source.name;
    let importing: Importing;
    try {
      importing = new Importing((progress) => {
        if (this.#importing === importing) this.#show({ at: 'work', name, progress });
      });
    } catch (error) {
      this.#show({ at: 'problem', sentence: sentenceOf(error) });
      return;
    }
    this.#importing = importing;
    this.#show({ at: 'work', name, progress: BEGUN });
    void this.#follow(importing, async () => ({
      ...{ at: 'preview', name, preview: await importing.open(source, reviewId) },
    }));
  }

  /** Compares the table that is looked at, now that its columns are named. */
  map(mapping: TableMapping): void {
    this.#readOn(COMPARES, (importing) => importing.map(mapping));
  }

  /** Looks at another sheet of the workbook. */
  chooseSheet(name: string): void {
    this.#readOn(BEGUN, (importing) => importing.chooseSheet(name));
  }

  #readOn(progress: Progress, read: (importing: Importing) => Promise<Preview>): void {
    const importing = this.#importing;
    const shown = this.#state;
    if (!importing || shown.at !== 'preview' || shown.preview.of !== 'table') return;
    this.#table = shown;
    this.#show({ at: 'work', name: shown.name, progress });
    void this.#follow(importing, async () => ({
      ...{ at: 'preview', name: shown.name, preview: await read(importing) },
    }));
  }

  /** Back from what a table would bring in to its columns. */
  changeColumns(): void {
    if (this.#state.at === 'preview' && this.#table && this.#importing) this.#show(this.#table);
  }

  bringIn(decision: Decision): void {
    const importing = this.#importing;
    if (!importing || this.#state.at !== 'preview') return;
    const { name } = this.#state;
    this.#isWriting = true;
    this.#show({ at: 'work', name, progress: BRINGS_IN });
    void this.#follow(importing, async () => {
      const summary = await importing.bringIn(decision);
      return { at: 'done', name, summary };
    });
  }

  cancel(): void {
    const importing = this.#importing;
    this.#importing = null;
    this.#isWriting = false;
    if (!importing) return;
    void this.#follow(null, async () => {
      if (!(await importing.stop()))
        return { at: 'rest', said: 'Cancelled. Nothing was imported.' };
      return { at: 'too-late', eventId: importing.id };
    });
  }

  takeBack(eventId: string): void {
    const before = this.#state;
    if (this.#isWriting || (before.at !== 'done' && before.at !== 'too-late')) return;
    this.#isWriting = true;
    this.#show({ ...before, isTakingBack: true });
    void this.#follow(null, async () => {
      const isDone = await takeBack(eventId, (running) =>
        this.#show({ at: 'undoing', ...running }),
      );
      // Cancelled: the import is as it was, and so is the offer to take it back.
      if (!isDone) return before;
      const countedBy = before.at === 'done' ? before.countedBy : undefined;
      const said = countedBy === undefined ? '' : await uncounted(countedBy);
      return { at: 'rest', said: `The import was taken back.${said}` };
    });
  }

  /** The records of the import that is done are in the flow diagram now. */
  noteCounted(countedBy: string): void {
    if (this.#state.at === 'done') this.#show({ ...this.#state, countedBy });
  }

  close(): void {
    this.#importing?.discard();
    this.#importing = null;
    this.#show(AT_REST);
  }

  /**
   * The room is left: a file that is only looked at, and what has been read there, go; what is being written goes on, and
   * files that wait for their turn are there on return.
   */
  leave(): void {
    if (this.#isWriting) return;
    this.#waiting = this.#notYetDecided();
    this.close();
  }

  #show(state: ImportState): void {
    // Listeners also learn from this how many files wait, and react only to a new object.
    this.#state = { ...state };
    for (const listener of this.#listeners) listener();
  }

  /** Shows what comes of a piece of work, if its import is still the one of now. */
  async #follow(importing: Importing | null, work: () => Promise<ImportState>): Promise<void> {
    let next: ImportState;
    try {
      next = await work();
    } catch (error) {
      importing?.discard();
      next = { at: 'problem', sentence: sentenceOf(error) };
    }
    if (this.#importing !== importing) return;
    this.#isWriting = false;
    if (next.at !== 'preview') this.#importing = null;
    this.#show(next);
  }
}

export const importRun = new ImportRun();
