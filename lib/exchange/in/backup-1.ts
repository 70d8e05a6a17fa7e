/** Backups of the first format, brought into today's shape. They are read for ever. They have no checksums. */
import {
  coderNamed,
  coderNames,
  hashOf,
  idOf,
  legacyStamps,
  ownNameIn,
  type Step,
  upgradeHistory,
  upgradeRecord,
  versionsThen,
} from '../../model';
import { BACKUP_FILES, faultOf, type OpenedFile, versionOf } from './backup-file';
import { readRecords } from './backup-records';
import type { FileText } from './file-text';
import type { Importer, OnChecked, Reading, RejectedRecord } from './importer';
import { listOf } from './json-value';
import { reject } from './rejected';

export const backup1: Importer = {
  id: 'backup-1',
  ...BACKUP_FILES,
  sniff: (file) => versionOf(file) === 1,
  read,
};

/** The tables that a file must have. */
const TABLES = [
  'codebooks',
  'reviews',
  'papers',
  'reviewPapers',
  'statements',
  'tags',
  'assessments',
  'history',
] as const;

function read({ json, text }: FileText, onChecked: OnChecked): Reading {
  const opened = json as OpenedFile;
  const problem = faultOf(opened, ['exportedAt', 'app'], TABLES);
  if (problem) return { ok: false, problem };
  const upgraded = upgradeFile(opened, text);
  const rejected: RejectedRecord[] = upgraded.rejected.map((one) =>
    reject('history', one.index, one.record, [one.problem]),
  );
  const { records, missing } = readRecords(upgraded.file, { rejected, onChecked });
  records.stamps = legacyStamps(records, records.steps);
  const state = { hasSums: false, isBroken: false, altered: 0, missing };
  const written = { at: opened.exportedAt as string, app: opened.app as string };
  return { ok: true, kind: 'records', records, rejected, state, written };
}

interface UpgradedFile {
  /** The file's outer object, as a file of today has it, with its records not yet checked. */
  file: OpenedFile;
  /** Events of its history that no step can be made of. */
  rejected: { record: unknown; problem: string; index: number }[];
}

/**
 * A name that was typed in such a file is a coder of that file: the same one each time the file is read, and never
 * somebody of that name in another file.
 */
function upgradeFile(file: OpenedFile, text: string): UpgradedFile {
  const salt = hashOf(text);
  const coderOf = (name: string) => idOf(`${salt} ${name}`);
  const own = ownNameIn(file.settings);
  const [tags, assessments] = [listOf(file.tags), listOf(file.assessments)];
  const history = listOf(file.history);
  const names = new Set([own, ...coderNames([...tags, ...assessments, ...history])]);
  const versions = versionsThen({ codebooks: file.codebooks, tags });
  const upgrade = (table: 'settings' | 'tags' | 'assessments', record: unknown) =>
    upgradeRecord(table, record, coderOf, versions);
  const { steps, rejected } = upgradeHistory(history, coderOf, versions);
  const { history: _, ...rest } = file;
  return {
    file: {
      ...rest,
      coderId: coderOf(own),
      counter: 0,
      forgotten: 0,
      settings: upgrade('settings', file.settings),
      coders: [...names].map((name) => coderNamed(name, coderOf(name))),
      tags: tags.map((tag) => upgrade('tags', tag)),
      assessments: assessments.map((one) => upgrade('assessments', one)),
      stamps: [],
      steps: steps satisfies Step[],
    },
    rejected: rejected.map((one) => ({ ...one, index: history.indexOf(one.record) })),
  };
}
