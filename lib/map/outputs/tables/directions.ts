/** Output 2: three lines an influence (barrier, facilitator, both), each with the papers for it and those against. */
import type { Attribute, Tag } from '../../../model';
import type { Evidence, EvidenceRow } from '../evidence';
import type { OutputCell, OutputColumn, OutputRow, OutputTable } from '../types';
import { DIRECTION_WORD } from './influence-summary';
import {
  blank,
  labelCell,
  notesOf,
  OwnColumns,
  referencesCell,
  refOf,
  textCell,
  titleOf,
  underDomains,
} from './parts';

const LINES = ['barrier', 'facilitator', 'both'] as const;

export interface DirectionOptions {
  /** A column of papers with choices ("Design"), by whose values the evidence is split. */
  splitBy?: string | undefined;
}

export function directionTable(
  evidence: Evidence,
  { splitBy }: DirectionOptions = {},
): OutputTable {
  const own = new OwnColumns(evidence, 'influence');
  const ofPapers = new OwnColumns(evidence, 'paper');
  const split = evidence.records.attributes.find(({ id }) => id === splitBy);
  const parts = split ? partsOf(evidence, split, ofPapers) : [];
  const columns: OutputColumn[] = [
    { id: 'influence', label: 'Influence', align: 'start' },
    { id: 'direction', label: 'Direction', align: 'start' },
    ...(split
      ? parts.map(
          (part): OutputColumn => ({
            ...{ id: `evidence ${part}`, label: part || 'Not stated', align: 'start' },
            group: `Evidence by ${split.name}`,
          }),
        )
      : [{ id: 'evidence', label: 'Evidence', align: 'start' } as const]),
    { id: 'contrasting', label: 'Contrasting evidence', align: 'start' },
    ...own.columns,
  ];
  const cell = (tags: readonly Tag[]) => referencesCell(evidence, evidence.count(tags));
  const draw = (row: EvidenceRow): OutputRow[] => {
    const tags = evidence.tagsOf(row.key);
    const typed = own.cells(refOf(row));
    if (!tags.length) return [withoutEvidence(row, columns.length - own.columns.length, typed)];
    return LINES.map((direction, i): OutputRow => {
      const line = tags.filter((tag) => evidence.directionOf(tag) === direction);
      const isAgainst = (tag: Tag) => evidence.stanceOf(tag) === 'contrasting';
      const agreeing = line.filter((tag) => !isAgainst(tag));
      const against = line.filter(isAgainst);
      const evidenceCells = split
        ? parts.map((part) =>
            cell(agreeing.filter(({ paperId }) => ofPapers.text(split.id, { paperId }) === part)),
          )
        : [cell(agreeing)];
      return {
        ...{ id: `${row.key} ${direction}`, depth: row.depth, ...(i > 0 && { isMore: true }) },
        cells: [
          i === 0 ? labelCell(row) : blank(),
          textCell(DIRECTION_WORD[direction]),
          ...evidenceCells,
          cell(against),
          ...(i === 0 ? typed : typed.map(blank)),
        ],
      };
    });
  };
  const undirected = evidence.tags.filter((tag) => evidence.directionOf(tag) === 'unstated');
  return {
    id: 'directions',
    title: titleOf('Barriers and facilitators', evidence),
    columns,
    rows: underDomains(evidence.rows, columns.length, draw),
    notes: [
      ...notesOf(evidence, false),
      'A paper with a barrier and a facilitator on one influence is in both lines; “both” is only where a statement says so.',
      ...(undirected.length
        ? ['Statements whose direction is not stated are not in this table.']
        : []),
    ],
  };
}

/** The values of the column that papers with tags have, in the order of its choices; '' for papers without one. */
function partsOf(evidence: Evidence, { id, choices }: Attribute, columns: OwnColumns): string[] {
  const values = new Set(evidence.tags.map(({ paperId }) => columns.text(id, { paperId })));
  const known = choices.filter((choice) => values.has(choice));
  const others = [...values].filter((value) => value && !choices.includes(value)).sort();
  return [...known, ...others, ...(values.has('') ? [''] : [])];
}

function withoutEvidence(row: EvidenceRow, width: number, typed: OutputCell[]): OutputRow {
  const rest = Array.from({ length: width - 2 }, blank);
  return {
    ...{ id: row.key, depth: row.depth },
    cells: [labelCell(row), textCell('No evidence'), ...rest, ...typed],
  };
}
