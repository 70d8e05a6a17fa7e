/**
 * The work of an import, for the worker: a file is read into records and compared with the store, which writes nothing;
 * then, if the reader wants it, the same records are brought in. And taking such a large step back.
 */

import {
  contentOfFile,
  type ReadFile,
  type Reading,
  type ReadReferenceFile,
  readFile,
  readPastedIds,
} from '@/lib/exchange';
import { grouped, isLikelyNewer, Problem } from '@/lib/model';
import {
  type ImportReport,
  listReferences,
  listReviews,
  previewReferences,
  previewRestore,
  type ReferencesReport,
  reader,
  restore,
  undo,
} from '@/lib/store';
import type {
  ImportPreview,
  ImportSource,
  Preview,
  Progress,
  ShownReferences,
  ShownSummary,
  Summary,
} from './import-messages';

/** More than anyone reads; all of them are in Exchange once they have been brought in. */
const MOST_ASIDE = 100;
/** Of one fate; more than anyone reads before an import, and no more than a page can show at once. */
const MOST_LINES = 200;

type Tell = (progress: Progress) => void;

/** What has been read, and is brought in if the reader wants it. */
export type Opened = ReadFile | (ReadReferenceFile & { reviewId: string });

/** @throws Problem with a sentence where it cannot be brought in */
export async function open(source: ImportSource, reviewId: string, tell: Tell): Promise<Opened> {
  const read = 'ids' in source ? readPastedIds(source.ids) : await openFile(source, tell);
  if (!read.ok) throw new Problem('unreadable-file', read.problem);
  if (read.kind === 'records') return read;
  const { references, broken } = read;
  return { ok: true, kind: 'references', references, broken, reviewId };
}

async function openFile(file: File, tell: Tell): Promise<Reading> {
  const total = file.size;
  tell({ stage: 'reading', done: 0, total });
  const content = await contentOfFile(file, (done) =>
    tell({ stage: 'reading', done, total }),
  ).catch((cause: unknown) => {
    throw new Problem(
      'unreadable-file',
      'This file could not be read: it may have been moved or changed meanwhile. Nothing was imported; choose it again.',
      { cause },
    );
  });
  return readFile(content, file.name, (done, total) => tell({ stage: 'checking', done, total }));
}

export async function preview(opened: Opened, tell: Tell): Promise<Preview> {
  tell({ stage: 'comparing', done: 0, total: 0 });
  if (opened.kind === 'records') return { of: 'records', ...(await previewRecords(opened)) };
  const { reviewId, references } = opened;
  const report = await previewReferences(reviewId, references);
  return { of: 'references', report: await shownReferences(opened, report) };
}

async function previewRecords(opened: ReadFile): Promise<ImportPreview> {
  const { records, rejected, state, written } = opened;
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
  opened: Opened,
  { as, id }: { as: 'mine' | 'other'; id: string },
  tell: Tell,
): Promise<Summary> {
  tell({ stage: 'writing', done: 0, total: 0 });
  const onWritten = (done: number, total: number) => tell({ stage: 'writing', done, total });
  if (opened.kind === 'records') {
    const summary: ShownSummary = shown(
      await restore(opened.records, opened.rejected, { as, id, onWritten }),
    );
    return { of: 'records', ...summary };
  }
  const { reviewId, references } = opened;
  const { eventId, ...report } = await listReferences(reviewId, references, { id, onWritten });
  return { of: 'references', report: await shownReferences(opened, report), eventId };
}

async function shownReferences(
  { reviewId, broken }: ReadReferenceFile & { reviewId: string },
  { counts, filled, lines }: ReferencesReport,
): Promise<ShownReferences> {
  const byFate = grouped(lines, ({ fate }) => fate);
  const review = (await listReviews()).find(({ id }) => id === reviewId);
  const first = (fate: keyof ShownReferences['lines']) =>
    (byFate.get(fate) ?? []).slice(0, MOST_LINES);
  return {
    reviewName: review?.name ?? '',
    counts: { ...counts, broken: broken.length },
    filled,
    lines: {
      new: first('new'),
      listed: first('listed'),
      known: first('known'),
      doubtful: first('doubtful'),
      repeated: first('repeated'),
    },
    broken: broken.slice(0, MOST_LINES),
  };
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
