/**
 * Codebooks as they were kept before versions: one text of each id, and reviews that named ids. Records of that time in
 * today's shape, with the versions that were meant.
 */

/** The version of a codebook that a review of then used. */
export interface VersionsThen {
  /** Of the text that was kept of a codebook, if there was one. */
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

/** Of a codebook that is neither at hand nor was tagged with. */
const UNKNOWN_VERSION = 'unknown';

type Raw = Record<string, unknown>;
const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param store the codebooks and tags of a database or a file of then, not yet checked */
export function versionsThen(store: { codebooks: unknown; tags: unknown }): VersionsThen {
  const texts = new Map<string, string>();
  for (const one of listOf(store.codebooks))
    if (isText(one.id) && isText(one.version)) texts.set(one.id, one.version);
  const last = new Map<string, { at: string; version: string }>();
  for (const { reviewId, codebookId, codebookVersion: version, updatedAt } of listOf(store.tags)) {
    if (!isText(codebookId) || !isText(version)) continue;
    const place = `${codebookId} ${reviewId}`;
    const at = String(updatedAt);
    const known = last.get(place);
    if (!known || at > known.at || (at === known.at && version > known.version))
      last.set(place, { at, version });
  }
  return {
    ofText: (id) => texts.get(id),
    ofReview: (id, reviewId) =>
      texts.get(id) ??
      SHIPPED_THEN.get(id) ??
      last.get(`${id} ${reviewId}`)?.version ??
      UNKNOWN_VERSION,
  };
}

const listOf = (value: unknown): Raw[] => (Array.isArray(value) ? value.filter(isRaw) : []);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/**
 * A review in today's shape, and what steps and versions hold of reviews and codebooks. The very same row where there is
 * nothing to change.
 */
export function upgradeCodebooks(table: string, row: unknown, versions: VersionsThen): unknown {
  if (!isRaw(row)) return row;
  if (table === 'reviews') return upgradeReview(row, versions);
  if (table === 'stamps') return upgradeStamp(row, versions);
  return table === 'steps' ? upgradeStep(row, versions) : row;
}

function upgradeReview(row: unknown, versions: VersionsThen): unknown {
  if (!isRaw(row) || !Array.isArray(row.codebookIds) || !row.codebookIds.every(isText)) return row;
  const { codebookIds, ...rest } = row;
  const ids = [...new Set(row.codebookIds)];
  const codebooks = ids.map((id) => ({ id, version: versions.ofReview(id, row.id) }));
  return { ...rest, codebooks };
}

function upgradeStamp(row: Raw, versions: VersionsThen): Raw {
  const { table, key, last } = row;
  if (table === 'reviews' && isRaw(last)) {
    const upgraded = upgradeReview(last, versions);
    return upgraded === last ? row : { ...row, last: upgraded };
  }
  if (table !== 'codebooks' || !isText(key) || key.includes(' ')) return row;
  const version = isRaw(last) && isText(last.version) ? last.version : versions.ofText(key);
  return version === undefined ? row : { ...row, key: `${key} ${version}` };
}

function upgradeStep(row: Raw, versions: VersionsThen): Raw {
  if (!Array.isArray(row.changes)) return row;
  const before: unknown[] = row.changes;
  const changes = before.flatMap((one) => upgradeChange(one, versions));
  const isSame = changes.every((one, at) => one === before[at]);
  if (isSame && !hasOldTouch(row.touches)) return row;
  return {
    ...row,
    changes,
    ...(Array.isArray(row.touches) && { touches: touched(row.touches, changes) }),
  };
}

/** A codebook that was replaced by another version of it is one that went and one that came. */
function upgradeChange(one: unknown, versions: VersionsThen): unknown[] {
  if (!isRaw(one)) return [one];
  const { table, before, after, ...rest } = one;
  if (table === 'reviews') {
    const sides = {
      before: upgradeReview(before, versions),
      after: upgradeReview(after, versions),
    };
    return sides.before === before && sides.after === after
      ? [one]
      : [{ table, ...sides, ...rest }];
  }
  if (table !== 'codebooks' || !isRaw(before) || !isRaw(after)) return [one];
  return before.version === after.version
    ? [one]
    : [
        { table, before, after: null, ...rest },
        { table, before: null, after, ...rest },
      ];
}

/** What a step in the database is found by: "codebooks <id>" then. */
const isOldTouch = (touch: unknown): boolean => /^codebooks \S+$/.test(String(touch));
const hasOldTouch = (touches: unknown): boolean =>
  Array.isArray(touches) && touches.some(isOldTouch);

function touched(touches: readonly unknown[], changes: readonly unknown[]): unknown[] {
  if (!hasOldTouch(touches)) return [...touches];
  const names = changes.flatMap((one) => {
    const record = isRaw(one) && one.table === 'codebooks' ? (one.after ?? one.before) : null;
    return isRaw(record) ? [`codebooks ${record.id} ${record.version}`] : [];
  });
  return [...touches.filter((touch) => !isOldTouch(touch)), ...new Set(names)];
}
