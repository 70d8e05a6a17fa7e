/**
 * The worker that imports a file or takes a large step back (built as `importer.js`), so that neither blocks the page.
 * It does one piece of work; the page ends it to cancel, and a transaction that has not committed leaves nothing.
 */
import { asProblem } from '@/lib/model';
import { onCommitted } from '@/lib/store';
import '../background/no-requests';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ImportJob } from '@/components/exchange/import-job';
import type { FromWorker, Progress, ToWorker } from '@/components/exchange/import-messages';

const say = (message: FromWorker) => self.postMessage(message);
const tell = (progress: Progress) => say({ say: 'progress', progress });

export default defineUnlistedScript({
  main() {
    const job = new ImportJob();
    // A worker can send nothing to the background: the page passes it on.
    onCommitted((change) => say({ say: 'changed', change }));
    self.addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
      try {
        say(await job.answer(data, tell));
      } catch (error) {
        const { code, message } = asProblem(error);
        say({ say: 'problem', code, sentence: message });
      }
    });
  },
});
