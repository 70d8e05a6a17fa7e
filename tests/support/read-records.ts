/** A file of Bearing's records, as tests of backups, codebooks and lists of tags read it: it is not one of references. */
import { type OnChecked, type ReadFile, readFile } from '../../lib/exchange';

export function readRecords(
  text: string,
  name?: string,
  onChecked?: OnChecked,
): ReadFile | { ok: false; problem: string } {
  const reading = readFile(text, name, onChecked);
  if (reading.ok && reading.kind !== 'records')
    throw new Error('this file was read as one of references');
  return reading;
}
