/**
 * The names of the filters in the address: one set for the statements and for the tables of the map, so that they can be taken
 * from one to the other. Apart from what they mean, because the rail knows their names before a room is loaded.
 */
import type { Query } from '../../use-route';

/** Of tags, then of statements and their papers. */
export const FACET_IDS = [
  ...(['influence', 'stance', 'direction', 'basis', 'voice', 'site', 'coder'] as const),
  ...(['section', 'year', 'type', 'author', 'journal', 'machine'] as const),
  ...(['eligibility', 'progress', 'priority', 'label', 'paper'] as const),
] as const;
export type KnownFacet = (typeof FACET_IDS)[number];

/** Filters by the reader's own columns are named by the column. */
const OWN = 'own.';
export type OwnFacet = `${typeof OWN}${string}`;
export const ownFacet = (attributeId: string): OwnFacet => `${OWN}${attributeId}`;
export const isOwnFacet = (id: string): id is OwnFacet => id.startsWith(OWN);

export type FacetId = KnownFacet | OwnFacet;

/** The parameter of the search. */
export const SEARCH = 'find';
/** The table that is looked at. With the statements it is the one that was left for them. */
export const VIEW = 'view';

/** The facets that the address names. */
export function facetsIn(query: URLSearchParams): FacetId[] {
  const own = [...new Set(query.keys())].filter(isOwnFacet);
  return [...FACET_IDS.filter((id) => query.has(id)), ...own];
}

/** All that is filtered and searched, as parameters. */
export function filtersIn(query: URLSearchParams): Query {
  return Object.fromEntries([...facetsIn(query), SEARCH].map((name) => [name, query.getAll(name)]));
}

/** The parameters that leave no facet chosen. */
export const withoutFacets = (query: URLSearchParams): Record<string, undefined> =>
  Object.fromEntries(facetsIn(query).map((id) => [id, undefined]));

/**
 * What the rail takes along: from a table to the statements and back, what is filtered and which table it was. The map itself
 * has no filters.
 */
export function carried(from: string, to: string, query: URLSearchParams): Query {
  const view = query.get(VIEW);
  const isWay = (from === 'map' && to === 'statements') || (from === 'statements' && to === 'map');
  return isWay && view ? { [VIEW]: view, ...filtersIn(query) } : {};
}
