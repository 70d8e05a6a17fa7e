/**
 * Codebook ids with white space, which were allowed until a codebook's key became its id and version with a blank between
 * them. Such an id is renamed wherever a record has it. The new one follows from the old one alone, so that a database
 * and its backups, in any installation, agree on it.
 */
import { hashOf } from '../id';
import { isRaw, type Raw } from '../raw';

/** So many characters of the old id are left to read; with the rest it stays below what an id may have. */
const MOST_READABLE = 50;
/** Tells ids apart that differ in white space only, or after their readable part. */
const HASH_LENGTH = 8;

/** The id as it is now. */
export function soundId(id: string): string {
  if (!/\s/.test(id)) return id;
  const readable = [...id.trim().replace(/\s+/g, '-')].slice(0, MOST_READABLE).join('');
  return `${readable}-${hashOf(id).slice(0, HASH_LENGTH)}`;
}

/** A record with sound ids. The very same record where there is nothing to change. */
export function withSoundIds(table: unknown, record: unknown): unknown {
  if (!isRaw(record)) return record;
  if (table === 'codebooks') return renamed(record, 'id');
  if (table === 'reviews') return reviewWithSoundIds(record);
  return OF_ONE_CODEBOOK.has(table) ? renamed(record, 'codebookId') : record;
}

const OF_ONE_CODEBOOK: ReadonlySet<unknown> = new Set(['tags', 'assessments']);

function reviewWithSoundIds(review: Raw): Raw {
  const { codebookIds, codebooks, numberKeys } = review;
  const changed: Raw = {
    ...changedList('codebookIds', codebookIds, (id) => (typeof id === 'string' ? soundId(id) : id)),
    ...changedList('codebooks', codebooks, (ref) => renamed(ref, 'id')),
    ...changedList('numberKeys', numberKeys, (key) => renamed(key, 'codebookId')),
  };
  return Object.keys(changed).length ? { ...review, ...changed } : review;
}

function changedList(field: string, list: unknown, change: (one: unknown) => unknown): Raw {
  if (!Array.isArray(list)) return {};
  const changed = list.map(change);
  return changed.some((one, at) => one !== list[at]) ? { [field]: changed } : {};
}

function renamed<T>(record: T, field: string): T {
  const id = isRaw(record) ? record[field] : undefined;
  if (typeof id !== 'string') return record;
  const sound = soundId(id);
  return sound === id ? record : { ...record, [field]: sound };
}
