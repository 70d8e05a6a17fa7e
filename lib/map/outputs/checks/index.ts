/** Checks before printing, as a table: what was found, where, and who asks for it. */
import type { Evidence } from '../evidence';
import { textCell, titleOf } from '../tables/parts';
import type { OutputTable } from '../types';
import { CODING_CHECKS } from './coding';
import { JUDGEMENT_CHECKS } from './judgements';
import { PAPER_CHECKS } from './papers';
import type { Check } from './types';

export const CHECKS: readonly Check[] = [...PAPER_CHECKS, ...CODING_CHECKS, ...JUDGEMENT_CHECKS];

export function checksTable(evidence: Evidence): OutputTable {
  const found = CHECKS.flatMap((check) =>
    check.find(evidence).map((fault, i) => ({ check, fault, id: `${check.id} ${i}` })),
  );
  const passed = CHECKS.length - new Set(found.map(({ check }) => check.id)).size;
  return {
    id: 'checks',
    title: titleOf('Checks before printing', evidence),
    columns: [
      { id: 'check', label: 'Check', align: 'start' },
      { id: 'found', label: 'What was found', align: 'start' },
      { id: 'source', label: 'Asked for by', align: 'start' },
    ],
    rows: found.map(({ check, fault, id }) => ({
      id,
      cells: [textCell(check.label), fault, textCell(check.source)],
    })),
    notes: [`${passed} of ${CHECKS.length} checks found nothing.`],
  };
}
