/** The exports of a review, as offered to the reader: adding one is one file and one line here. */
import { looseKey } from '../text';
import { codebookCsv } from './out/codebook-csv';
import { evidenceTableCsv } from './out/evidence-table-csv';
import { influenceSummaryCsv } from './out/influence-summary-csv';
import { paperMatrixCsv } from './out/paper-matrix-csv';
import { papersCslJson } from './out/papers-csl-json';
import { papersRis } from './out/papers-ris';
import { readingListMd } from './out/reading-list-md';
import type { Exporter } from './types';

export const exporters: readonly Exporter[] = [
  evidenceTableCsv,
  influenceSummaryCsv,
  paperMatrixCsv,
  papersRis,
  papersCslJson,
  readingListMd,
  codebookCsv,
];

/** An export by its id; undefined if there is none. */
export function exporterById(id: string): Exporter | undefined {
  return exporters.find((exporter) => exporter.id === id);
}

/** "peer-support-review-evidence-table-2026-11-21.csv": safe on every file system. */
export function fileName(
  reviewName: string,
  file: Pick<Exporter, 'id' | 'extension'>,
  at: string,
): string {
  const name = looseKey(reviewName).replaceAll(' ', '-').slice(0, 60).replace(/-$/, '');
  const suffix = `-${file.extension}`;
  const what = file.id.endsWith(suffix) ? file.id.slice(0, -suffix.length) : file.id;
  return `${name || 'review'}-${what}-${at.slice(0, 10)}.${file.extension}`;
}
