/** What the reading list is filtered by, and the values of each: of a paper and its entry on the list. */
import { ELIGIBILITY_WORDS } from '@/components/paper/cite';
import { NOTICE_WORD } from '@/lib/exchange';
import {
  Eligibility,
  Notice,
  type Paper,
  PRIORITY_WORDS,
  PROGRESS_WORDS,
  Priority,
  Progress,
  type ReviewPaper,
} from '@/lib/model';
import type { Facet, Value } from '../statements/facet-values';
import { type FacetsWithValues, type Facetted, FacetValues } from '../statements/facets';

export const LIST_FACETS = [
  ...(['progress', 'eligibility', 'priority', 'label', 'reason', 'notice', 'record'] as const),
] as const;
export type ListFacetId = (typeof LIST_FACETS)[number];

interface Entry {
  paper: Paper;
  listed: ReviewPaper;
}

interface ListFacet extends Facet<ListFacetId> {
  of: (entry: Entry) => readonly Value[];
}

const named = <K extends string>(words: Readonly<Record<K, string>>, key: K): Value => ({
  key,
  text: words[key],
});
const given = (key: string): Value => ({ key, text: key });
const none = (text: string): Value => ({ key: '', text });

const FACETS: readonly ListFacet[] = [
  {
    ...{ id: 'progress', name: 'Progress', order: Progress.options },
    of: ({ listed: { progress } }) => [named(PROGRESS_WORDS, progress)],
  },
  {
    ...{ id: 'eligibility', name: 'Eligibility', order: Eligibility.options },
    of: ({ listed: { eligibility } }) => [named(ELIGIBILITY_WORDS, eligibility)],
  },
  {
    ...{ id: 'priority', name: 'Priority', order: [...Priority.options, ''] },
    of: ({ listed: { priority } }) => [
      priority ? named(PRIORITY_WORDS, priority) : none('no priority'),
    ],
  },
  {
    ...{ id: 'label', name: 'Label' },
    of: ({ listed: { labels } }) => labels?.map(given) ?? [none('no label')],
  },
  {
    // A paper that is not excluded has no reason to show.
    ...{ id: 'reason', name: 'Reason' },
    of: ({ listed: { eligibility, exclusionReason: reason } }) =>
      eligibility === 'excluded' ? [reason ? given(reason) : none('no reason given')] : [],
  },
  {
    ...{ id: 'notice', name: 'Notices', order: [...Notice.shape.kind.options, ''] },
    of: ({ paper: { notices } }) =>
      notices?.length ? notices.map(({ kind }) => named(NOTICE_WORD, kind)) : [none('no notice')],
  },
  {
    ...{ id: 'record', name: 'Record', order: ['ids', 'known'] },
    of: ({ paper: { title } }) => [
      title
        ? { key: 'known', text: 'With a title' }
        : { key: 'ids', text: 'No record yet: id only' },
    ],
  },
];

const PROGRESS_AT = FACETS.findIndex(({ id }) => id === 'progress');
/** A paper has no tags that parted it: it fits, or it does not. */
const WHOLE: Facetted['tagValues'] = [[]];

/** The facets of one reading list with their values. */
export class ListTable implements FacetsWithValues {
  readonly facets = FACETS;
  readonly ofTags = [];
  readonly values = FACETS.map(() => new FacetValues());

  read(entry: Entry): Facetted {
    const values = FACETS.map(({ of }, i) =>
      of(entry).map((value) => (this.values[i] as FacetValues).numberOf(value)),
    );
    return { values, tagValues: WHOLE };
  }
}

/** By progress an excluded paper is found only where excluded ones are asked for: it need not be read. */
export function withoutProgress(facetted: Facetted): Facetted {
  const values = facetted.values.map((numbers, i) => (i === PROGRESS_AT ? [] : numbers));
  return { ...facetted, values };
}
