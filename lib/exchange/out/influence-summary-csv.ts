/** The evidence map as a table: one row an influence, every share with its n/N, interval and note. */
import { caveatsOf, influencesOf } from '../../codebook';
import { attentionNote, type MapRow, type Unit, unitWord } from '../../map';
import { asSentence } from '../../text';
import { type Column, CSV_MIME, writeCsv } from '../csv';
import { methodsOf, rolledMapOf } from '../map-of';
import type { Format } from '../types';

interface Row extends MapRow {
  codebook: string;
  version: string;
  caveats: string;
  methods: string;
}

/** One decimal, as a number: spreadsheets sort it. */
const percent = (share: number) => Math.round(share * 1000) / 10;

/** Every count says of what it is. */
function columnsOf(unit: Unit): readonly Column<Row>[] {
  const units = asSentence(unitWord(unit));
  const other: Unit = unit === 'papers' ? 'families' : 'papers';
  return [
    { header: 'Influence', cell: (row) => row.label },
    { header: 'Influence id', cell: (row) => row.influenceId },
    { header: 'Codebook', cell: (row) => row.codebook },
    { header: 'Codebook version', cell: (row) => row.version },
    { header: 'Caveats', cell: (row) => row.caveats },
    { header: `${units} supporting`, cell: (row) => row.papers.supporting },
    { header: `${units} mixed`, cell: (row) => row.papers.mixed },
    { header: `${units} where coders differ`, cell: (row) => row.papers.differ },
    { header: `${units} contrasting`, cell: (row) => row.papers.contrasting },
    { header: `${units} mentioning`, cell: (row) => row.papers.mentioning },
    { header: 'n', cell: (row) => row.n },
    { header: 'N', cell: (row) => row.N },
    // 0 of 0 has no percentage: the cell stays empty.
    { header: attentionNote(unit), cell: (row) => (row.N > 0 ? percent(row.share) : undefined) },
    { header: '95 % interval from (%)', cell: (row) => (row.N > 0 ? percent(row.lo) : undefined) },
    { header: '95 % interval to (%)', cell: (row) => (row.N > 0 ? percent(row.hi) : undefined) },
    { header: asSentence(unitWord(other)), cell: (row) => row.counted[other] },
    { header: 'Statements supporting', cell: (row) => row.statements.supporting },
    { header: 'Statements contrasting', cell: (row) => row.statements.contrasting },
    { header: 'Statements mentioning', cell: (row) => row.statements.mentioning },
    { header: `${units} with second-hand statements`, cell: (row) => row.secondHand.papers },
    {
      header: `${units} with second-hand statements only`,
      cell: (row) => row.secondHand.onlyPapers,
    },
    { header: 'Second-hand supporting', cell: (row) => row.secondHand.statements.supporting },
    { header: 'Second-hand contrasting', cell: (row) => row.secondHand.statements.contrasting },
    { header: 'Second-hand mentioning', cell: (row) => row.secondHand.statements.mentioning },
    { header: `${units}: looked for, not reported`, cell: (row) => row.notReported },
    { header: `${units}: not yet assessed`, cell: (row) => row.notAssessed },
    { header: 'Methods', cell: (row) => row.methods },
  ];
}

export const influenceSummaryCsv: Format = {
  id: 'influence-summary-csv',
  of: 'counts',
  label: 'Influence summary (CSV)',
  hint: 'The evidence map as a table: papers by stance, n/N, %, interval, statements, families.',
  extension: 'csv',
  mime: CSV_MIME,
  cannotCarry: [
    'machines',
    'quotes',
    'pages',
    'sections',
    'notes',
    'tagIds',
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
    'definitions',
    'directions',
    'strengths',
    'findings',
    'labels',
  ],
  write(data, options) {
    const map = rolledMapOf(data, options);
    const methods = methodsOf(map, data, options);
    const influences = influencesOf(data.codebooks);
    const rows = map.rows.map((row): Row => {
      const found = influences.at(row.key);
      return {
        ...row,
        codebook: found?.codebook.name ?? row.codebookId,
        version: found?.codebook.version ?? '',
        caveats: found ? caveatsOf(found).join('; ') : '',
        methods,
      };
    });
    return writeCsv(columnsOf(map.options.unit ?? 'papers'), rows, options?.separator);
  },
};
