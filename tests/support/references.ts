/** Reads references as the product does, for tests of their formats. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FileText } from '../../lib/exchange/in/file-text';
import {
  REFERENCE_FORMATS,
  type ReadReferences,
  type ReferenceFormat,
} from '../../lib/exchange/in/references';
import type { Author, PaperFacts } from '../../lib/model';

export function formatOf(id: string): ReferenceFormat {
  const found = REFERENCE_FORMATS.find((one) => one.id === id);
  if (!found) throw new Error(`no format ${id}`);
  return found;
}

export const readAs = (id: string, text: string, name = ''): ReadReferences =>
  formatOf(id).read(new FileText(text, name));

/** The one reference of a text, without its sources. */
export function factsOf(id: string, text: string): Omit<PaperFacts, 'sources'> {
  const { references, broken } = readAs(id, text);
  const [first] = references;
  if (!first || references.length > 1 || broken.length > 0)
    throw new Error(JSON.stringify({ references, broken }));
  const { sources: _, ...facts } = first.facts;
  return facts;
}

/** "Müller, Änne, Jr."; an organisation with braces around it. */
export const shownName = ({ family, given, suffix, literal }: Author): string =>
  literal === undefined ? [family, given, suffix].filter(Boolean).join(', ') : `{${literal}}`;

const fixtures = path.resolve(import.meta.dirname, '../fixtures/references');

export const fixture = (name: string): string => readFileSync(path.join(fixtures, name), 'utf8');

/** Where the samples of formats are that other projects made; not on every machine. */
export const samples = path.resolve(import.meta.dirname, '../../../shared/formats/samples');
