/** What the export controls do. Loaded on demand: formats are not needed to look at a map. */
import { browser } from 'wxt/browser';
import {
  backupFile,
  backupOf,
  exporterById,
  exporters,
  fileName,
  tableAsHtml,
  tableAsText,
  writeBackup,
} from '@/lib/exchange';
import { type EvidenceMap, type MapOptions, mapAsText, type OutputTable } from '@/lib/map';
import { now } from '@/lib/model';
import { contents, countMissing, noteBackup, reviewData } from '@/lib/store';
import { missingAre } from '../left-out/words';
import { saveFile } from '../ui/save-file';

export interface ShownFormat {
  id: string;
  name: string;
  hint: string;
}

/** The formats one review can leave in, in the order in which they are offered. */
export function reviewFormats(): ShownFormat[] {
  return exporters.map(({ id, label, hint }) => ({ id, name: label, hint }));
}

/** "Bearing 0.1.0", as files say who wrote them. */
export function appName(): string {
  return `Bearing ${browser.runtime.getManifest().version}`;
}

/** Each action gives the sentence that says what happened. */
export async function exportReview(id: string, reviewId: string, map: MapOptions): Promise<string> {
  const exporter = exporterById(id);
  const data = await reviewData(reviewId);
  if (!exporter || !data) throw new Error('this review or format is no longer there');
  const at = now();
  const content = exporter.write(data, { map, at });
  saveFile(fileName(data.review.name, exporter, at), exporter.mime, content as BlobPart);
  const missing = countMissing(data.leftOut);
  return data.leftOut.length ? `File written; ${missingAre(missing)} not in it.` : 'File written.';
}

/** @param seenThrough of a map that is seen through another codebook, what it says of itself */
export async function copyMap(map: EvidenceMap, seenThrough?: string): Promise<string> {
  await navigator.clipboard.writeText(mapAsText(map, { seenThrough }));
  return 'Map copied.';
}

/** As a table for word processors, and as cells for spreadsheets: each takes what it knows. */
export async function copyTable(table: OutputTable): Promise<string> {
  const [html, text] = [tableAsHtml(table), tableAsText(table)];
  const blob = (type: string, content: string) => new Blob([content], { type });
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/html': blob('text/html', html),
      'text/plain': blob('text/plain', text),
    }),
  ]);
  return 'Table copied.';
}

export async function backupNow(): Promise<string> {
  const text = writeBackup(backupOf(await contents(), appName()));
  saveFile(fileName('bearing', { ...backupFile, id: 'backup' }, now()), backupFile.mime, text);
  await noteBackup();
  return 'Backup written.';
}
