/**
 * pdf.js as this page uses it. It is given no WebAssembly, which our policy forbids: JPEG 2000 has a decoder in plain
 * script, colour profiles are left out, and JBIG2 pictures (in some scans) are not painted.
 */
import * as pdfjs from 'pdfjs-dist';
import { browser } from 'wxt/browser';

/** A folder of pdf.js's own data inside the extension (`wxt.config.ts` copies them). */
const data = (folder: 'cmaps' | 'standard_fonts' | 'wasm') =>
  browser.runtime.getURL(`/pdfjs/${folder}/` as never);

let worker: Worker | null = null;

/** What every document is opened with. */
export function openOptions() {
  worker ??= new Worker(new URL('../workers/pdfjs.ts', import.meta.url), {
    type: 'module',
    name: 'pdf',
  });
  pdfjs.GlobalWorkerOptions.workerPort = worker;
  return {
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
