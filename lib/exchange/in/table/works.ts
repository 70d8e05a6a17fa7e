/** The papers that rows name, each once. */
import type { LibraryReference } from '../../../model';
import { UNNAMED_CITING } from '../../../model';
import { cleanBareDoi } from '../../../text';
import { namesIn } from '../references/names';
import { type Draft, Found } from '../references/reference';
import type { Columns, Role } from './columns';
import type { TableRow } from './table';

export const cellOf = ({ cells }: TableRow, columns: Columns, role: Role): string => {
  const place = columns[role];
  return place === undefined ? '' : (cells[place] ?? '').trim();
};

/** Names of the files that programs of qualitative analysis call their documents by. */
const FILE = /\.(?:pdf|docx?|rtf|txt|html?|odt)$/i;
/** "Smith J, Doe K.": PubMed ends a list of names with a stop, which is of no name. */
const LAST_STOP = /^([^.;]*)\.$/;
const MOST_SHOWN = 200;

/** What a row states of its paper. */
export function draftOf(row: TableRow, columns: Columns, notes: readonly string[] = []): Draft {
  const of = (role: Role) => cellOf(row, columns, role);
  const named = of('title');
  const isUnnamed = named === UNNAMED_CITING;
  const title = cleanBareDoi(named) || isUnnamed ? '' : named.replace(FILE, '');
  const keywords = of('keywords');
  return {
    line: row.line,
    text: (named || of('doi') || of('pmid')).slice(0, MOST_SHOWN),
    texts: {
      title: [title],
      doi: [of('doi'), isUnnamed ? '' : (cleanBareDoi(named) ?? '')],
      pmid: [of('pmid')],
      pmcid: [of('pmcid')],
      year: [of('year')],
      containerTitle: [of('journal')],
      volume: [of('volume')],
      issue: [of('issue')],
      page: [of('pages')],
      publisher: [of('publisher')],
      issn: [of('issn')],
      language: [of('language')],
      abstract: [of('abstract')],
    },
    authors: namesIn(of('authors').replace(LAST_STOP, '$1')),
    keywords: keywords.split(keywords.includes(';') ? ';' : ',').map((word) => word.trim()),
    urls: [of('url')],
    notes,
  };
}

/** By what a row calls its paper: the columns that name it, as they are written. */
const NAMING: readonly Role[] = ['doi', 'pmid', 'pmcid', 'title', 'authors', 'year'];

export class Works {
  readonly references: LibraryReference[] = [];
  readonly #places = new Map<string, number>();

  constructor(private readonly columns: Columns) {}

  /** The place of the row's paper among the references; -1 where nothing names one. */
  placeOf(row: TableRow): number {
    const key = NAMING.map((role) => cellOf(row, this.columns, role)).join('\u0000');
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const found = new Found();
    found.add(draftOf(row, this.columns));
    const [reference] = found.references;
    const place = reference ? this.references.push(reference) - 1 : -1;
    this.#places.set(key, place);
    return place;
  }
}
