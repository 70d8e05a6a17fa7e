/** Files of references that can be brought in, and ids that are pasted: adding a format is one file and one line here. */
import { bibtex } from './bibtex';
import { cslJson } from './csl-json';
import { enw } from './enw';
import type { ReferenceFormat } from './format';
import { nbib } from './nbib';
import { ris } from './ris';

export type { ReadReferences, ReferenceFormat } from './format';
export { readIds } from './ids';

/** At most one of them recognises a file. */
export const REFERENCE_FORMATS: readonly ReferenceFormat[] = [ris, nbib, bibtex, cslJson, enw];
