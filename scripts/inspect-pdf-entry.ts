/** What `npm run inspect` reads PDFs with: the extension's own reader, answering in the format of pages. */
import { type Explained, explainLedger } from '../lib/page/explain';
import { Ledger } from '../lib/page/shared';
import { loadPdf, type OpenDocument, type PdfFile, readPdf } from '../lib/pdf';
import { readCitation } from '../lib/text/citation';
import { fieldNamed } from './inspect-fields';

/** What pdf.js reads of an open document. */
export const load = (document: OpenDocument): Promise<PdfFile> => loadPdf(document);

/** The answer about a file. */
export function inspect(file: PdfFile) {
  const { kind, quality, paper, conflicts, structure } = readPdf(file);
  const { sections, sentences, references, citations } = structure;
  return {
    kind,
    representation: 'pdf',
    quality,
    paper,
    sections: sections.map(({ level, title, kind: of }) => ({ level, title, kind: of })),
    references: references.map(({ start, end, ...reference }) => ({
      ...reference,
      authors: readCitation(reference.text).authors,
      containerTitle: reference.container,
      page: reference.pages,
    })),
    citations: citations.map(({ start, end, index, ...citation }) => citation),
    entries: [],
    sentences: sentences.length,
    conflicts,
  };
}

/** Its text in reading order. */
export const text = (file: PdfFile): string => readPdf(file).text.text;

/** Why a field of its paper has its value. */
export function why(file: PdfFile, field: string): Explained[] {
  const ledger = new Ledger();
  readPdf(file, ledger);
  return explainLedger(ledger).filter((one) => one.field === fieldNamed(field));
}
