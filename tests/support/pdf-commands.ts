/**
 * What browser tests ask Node for: PDFs as pdf.js reads them there, and the given papers of which there is a PDF and a web
 * page. Papers are given outside of the project; where they are absent there are none.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PdfFile } from '../../lib/pdf';
import { corpusEntries, corpusFolder } from './corpus';

/** One paper in two representations, both of which are in the corpus. */
export interface PairName {
  name: string;
  pdf: string;
  /** A saved page, or the article as JATS. */
  page: string;
}

export interface PairFiles {
  page: string;
  pdf: PdfFile;
}

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** What pdf.js reads of a file. @param bytes each as a letter of Latin-1 */
    loadPdf: (bytes: string) => Promise<PdfFile>;
    pdfPairs: () => Promise<PairName[]>;
    pdfPair: (pair: PairName) => Promise<PairFiles>;
  }
}

async function load(bytes: Uint8Array): Promise<PdfFile> {
  const { pdfReader } = await import('../../scripts/inspect-pdf.mjs');
  return (await pdfReader()).load(bytes);
}

/** The saved page of a PDF where the manifest names one, and its JATS where that is given: by its own name or its page's. */
function pairsOf(folder: string): PairName[] {
  return corpusEntries('pdf').flatMap((entry) => {
    const { file, paired_html: html } = entry as typeof entry & { paired_html?: string };
    const name = path.basename(file, '.pdf');
    const articles = [`pdf-${name}`, ...(html ? [path.basename(html, '.html')] : [])]
      .map((one) => `gold/${one}.jats.xml`)
      .filter((one) => existsSync(path.join(folder, one)));
    return [
      ...(html ? [{ name: `${name}, saved page`, pdf: file, page: html }] : []),
      ...articles.map((page) => ({ name: `${name}, JATS`, pdf: file, page })),
    ];
  });
}

export const pdfCommands = {
  loadPdf: (_context: unknown, bytes: string) => load(Buffer.from(bytes, 'latin1')),
  pdfPairs: () => pairsOf(corpusFolder() ?? ''),
  pdfPair: async (_context: unknown, { pdf, page }: PairName): Promise<PairFiles> => {
    const folder = corpusFolder() ?? '';
    return {
      page: readFileSync(path.join(folder, page), 'utf8'),
      pdf: await load(readFileSync(path.join(folder, pdf))),
    };
  },
};
