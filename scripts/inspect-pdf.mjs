/**
 * Opens PDFs with the pinned pdf.js, in Node: its legacy build reads the same text there as in a browser, without one.
 */
import path from 'node:path';
import vm from 'node:vm';
import { root } from './browser.mjs';
import { bundleScript } from './bundle.mjs';

/** Where pdf.js looks for its data. */
const data = (folder) => `${path.join(root, 'node_modules/pdfjs-dist', folder)}/`;

/** What is said of files that cannot be opened, by pdf.js's names of what is wrong. */
const NOTES = {
  PasswordException: 'The file asks for a password.',
  InvalidPDFException: 'The file is damaged, or is not a PDF.',
};

/** A reader of PDFs; ready once. */
export async function pdfReader() {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const code = await bundleScript('scripts/inspect-pdf-entry.ts', { name: 'bearingPdf' });
  const reader = vm.runInThisContext(`${code};bearingPdf`);
  const open = (bytes) =>
    pdfjs.getDocument({
      data: new Uint8Array(bytes),
      verbosity: 0,
      cMapUrl: data('cmaps'),
      cMapPacked: true,
      standardFontDataUrl: data('standard_fonts'),
    });
  return {
    /**
     * What pdf.js reads of a file.
     * @param {Uint8Array} bytes
     */
    async load(bytes) {
      const opening = open(bytes);
      try {
        return await reader.load(await opening.promise);
      } finally {
        await opening.destroy();
      }
    },
    /**
     * Reads a file.
     * @param {Uint8Array} bytes
     * @param {{why?: string, text?: boolean}} asked
     */
    async read(bytes, { why, text } = {}) {
      const began = performance.now();
      const opening = open(bytes);
      try {
        const file = await reader.load(await opening.promise);
        const loaded = performance.now();
        const answer = why
          ? { claims: reader.why(file, why) }
          : text
            ? { text: reader.text(file) }
            : reader.inspect(file);
        return { answer, times: { load: loaded - began, read: performance.now() - loaded } };
      } catch (error) {
        const note = NOTES[error?.name];
        if (!note) throw error;
        return { answer: { kind: 'none', paper: null, note } };
      } finally {
        await opening.destroy();
      }
    },
  };
}
