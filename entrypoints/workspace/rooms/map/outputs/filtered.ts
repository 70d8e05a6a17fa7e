/**
 * Filters over the tags that a table counts: the facets of the Statements room, chosen in the address as there, and words.
 * A tag counts where it fits all that is chosen; papers stay in N whatever is chosen, because a filter is about what is
 * reported, and not about who was looked at.
 */
import { influencesOf } from '@/lib/codebook/influences';
import { CoderIndex, grouped, type Paper, runThrough, type Statement, type Tag } from '@/lib/model';
import type { TablesInput } from '@/lib/store';
import { displayText, holdsWords, searchText } from '@/lib/text';
import type { Asked } from '../../statements/address';
import { FACETS } from '../../statements/facet-values';
import {
  type Counted,
  countFacets,
  FacetTable,
  type Facetted,
  optionsOf,
  tagFits,
  wantedOf,
} from '../../statements/facets';

interface Line extends Facetted {
  statement: Statement;
  paper: Paper;
  tags: readonly Tag[];
}

/** Is anything filtered? */
export const isFiltered = ({ chosen, search }: Pick<Asked, 'chosen' | 'search'>): boolean =>
  search.trim() !== '' || Object.values(chosen).some((values) => values.length);

export interface Filtered {
  /** With the tags that fit, and no others. */
  data: TablesInput;
  lines: readonly Line[];
  table: FacetTable;
  counted: Counted<Line>;
  /** One sentence that is printed under the table; '' where nothing is filtered. */
  note: string;
}

export function filtered(data: TablesInput, asked: Pick<Asked, 'chosen' | 'search'>): Filtered {
  const papers = new Map(data.papers.map((paper) => [paper.id, paper]));
  const listed = new Map(data.reviewPapers.map((one) => [one.paperId, one]));
  const table = new FacetTable({
    index: influencesOf(data.codebooks),
    coders: new CoderIndex(data.coders),
    eligibilityOf: (id) => listed.get(id)?.eligibility ?? 'undecided',
  });
  const tags = grouped(data.tags, ({ statementId }) => statementId);
  const all = data.statements.flatMap((statement): Line[] => {
    const [paper, own] = [papers.get(statement.paperId), tags.get(statement.id)];
    if (!paper || !own) return [];
    return [{ statement, paper, tags: own, ...table.read({ statement, paper }, own) }];
  });
  const lines = all.filter((line) => holdsWords(wordsOf(line), asked.search));
  const counted = runThrough(countFacets(lines, table, asked.chosen));
  const wanted = wantedOf(table, asked.chosen);
  const fitting = counted.shown.flatMap((line) =>
    line.tags.filter((_, i) => tagFits(line.tagValues[i] ?? [], wanted)),
  );
  const note = isFiltered(asked) ? noteOf(asked, table, counted) : '';
  return { data: note ? { ...data, tags: fitting } : data, lines: all, table, counted, note };
}

const wordsOf = ({ statement, paper, tags }: Line): string =>
  searchText([statement.quote, paper.title ?? '', ...tags.map(({ note }) => note)].join('\n'));

function noteOf(
  { chosen, search }: Pick<Asked, 'chosen' | 'search'>,
  table: FacetTable,
  counted: Counted<Line>,
): string {
  const parts = FACETS.flatMap(({ id, name }) => {
    const values = optionsOf(id, table, counted, chosen).filter(({ isChosen }) => isChosen);
    const words = values.map(({ text }) => displayText(text)).join(' or ');
    return words ? [`${name.toLowerCase()} ${words}`] : [];
  });
  if (search.trim()) parts.push(`words “${displayText(search.trim())}”`);
  return `Only tags that fit are counted: ${parts.join('; ')}. N is as it is without filters.`;
}
