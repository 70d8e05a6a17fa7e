/** The exports of a review, as offered to the reader: adding one is one file and one line here. */
import { evidenceTableCsv } from './out/evidence-table-csv';
import type { Exporter } from './types';

export const exporters: readonly Exporter[] = [evidenceTableCsv];

/** An export by its id; undefined if there is none. */
export function exporterById(id: string): Exporter | undefined {
  return exporters.find((exporter) => exporter.id === id);
}

/** "peer-support-review-evidence-table-2026-11-21.csv": safe on every file system. */
export function fileName(
  reviewName: string,
  exporter: { id: string; extension: string },
  at: string,
): string {
  const what = exporter.id.replace(new RegExp(`-${exporter.extension}$`), '');
  const name = reviewName
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '')
    .toLowerCase();
  return `${name || 'review'}-${what}-${at.slice(0, 10)}.${exporter.extension}`;
}
