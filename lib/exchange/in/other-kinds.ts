/** Which kind of file one looks like that Bearing cannot import: so that a reader is told what was chosen by mistake. */
import type { FileText } from './file-text';

interface OtherKind {
  /** With its article, for "This looks like ...". */
  name: string;
  is(file: FileText): boolean;
}

const startsWith =
  (pattern: RegExp) =>
  ({ start }: FileText) =>
    pattern.test(start);
const isCalled =
  (extension: RegExp) =>
  ({ name }: FileText) =>
    extension.test(name);

/** The first that fits is the answer: what names itself comes before what is told by its shape or its name. */
const OTHER_KINDS: readonly OtherKind[] = [
  { name: 'an empty file', is: ({ start, text }) => start === '' && text.trim() === '' },
  { name: 'a PDF', is: startsWith(/^%PDF-/) },
  // Old Office documents are compound files.
  { name: 'a spreadsheet or another Office document', is: isCalled(/\.(xlsx?|docx?|ods|odt)$/i) },
  { name: 'a zip archive', is: ({ start }) => start.startsWith('PK\u0003\u0004') },
  { name: 'an archive', is: isCalled(/\.(gz|tgz|7z|rar|bz2|xz)$/i) },
  { name: 'an EndNote file in XML', is: startsWith(/^<\?xml.*<records?>/s) },
  { name: 'a web page', is: startsWith(/^<(!doctype html|html)\b/i) },
  { name: 'an XML file', is: startsWith(/^<\?xml/) },
  { name: 'a JSON file that is not a backup of Bearing', is: ({ isJson }) => isJson },
  { name: 'a damaged or cut-off JSON file', is: startsWith(/^[{[]/) },
  // What is called so and has no reference in it.
  { name: 'a file without references', is: isCalled(/\.(ris|nbib|bib|enw)$/i) },
  { name: 'an EndNote library', is: isCalled(/\.(enl|enlx)$/i) },
  { name: 'a table (CSV)', is: (file) => isCalled(/\.(csv|tsv)$/i)(file) || isTable(file) },
];

/** "a RIS file"; undefined where nothing is recognised. */
export function kindOf(file: FileText): string | undefined {
  return OTHER_KINDS.find(({ is }) => is(file))?.name;
}

/** As many rows are compared. */
const ROWS_COMPARED = 3;

/** A table has as many separators in each of its first rows. Running text has not. */
function isTable({ start }: FileText): boolean {
  // Separators and line ends within quotes are text.
  const rows = start.replace(/"[^"]*"/g, '').split(/\r?\n/, ROWS_COMPARED);
  if (rows.length < ROWS_COMPARED) return false;
  return [',', ';', '\t'].some((separator) => {
    const counts = new Set(rows.map((row) => row.split(separator).length));
    return counts.size === 1 && !counts.has(1);
  });
}
