/**
 * What browser tests ask Node for: PDFs as pdf.js reads them there, and the given papers of which there is a PDF and a web
 * page. Papers are given outside of the project; where they are absent there are none.
 */
import { spawnSync } from 'node:child_process';
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

/** A line as poppler sees it, in points from the top left corner of its page. */
export interface PopplerLine {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  text: string;
}

export interface PopplerPage {
  width: number;
  height: number;
  lines: PopplerLine[];
}

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** What pdf.js reads of a file. @param bytes each as a letter of Latin-1 */
    loadPdf: (bytes: string) => Promise<PdfFile>;
    pdfPairs: () => Promise<PairName[]>;
    pdfPair: (pair: PairName) => Promise<PairFiles>;
    /** The given PDFs in two columns. */
    pdfsInColumns: () => Promise<string[]>;
    /** Whether poppler is installed. */
    hasPoppler: () => Promise<boolean>;
    /** A given PDF, and its lines as poppler sees them. */
    pdfWithLines: (file: string) => Promise<{ pdf: PdfFile; pages: PopplerPage[] }>;
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

/** Where the other given PDFs are, beside the pages and papers of the corpus. */
const pdfFolder = (): string => path.join(corpusFolder() ?? '', '../corpus-pdf');

function inColumns(): string[] {
  const manifest = path.join(pdfFolder(), 'manifest.json');
  if (!existsSync(manifest)) return [];
  const entries = JSON.parse(readFileSync(manifest, 'utf8')) as { file: string; layout?: string }[];
  return entries.filter(({ layout }) => layout === 'two columns').map(({ file }) => file);
}

const attributes = (tag: string): Record<string, number> =>
  Object.fromEntries(
    [...tag.matchAll(/(\w+)="([\d.-]+)"/g)].map(([, name, value]) => [name, Number(value)]),
  );

/** What `pdftotext -bbox-layout` prints: pages, blocks, lines and words, each with its box. */
function popplerPages(file: string): PopplerPage[] {
  const { stdout } = spawnSync('pdftotext', ['-bbox-layout', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return stdout
    .split('<page ')
    .slice(1)
    .map((page) => {
      const { width = 0, height = 0 } = attributes(page.slice(0, page.indexOf('>')));
      const lines = page
        .split('<line ')
        .slice(1)
        .map((line) => {
          const {
            xMin = 0,
            xMax = 0,
            yMin = 0,
            yMax = 0,
          } = attributes(line.slice(0, line.indexOf('>')));
          const words = [...line.matchAll(/<word[^>]*>([^<]*)</g)].map(([, word]) => word);
          return { x0: xMin, x1: xMax, y0: yMin, y1: yMax, text: words.join(' ') };
        });
      return { width, height, lines };
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
  pdfsInColumns: inColumns,
  hasPoppler: () => !spawnSync('pdftotext', ['-v']).error,
  pdfWithLines: async (_context: unknown, file: string) => {
    const pages = popplerPages(path.join(pdfFolder(), file));
    return { pages, pdf: await load(readFileSync(path.join(pdfFolder(), file))) };
  },
};
