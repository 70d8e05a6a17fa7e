/** What is searched, chosen and ordered, as the address has it: a facet's values are repeated parameters. */
import { changeQuery, queryNow } from '../../use-route';
import { FACETS, type FacetId } from './facet-values';
import type { Chosen } from './facets';
import { ORDERS, type Order } from './search';

export interface Asked {
  search: string;
  chosen: Chosen;
  /** As the reader chose it; null for the usual one: relevance while searching, else newest first. */
  order: Order | null;
}

/** The parameter of the search. */
export const SEARCH = 'find';
export const ORDER = 'order';

export function askedIn(query: URLSearchParams): Asked {
  const chosen: Chosen = {};
  for (const { id } of FACETS) {
    const values = query.getAll(id);
    if (values.length) chosen[id] = [...new Set(values)];
  }
  const order = ORDERS.find(({ id }) => id === query.get(ORDER))?.id ?? null;
  return { search: query.get(SEARCH) ?? '', chosen, order };
}

/** The parameters that leave no facet chosen. */
export const NOTHING_CHOSEN: Readonly<Record<string, undefined>> = Object.fromEntries(
  FACETS.map(({ id }) => [id, undefined]),
);

/** Puts a value of a facet into the address, or takes it out. */
export function toggle(id: FacetId, key: string): void {
  const values = askedIn(queryNow()).chosen[id] ?? [];
  const next = values.includes(key) ? values.filter((one) => one !== key) : [...values, key];
  changeQuery({ [id]: next });
}

/** Is nothing searched or filtered, and do the newest come first? */
export const isInOrder = (asked: Asked): boolean =>
  !asked.search.trim() && !Object.keys(asked.chosen).length && orderOf(asked) === 'date';

/** The order that is shown. */
export const orderOf = ({ order, search }: Asked): Order =>
  order ?? (search.trim() ? 'relevance' : 'date');
