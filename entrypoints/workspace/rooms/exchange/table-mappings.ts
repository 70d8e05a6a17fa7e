/** What columns hold, remembered on this machine for further files with the same headings. */
import { setPreference } from '@/components/ui/preference';
import { mappingKey, ROLES, type Role, type TableMapping } from '@/lib/exchange';

const KEY = 'bearing.table-columns';
/** As many kinds of files are remembered; the one that came longest ago is forgotten first. */
const MOST_KINDS = 30;

type Kept = readonly [string, TableMapping];

function read(): Kept[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch {
    return [];
  }
}

/** An earlier Bearing may have known other roles. */
function isKept(one: unknown): one is Kept {
  if (!Array.isArray(one) || typeof one[0] !== 'string') return false;
  const { use, columns } = (one[1] ?? {}) as Partial<TableMapping>;
  if ((use !== 'coding' && use !== 'references') || !columns) return false;
  return Object.entries(columns).every(
    ([role, place]) => Object.hasOwn(ROLES, role) && Number.isInteger(place) && place >= 0,
  );
}

export function rememberedMapping(headings: readonly string[]): TableMapping | undefined {
  const mapping = read().find(([key]) => key === mappingKey(headings))?.[1];
  const places = Object.values(mapping?.columns ?? {});
  return places.every((place) => place < headings.length) ? mapping : undefined;
}

export function rememberMapping(headings: readonly string[], mapping: TableMapping): void {
  const key = mappingKey(headings);
  const others = read().filter(([other]) => other !== key);
  try {
    setPreference(KEY, JSON.stringify([[key, mapping], ...others].slice(0, MOST_KINDS)));
  } catch {
    // A full storage must not keep the table out: the mapping is asked for again with the next file.
  }
}

/** The mapping with one column chosen for a role; null takes it away. */
export function withColumn(
  { use, columns }: TableMapping,
  role: Role,
  place: number | null,
): TableMapping {
  const { [role]: _, ...others } = columns;
  return { use, columns: place === null ? others : { ...others, [role]: place } };
}
