/** The names of files that leave, and what a file that comes in is called after. */
import { looseKey } from '../text';
import { codebookFormats } from './codebook/formats';
import type { Exporter } from './types';

/** "peer-support-review-evidence-table-2026-11-21.csv": safe on every file system. */
export function fileName(
  reviewName: string,
  file: Pick<Exporter, 'id' | 'extension'>,
  at: string,
): string {
  const name = looseKey(reviewName).replaceAll(' ', '-').slice(0, 60).replace(/-$/, '');
  return `${name || 'review'}-${kindOf(file)}-${at.slice(0, 10)}.${file.extension}`;
}

/** What a file of this format is, as its name tells: "evidence-table" for `evidence-table-csv`. */
function kindOf({ id, extension }: Pick<Exporter, 'id' | 'extension'>): string {
  const suffix = `-${extension}`;
  return id.endsWith(suffix) ? id.slice(0, -suffix.length) : id;
}

/** The day in a name of ours, and what browsers add when there is such a file already. */
const DAY = /-\d{4}-\d\d-\d\d(?: ?\(\d{1,3}\))?$/;

/** What a codebook is called that comes in a file: "Our codes" for "Our codes.qdc", and for the file that `fileName` named. */
export function codebookNameFrom(file: string): string {
  const name = file.replace(/\.[a-z0-9]{1,8}$/i, '').trim();
  const undated = name.replace(DAY, '');
  const kind = codebookFormats
    .map((format) => `-${kindOf(format)}`)
    .find((end) => undated !== name && undated.endsWith(end));
  return kind ? undated.slice(0, -kind.length) : name;
}
