/** What is searched, chosen and ordered, as the address has it: a facet's values are repeated parameters. */
import { changeQuery, queryNow } from '../../use-route';
import { type FacetId, facetsIn, SEARCH, withoutFacets } from './facet-ids';
import type { Chosen } from './facets';
import { ORDERS, type Order } from './search';

export interface Asked {
  search: string;
  chosen: Chosen;
  /** As the reader chose it; null for the usual one: relevance while searching, else newest first. */
  order: Order | null;
}

export const ORDER = 'order';

export function askedIn(query: URLSearchParams): Asked {
  const chosen: Chosen = {};
  for (const id of facetsIn(query)) chosen[id] = [...new Set(query.getAll(id))];
  const order = ORDERS.find(({ id }) => id === query.get(ORDER))?.id ?? null;
  return { search: query.get(SEARCH) ?? '', chosen, order };
}

/** Takes all facets out of the address, and what else is named. */
export const chooseNothing = (...others: readonly string[]): void =>
  changeQuery({
    ...withoutFacets(queryNow()),
    ...Object.fromEntries(others.map((name) => [name, undefined])),
  });

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
