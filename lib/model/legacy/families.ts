/**
 * Study families were once rings of links between places on a list: `familyId` in a place named the next member. This
 * makes a record of each membership, in a database and in backups of any age. It depends on the records alone, so that
 * two installations that bring over one ring hold equal records afterwards. What history and versions hold of places
 * loses its links: what was done then of families alone cannot be taken back any more.
 */

import { idOf } from '../id';
import { keyOf } from '../kinds';
import { isRaw, type Raw } from '../raw';
import { type FamilyMember, Unions } from '../records/family';

/** The tables that take part in a file. Rows may be anything: what is not a record stays what it is. */
const FAMILY_TABLES = ['reviewPapers', 'familyMembers', 'stamps', 'steps'] as const;
type Tables = Record<(typeof FAMILY_TABLES)[number], readonly unknown[]>;

const hasLink = (row: unknown): row is Raw => isRaw(row) && Object.hasOwn(row, 'familyId');

/** The tables with a record for each member. A row that does not change is the very same object. */
export function membersOfLinks(tables: Tables): Record<keyof Tables, unknown[]> {
  const { reviewPapers, familyMembers, stamps, steps } = tables;
  const known = new Set(familyMembers.filter(isRaw).map((row) => keyOf('familyMembers', row)));
  const made = membersIn(reviewPapers).filter((one) => !known.has(keyOf('familyMembers', one)));
  return {
    reviewPapers: reviewPapers.map(withoutLink),
    familyMembers: [...familyMembers, ...made],
    stamps: [...stamps.map(stampWithout), ...stampsOf(made, stamps)],
    steps: steps.map(withoutLinks),
  };
}

function membersIn(places: readonly unknown[]): FamilyMember[] {
  if (!places.some(hasLink)) return [];
  const rings = new Unions();
  const nameOf = (reviewId: unknown, paperId: unknown) => `${reviewId} ${paperId}`;
  for (const { reviewId, paperId, familyId } of places.filter(hasLink))
    if (typeof familyId === 'string')
      rings.unite(nameOf(reviewId, paperId), nameOf(reviewId, familyId));
  const byRing = new Map<string, Raw[]>();
  for (const place of places.filter(isRaw)) {
    const ring = rings.rootOf(nameOf(place.reviewId, place.paperId));
    byRing.set(ring, [...(byRing.get(ring) ?? []), place]);
  }
  return [...byRing.values()]
    .filter((ring) => ring.length > 1)
    .flatMap((ring) => {
      const [first] = ring.map(({ reviewId, paperId }) => nameOf(reviewId, paperId)).sort();
      const familyId = idOf(`study family ${first}`);
      return ring.map(
        ({ reviewId, paperId, addedAt }) =>
          ({ reviewId, paperId, familyId, addedAt }) as FamilyMember,
      );
    });
}

/** A membership has the version that the place has which held the link. */
function stampsOf(members: readonly FamilyMember[], stamps: readonly unknown[]): Raw[] {
  const ofPlaces = new Map(
    stamps
      .filter(isRaw)
      .filter(({ table }) => table === 'reviewPapers')
      .map((stamp) => [stamp.key, stamp]),
  );
  return members.flatMap((member) => {
    const stamp = ofPlaces.get(keyOf('reviewPapers', member));
    if (!stamp) return [];
    const { counter, by, step } = stamp;
    return { table: 'familyMembers', key: keyOf('familyMembers', member), counter, by, step };
  });
}

function withoutLink(row: unknown): unknown {
  if (!hasLink(row)) return row;
  const { familyId: _, ...place } = row;
  return place;
}

function stampWithout(row: unknown): unknown {
  const isOfPlace = isRaw(row) && row.table === 'reviewPapers' && hasLink(row.last);
  return isOfPlace ? { ...row, last: withoutLink(row.last) } : row;
}

/** A step, or some of its changes, without the links of places. */
export function withoutLinks(row: unknown): unknown {
  if (!isRaw(row) || !Array.isArray(row.changes) || !row.changes.some(isOfLink)) return row;
  const changes = row.changes.map((one: unknown) =>
    isOfLink(one)
      ? { ...one, before: withoutLink(one.before), after: withoutLink(one.after) }
      : one,
  );
  return { ...row, changes };
}

const isOfLink = (one: unknown): one is Raw =>
  isRaw(one) && one.table === 'reviewPapers' && (hasLink(one.before) || hasLink(one.after));
