/**
 * Codebooks as they were kept before versions: one text of each id, which could contain white space, and reviews that
 * named ids. Records of that time in today's shape, with the versions that were meant.
 */
import { isRaw, type Raw, rawsOf } from '../raw';
import { soundId, withSoundIds } from '../records/codebook-ids';

/** The version of a codebook that a review of then used. */
export interface VersionsThen {
  /** Of the text that was kept of a codebook, by its id of today, if there was one. */
  ofText(codebookId: string): string | undefined;
  ofReview(codebookId: string, reviewId: unknown): string;
}

/** What Bearing shipped as long as reviews named no versions. This is history, and does not change with the codebooks. */
const SHIPPED_THEN: ReadonlyMap<string, string> = new Map([
  ['cfir-2009', '2009'],
  ['cfir-2022', '2022'],
  ['com-b', '2011'],
  ['cooper-2024', '2024'],
  ['epis', '2019'],
  ['eric-2015', '2015'],
  ['i-parihs', '2016'],
  ['ibrahim-2020', '2020'],
  ['mirbahaeddin-chreim-2022', '2022'],
  ['mutschler-2022', '2022'],
  ['nasss', '2017'],
  ['npt', '2009'],
  ['proctor-2011', '2011'],
  ['psw-core', '1'],
  ['ramesh-2023', '2023'],
  ['re-aim-prism', 'RE-AIM 1999/2019; PRISM 2008'],
  ['tdf-v2', '2012'],
]);

/**
 * Bearing had its own text of these and used it, whatever text a file had stored under their ids. Of the other codebooks
 * it used the stored text.
 */
const AT_HAND_THEN: ReadonlySet<string> = new Set(['psw-core', 'ibrahim-2020', 'cfir-2022']);

/** Of a codebook that is neither at hand nor was tagged with; and of a tag that names no version. */
export const UNKNOWN_VERSION = 'unknown';

/** @param store the codebooks and tags of a database or a file of then, not yet checked */
export function versionsThen(store: { codebooks: unknown; tags: unknown }): VersionsThen {
  const texts = new Map<string, string>();
  for (const one of rawsOf(store.codebooks))
    if (isText(one.id) && isText(one.version)) texts.set(soundId(one.id), one.version);
  const last = new Map<string, { at: string; version: string }>();
  for (const { reviewId, codebookId, codebookVersion: version, updatedAt } of rawsOf(store.tags)) {
    if (!isText(codebookId) || !isText(version)) continue;
    const place = `${soundId(codebookId)} ${reviewId}`;
    const at = String(updatedAt);
    const known = last.get(place);
    if (!known || at > known.at || (at === known.at && version > known.version))
      last.set(place, { at, version });
  }
  const ofText = (id: string) => (AT_HAND_THEN.has(id) ? SHIPPED_THEN.get(id) : texts.get(id));
  return {
    ofText: (id) => texts.get(id),
    ofReview: (id, reviewId) =>
      ofText(id) ??
      SHIPPED_THEN.get(id) ??
      last.get(`${id} ${reviewId}`)?.version ??
      UNKNOWN_VERSION,
  };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/**
 * A record in today's shape, and what steps and versions hold of one. The very same row where there is nothing to change.
 */
export function upgradeCodebooks(table: string, row: unknown, versions: VersionsThen): unknown {
  if (!isRaw(row)) return row;
  if (table === 'stamps') return upgradeStamp(row, versions);
  return table === 'steps' ? upgradeStep(row, versions) : upgradeRecord(table, row, versions);
}

function upgradeRecord(table: unknown, record: unknown, versions: VersionsThen): unknown {
  const sound = withSoundIds(table, record);
  return table === 'reviews' ? upgradeReview(sound, versions) : sound;
}

function upgradeReview(row: unknown, versions: VersionsThen): unknown {
  if (!isRaw(row) || !Array.isArray(row.codebookIds) || !row.codebookIds.every(isText)) return row;
  const { codebookIds, ...rest } = row;
  const ids = [...new Set(row.codebookIds)];
  const codebooks = ids.map((id) => ({ id, version: versions.ofReview(id, row.id) }));
  return { ...rest, codebooks };
}

function upgradeStamp(row: Raw, versions: VersionsThen): Raw {
  const { table, key } = row;
  const last = upgradeRecord(table, row.last, versions);
  const upgraded = last === row.last ? row : { ...row, last };
  if (table !== 'codebooks' || !isText(key)) return upgraded;
  const id = soundId(key);
  const isOfThen = isRaw(last) ? last.id === id : !key.includes(' ') || versions.ofText(id);
  if (!isOfThen) return upgraded;
  const version = isRaw(last) && isText(last.version) ? last.version : versions.ofText(id);
  return version === undefined ? upgraded : { ...upgraded, key: `${id} ${version}` };
}

function upgradeStep(row: Raw, versions: VersionsThen): Raw {
  if (!Array.isArray(row.changes)) return row;
  const before: unknown[] = row.changes;
  const changes = before.flatMap((one) => upgradeChange(one, versions));
  const isOld = oldTouches(before);
  const touches = Array.isArray(row.touches) ? row.touches : [];
  const isSame = changes.every((one, at) => one === before[at]);
  if (isSame && !touches.some(isOld)) return row;
  if (!Array.isArray(row.touches)) return { ...row, changes };
  const others = touches.filter((touch) => !isOld(touch));
  return { ...row, changes, touches: touches.some(isOld) ? touched(others, changes) : touches };
}

/** A codebook that was replaced by another version of it is one that went and one that came. */
function upgradeChange(one: unknown, versions: VersionsThen): unknown[] {
  if (!isRaw(one)) return [one];
  const { table, ...rest } = one;
  const before = upgradeRecord(table, one.before, versions);
  const after = upgradeRecord(table, one.after, versions);
  const isReplaced =
    table === 'codebooks' && isRaw(before) && isRaw(after) && before.version !== after.version;
  if (isReplaced)
    return [
      { table, ...rest, before, after: null },
      { table, ...rest, before: null, after },
    ];
  return before === one.before && after === one.after ? [one] : [{ table, ...rest, before, after }];
}

/** What a step in the database is found by: "codebooks <id>" then. */
function oldTouches(changes: readonly unknown[]): (touch: unknown) => boolean {
  const names = new Set(
    changes.flatMap((one) =>
      isRaw(one) && one.table === 'codebooks'
        ? [one.before, one.after].flatMap((side) => (isRaw(side) ? [`codebooks ${side.id}`] : []))
        : [],
    ),
  );
  return (touch) => names.has(String(touch)) || /^codebooks \S+$/.test(String(touch));
}

function touched(others: readonly unknown[], changes: readonly unknown[]): unknown[] {
  const names = changes.flatMap((one) => {
    const record = isRaw(one) && one.table === 'codebooks' ? (one.after ?? one.before) : null;
    return isRaw(record) ? [`codebooks ${record.id} ${record.version}`] : [];
  });
  return [...others, ...new Set(names)];
}
