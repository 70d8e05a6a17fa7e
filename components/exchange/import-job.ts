/**
 * The work of an import, for the worker: a file is read into records and compared with the store, which writes nothing;
 * then, if the reader wants it, the same records are brought in. And taking such a large step back.
 */

import {
  contentOfFile,
  type ReadCodingFile,
  type ReadFile,
  type Reading,
  type ReadReferenceFile,
  type ReadTableFile,
  readFile,
  readMapped,
  readPastedIds,
  type TableMapping,
} from '@/lib/exchange';
import { grouped, isLikelyNewer, Problem } from '@/lib/model';
import {
  type CodingReport,
  type ImportReport,
  importCoding,
  listReferences,
  listReviews,
  type PassageFate,
  previewCoding,
  previewReferences,
  previewRestore,
  type ReferencesReport,
  reader,
  restore,
  undo,
} from '@/lib/store';
import type {
  Decision,
  FromWorker,
  ImportPreview,
  ImportSource,
  Preview,
  Progress,
  ShownCoding,
  ShownReferences,
  ShownSummary,
  ShownTable,
  Summary,
  ToWorker,
} from './import-messages';

/** More than anyone reads; all of them are in Exchange once they have been brought in. */
const MOST_ASIDE = 100;
/** Of one fate; more than anyone reads before an import, and no more than a page can show at once. */
const MOST_LINES = 200;

/** Of a table before its columns are named. */
const SHOWN_ROWS = 3;
const LONGEST_CELL = 300;

type Tell = (progress: Progress) => void;

/** What becomes of a review. */
type ForReview = { reviewId: string };
type Listed = ReadReferenceFile & ForReview & FromTable;
type Coded = ReadCodingFile & ForReview & FromTable;
/** The table that it was read from, whose columns may be named otherwise. */
type FromTable = { table?: ReadTableFile };

/** What has been read, and is brought in if the reader wants it. */
type Opened = ReadFile | Listed | Coded | (ReadTableFile & ForReview);

/** One import, from the file to what it has brought in: what each question of the page is answered with. */
export class ImportJob {
  #opened: Opened | undefined;

  /** @throws Problem with a sentence */
  async answer(asked: ToWorker, tell: Tell): Promise<FromWorker> {
    if (asked.ask === 'take-back') {
      await takeBack(asked, tell);
      return { say: 'taken-back' };
    }
    if (asked.ask === 'bring-in') {
      if (!this.#opened) throw new Problem('no-file', 'No file is open. Choose it again.');
      return { say: 'done', summary: await bringIn(this.#opened, asked, tell) };
    }
    if (asked.ask === 'open') this.#opened = await open(asked.source, asked.reviewId, tell);
    else if (asked.ask === 'sheet') this.#opened = onSheet(this.#opened, asked.name);
    else this.#opened = mapped(this.#opened, asked.mapping);
    return { say: 'preview', preview: await preview(this.#opened, tell) };
  }
}

/** @throws Problem with a sentence where it cannot be brought in */
async function open(source: ImportSource, reviewId: string, tell: Tell): Promise<Opened> {
  const read = 'ids' in source ? readPastedIds(source.ids) : await openFile(source, tell);
  if (!read.ok) throw new Problem('unreadable-file', read.problem);
  return read.kind === 'records' ? read : { ...read, reviewId };
}

/** What has been opened as a table, with its columns named. @throws Problem where it cannot be brought in so */
function mapped(opened: Opened | undefined, mapping: TableMapping): Opened {
  const table = tableIn(opened);
  if (!table) throw new Problem('no-file', 'No table is open. Choose it again.');
  const { reviewId, ...file } = table;
  const read = readMapped(file, mapping);
  if (!read.ok) throw new Problem('unreadable-file', read.problem);
  if (read.kind !== 'references' && read.kind !== 'coding')
    throw new Error(`a table became ${read.kind}`);
  return { ...read, reviewId, table: file };
}

/** Another sheet of the workbook that has been opened. @throws Problem where there is nothing to bring in on it */
function onSheet(opened: Opened | undefined, name: string): Opened {
  const table = tableIn(opened);
  if (!table?.sheets) throw new Problem('no-file', 'No workbook is open. Choose it again.');
  const read = table.sheets.read(name);
  if (!read.ok) throw new Problem('unreadable-file', read.problem);
  return read.kind === 'records' ? read : { ...read, reviewId: table.reviewId };
}

function tableIn(opened: Opened | undefined): (ReadTableFile & ForReview) | undefined {
  if (opened?.kind === 'table') return opened;
  if (!opened || opened.kind === 'records' || !opened.table) return undefined;
  return { ...opened.table, reviewId: opened.reviewId };
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

async function preview(opened: Opened, tell: Tell): Promise<Preview> {
  if (opened.kind === 'table') return { of: 'table', table: shownTable(opened) };
  tell({ stage: 'comparing', done: 0, total: 0 });
  if (opened.kind === 'records') return { of: 'records', ...(await previewRecords(opened)) };
  const isMapped = opened.table !== undefined;
  if (opened.kind === 'coding') {
    const report = await previewCoding(opened.reviewId, opened);
    return { of: 'coding', report: await shownCoding(opened, report), isMapped };
  }
  const report = await previewReferences(opened.reviewId, opened.references);
  return { of: 'references', report: await shownReferences(opened, report), isMapped };
}

function shownTable({ table, guess, sheets }: ReadTableFile): ShownTable {
  const { headings, rows, sheet } = table;
  const sample = rows
    .slice(0, SHOWN_ROWS)
    .map(({ cells }) => headings.map((_, i) => (cells[i] ?? '').slice(0, LONGEST_CELL)));
  return {
    ...{ headings, sample, rows: rows.length, guess },
    ...(sheet !== undefined && { sheet }),
    ...(sheets && { sheets: sheets.names }),
  };
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

async function bringIn(
  opened: Opened,
  { decision: { as = 'other', stance }, id }: { decision: Decision; id: string },
  tell: Tell,
): Promise<Summary> {
  if (opened.kind === 'table') throw new Problem('no-columns', 'Name the columns first.');
  tell({ stage: 'writing', done: 0, total: 0 });
  const onWritten = (done: number, total: number) => tell({ stage: 'writing', done, total });
  if (opened.kind === 'records') {
    const summary: ShownSummary = shown(
      await restore(opened.records, opened.rejected, { as, id, onWritten }),
    );
    return { of: 'records', ...summary };
  }
  const { reviewId } = opened;
  if (opened.kind === 'coding') {
    const options = { id, onWritten, ...(stance && { stance }) };
    const { eventId, ...report } = await importCoding(reviewId, opened, options);
    return { of: 'coding', report: await shownCoding(opened, report), eventId };
  }
  const { references } = opened;
  const { eventId, ...report } = await listReferences(reviewId, references, { id, onWritten });
  return { of: 'references', report: await shownReferences(opened, report), eventId };
}

const nameOfReview = async (reviewId: string): Promise<string> =>
  (await listReviews()).find(({ id }) => id === reviewId)?.name ?? '';

async function shownReferences(
  { reviewId, broken, remark }: Pick<Listed, 'reviewId' | 'broken' | 'remark'>,
  { counts, filled, cut, lines }: ReferencesReport,
): Promise<ShownReferences> {
  const byFate = grouped(lines, ({ fate }) => fate);
  const first = (fate: keyof ShownReferences['lines']) =>
    (byFate.get(fate) ?? []).slice(0, MOST_LINES);
  return {
    reviewId,
    reviewName: await nameOfReview(reviewId),
    counts: { ...counts, broken: broken.length },
    filled,
    cut,
    lines: {
      new: first('new'),
      listed: first('listed'),
      known: first('known'),
      doubtful: first('doubtful'),
      repeated: first('repeated'),
    },
    broken: broken.slice(0, MOST_LINES),
    ...(remark && { remark }),
  };
}

async function shownCoding(
  { reviewId, broken }: Coded,
  { counts, lines, papers, ...report }: CodingReport,
): Promise<ShownCoding> {
  const byFate = grouped(lines, ({ fate }) => fate);
  const first = (fate: PassageFate) => (byFate.get(fate) ?? []).slice(0, MOST_LINES);
  const allBroken = [...broken, ...report.broken].sort((a, b) => a.line - b.line);
  return {
    ...report,
    reviewName: await nameOfReview(reviewId),
    counts: { ...counts, broken: allBroken.length },
    lines: {
      new: first('new'),
      changed: first('changed'),
      same: first('same'),
      repeated: first('repeated'),
      left: first('left'),
    },
    broken: allBroken.slice(0, MOST_LINES),
    papers: await shownReferences({ reviewId, broken: [] }, papers),
  };
}

async function takeBack({ stepId, id }: { stepId: string; id: string }, tell: Tell): Promise<void> {
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
