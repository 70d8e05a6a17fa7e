/** The work of an export, for the worker: a review is read and written as a file, which the page hands to the reader. */
import { exporterById, fileName } from '@/lib/exchange';
import { now, Problem } from '@/lib/model';
import { changedSince, countMissing, momentNow, tablesInput } from '@/lib/store';
import { missingAre } from '../left-out/words';
import type { ToExporter, WrittenFile } from './export-messages';

const HISTORY_IS_SHORT =
  'Bearing no longer knows what is new, because the history up to the last export was forgotten. The whole review is in this file.';
const NOTHING_NEW = 'Nothing is new since the last export in this format, so no file was written.';

/** @throws Problem with a sentence where there is no such review or format, or nothing new */
export async function writeExport(asked: ToExporter): Promise<WrittenFile> {
  const { format, reviewId, options } = asked;
  const exporter = exporterById(format);
  // Before the review is read: what is tagged meanwhile is new to the next file, at worst once more.
  const moment = await momentNow();
  const data = await tablesInput(reviewId);
  if (!exporter || !data)
    throw new Problem('not-there', 'This review or format is no longer there. Reload this page.');
  const since = asked.since && (await changedSince(asked.since));
  if (since && !exporter.hasNews(data, { ...options, since }))
    throw new Problem('nothing-new', NOTHING_NEW);
  const said: string[] = asked.since && !since ? [HISTORY_IS_SHORT] : [];
  const at = options.at ?? now();
  const content = exporter.write(data, {
    ...options,
    ...(since && { since }),
    at,
    tell: (one) => said.push(one),
  });
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
    ...{ at, moment },
  };
}
