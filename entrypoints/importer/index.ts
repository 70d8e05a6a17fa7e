/**
 * The worker that imports a file or takes a large step back (built as `importer.js`), so that neither blocks the page.
 * It does one piece of work; the page ends it to cancel, and a transaction that has not committed leaves nothing.
 */
import { asProblem, Problem } from '@/lib/model';
import { onCommitted } from '@/lib/store';
import '../background/no-requests';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import {
  bringIn,
  mapped,
  type Opened,
  open,
  preview,
  takeBack,
} from '@/components/exchange/import-job';
import type { FromWorker, Progress, ToWorker } from '@/components/exchange/import-messages';

const say = (message: FromWorker) => self.postMessage(message);
const tell = (progress: Progress) => say({ say: 'progress', progress });

let opened: Opened | undefined;

async function answer(asked: ToWorker): Promise<FromWorker> {
  if (asked.ask === 'open') {
    opened = await open(asked.source, asked.reviewId, tell);
    return { say: 'preview', preview: await preview(opened, tell) };
  }
  if (asked.ask === 'map') {
    opened = mapped(opened, asked.mapping);
    return { say: 'preview', preview: await preview(opened, tell) };
  }
  if (asked.ask === 'take-back') {
    await takeBack(asked, tell);
    return { say: 'taken-back' };
  }
  if (!opened) throw new Problem('no-file', 'No file is open. Choose it again.');
  return { say: 'done', summary: await bringIn(opened, asked, tell) };
}

export default defineUnlistedScript({
  main() {
    // A worker can send nothing to the background: the page passes it on.
    onCommitted((change) => say({ say: 'changed', change }));
    self.addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
      try {
        say(await answer(data));
      } catch (error) {
        const { code, message } = asProblem(error);
        say({ say: 'problem', code, sentence: message });
      }
    });
  },
});
