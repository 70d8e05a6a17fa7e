/** Files of references as files that can be brought in: what their readers give is checked before it reaches the store. */
import {
  type BrokenReference,
  type CodedPassage,
  type LibraryReference,
  PaperFacts,
  problemsOf,
} from '../../model';
import { cleanBareDoi } from '../../text';
import { codebookNameFrom } from '../file-name';
import type { FileText } from './file-text';
import type { Importer, Reading } from './importer';
import { REFERENCE_FORMATS, type ReadReferences, readIds } from './references';
import { beginningOf } from './references/lines';
import { passageOf } from './references/tag-notes';

/** More than anyone has read; a file with more is not a reading list. */
const MOST_REFERENCES = 100_000;

const UNREADABLE_NOTE = 'this note of a tag has another form than Bearing writes';

const NAMES = ['title', 'doi', 'pmid', 'pmcid', 'arxiv'] as const;

export const referenceFiles: readonly Importer[] = REFERENCE_FORMATS.map((format) => ({
  ...format,
  sniff: (file: FileText) => format.sniff(file),
  read: (file: FileText) => readingOf(format.read(file), 'file', codebookNameFrom(file.name)),
}));

/** Pasted DOIs, PMIDs and arXiv ids. Never throws. */
export const readPastedIds = (text: string): Reading => readingOf(readIds(text), 'text');

/** @param what where they were read, in the sentence that says that there are none */
function readingOf(
  { references, broken, tagNotes = [] }: ReadReferences,
  what: 'file' | 'text',
  name = '',
): Reading {
  if (references.length > MOST_REFERENCES)
    return {
      ok: false,
      problem: `There are more than ${MOST_REFERENCES} references in this ${what}. Nothing was imported: divide it into several.`,
    };
  const sound: LibraryReference[] = [];
  const wrong: BrokenReference[] = [...broken];
  for (const one of references) {
    const problem = problemOf(one.facts);
    if (problem) wrong.push({ line: one.line, text: nameOf(one.facts), problem });
    else sound.push(one);
  }
  if (sound.length + wrong.length === 0)
    return { ok: false, problem: `No reference was found in this ${what}. Nothing was imported.` };
  wrong.sort((a, b) => a.line - b.line);
  if (!tagNotes.length) return { ok: true, kind: 'references', references: sound, broken: wrong };
  const places = new Map(sound.map((one, i) => [one, i]));
  const passages = tagNotes.flatMap(({ reference, note }): CodedPassage[] => {
    const passage = passageOf(note);
    const { line } = reference;
    if (passage) return [{ ...passage, line, reference: places.get(reference) ?? -1 }];
    wrong.push({ line, text: beginningOf(note), problem: UNREADABLE_NOTE });
    return [];
  });
  return {
    ...{ ok: true, kind: 'coding', name, references: sound, passages, broken: wrong },
    isLibrary: true,
  };
}

function problemOf(facts: PaperFacts): string | undefined {
  if (!NAMES.some((field) => facts[field])) return 'it has neither a title nor an identifier';
  if (facts.doi && cleanBareDoi(facts.doi) !== facts.doi) return `${facts.doi} is not a DOI`;
  const { error } = PaperFacts.safeParse(facts);
  return error && problemsOf(error, facts).join('; ');
}

const LONGEST_NAME = 200;

const nameOf = (facts: PaperFacts): string =>
  String(NAMES.map((field) => facts[field]).find(Boolean) ?? '').slice(0, LONGEST_NAME);
