/** How the reading list is searched, filtered, sorted and grouped, as the address has it, so that it survives Back. */
import { changeQuery, type Query, queryNow } from '../../use-route';
import { SEARCH } from '../statements/facet-ids';
import { LIST_FACETS, type ListFacetId } from './list-facets';

export const SORTS = [
  { id: 'added', text: 'Newest on the list' },
  { id: 'title', text: 'Title' },
  { id: 'author', text: 'First author' },
  { id: 'year', text: 'Year, latest first' },
  { id: 'priority', text: 'Priority' },
  { id: 'tags', text: 'Most tags' },
  { id: 'cited', text: 'Most cited in this review' },
] as const;
export type Sort = (typeof SORTS)[number]['id'];

export const GROUPS = [
  { id: 'none', text: 'No groups' },
  { id: 'label', text: 'Label' },
  { id: 'progress', text: 'Progress' },
  { id: 'eligibility', text: 'Eligibility' },
  { id: 'year', text: 'Year' },
  { id: 'priority', text: 'Priority' },
] as const;
export type Group = (typeof GROUPS)[number]['id'];

/** What is shown instead of the list. */
const VIEWS = ['duplicates', 'next', 'flow'] as const;
export type ListView = (typeof VIEWS)[number];

export interface AskedList {
  search: string;
  chosen: Readonly<Partial<Record<ListFacetId, readonly string[]>>>;
  sort: Sort;
  group: Group;
  /** A paper whose study alone is shown. */
  study: string | null;
}

/** The names of the parameters. */
const SORT = 'sort';
const GROUP = 'group';
const STUDY = 'study';
const SHOW = 'show';

export function askedOfList(query: URLSearchParams): AskedList {
  const chosen: Partial<Record<ListFacetId, readonly string[]>> = {};
  for (const id of LIST_FACETS) if (query.has(id)) chosen[id] = [...new Set(query.getAll(id))];
  return {
    ...{ search: query.get(SEARCH) ?? '', chosen, study: query.get(STUDY) },
    sort: SORTS.find(({ id }) => id === query.get(SORT))?.id ?? 'added',
    group: GROUPS.find(({ id }) => id === query.get(GROUP))?.id ?? 'none',
  };
}

export const viewIn = (query: URLSearchParams): ListView | undefined =>
  VIEWS.find((one) => one === query.get(SHOW));

export const asView = (show: ListView | undefined): Query => ({ [SHOW]: show });

const NOTHING: Query = Object.fromEntries(
  [...LIST_FACETS, SEARCH, STUDY].map((name) => [name, undefined]),
);

/** Takes out of the address what narrows the list; its order stays. */
export const showAllPapers = (): void => changeQuery(NOTHING);
/** The papers of one study, and no others. */
export const showStudyOf = (paperId: string): void => changeQuery({ ...NOTHING, [STUDY]: paperId });
export const sortBy = (sort: Sort): void =>
  changeQuery({ [SORT]: sort === 'added' ? undefined : sort });
export const groupBy = (group: Group): void =>
  changeQuery({ [GROUP]: group === 'none' ? undefined : group });

/** Puts a value of a filter into the address, or takes it out. */
export function toggleOfList(id: ListFacetId, key: string): void {
  const values = askedOfList(queryNow()).chosen[id] ?? [];
  const isOn = values.includes(key);
  changeQuery({ [id]: isOn ? values.filter((one) => one !== key) : [...values, key] });
}

/** Is anything asked for but an order? */
export const isNarrowed = ({ search, chosen, study }: AskedList): boolean =>
  search.trim() !== '' || Object.keys(chosen).length > 0 || study !== null;
