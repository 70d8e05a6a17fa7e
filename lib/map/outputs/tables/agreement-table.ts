/** Output 9: agreement by round. */

import { halfUp } from '../../notes';
import { agreementByRound, type RoundAgreement } from '../agreement';
import type { Coefficients } from '../coefficients';
import type { Evidence } from '../evidence';
import { type MeanSd, meanSd } from '../reliability';
import type { OutputCell, OutputTable } from '../types';
import { numberCell, textCell, titleOf } from './parts';

const NOT_ESTIMABLE = 'not estimable';
const DECIMALS = 2;

export function agreementTable(evidence: Evidence): OutputTable {
  const rounds = agreementByRound(evidence);
  const total = new Set(evidence.records.tags.map((tag) => evidence.statementKey(tag))).size;
  const alone = rounds.reduce((sum, one) => sum + one.alone, 0);
  const left = alone ? `; ${alone} in papers of one coder are left out` : '';
  return {
    id: 'agreement',
    title: titleOf('Agreement by round', evidence),
    columns: [
      { id: 'round', label: 'Round', align: 'start' },
      { id: 'part', label: '% of statements', align: 'end' },
      { id: 'n', label: 'n', align: 'end' },
      { id: 'percent', label: 'Percent agreement', align: 'end' },
      { id: 'positive', label: 'Positive agreement', align: 'end' },
      { id: 'kappa', label: 'Kappa (SD)', align: 'end' },
      { id: 'pabak', label: 'PABAK (SD)', align: 'end' },
      { id: 'ac1', label: 'AC1', align: 'end' },
      { id: 'changed', label: 'What changed', align: 'start', isTyped: true },
    ],
    rows: rounds.map((one) => ({
      id: one.round.id,
      cells: [
        { text: one.round.name, edit: { kind: 'round', id: one.round.id } },
        shareCell(total ? one.n / total : null),
        numberCell(one.n, { paperIds: one.round.paperIds }),
        shareCell(mean(one, 'percent')),
        shareCell(one.positive),
        spread(one, 'kappa'),
        spread(one, 'pabak'),
        coefficientCell(mean(one, 'ac1')),
        textCell(one.round.changed),
      ],
    })),
    notes: [
      `n: statements that a coder tagged, in papers that two or more coders coded${left}. Positive agreement: of all influences that either of two coders gave a statement, those that both gave. Kappa, PABAK and AC1: means over influences.`,
      'A coefficient is not estimable where no paper was coded by two, or one category alone was used.',
    ],
  };
}

/** Over influences; nothing where no two coded a paper. */
const spreadOf = (one: RoundAgreement, of: keyof Coefficients): MeanSd =>
  meanSd(one.n === 0 ? [] : one.influences.map((row) => row[of]));

const mean = (one: RoundAgreement, of: keyof Coefficients): number | null => spreadOf(one, of).mean;

function spread(one: RoundAgreement, of: keyof Coefficients): OutputCell {
  const { mean: middle, sd } = spreadOf(one, of);
  if (middle === null) return textCell(NOT_ESTIMABLE);
  const deviation = sd === null ? '' : ` (${sd.toFixed(DECIMALS)})`;
  return { text: `${middle.toFixed(DECIMALS)}${deviation}`, value: middle };
}

const coefficientCell = (value: number | null): OutputCell =>
  value === null ? textCell(NOT_ESTIMABLE) : { text: value.toFixed(DECIMALS), value };

const shareCell = (share: number | null): OutputCell =>
  share === null ? textCell(NOT_ESTIMABLE) : { text: `${oneDecimal(share * 100)} %`, value: share };

const oneDecimal = (percent: number): string => (halfUp(percent * 10) / 10).toFixed(1);
