/** What the tables of all outputs have in common: title, footnotes, domains, own columns. */
import { booksInUse } from '../../../codebook/influences';
import {
  type Attribute,
  type AttributeOf,
  type AttributeValue,
  type Codebook,
  type InfluenceRef,
  type Subject,
  ValuesOfColumns,
} from '../../../model';
import { asSentence } from '../../../text';
import {
  attentionNote,
  DENOMINATOR_LABEL,
  secondHandCount,
  unitCount,
  unitWord,
} from '../../notes';
import type { Counted, Evidence, EvidenceRow } from '../evidence';
import type { OutputCell, OutputColumn, OutputRow } from '../types';

/** "Influences reported in 53 papers, Peer support review, 30 November 2026". */
export function titleOf(what: string, evidence: Evidence): string {
  const { review } = evidence.records;
  const { at } = evidence.given;
  return [`${what} (N = ${unitCount(evidence.N, evidence.options.unit)})`, review.name, day(at)]
    .filter(Boolean)
    .join(', ');
}

/** "30 November 2026": of an ISO moment, in UTC, the same on every machine. */
export const day = (at: string | undefined): string =>
  at === undefined
    ? ''
    : new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(at));

/** How it was counted, in sentences. @param hasShares does the table have a %? */
export function notesOf(evidence: Evidence, hasShares: boolean): string[] {
  const { unit, ofOccurrences } = evidence.options;
  return [
    ofOccurrences
      ? `% of ${evidence.base} occurrences (an influence in a paper), in ${papersIn(evidence)}.`
      : `N = ${unitCount(evidence.N, unit)}: ${papersIn(evidence)}.`,
    ...secondHandIn(evidence),
    ...codebooksIn(evidence),
    ...(hasShares ? [`${attentionNote(unit)}.`] : []),
  ];
}

function papersIn({ options: { denominator, unit }, paperIds, records }: Evidence): string {
  const excluded = records.reviewPapers.filter(({ eligibility }) => eligibility === 'excluded');
  const count = unit === 'papers' ? '' : `${unitCount(paperIds.length)}: `;
  const apart = excluded.length ? `, ${excluded.length} excluded` : '';
  return `${count}${DENOMINATOR_LABEL[denominator]}${apart}`;
}

function secondHandIn(evidence: Evidence): string[] {
  const { statements } = evidence.count(evidence.secondHand);
  if (evidence.options.secondHand) return ['Second-hand statements are counted.'];
  return statements > 0 ? [`${secondHandCount(statements)} left out.`] : [];
}

function codebooksIn({ records: { review, codebooks } }: Evidence): string[] {
  const used = booksInUse(review, codebooks);
  if (!used.length) return [];
  const word = used.length === 1 ? 'Codebook' : 'Codebooks';
  return [`${word}: ${used.map(citedBook).join('; ')}.`];
}

const citedBook = ({ name, version, source: { doi } }: Codebook): string =>
  [name, `version ${version}`, doi].filter(Boolean).join(', ');

export const blank = (): OutputCell => ({ text: '' });
export const textCell = (text: string): OutputCell => ({ text });
export const numberCell = (value: number, more: Omit<OutputCell, 'text' | 'value'> = {}) => ({
  text: String(value),
  value,
  ...more,
});

/** The papers behind something, by their references. */
export const referencesCell = (
  { names }: Evidence,
  { paperIds, tagIds }: Pick<Counted, 'paperIds' | 'tagIds'>,
): OutputCell => ({ text: names.references(paperIds), paperIds, tagIds });

/** Rows with a heading wherever the domain changes: none where no influence has a domain. */
export function underDomains<R extends EvidenceRow>(
  rows: readonly R[],
  width: number,
  draw: (row: R) => OutputRow | readonly OutputRow[],
): OutputRow[] {
  const hasDomains = rows.some(({ domain }) => domain);
  const severalBooks = new Set(rows.map(({ influence }) => influence.codebookId)).size > 1;
  let last = '';
  return rows.flatMap((row) => {
    const book = severalBooks ? row.influence.codebook.name : '';
    const heading = [book, row.domain].filter(Boolean).join(': ') || 'Without a domain';
    const isNew = heading !== last && (hasDomains || severalBooks);
    last = heading;
    const drawn = draw(row);
    return [
      ...(isNew
        ? [headingRow(`domain ${row.influence.codebookId} ${row.domain}`, heading, width)]
        : []),
      ...(Array.isArray(drawn) ? drawn : [drawn as OutputRow]),
    ];
  });
}

function headingRow(id: string, text: string, width: number): OutputRow {
  const rest = Array.from({ length: width - 1 }, blank);
  return { id, isHeading: true, cells: [textCell(text), ...rest] };
}

/** The label of an influence in a table's first column. */
export const labelCell = ({ influence }: EvidenceRow): OutputCell =>
  textCell(
    influence.influence.polarity === 'inverse'
      ? `${influence.label} (reverse-rated)`
      : influence.label,
  );

/** Which influence a row is of. */
export const refOf = ({ influence: { codebookId, influenceId } }: EvidenceRow): InfluenceRef => ({
  codebookId,
  influenceId,
});

/** The reader's own columns of papers, sites or influences, in their order. */
export class OwnColumns {
  readonly columns: readonly OutputColumn[];
  private readonly attributes: readonly Attribute[];
  private readonly values: ValuesOfColumns;

  constructor({ records }: Evidence, of: AttributeOf) {
    this.attributes = records.attributes
      .filter((one) => one.of === of)
      .sort((a, b) => a.position - b.position || (a.name < b.name ? -1 : 1));
    this.columns = this.attributes.map(({ id, name, type }) => ({
      ...{ id, label: name, isTyped: true as const },
      align: type === 'number' ? 'end' : 'start',
    }));
    this.values = new ValuesOfColumns(records.attributeValues);
  }

  cells(subject: Subject): OutputCell[] {
    return this.attributes.map(({ id }) => ({
      ...valueCell(this.values.get(id, subject)),
      edit: { kind: 'value', attributeId: id, subject },
    }));
  }

  /** The value of one column, as it is stored. */
  value = (attributeId: string, subject: Subject): AttributeValue['value'] | undefined =>
    this.values.get(attributeId, subject);

  /** The same as text. */
  text = (attributeId: string, subject: Subject): string =>
    valueCell(this.values.get(attributeId, subject)).text;
}

function valueCell(value: AttributeValue['value'] | undefined): OutputCell {
  if (value === undefined) return blank();
  if (typeof value === 'number') return { text: String(value), value };
  return textCell(Array.isArray(value) ? value.join(', ') : value);
}

/** "Papers", "Study families": a column's heading. */
export const unitHeading = ({ options: { unit } }: Evidence): string => asSentence(unitWord(unit));
