/** Files of references as files that can be brought in: what their readers give is checked before it reaches the store. */
import { type BrokenReference, type LibraryReference, PaperFacts, problemsOf } from '../../model';
import { cleanBareDoi } from '../../text';
import type { FileText } from './file-text';
import type { Importer, Reading } from './importer';
import { REFERENCE_FORMATS, type ReadReferences, readIds } from './references';

/** More than anyone has read; a file with more is not a reading list. */
const MOST_REFERENCES = 100_000;

const NAMES = ['title', 'doi', 'pmid', 'pmcid', 'arxiv'] as const;

export const referenceFiles: readonly Importer[] = REFERENCE_FORMATS.map((format) => ({
  ...format,
  sniff: (file: FileText) => format.sniff(file),
  read: (file: FileText) => readingOf(format.read(file), 'file'),
}));

/** Pasted DOIs, PMIDs and arXiv ids. Never throws. */
export const readPastedIds = (text: string): Reading => readingOf(readIds(text), 'text');

/** @param what where they were read, in the sentence that says that there are none */
function readingOf({ references, broken }: ReadReferences, what: 'file' | 'text'): Reading {
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
  return { ok: true, kind: 'references', references: sound, broken: wrong };
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
