/** The codebooks of a review with their rules, sources and what is known to be missing in them. */
import { influencesOf, type ListedInfluence } from '../../codebook';
import type { Codebook, Influence } from '../../model';
import { joinList } from '../codebook/list-text';
import { type Column, CSV_MIME, writeCsv } from '../csv';
import type { Format } from '../types';

type Row = ListedInfluence;

export const CODEBOOK_COLUMNS: readonly Column<Row>[] = [
  { header: 'Codebook', cell: ({ codebook }) => codebook.name },
  { header: 'Codebook version', cell: ({ codebook }) => codebook.version },
  { header: 'Influence', cell: ({ influence }) => influence.label },
  { header: 'Shown as', cell: ({ label }) => label },
  { header: 'Influence id', cell: ({ influence }) => influence.id },
  { header: 'Code', cell: ({ influence }) => influence.code },
  { header: 'Broader influence', cell: ({ codebook, influence }) => broader(codebook, influence) },
  { header: 'Group', cell: ({ influence }) => influence.group },
  { header: 'Level', cell: ({ influence }) => influence.level },
  { header: 'Definition', cell: ({ influence }) => influence.definition },
  { header: 'Include', cell: ({ influence }) => influence.include },
  { header: 'Exclude', cell: ({ influence }) => influence.exclude },
  { header: 'As barrier', cell: ({ influence }) => influence.barrierNote },
  { header: 'As facilitator', cell: ({ influence }) => influence.facilitatorNote },
  { header: 'Also called', cell: ({ influence }) => joinList(influence.aliases) },
  { header: 'Cues', cell: ({ influence }) => joinList(influence.cues) },
  { header: 'More of it hinders', cell: ({ influence }) => (influence.polarity ? 'yes' : '') },
  { header: 'Checked against the source', cell: ({ influence }) => checked(influence) },
  { header: 'Like influences elsewhere', cell: ({ influence }) => influence.crosswalk.join('; ') },
  { header: 'Note', cell: ({ influence }) => influence.note },
  { header: 'Source', cell: ({ codebook }) => codebook.source.citation },
  {
    header: 'Source DOI',
    cell: ({ codebook, influence }) => influence.sourceDoi ?? codebook.source.doi,
  },
  { header: 'Notice', cell: ({ codebook }) => codebook.notice },
  { header: 'What is missing', cell: ({ codebook }) => codebook.missing },
];

function broader(codebook: Codebook, influence: Influence): string | undefined {
  return codebook.influences.find(({ id }) => id === influence.parent)?.label;
}

function checked({ verified }: Influence): string {
  return verified === undefined ? '' : verified ? 'yes' : 'no';
}

export const codebookCsv: Format = {
  id: 'codebook-csv',
  of: 'codebooks',
  label: 'Codebook (CSV)',
  hint: 'Every influence with definition, rules, cues and source.',
  extension: 'csv',
  mime: CSV_MIME,
  cannotCarry: [
    'machines',
    'quotes',
    'pages',
    'sections',
    'notes',
    'directions',
    'strengths',
    'secondHand',
    'coders',
    'tagIds',
    'notReported',
    'dois',
    'pmids',
    'abstracts',
    'languages',
    'publishers',
    'volumes',
    'keywords',
    'notices',
    'reasons',
    'columns',
    'memos',
    'paperNotes',
    'findings',
    'labels',
  ],
  write(data, options) {
    return writeCsv(
      CODEBOOK_COLUMNS,
      influencesOf(data.codebooks).everyVersion,
      options?.separator,
    );
  },
};
