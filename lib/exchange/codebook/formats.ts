/** The files in which one codebook can leave, as offered on its card: adding one is one function and one line here. */
import type { Codebook } from '../../model';
import { CSV_MIME } from '../csv';
import { writeCodebookJson } from './json';
import { writeQdc } from './qdc';
import { atlasCsv, maxqdaCsv, taguetteCsv } from './tables';

export interface CodebookFormat {
  id: string;
  label: string;
  hint: string;
  extension: string;
  mime: string;
  /** The same codebook gives the same text. */
  write(book: Codebook): string;
}

export const codebookFormats: readonly CodebookFormat[] = [
  {
    ...{ id: 'codebook-json', label: 'Bearing (JSON)', extension: 'json' },
    ...{ mime: 'application/json', hint: 'Everything; Bearing reads it back as it is.' },
    write: writeCodebookJson,
  },
  {
    ...{ id: 'refi-qda', label: 'REFI-QDA codebook (.qdc)', extension: 'qdc' },
    ...{ mime: 'application/xml', hint: 'For NVivo, ATLAS.ti, MAXQDA, QualCoder and others.' },
    write: writeQdc,
  },
  {
    ...{ id: 'taguette-csv', label: 'Taguette (CSV)', extension: 'csv', mime: CSV_MIME },
    hint: 'Tag, parent and description.',
    write: taguetteCsv,
  },
  {
    ...{ id: 'maxqda-csv', label: 'MAXQDA (CSV)', extension: 'csv', mime: CSV_MIME },
    hint: 'Code and Memo; names are cut to 63 characters. Save it as Excel first.',
    write: maxqdaCsv,
  },
  {
    ...{ id: 'atlas-csv', label: 'ATLAS.ti (CSV)', extension: 'csv', mime: CSV_MIME },
    hint: 'Code, definition and groups. Save it as Excel first.',
    write: atlasCsv,
  },
];
