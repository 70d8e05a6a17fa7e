/** Rows with a quote, a code and a paper as earlier coding: of another program, or of our own evidence table. */
import { type BrokenReference, type CodedPassage, type GivenField, momentIn } from '../../../model';
import { CUT, MOST_IN_CELL } from '../../out/xlsx/workbook';
import type { Reading } from '../importer';
import { beginningOf } from '../references/lines';
import { basisIn, directionIn, pageIn, sectionKindIn, stanceIn, strengthIn } from './cells';
import { type Columns, isEvidenceTable, type Role } from './columns';
import type { Table, TableRow } from './table';
import { cellOf, Works } from './works';

/** Between the codes of one cell. A comma is part of many a label. */
const BETWEEN_CODES = /[;|\n]/;
/** MAXQDA's and NVivo's paths, and Taguette's: from the broadest on. */
const BETWEEN_LEVELS = /\\| > /;

/** Fields of a tag that have a column in our tables. */
const GIVEN: readonly (readonly [GivenField, Role])[] = [
  ['influence', 'code'],
  ['stance', 'stance'],
  ['direction', 'direction'],
  ['strength', 'strength'],
  ['basis', 'basis'],
  ['note', 'note'],
];

export function readCoded(table: Table, columns: Columns, name: string): Reading {
  const isOurs = columns.tagId !== undefined && isEvidenceTable(table.headings);
  const works = new Works(columns);
  const passages: CodedPassage[] = [];
  const broken: BrokenReference[] = [...table.broken];
  const width = isOurs && table.sheet === undefined ? widthOf(table.headings) : 0;
  for (const row of table.rows) {
    // Remarks under the table.
    if (isOurs && row.cells.filter(Boolean).length < 2) continue;
    const read = passagesOf(row, { columns, isOurs, works, width });
    if (typeof read !== 'string') passages.push(...read);
    else {
      const text = beginningOf(cellOf(row, columns, 'quote') || cellOf(row, columns, 'title'));
      broken.push({ line: row.line, text, problem: read });
    }
  }
  broken.sort((a, b) => a.line - b.line);
  const { references } = works;
  if (!passages.length && !broken.length)
    return { ok: false, problem: 'This table has no rows. Nothing was imported.' };
  return { ok: true, kind: 'coding', name, references, passages, broken };
}

interface Reader {
  columns: Columns;
  isOurs: boolean;
  works: Works;
  /** As many cells every row has. */
  width: number;
}

/** The last columns of our file, which are never empty: a row without them was cut. A sheet is cut nowhere, and has no empty cells. */
const widthOf = (headings: readonly string[]): number =>
  1 + headings.findLastIndex((one) => LAST_HEADINGS.has(one.toLowerCase()));
const LAST_HEADINGS = new Set(['tag id', 'statement id', 'paper id']);

/** A row's passages, one for each of its codes, or what is wrong with it. */
function passagesOf(
  row: TableRow,
  { columns, isOurs, works, width }: Reader,
): CodedPassage[] | string {
  const of = (role: Role) => cellOf(row, columns, role);
  if (row.cells.length < width) return 'it has fewer cells than the headings';
  const tagId = isOurs ? of('tagId') : '';
  const values = {
    stance: stanceIn(of('stance')),
    direction: directionIn(of('direction')),
    strength: strengthIn(of('strength')),
    basis: basisIn(of('basis')),
  };
  for (const [field, value] of Object.entries(values))
    if (value === null)
      return `${field}: “${beginningOf(of(field as Role))}” is not a value that Bearing recognises`;
  if (!of('code')) return 'it has no code';
  if (!tagId && !of('quote')) return 'it has no quote';
  const reference = works.placeOf(row);
  if (!tagId && reference < 0) return 'its paper has no title and no DOI, PMID or PMCID';
  const section = of('section');
  const sectionKind = sectionKindIn(of('sectionKind'));
  const page = pageIn(of('page'));
  const [at, codebook, quote] = [momentIn(of('at')), of('codebook'), of('quote')];
  const [asOf, id] = isOurs ? [momentIn(of('asOf')), of('influenceId')] : [];
  const passage = {
    ...{ line: row.line, reference, coder: of('coder'), note: of('note') },
    ...(isCut(quote) ? { quote: withoutCut(quote), isPart: true } : { quote }),
    ...(section && { section }),
    ...(section && sectionKind && { sectionKind }),
    ...(page && { page }),
    ...(values.stance && { stance: values.stance }),
    ...(values.direction && { direction: values.direction }),
    ...(values.strength !== undefined && values.strength !== null && { strength: values.strength }),
    ...(values.basis && { basis: values.basis }),
    ...(at && { at }),
    ...(tagId && { tagId, gives: givenIn(row, columns), ...(asOf && { asOf }) }),
  };
  // Our own labels may contain any character.
  const codes = isOurs ? [of('code')] : divided(of('code'), BETWEEN_CODES);
  return codes.map((code) => {
    const levels = isOurs ? [code] : divided(code, BETWEEN_LEVELS);
    const label = levels.at(-1) ?? code;
    const path = levels.slice(0, -1);
    const of = { ...(codebook && { codebook }), ...(id && { id }) };
    return { ...passage, code: { label, path, definition: '', ...of } };
  });
}

const divided = (text: string, sign: RegExp): string[] =>
  text
    .split(sign)
    .map((part) => part.trim())
    .filter(Boolean);

/** A text that fills its cell was cut: by us, or by the program that the table was in. */
const isCut = (cell: string): boolean => cell.length >= MOST_IN_CELL || cell.endsWith(CUT);
const withoutCut = (cell: string): string =>
  cell.endsWith(CUT) ? cell.slice(0, -CUT.length) : cell;

const givenIn = (row: TableRow, columns: Columns): GivenField[] =>
  GIVEN.filter(
    ([field, role]) =>
      columns[role] !== undefined && !(field === 'note' && isCut(cellOf(row, columns, role))),
  ).map(([field]) => field);
