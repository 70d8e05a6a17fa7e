/** Codebooks that can be brought in: our own JSON, REFI-QDA (.qdc), and tables. */

import { emptyContents, type StoreContents } from '../../model';
import { isCodebookJson, readCodebookJson } from '../codebook/json';
import { type CodebookReading, readQdc } from '../codebook/qdc';
import { readCodebookTable } from '../codebook/table-in';
import { codebookNameFrom } from '../file-name';
import { isProject } from '../refi-words';
import type { Importer, Reading } from './importer';
import { reject } from './rejected';
import { isCodebook } from './table';

const LABEL = 'codebooks';

export const codebookJson: Importer = {
  ...{ id: 'codebook-json', label: LABEL, extensions: ['json'], mime: 'application/json' },
  sniff: ({ json }) => isCodebookJson(json),
  read: ({ json }) => readingOf(readCodebookJson(json)),
};

export const qdc: Importer = {
  ...{ id: 'refi-qda', label: LABEL, extensions: ['qdc'], mime: 'application/xml' },
  sniff: ({ start }) =>
    /<(?:[\w.-]+:)?CodeBook[\s>]/.test(start) && start.startsWith('<') && !isProject(start),
  read: ({ text, name }) => readingOf(readQdc(text, codebookNameFrom(name))),
};

export const codebookTable: Importer = {
  ...{ id: 'codebook-table', label: LABEL, extensions: ['csv', 'tsv'], mime: 'text/csv' },
  sniff: ({ start, isJson }) => !isJson && !start.startsWith('<') && isCodebook(start),
  read: ({ text, name }) => readingOf(readCodebookTable(text, codebookNameFrom(name))),
};

/**
 * A codebook as a file of records. What was not taken as it was written is set aside with its row, so that the reader can
 * look it up.
 */
function readingOf(reading: CodebookReading): Reading {
  if (!reading.ok) return reading;
  const records: StoreContents = { ...emptyContents(), codebooks: [reading.codebook] };
  const rejected = reading.problems.map(({ row, problem, written }) =>
    reject('codebooks', row, { row, label: written }, [problem]),
  );
  const state = { hasSums: false, isBroken: false, altered: 0, missing: 0 };
  return { ok: true, kind: 'records', records, rejected, state, written: { at: '', app: '' } };
}
