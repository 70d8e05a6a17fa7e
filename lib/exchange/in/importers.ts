/**
 * The files that can be brought in: adding a format is one file and one line here. The file dialog, the worker and the
 * sentence about a file that is something else all follow this table.
 */
import { backup1 } from './backup-1';
import { backup2 } from './backup-2';
import { codebookJson, codebookTable, qdc } from './codebook-files';
import { withSectionKinds } from './coding';
import { type FileContent, FileText, MOST_BYTES, MOST_CHARS } from './file-text';
import type { Importer, OnChecked, Reading } from './importer';
import { kindOf } from './other-kinds';
import { qdpx } from './qdpx';
import { referenceFiles } from './reference-files';
import { tables, workbooks } from './table';
import { tagList } from './tag-list';

export const importers: readonly Importer[] = [
  backup2,
  backup1,
  codebookJson,
  qdc,
  codebookTable,
  qdpx,
  tagList,
  ...referenceFiles,
  tables,
  workbooks,
];

/**
 * Reads a file of any kind in the table. Every record is checked by itself: one that fails is handed back with what is
 * wrong with it, for the store's quarantine; none is dropped in silence or replaced by a default. Never throws.
 * @param name what the file is called
 */
export function readFile(
  content: FileContent,
  name = '',
  onChecked: OnChecked = () => {},
): Reading {
  if (content.length > (typeof content === 'string' ? MOST_CHARS : MOST_BYTES))
    return { ok: false, problem: 'This file is too large to be read. Nothing was imported.' };
  const file = new FileText(content, name);
  const importer = importers.find((one) => one.sniff(file));
  if (!importer) return { ok: false, problem: unreadable(file) };
  return withSectionKinds(importer.read(file, onChecked));
}

/** Why a file that no importer recognises cannot be brought in, and what can. */
function unreadable(file: FileText): string {
  const kind = kindOf(file);
  const what = kind ? `This looks like ${kind}` : 'Bearing does not know this kind of file';
  return `${what}. Nothing was imported: Bearing can import ${importableFiles()}.`;
}

/** All that can be brought in, for a sentence. */
export const importableFiles = (): string => importable(importers);

/** "backups of Bearing (.json)": each kind once, with its extensions. */
export function importable(from: readonly Pick<Importer, 'label' | 'extensions'>[]): string {
  const kinds = new Map<string, Set<string>>();
  for (const { label, extensions } of from)
    for (const extension of extensions)
      kinds.set(label, (kinds.get(label) ?? new Set()).add(`.${extension}`));
  const named = [...kinds].map(([label, extensions]) => `${label} (${[...extensions].join(', ')})`);
  return new Intl.ListFormat('en').format(named);
}

/** What a file dialog offers, as the `accept` of its input. */
export function acceptedFiles(): string {
  const all = importers.flatMap(({ mime, extensions }) => [
    mime,
    ...extensions.map((extension) => `.${extension}`),
  ]);
  return [...new Set(all)].join(',');
}
