/** Taking a step back from a page: a small one at once, a large one (an import) beside the page, with progress. */
import { isLargeStep, undo } from '@/lib/store';
import { BesidePage } from './beside-page';
import type { Progress } from './import-messages';

/** A large step that is being taken back. */
export interface TakingBack {
  progress: Progress;
  cancel: () => void;
}

/** What is being taken back now: who asks for the same step again waits for the same work. */
const underWay = new Map<string, Promise<boolean>>();

/**
 * Takes a step back; that of an undoing does the step again.
 * @param show called with each progress of a large step
 * @returns whether it was taken back: false where it was cancelled in time
 * @throws Problem with a sentence, and nothing has changed
 */
export function takeBack(stepId: string, show: (running: TakingBack) => void): Promise<boolean> {
  const work = underWay.get(stepId) ?? start(stepId, show);
  underWay.set(stepId, work);
  return work.finally(() => underWay.delete(stepId));
}

async function start(stepId: string, show: (running: TakingBack) => void): Promise<boolean> {
  if (!(await isLargeStep(stepId))) {
    await undo(stepId);
    return true;
  }
  return new Promise((resolve, reject) => {
    const cancel = () => work.stop().then(resolve, reject);
    const work = new LongUndo((progress) => show({ progress, cancel }));
    show({ progress: { stage: 'taking-back', done: 0, total: 0 }, cancel });
    work.run(stepId).then(() => resolve(true), reject);
  });
}

class LongUndo extends BesidePage {
  async run(stepId: string): Promise<void> {
    try {
      await this.ask({ ask: 'take-back', stepId, id: this.id });
    } finally {
      this.discard();
    }
  }
}
