/** Where coders of a paper differ on an influence, with what each noted, and the decision that is the agreed record. */
import { influenceKey } from '../../../codebook/influences';
import { grouped, type Tag } from '../../../model';
import { agreedStance, noCounts } from '../../counts';
import { type PaperStance, STANCE_WORD } from '../../types';
import type { Evidence } from '../evidence';
import type { OutputCell, OutputTable } from '../types';
import { notesOf, refOf, textCell, titleOf } from './parts';

/** What a coder found in one paper on one influence, as a word with the notes. */
function wordOf(tags: readonly Tag[]): { stance: PaperStance | null; text: string } {
  const counts = noCounts();
  for (const { stance } of tags) counts[stance] += 1;
  const stance = agreedStance([counts]);
  const notes = [...new Set(tags.map(({ note }) => note).filter(Boolean))];
  const word = stance ? STANCE_WORD[stance] : 'not tagged';
  return { stance, text: [word, ...notes].join('\n') };
}

const DECIDED_WORD = { ...STANCE_WORD, none: 'not about it' } as const;

export function disagreementTable(evidence: Evidence): OutputTable {
  const { records, coders } = evidence;
  const inScope = new Set(evidence.paperIds);
  const { secondHand } = evidence.options;
  // Also those that a decision has taken out: what was decided on is still to be seen.
  const all = records.tags.filter(
    ({ paperId, basis }) => inScope.has(paperId) && (secondHand || basis === 'own'),
  );
  const coderOf = ({ coderId }: Pick<Tag, 'coderId'>) => coders.resolve(coderId);
  const people = [...new Set(all.map(coderOf))].sort((a, b) =>
    coders.name(a) < coders.name(b) ? -1 : 1,
  );
  const byPaper = grouped(all, ({ paperId }) => paperId);
  const decisions = new Map(
    records.decisions
      .filter(({ statementId }) => !statementId)
      .map((one) => [`${influenceKey(one)} ${one.paperId}`, one]),
  );
  const rows = evidence.rows.flatMap((row) =>
    evidence.paperIds.flatMap((paperId) => {
      const ofPaper = byPaper.get(paperId) ?? [];
      const here = new Set(ofPaper.map(coderOf));
      // One coder alone has nobody to differ from.
      if (here.size < 2) return [];
      const tags = ofPaper.filter((tag) => influenceKey(tag) === row.key);
      if (!tags.length) return [];
      const words = new Map(
        [...here].map((coder) => [coder, wordOf(tags.filter((tag) => coderOf(tag) === coder))]),
      );
      if (new Set([...words.values()].map(({ stance }) => stance)).size < 2) return [];
      const decision = decisions.get(`${row.key} ${paperId}`);
      const tagIds = tags.map(({ id }) => id);
      const decided: OutputCell = {
        text: decision
          ? [DECIDED_WORD[decision.stance], decision.note].filter(Boolean).join('\n')
          : '',
        edit: { kind: 'decision', ...refOf(row), paperId },
        ...{ tagIds, paperIds: [paperId] },
      };
      return [
        {
          id: `${row.key} ${paperId}`,
          cells: [
            textCell(row.influence.label),
            { text: evidence.names.authorYear(paperId), paperIds: [paperId], tagIds },
            ...people.map((coder) => textCell(words.get(coder)?.text ?? '')),
            decided,
          ],
        },
      ];
    }),
  );
  const open = rows.filter(({ cells }) => cells.at(-1)?.text === '').length;
  return {
    id: 'disagreements',
    title: titleOf('Where coders differ', evidence),
    columns: [
      { id: 'influence', label: 'Influence', align: 'start' },
      { id: 'paper', label: 'Paper', align: 'start' },
      ...people.map((id) => ({
        id: `coder ${id}`,
        label: coders.name(id),
        align: 'start' as const,
      })),
      { id: 'decision', label: 'Decision', align: 'start', isTyped: true },
    ],
    rows,
    notes: [
      ...notesOf(evidence, false),
      `${rows.length} cells of paper and influence on which coders of the paper differ; ${open} without a decision.`,
      'A decision is the agreed record: tables count by it.',
    ],
  };
}
