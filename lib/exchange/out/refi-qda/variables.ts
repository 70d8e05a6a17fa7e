/**
 * What is known of a paper, as variables of its source: tools show them as attributes or document variables, by which
 * documents are filtered. One that no paper has is left out.
 */
import { influencesOf } from '../../../codebook';
import { grouped, type PaperFacts, ValuesOfColumns } from '../../../model';
import { noticeText } from '../../notices';
import { authorList, type ReviewedPaper } from '../../records';
import type { Chosen } from '../../types';
import { element, guid, textElement } from './element';
import type { UniqueNames } from './unique-names';

type Value = string | number | undefined;
type ValueOf = (paper: ReviewedPaper) => Value;

interface Variable {
  guid: string;
  name: string;
  type: 'Text' | 'Integer' | 'Float';
  read: ValueOf;
}

export interface Variables {
  /** As XML, each. */
  written: string[];
  /** A paper's values, as XML, each. */
  of(paper: ReviewedPaper): string[];
}

const fact =
  (field: keyof PaperFacts): ValueOf =>
  ({ facts }) =>
    facts[field] as Value;

const FACTS: readonly [name: string, read: ValueOf, type?: 'Integer'][] = [
  ['Title', fact('title')],
  ['Authors', ({ facts }) => authorList(facts.authors)],
  ['Year', fact('year'), 'Integer'],
  ['Venue', fact('containerTitle')],
  ['Volume', fact('volume')],
  ['Issue', fact('issue')],
  ['Pages', fact('page')],
  ['Publisher', fact('publisher')],
  ['Type', fact('type')],
  ['Language', fact('language')],
  ['DOI', fact('doi')],
  ['PMID', fact('pmid')],
  ['PMCID', fact('pmcid')],
  ['URL', fact('url')],
  ['Citation key', ({ key }) => key],
  ['Notice', ({ facts }) => noticeText(facts)],
  ['Publication status', fact('status')],
  ['Preprint of', fact('preprintOf')],
  ['Progress', ({ listed }) => listed?.progress],
  ['Eligibility', ({ listed }) => listed?.eligibility],
  ['Exclusion reason', ({ listed }) => listed?.exclusionReason],
  ['Companion of', ({ study }) => study?.others.join('; ')],
  ['Keywords', ({ facts }) => facts.keywords?.join('; ')],
];

/** @param names of variables and sets, which some tools have in one list */
export function variablesOf(
  data: Chosen,
  papers: readonly ReviewedPaper[],
  names: UniqueNames,
): Variables {
  const all = [
    ...FACTS.map(
      ([name, read, type]): Variable => ({
        ...{ guid: guid('variable', name), name: names.take(name), type: type ?? 'Text', read },
      }),
    ),
    silentVariable(data, names),
    ...ownColumns(data, papers, names),
  ].filter(({ read }) => papers.some((paper) => isThere(read(paper))));
  return {
    written: all.map(({ guid: own, name, type }) =>
      element('Variable', { guid: own, name, typeOfVariable: type }),
    ),
    of: (paper) =>
      all.flatMap(({ guid: own, type, read }) => {
        const value = read(paper);
        if (!isThere(value)) return [];
        const ref = element('VariableRef', { targetGUID: own });
        return [element('VariableValue', {}, [ref, ...textElement(`${type}Value`, String(value))])];
      }),
  };
}

const isThere = (value: Value): value is string | number =>
  typeof value === 'number' || Boolean(value?.trim());

/** What was looked for in a paper, and not reported: there is no passage to code. */
function silentVariable(data: Chosen, names: UniqueNames): Variable {
  const influences = influencesOf(data.codebooks);
  const byPaper = grouped(
    data.assessments.filter(({ reviewId }) => reviewId === data.review.id),
    ({ paperId }) => paperId,
  );
  const name = 'Looked for, not reported';
  const read: ValueOf = ({ id }) =>
    [...new Set((byPaper.get(id) ?? []).map((one) => influences.labelOf(one)))].sort().join('; ');
  return { guid: guid('variable', name), name: names.take(name), type: 'Text', read };
}

/** The reader's own columns of papers. */
function ownColumns(
  data: Chosen,
  papers: readonly ReviewedPaper[],
  names: UniqueNames,
): Variable[] {
  const values = new ValuesOfColumns(
    data.attributeValues.filter(({ reviewId }) => reviewId === data.review.id),
  );
  return data.attributes
    .filter((one) => one.reviewId === data.review.id && one.of === 'paper')
    .sort((a, b) => a.position - b.position || (`${a.name} ${a.id}` < `${b.name} ${b.id}` ? -1 : 1))
    .map(({ id, name }) => {
      const read: ValueOf = (paper) => {
        const value = values.get(id, { paperId: paper.id });
        return typeof value === 'object' ? value.join('; ') : value;
      };
      const isDecimal = papers.map(read).every((one) => one === undefined || isPlain(one));
      const type = isDecimal ? 'Float' : 'Text';
      return { guid: guid('variable', id), name: names.take(name), type, read };
    });
}

/** The schema has no exponents. */
const isPlain = (value: string | number): boolean =>
  typeof value === 'number' && /^-?\d+(\.\d+)?$/.test(String(value));
