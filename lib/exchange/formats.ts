/** The exports of a review, as offered to the reader: adding one is one file and one line here. */
import { chosen } from './chosen';
import { annotationsJsonld } from './out/annotations-jsonld';
import { codebookCsv } from './out/codebook-csv';
import { evidenceTableCsv } from './out/evidence-table-csv';
import { influenceSummaryCsv } from './out/influence-summary-csv';
import { notesZip } from './out/notes-zip';
import { paperMatrixCsv } from './out/paper-matrix-csv';
import { papersBib } from './out/papers-bib';
import { papersCslJson } from './out/papers-csl-json';
import { papersRevmanRis, papersRis } from './out/papers-ris';
import { prismaCsv } from './out/prisma-csv';
import { projectQdpx } from './out/project-qdpx';
import { readingListMd } from './out/reading-list-md';
import { reportHtml } from './out/report-html';
import { reviewDocx } from './out/review-docx';
import { reviewXlsx } from './out/review-xlsx';
import type { Exporter, Format, FormatOf } from './types';

const FORMATS: readonly Format[] = [
  reviewXlsx,
  papersRis,
  papersRevmanRis,
  papersBib,
  papersCslJson,
  notesZip,
  readingListMd,
  projectQdpx,
  reviewDocx,
  reportHtml,
  evidenceTableCsv,
  influenceSummaryCsv,
  paperMatrixCsv,
  prismaCsv,
  codebookCsv,
  annotationsJsonld,
];

export const exporters: readonly Exporter[] = FORMATS.map((format) => ({
  ...format,
  hasNews: (data, options) =>
    !hasParts(format.of) || chosen(data, options, format.of)[format.of].length > 0,
  write: (data, options) => format.write(chosen(data, options, format.of), options),
}));

/** Can only a part of such a file be new? What counts or lists codebooks is always whole. */
export const hasParts = (of: FormatOf): of is 'papers' | 'tags' => of === 'papers' || of === 'tags';

/** An export by its id; undefined if there is none. */
export function exporterById(id: string): Exporter | undefined {
  return exporters.find((exporter) => exporter.id === id);
}
