/** The door of the PDF reader: from what pdf.js reads of a file to its text in reading order, its paper and structure. */
import { Ledger } from '../page/shared';
import { readHeader } from './header/read';
import { headView } from './header/view';
import { readLines } from './layout/page-lines';
import { qualityOf } from './quality';
import type { PdfFile } from './source/types';
import { readStructure } from './structure/read';
import { blocksOfText, type TextBlock } from './text/parts';
import type { PdfStructure } from './types';

export { printedPage } from './header/printed-pages';
export { loadPdf, type OpenDocument } from './source/load';
export type { PdfFile, PdfItem } from './source/types';
export type { Stretch, TextBlock, TextPart } from './text/parts';
export type { PdfStructure } from './types';

/** Of a file whose text is not there, or spells nothing. */
const NO_PAPER = { kind: 'none' as const, paper: null, conflicts: [] };

/**
 * Reads a PDF. Never throws on a strange file: what cannot be read is missing.
 * @param ledger keeps what was claimed of each field of the paper
 */
export function readPdf(file: PdfFile, ledger = new Ledger()) {
  const quality = qualityOf(file);
  const pages = readLines(file.pages);
  const { text, paragraphs, structure, blocks, ...style } = readStructure(pages, file.outline);
  if (quality !== 'text') {
    const nothing = { sections: [], sentences: [], references: [], citations: [] };
    return { ...NO_PAPER, quality, text, paragraphs, structure: nothing };
  }
  const header = readHeader(headView(file, pages, blocks, style), structure, ledger);
  return { ...header, quality, text, paragraphs, structure };
}

/** What a viewer needs of a PDF, as plain data that can be sent from a worker. */
export interface PdfReading
  extends Pick<ReturnType<typeof readPdf>, 'kind' | 'paper' | 'conflicts' | 'quality'> {
  /** The text in reading order; places below are offsets into it, in UTF-16 units. */
  text: string;
  blocks: TextBlock[];
  structure: PdfStructure;
}

/** Reads a PDF for a viewer. Never throws on a strange file. */
export function readForViewer(file: PdfFile): PdfReading {
  const { kind, paper, conflicts, quality, text, paragraphs, structure } = readPdf(file);
  const blocks = blocksOfText(text, paragraphs, structure);
  return { ...{ kind, paper, conflicts, quality, blocks, structure }, text: text.text };
}
