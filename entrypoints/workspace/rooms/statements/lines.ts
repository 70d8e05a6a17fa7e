/** The statements of a review as lines to search, filter and order: worked out once, in slices, and kept between edits. */
import { shortAuthors, titleOf } from '@/components/paper/cite';
import { type InfluenceIndex, influenceKey, influencesOf } from '@/lib/codebook/influences';
import { type CountedUnit, grouped, type Paper, type Statement, type Tag } from '@/lib/model';
import type { FilterRecords, ReviewData } from '@/lib/store';
import { Vocabulary } from '@/lib/text';
import { facetContext } from './facet-context';
import { FacetTable, type Facetted } from './facets';

/**
 * Where words are looked for, and what one found there is worth: a reader looks for a statement by its own words first,
 * then by what was said of it, then by its paper. Multiplied by how exactly a word is found (`FOUND`): a beginning in the
 * quote comes before a whole word in a note, a word within another after it.
 */
export const FIELDS = {
  quote: 8,
  note: 5,
  influence: 4,
  title: 4,
  authors: 4,
  journal: 2,
  identifiers: 2,
  section: 1,
} as const;
type Field = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as Field[];

export interface StatementLine extends Facetted {
  statement: Statement;
  paper: Paper;
  tags: readonly Tag[];
  /** Why its paper is not counted; undefined where it is not excluded. */
  excluded: string | undefined;
  /** Its words, each with the field that it is in, packed (`packed`): ten thousand lines are gone through with each letter typed. */
  words: Uint32Array;
  /** Its places among all lines, in the orders that are asked for most. */
  ranks: { newest: number; paper: number };
  /** Of each tag, what coders decided where that is another word than its own; '' for none. */
  decided: readonly string[];
  /** Of each tag, the place of its influence in the codebooks. */
  influenceRanks: readonly number[];
}

export interface Statements {
  lines: readonly StatementLine[];
  table: FacetTable;
  vocabulary: Vocabulary;
}

/** The words of texts, kept from one edit to the next: of ten thousand statements one has changed. */
export class WordCache {
  readonly vocabulary = new Vocabulary();
  private known = new Map<string, Uint32Array>();
  private used = new Map<string, Uint32Array>();

  wordsOf(text: string): Uint32Array {
    const words = this.used.get(text) ?? this.known.get(text) ?? this.vocabulary.wordsOf(text);
    this.used.set(text, words);
    return words;
  }

  /** Forgets the texts that are gone. */
  turn(): void {
    this.known = this.used;
    this.used = new Map();
  }
}

/**
 * Newest first; a tag whose statement or paper is gone is left out. Each yield is a moment at which the page can have its
 * turn.
 */
export function* readLines(
  data: ReviewData & FilterRecords,
  unit: CountedUnit,
  cache: WordCache,
): Generator<undefined, Statements, undefined> {
  const papers = new Map(data.papers.map((p) => [p.id, p]));
  const listed = new Map(data.reviewPapers.map((one) => [one.paperId, one]));
  const index = influencesOf(data.codebooks);
  const order = new Map(index.all.map((one, i) => [influenceKey(one), i]));
  const tags = grouped(data.tags, ({ statementId }) => statementId);
  const context = facetContext(data, unit);
  const table = new FacetTable(context);
  yield;
  const lines: StatementLine[] = [];
  for (const statement of data.statements) {
    const paper = papers.get(statement.paperId);
    const own = tags.get(statement.id);
    if (!paper || !own) continue;
    const { eligibility, exclusionReason } = listed.get(paper.id) ?? {};
    lines.push({
      ...{ statement, paper, tags: own },
      excluded: eligibility === 'excluded' ? (exclusionReason ?? '') : undefined,
      words: wordsOf({ statement, paper, tags: own }, index, cache),
      ranks: { newest: 0, paper: 0 },
      decided: own.map((tag) => context.decided.wordOn(tag)),
      influenceRanks: own.map((tag) => order.get(influenceKey(tag)) ?? order.size),
      ...table.read({ statement, paper }, own),
    });
    yield;
  }
  cache.turn();
  yield* rank(lines);
  return { lines, table, vocabulary: cache.vocabulary };
}

/** The words of a statement that a search looks through. */
export function wordsOf(
  { statement, paper, tags }: Pick<StatementLine, 'statement' | 'paper' | 'tags'>,
  index: InfluenceIndex,
  cache: WordCache,
): Uint32Array {
  const texts: Record<Field, string> = {
    quote: statement.quote,
    note: tags.map(({ note }) => note).join('\n'),
    influence: tags.map((tag) => index.labelOf(tag)).join('\n'),
    title: paper.title ?? '',
    authors: authorsText(paper),
    journal: paper.containerTitle ?? '',
    identifiers: [paper.doi, paper.year].filter(Boolean).join('\n'),
    section: statement.section?.title ?? '',
  };
  return packed(FIELD_NAMES.map((field) => cache.wordsOf(texts[field])));
}

/** Bits of a packed word that are its field's place in `FIELD_NAMES`. */
export const FIELD_BITS = 3;

function packed(byField: readonly Uint32Array[]): Uint32Array {
  const words = new Uint32Array(byField.reduce((n, { length }) => n + length, 0));
  let at = 0;
  for (const [field, some] of byField.entries())
    for (const word of some) words[at++] = (word << FIELD_BITS) | field;
  return words;
}

const authorsText = ({ authors }: Paper): string =>
  authors
    .map(({ family, given, literal }) => literal ?? [given, family].filter(Boolean).join(' '))
    .join('\n');

function* rank(lines: StatementLine[]): Generator<undefined, void, undefined> {
  const papers = [...new Set(lines.map(({ paper }) => paper))];
  const names = new Map(papers.map((paper) => [paper, nameOf(paper)]));
  const { compare } = new Intl.Collator('en', { numeric: true });
  papers.sort((a, b) => compare(names.get(a) ?? '', names.get(b) ?? ''));
  const place = new Map(papers.map((paper, i) => [paper, i]));
  yield;
  const startOf = ({ statement: { targets } }: StatementLine) =>
    targets[0]?.selectors.position?.start ?? Number.MAX_SAFE_INTEGER;
  const byPaper = [...lines].sort(
    (a, b) =>
      (place.get(a.paper) ?? 0) - (place.get(b.paper) ?? 0) ||
      startOf(a) - startOf(b) ||
      older(a, b),
  );
  for (const [i, { ranks }] of byPaper.entries()) ranks.paper = i;
  yield;
  lines.sort((a, b) => -byDate(a, b) || byId(a, b));
  for (const [i, { ranks }] of lines.entries()) ranks.newest = i;
}

const nameOf = (paper: Paper): string =>
  [shortAuthors(paper), paper.year, titleOf(paper, paper.urls[0])].filter(Boolean).join(' ');

const older = (a: StatementLine, b: StatementLine): number => byDate(a, b) || byId(a, b);

function byDate({ statement: a }: StatementLine, { statement: b }: StatementLine): number {
  if (a.createdAt === b.createdAt) return 0;
  return a.createdAt < b.createdAt ? -1 : 1;
}

const byId = ({ statement: a }: StatementLine, { statement: b }: StatementLine): number =>
  a.id < b.id ? -1 : 1;
