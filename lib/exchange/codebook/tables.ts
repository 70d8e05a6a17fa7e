/** Codebooks as the tables that other tools take. Each wants its own columns; names are unique in all of them. */
import { influencesOf } from '../../codebook';
import { inTreeOrder } from '../../codebook/outline';
import type { Codebook, Influence } from '../../model';
import { writeCsv } from '../csv';
import { oneLine } from '../text';
import { memoOf } from './memo';

interface Row {
  influence: Influence;
  /** Unique, on one line. */
  name: string;
  parent: Row | undefined;
}

/** In tree order, each name cut to what the tool takes and still unique. */
function rowsOf(book: Codebook, longest: number, clean = (name: string) => name): Row[] {
  const index = influencesOf([book]);
  const names = new Set<string>();
  const rows = new Map<string, Row>();
  for (const influence of inTreeOrder(book.influences)) {
    const label = index.labelOf({ codebookId: book.id, influenceId: influence.id });
    const name = uniqueName(clean(oneLine(label)) || influence.id, longest, names);
    names.add(name.toLowerCase());
    rows.set(influence.id, { influence, name, parent: rows.get(influence.parent ?? '') });
  }
  return [...rows.values()];
}

function uniqueName(name: string, longest: number, names: ReadonlySet<string>): string {
  let unique = cut(name, longest);
  for (let n = 2; names.has(unique.toLowerCase()); n++) {
    const number = ` (${n})`;
    unique = `${cut(name, longest - number.length)}${number}`;
  }
  return unique;
}

/** Never half of a character. */
const cut = (text: string, longest: number): string =>
  text.length <= longest
    ? text
    : text
        .slice(0, longest)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd();

const memo = ({ influence, name }: Row) => memoOf(influence, name);

/** Taguette refuses a tag's path that is longer. */
const TAGUETTE_LONGEST = 200;

/** Exactly one of the columns tag, name and path is allowed; a description and a parent are optional. */
export const taguetteCsv = (book: Codebook): string =>
  writeCsv<Row>(
    [
      { header: 'tag', cell: ({ name }) => name },
      { header: 'parent', cell: ({ parent }) => parent?.name },
      { header: 'description', cell: memo },
    ],
    rowsOf(book, TAGUETTE_LONGEST),
  );

/** MAXQDA shortens each name of a code to so many, and so might make two of them one. */
const MAXQDA_LONGEST = 63;
const MAXQDA_BETWEEN = '\\';

/** Codes under others are written as a path, with a backslash between; it and ">" are not part of a name. */
export const maxqdaCsv = (book: Codebook): string =>
  writeCsv<Row>(
    [
      {
        header: 'Code',
        cell: (row) => {
          const path: string[] = [];
          for (let at: Row | undefined = row; at; at = at.parent) path.unshift(at.name);
          return path.join(MAXQDA_BETWEEN);
        },
      },
      { header: 'Memo', cell: memo },
    ],
    rowsOf(book, MAXQDA_LONGEST, (name) => name.replace(/ ?[\\>]+ ?/g, ' / ').trim()),
  );

/** The name, its definition, then the groups that it is in. ATLAS.ti's own limit is not known: 200 is any tool's. */
export const atlasCsv = (book: Codebook): string =>
  writeCsv<Row>(
    [
      { header: 'Code', cell: ({ name }) => name },
      { header: 'Definition', cell: memo },
      { header: 'Group 1', cell: ({ influence }) => influence.group },
      { header: 'Group 2', cell: ({ parent }) => parent?.name },
    ],
    rowsOf(book, TAGUETTE_LONGEST),
  );
