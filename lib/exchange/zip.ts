/** Files as a zip, by the calls that need no worker of their own. */
import { strToU8, type Zippable, zipSync } from 'fflate';

/** The first day that a zip can name: a file is the same whenever it is written. */
const NO_DAY = new Date(1980, 0, 1);

/** Files by their names, as a zip: the table of contents first, as programs that guess a file's kind want it. */
export function zipped(files: Readonly<Record<string, string>>): Uint8Array {
  const entries: Zippable = {};
  for (const name of Object.keys(files).sort()) entries[name] = strToU8(files[name] ?? '');
  return zipSync(entries, { mtime: NO_DAY });
}
