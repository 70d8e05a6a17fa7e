/** What the columns of a table hold: guessed by their headings, and chosen by the reader. */

interface RoleOfColumn {
  /** As the reader chooses it. */
  label: string;
  /** Headings by which it is guessed, the surest first. */
  names: readonly string[];
}

/** What a column can be, in the order in which it is chosen. What is named first takes a heading that several could have. */
export const ROLES = {
  quote: {
    label: 'Quote',
    names: [
      ...['quote', 'quotation', 'quotation content', 'coded segment', 'segment', 'excerpt'],
      ...['highlight', 'coded text', 'passage', 'extract', 'snippet', 'statement', 'text'],
    ],
  },
  code: {
    label: 'Code or influence',
    names: [
      ...['influence', 'code', 'codes', 'code name', 'theme', 'node', 'construct', 'determinant'],
      ...['tag', 'tags', 'category', 'label'],
    ],
  },
  title: {
    label: 'Title of the paper',
    names: [
      ...['paper title', 'title', 'article title', 'document title', 'primary title', 'paper'],
      ...['document name', 'document', 'study', 'source', 'reference', 'file'],
    ],
  },
  doi: { label: 'DOI', names: ['doi'] },
  stance: { label: 'Stance', names: ['stance', 'valence', 'sentiment', 'citation type'] },
  direction: {
    label: 'Direction',
    names: ['direction', 'barrier/facilitator', 'barrier or facilitator', 'facilitator/barrier'],
  },
  strength: { label: 'Strength', names: ['strength', 'rating'] },
  basis: { label: 'Basis', names: ['basis'] },
  coder: {
    label: 'Coder',
    names: ['coder', 'coded by', 'rater', 'annotator', 'user', 'created by', 'reviewer'],
  },
  note: {
    label: 'Note',
    names: ['note', 'notes', 'memo', 'comment', 'comments', 'body', 'remark', 'user notes'],
  },
  section: { label: 'Section', names: ['section title', 'section', 'heading'] },
  sectionKind: { label: 'Kind of section', names: ['section kind'] },
  page: { label: 'Page', names: ['page', 'page number', 'location'] },
  codebook: { label: 'Codebook', names: ['codebook', 'framework'] },
  at: { label: 'Coded on', names: ['created', 'creation date', 'coded on', 'coding date'] },
  authors: { label: 'Authors', names: ['authors', 'author', 'author names'] },
  year: {
    label: 'Year',
    names: ['year', 'publication year', 'published year', 'pub year', 'date'],
  },
  journal: {
    label: 'Journal',
    names: ['venue', 'journal', 'journal/book', 'source title', 'publication title'],
  },
  volume: { label: 'Volume', names: ['volume'] },
  issue: { label: 'Issue', names: ['issue'] },
  pages: { label: 'Pages of the paper', names: ['pages', 'page range'] },
  publisher: { label: 'Publisher', names: ['publisher'] },
  issn: { label: 'ISSN', names: ['issn', 'issns'] },
  language: { label: 'Language', names: ['language'] },
  abstract: { label: 'Abstract', names: ['abstract', 'abstract note'] },
  keywords: { label: 'Keywords', names: ['keywords', 'author keywords', 'manual tags'] },
  pmid: { label: 'PMID', names: ['pmid', 'pubmed id', 'pubmedid'] },
  pmcid: { label: 'PMCID', names: ['pmcid', 'pmc id', 'pmc'] },
  url: { label: 'Address', names: ['url', 'link'] },
  tagId: { label: 'Tag id of Bearing', names: ['tag id'] },
  influenceId: { label: 'Influence id of Bearing', names: ['influence id'] },
  asOf: { label: 'Tag as of', names: ['updated'] },
} as const satisfies Record<string, RoleOfColumn>;

export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as Role[];

/** What a row of a table becomes. */
export type TableUse = 'coding' | 'references';

/** For each role that the table has the place of its column, counted from 0. */
export type Columns = Readonly<Partial<Record<Role, number>>>;

export interface TableMapping {
  use: TableUse;
  columns: Columns;
}

/** Of a list of papers. */
const OF_PAPERS: readonly Role[] = [
  ...(['title', 'doi', 'authors', 'year', 'journal', 'volume', 'issue', 'pages'] as const),
  ...(['publisher', 'issn', 'language', 'abstract', 'keywords', 'pmid', 'pmcid', 'url'] as const),
];
/** What coded passages are not asked for: their papers are named in few words, and our own table needs no asking. */
const UNASKED = new Set<Role>([
  ...(['volume', 'issue', 'pages', 'publisher', 'issn', 'language', 'abstract'] as const),
  ...(['keywords', 'sectionKind', 'tagId', 'influenceId', 'asOf'] as const),
]);
export const ROLES_OF: Readonly<Record<TableUse, readonly Role[]>> = {
  coding: ROLE_NAMES.filter((role) => !UNASKED.has(role)),
  references: [...OF_PAPERS, 'note'],
};

/** Each names a work. */
const NAMES_A_WORK: readonly Role[] = ['title', 'doi', 'pmid', 'pmcid'];

const folded = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[_\s]+/g, ' ')
    .trim();

export function guessColumns(headings: readonly string[]): Columns {
  const named = headings.map(folded);
  const columns: Partial<Record<Role, number>> = {};
  const taken = new Set<number>();
  for (const role of ROLE_NAMES) {
    const names: readonly string[] = ROLES[role].names;
    const place = names.map((name) => named.indexOf(name)).find((i) => i >= 0 && !taken.has(i));
    if (place === undefined) continue;
    columns[role] = place;
    taken.add(place);
  }
  return columns;
}

export function guessMapping(headings: readonly string[]): TableMapping {
  const columns = guessColumns(headings);
  return { use: columns.quote === undefined ? 'references' : 'coding', columns };
}

const isCoded = ({ quote, code }: Columns): boolean => quote !== undefined && code !== undefined;

/** Has it the columns of coding, by its headings alone? */
export function isCodedTable(headings: readonly string[]): boolean {
  const columns = guessColumns(headings);
  return isCoded(columns) && namesWorks(columns);
}

export const namesWorks = (columns: Columns): boolean =>
  NAMES_A_WORK.some((role) => columns[role] !== undefined);

/** Headings of our own evidence table: no other has all of them. */
const OURS: readonly Role[] = ['tagId', 'quote', 'code', 'stance'];

export const isEvidenceTable = (headings: readonly string[]): boolean => {
  const columns = guessColumns(headings);
  return OURS.every((role) => columns[role] !== undefined);
};

/** What is missing before a table can come in; undefined where nothing is. */
export function lackOf({ use, columns }: TableMapping): string | undefined {
  const lacks = [
    ...(use === 'coding' && columns.quote === undefined ? ['the quote'] : []),
    ...(use === 'coding' && columns.code === undefined ? ['the code'] : []),
    ...(namesWorks(columns) ? [] : ['the paper (its title, DOI, PMID or PMCID)']),
  ];
  if (!lacks.length) return undefined;
  const which = new Intl.ListFormat('en').format(lacks);
  return `Choose the ${lacks.length === 1 ? 'column' : 'columns'} of ${which}: without ${lacks.length === 1 ? 'it' : 'them'} this table cannot come in.`;
}

/** Under which a mapping is remembered: files with the same headings are of one kind. */
export const mappingKey = (headings: readonly string[]): string =>
  JSON.stringify(headings.map(folded));
