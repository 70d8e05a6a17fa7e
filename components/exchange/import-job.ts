/**
 * The work of an import, for the worker: a file is read into records and compared with the store, which writes nothing;
 * then, if the reader wants it, the same records are brought in. And taking such a large step back.
 */

import { type ReadFile, readFile } from '@/lib/exchange';
import { isLikelyNewer, Problem } from '@/lib/model';
import { type ImportReport, previewRestore, reader, restore, undo } from '@/lib/store';
import type { ImportPreview, Progress, ShownSummary } from './import-messages';

/** More than anyone reads; all of them are in Exchange once they have been brought in. */
const MOST_ASIDE = 100;
/** As much is read before progress is reported. */
const BYTES_AT_ONCE = 1_000_000;

type Tell = (progress: Progress) => void;

/** @throws Problem with a sentence where the file cannot be brought in */
export async function openFile(file: File, tell: Tell): Promise<ReadFile> {
  const text = await readText(file, tell);
  const read = readFile(text, file.name, (done, total) => tell({ stage: 'checking', done, total }));
  if (!read.ok) throw new Problem('unreadable-file', read.problem);
  return read;
}

/** In pieces, because a whole file at once has no progress. */
async function readText(file: Blob, tell: Tell): Promise<string> {
  const decoder = new TextDecoder();
  const parts: string[] = [];
  const source = file.stream().getReader();
  let done = 0;
  tell({ stage: 'reading', done, total: file.size });
  try {
    for (let next = await source.read(); !next.done; next = await source.read()) {
      parts.push(decoder.decode(next.value, { stream: true }));
      const before = done;
      done += next.value.length;
      if (Math.floor(before / BYTES_AT_ONCE) < Math.floor(done / BYTES_AT_ONCE))
        tell({ stage: 'reading', done, total: file.size });
    }
  } catch (error) {
    throw new Problem(
      'unreadable-file',
      'This file could not be read: it may have been moved or changed meanwhile. Nothing was imported; choose it again.',
      { cause: error },
    );
  }
  return parts.join('') + decoder.decode();
}

export async function preview(opened: ReadFile, tell: Tell): Promise<ImportPreview> {
  const { records, rejected, state, written } = opened;
  tell({ stage: 'comparing', done: 0, total: 0 });
  const me = await reader();
  const isAnothers = records.coderId !== undefined && records.coderId !== me?.id;
  return {
    written,
    asksWhose: isAnothers && records.tags.length > 0,
    state,
    report: shown(await previewRestore(records, rejected)),
  };
}

export async function bringIn(
  { records, rejected }: ReadFile,
  options: { as: 'mine' | 'other'; id: string },
  tell: Tell,
): Promise<ShownSummary> {
  tell({ stage: 'writing', done: 0, total: 0 });
  const onWritten = (done: number, total: number) => tell({ stage: 'writing', done, total });
  return shown(await restore(records, rejected, { ...options, onWritten }));
}

export async function takeBack(
  { stepId, id }: { stepId: string; id: string },
  tell: Tell,
): Promise<void> {
  const onDone = (done: number, total: number) => tell({ stage: 'taking-back', done, total });
  await undo(stepId, { id, onDone });
}

function shown<R extends ImportReport>({ quarantined, ...rest }: R) {
  return {
    ...rest,
    aside: {
      count: quarantined.length,
      newer: quarantined.filter(({ problems }) => isLikelyNewer(problems)).length,
      first: quarantined.slice(0, MOST_ASIDE),
    },
  };
}
