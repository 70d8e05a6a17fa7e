/**
 * The worker that writes exports (built as `exporter.js`), so that none blocks the page. Apart from the importer, which writes
 * into the store and has no use for the formats: each is started for one piece of work, and loads what that needs. It only reads.
 */
import { asProblem } from '@/lib/model';
import '../background/no-requests';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { writeExport } from '@/components/exchange/export-job';
import type { FromExporter, ToExporter } from '@/components/exchange/export-messages';

const say = (message: FromExporter, transfer: Transferable[] = []) =>
  self.postMessage(message, { transfer });

export default defineUnlistedScript({
  main() {
    self.addEventListener('message', async ({ data }: MessageEvent<ToExporter>) => {
      try {
        const file = await writeExport(data);
        say({ say: 'written', file }, [file.bytes.buffer]);
      } catch (error) {
        const { code, message } = asProblem(error);
        say({ say: 'problem', code, sentence: message });
      }
    });
  },
});
