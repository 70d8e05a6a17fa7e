/** The work of an export, for the worker: a review is read and written as a file, which the page hands to the reader. */
import { exporterById, fileName } from '@/lib/exchange';
import { now, Problem } from '@/lib/model';
import { countMissing, tablesInput } from '@/lib/store';
import { missingAre } from '../left-out/words';
import type { ToExporter, WrittenFile } from './export-messages';

/** @throws Problem with a sentence where there is no such review or format */
export async function writeExport({ format, reviewId, options }: ToExporter): Promise<WrittenFile> {
  const exporter = exporterById(format);
  const data = await tablesInput(reviewId);
  if (!exporter || !data)
    throw new Problem('not-there', 'This review or format is no longer there. Reload this page.');
  const said: string[] = [];
  const at = options.at ?? now();
  const content = exporter.write(data, { ...options, at, tell: (one) => said.push(one) });
  const missing = data.leftOut.length
    ? `; ${missingAre(countMissing(data.leftOut))} not in it`
    : '';
  return {
    name: fileName(data.review.name, exporter, at),
    mime: exporter.mime,
    // A worker of its own memory: what is written here is handed over, not copied.
    bytes:
      typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
    sentence: [`File written${missing}.`, ...said].join(' '),
  };
}
