/**
 * Machine beside reader: how often a machine's label of a statement (scite's) is the stance that a reader gave it, by
 * influence. A machine's labels are shown here and nowhere else: no map or table counts them.
 */
import type { Stance, Tag } from '../../../model';
import { formatPercent } from '../../notes';
import { type Coefficients, coefficientsOf } from '../coefficients';
import type { Evidence } from '../evidence';
import type { OutputTable } from '../types';
import { labelCell, notesOf, numberCell, textCell, titleOf, underDomains } from './parts';

const STANCES: readonly Stance[] = ['supporting', 'contrasting', 'mentioning'];
const DECIMALS = 2;

/** The label of a statement where a machine gave one that is a stance. */
function labelOf(evidence: Evidence, { statementId }: Tag): Stance | undefined {
  const labels = evidence.statement(statementId)?.machineLabels ?? [];
  return STANCES.find((stance) => labels.some(({ label }) => label === stance));
}

export function machineTable(evidence: Evidence): OutputTable {
  const rows = evidence.rows.flatMap((row) => {
    const tags = evidence.ownTagsOf(row.key);
    const labelled = tags.filter((tag) => labelOf(evidence, tag));
    return labelled.length ? [{ ...row, labelled }] : [];
  });
  const columns = [
    { id: 'influence', label: 'Influence', align: 'start' as const },
    { id: 'n', label: 'Tags with a label', align: 'end' as const },
    { id: 'same', label: 'Same', align: 'end' as const },
    { id: 'percent', label: '% same', align: 'end' as const },
    { id: 'kappa', label: 'Kappa', align: 'end' as const },
  ];
  return {
    id: 'machine',
    title: titleOf('scite’s labels beside the readers’', evidence),
    columns,
    rows: underDomains(rows, columns.length, ({ labelled, ...row }) => {
      const same = labelled.filter((tag) => labelOf(evidence, tag) === tag.stance);
      const { percent, kappa } = agreement(evidence, labelled);
      const behind = { tagIds: labelled.map(({ id }) => id) };
      return {
        ...{ id: row.key, depth: row.depth },
        cells: [
          labelCell(row),
          numberCell(labelled.length, behind),
          numberCell(same.length, { tagIds: same.map(({ id }) => id) }),
          percent === null ? textCell('–') : { text: formatPercent(percent), value: percent },
          kappa === null
            ? textCell('not estimable')
            : { text: kappa.toFixed(DECIMALS), value: kappa },
        ],
      };
    }),
    notes: [
      ...notesOf(evidence, false),
      'A machine’s label is never counted as a tag: this table only compares.',
    ],
  };
}

/** Rows are the readers' stances, columns the machine's. */
function agreement(evidence: Evidence, tags: readonly Tag[]): Coefficients {
  return coefficientsOf(
    STANCES.map((own) =>
      STANCES.map(
        (given) =>
          tags.filter((tag) => tag.stance === own && labelOf(evidence, tag) === given).length,
      ),
    ),
  );
}
