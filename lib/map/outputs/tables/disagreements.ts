/** Where coders of a paper differ on an influence, with what each noted, and the decision that is the agreed record. */
import { STANCE_WORD } from '../../types';
import { type Difference, differences, type Word } from '../differences';
import type { Evidence } from '../evidence';
import type { OutputCell, OutputRow, OutputTable } from '../types';
import { notesOf, refOf, textCell, titleOf } from './parts';

/** What a coder found in one paper on one influence, as a word with the notes. */
function textOf({ stance, isNotReported, tags }: Word): string {
  const notes = [...new Set(tags.map(({ note }) => note).filter(Boolean))];
  const none = isNotReported ? 'not reported' : 'not tagged';
  return [stance ? STANCE_WORD[stance] : none, ...notes].join('\n');
}

const DECIDED_WORD = { ...STANCE_WORD, none: 'not about it' } as const;

function decidedText({ decision, isSettled }: Difference): string {
  if (decision) return [DECIDED_WORD[decision.stance], decision.note].filter(Boolean).join('\n');
  return isSettled ? 'decided by statement' : '';
}

export function disagreementTable(evidence: Evidence): OutputTable {
  const { coders } = evidence;
  const found = differences(evidence);
  const people = [...new Set(found.flatMap(({ words }) => [...words.keys()]))].sort((a, b) =>
    coders.name(a) < coders.name(b) ? -1 : 1,
  );
  const rows = found.map((one): OutputRow => {
    const { row, paperId, words, tags } = one;
    const tagIds = tags.map(({ id }) => id);
    const decided: OutputCell = {
      text: decidedText(one),
      edit: { kind: 'decision', ...refOf(row), paperId },
      ...{ tagIds, paperIds: [paperId] },
    };
    const wordBy = (coder: string) => {
      const word = words.get(coder);
      return textCell(word ? textOf(word) : '');
    };
    return {
      id: `${row.key} ${paperId}`,
      cells: [
        textCell(row.influence.label),
        { text: evidence.names.authorYear(paperId), paperIds: [paperId], tagIds },
        ...people.map(wordBy),
        decided,
      ],
    };
  });
  const open = found.filter(({ isSettled }) => !isSettled).length;
  const alone = found.filter(({ words }) => words.size - silentIn(words) === 1).length;
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
      `${rows.length} cells of paper and influence on which coders of the paper differ; ${open} without a decision. ${alone} of them one coder alone tagged: until they are decided, the map counts them with that coder’s stance.`,
      'A paper’s coders are those who tagged it, or noted in it that something is not reported. A decision is the agreed record: tables count by it.',
    ],
  };
}

/** How many coders of the paper gave no stance. */
const silentIn = (words: Difference['words']): number =>
  [...words.values()].filter(({ stance }) => stance === null).length;
