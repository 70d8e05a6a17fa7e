/** The names of files that leave, and what a file that comes in is called after. */
import { looseKey } from '../text';
import { type CodebookFormat, codebookFormats } from './codebook/formats';
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

/** What no file system, or not every one, takes in a name. */
const UNSAFE = /[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu;
const LONGEST_NAME = 120;

/** What of a name every file system takes; '' where that is nothing. */
export function safeName(name: string, longest: number): string {
  const safe = name.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim().slice(0, longest);
  // A name that begins or ends with a point is hidden, or cut.
  return safe.replace(/^[. ]+|(?<![. ])[. ]+$/g, '');
}

/**
 * "CFIR 2022, adapted (refi-qda 2026-11-30).qdc": the name as it is, as far as file systems take it, because some formats have
 * no other place for it.
 */
export function codebookFileName(name: string, format: CodebookFormat, at: string): string {
  const shown = safeName(name, LONGEST_NAME) || 'Codebook';
  return `${shown} (${kindOf(format)} ${at.slice(0, 10)}).${format.extension}`;
}

/** What `codebookFileName` adds to a name, and what browsers add when there is such a file already. */
const ADDED = /(?<!\s) \(([a-z-]{1,30}) \d{4}-\d\d-\d\d\)(?: ?\(\d{1,3}\))?$/;

/** What a codebook is called that comes in a file: "Our codes" for "Our codes.qdc", and for a file that we named. */
export function codebookNameFrom(file: string): string {
  const name = file.replace(/\.[a-z0-9]{1,8}$/i, '').trim();
  const added = ADDED.exec(name);
  const isOurs = codebookFormats.some((format) => kindOf(format) === added?.[1]);
  return added && isOurs ? name.slice(0, added.index) : name;
}
