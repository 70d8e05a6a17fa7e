/**
 * pdf.js as this page uses it. It is given no WebAssembly, which our policy forbids: JPEG 2000 has a decoder in plain
 * script, colour profiles are left out, and JBIG2 pictures (in some scans) are not painted. Its legacy build brings what the
 * oldest browsers that Bearing runs in do not have.
 */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { browser } from 'wxt/browser';

/** A folder of pdf.js's own data inside the extension (`wxt.config.ts` copies them). */
const data = (folder: 'cmaps' | 'standard_fonts' | 'wasm') =>
  browser.runtime.getURL(`/pdfjs/${folder}/` as never);

/**
 * What a document is opened with.
 * @param signal ends the document, and with it its worker: each has its own, so that one which is still ending keeps no other
 * from being opened
 */
export function openOptions(signal: AbortSignal) {
  const port = new Worker(new URL('../workers/pdfjs.ts', import.meta.url), {
    type: 'module',
    name: 'pdf',
  });
  const worker = pdfjs.PDFWorker.create({ port });
  signal.addEventListener('abort', () => {
    worker.destroy();
    port.terminate();
  });
  return {
    worker,
    cMapUrl: data('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: data('standard_fonts'),
    wasmUrl: data('wasm'),
    useWasm: false,
    // The worker makes no request: the page fetches what is packaged, too.
    useWorkerFetch: false,
    isEvalSupported: false,
    enableXfa: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  };
}

export { pdfjs };
