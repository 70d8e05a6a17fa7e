/**
 * Filters over the tags that a table counts: the facets and the search of the Statements room, with the same meaning, chosen in
 * the address as there. A tag counts where it fits all that is chosen; papers stay in N whatever is chosen, because a filter is
 * about what is reported, and not about who was looked at.
 */
import { type InfluenceIndex, influencesOf } from '@/lib/codebook/influences';
import type { Output } from '@/lib/map/outputs';
import {
  type CountedUnit,
  grouped,
  type Paper,
  runThrough,
  type Statement,
  type Tag,
} from '@/lib/model';
import type { TablesInput } from '@/lib/store';
import { type Asked, askedIn } from '../../statements/address';
import { askedInWords } from '../../statements/asked-in-words';
import { facetContext } from '../../statements/facet-context';
import { asksForDecided, DECIDED_NOTE } from '../../statements/facet-words';
import {
  type Counted,
  countFacets,
  FacetTable,
  type Facetted,
  tagFits,
  wantedOf,
} from '../../statements/facets';
import { WordCache, wordsOf } from '../../statements/lines';
import { searchLines } from '../../statements/search';

interface Line extends Facetted {
  statement: Statement;
  paper: Paper;
  tags: readonly Tag[];
}

type Filter = Pick<Asked, 'chosen' | 'search'>;

/** Is anything filtered? */
export const isFiltered = ({ chosen, search }: Filter): boolean =>
  search.trim() !== '' || Object.values(chosen).some((values) => values?.length);

/** What a table is filtered by, in the address; null where no filter is open, or where the table takes none. */
export function filtersOf(output: Pick<Output, 'isWhole'>, query: URLSearchParams): Asked | null {
  if (output.isWhole) return null;
  const asked = askedIn(query);
  return query.has('filter') || isFiltered(asked) ? asked : null;
}

export interface Filtered {
  /** With the tags that fit, and no others. */
  data: TablesInput;
  lines: readonly Line[];
  table: FacetTable;
  counted: Counted<Line>;
  /** One sentence that is printed under the table; '' where nothing is filtered. */
  note: string;
}

/** @param unit in which the table counts, and so what was decided */
export function filtered(data: TablesInput, asked: Filter, unit: CountedUnit): Filtered {
  const { lines: all, table } = linesIn(data, unit);
  const lines = asked.search.trim() ? found(all, asked.search, influencesOf(data.codebooks)) : all;
  const counted = runThrough(countFacets(lines, table, asked.chosen));
  const wanted = wantedOf(table, asked.chosen);
  const note = noteOf(asked, table, counted, data);
  if (!note) return { data, lines: all, table, counted, note };
  const fitting = counted.shown.flatMap((line) =>
    line.tags.filter((_, i) => tagFits(line.tagValues[i] ?? [], wanted)),
  );
  return { data: { ...data, tags: fitting }, lines: all, table, counted, note };
}

type Lines = Pick<Filtered, 'lines' | 'table'>;

/** Of the records that were read last: other filters over them have the same lines. */
let last: { data: TablesInput; unit: CountedUnit; read: Lines } | undefined;

function linesIn(data: TablesInput, unit: CountedUnit): Lines {
  if (last?.data !== data || last.unit !== unit) last = { data, unit, read: readLines(data, unit) };
  return last.read;
}

function readLines(data: TablesInput, unit: CountedUnit): Lines {
  const papers = new Map(data.papers.map((paper) => [paper.id, paper]));
  const table = new FacetTable(facetContext(data, unit));
  const tags = grouped(data.tags, ({ statementId }) => statementId);
  const lines = data.statements.flatMap((statement): Line[] => {
    const [paper, own] = [papers.get(statement.paperId), tags.get(statement.id)];
    if (!paper || !own) return [];
    return [{ statement, paper, tags: own, ...table.read({ statement, paper }, own) }];
  });
  return { lines, table };
}

/** The words of texts, kept from one letter of a search to the next. */
const words = new WordCache();

function found(lines: readonly Line[], search: string, index: InfluenceIndex): Line[] {
  const read = lines.map((line) => ({ line, words: wordsOf(line, index, words) }));
  words.turn();
  return [...runThrough(searchLines(read, words.vocabulary, search)).keys()].map(
    ({ line }) => line,
  );
}

function noteOf(
  asked: Filter,
  table: FacetTable,
  counted: Counted<Line>,
  data: TablesInput,
): string {
  const words = askedInWords(asked, table, counted);
  if (!words) return '';
  const decided = asksForDecided(asked, data) ? ` ${DECIDED_NOTE}` : '';
  return `Only tags that fit are counted: ${words}.${decided} N is as it is without filters.`;
}
