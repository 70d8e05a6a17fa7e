/** The worker that reads a file's text: columns, sentences, references, paper. It reads one file, and is ended. */
import '../../background/no-requests';
import { type PdfFile, readForViewer } from '@/lib/pdf';

self.addEventListener('message', ({ data }: MessageEvent<PdfFile>) => {
  // Fields that are read when they are asked for are read here: what is sent is plain.
  self.postMessage(readForViewer(data));
});
