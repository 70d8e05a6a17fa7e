/** The history of tags or of a paper as lines to be read: newest first, each step under one head. */
import { countsInWords } from '@/components/left-out/kind-words';
import { placeWords, titleOf } from '@/components/paper/cite';
import { ALTERED, type Change, changedKey, type Step, type Tag } from '@/lib/model';
import type { History, PastStep } from '@/lib/store';
import { asSentence } from '@/lib/text';
import {
  changesOf,
  type FieldChange,
  labelIn,
  PAPER_FIELDS,
  PLACE_FIELDS,
  quoteIn,
  reviewIn,
  tagFields,
  titleIn,
} from './fields';
import { STEP_WORDS } from './step-words';

export interface HistoryHead {
  what: string;
  /** "You", or the coder's name. */
  who: string;
  /** The clock of whoever did it. */
  at: string;
}

/** One thing that a step did. */
export interface HistoryDetail {
  /** What happened to it, where the head does not say. */
  verb?: string;
  text?: string;
  fields?: FieldChange[];
  tag?: {
    /** As the step left it; of a deleted one, as it last was. */
    tag: Tag;
    label: string;
    quote: string;
    isGone: boolean;
  };
}

export interface HistoryLine extends HistoryDetail {
  key: string;
  stepId: string;
  /** On the first line of a step. */
  head?: HistoryHead;
}

export function historyLines(history: History): HistoryLine[] {
  return history.steps.flatMap((past) => {
    const details = detailsOf(past, history);
    if (!details) return [];
    const head = headOf(past, history);
    return (details.length ? details : [{}]).map((detail, i) => ({
      ...detail,
      key: `${past.step.id} ${i}`,
      stepId: past.step.id,
      ...(i === 0 && { head }),
    }));
  });
}

function headOf(past: PastStep, { coders, own }: History): HistoryHead {
  const { step } = past;
  const isReader = coders.areOne(step.coderId, own);
  return { what: whatOf(past), who: isReader ? 'You' : coders.name(step.coderId), at: step.at };
}

function whatOf({ step, command, turn, changes }: PastStep): string {
  const words = STEP_WORDS[command];
  if (turn === 'taken-back') return `Taken back: ${words}`;
  if (turn === 'done-again') return `Done again: ${words}`;
  if (command === 'restore')
    return changes.every(({ before }) => !before)
      ? 'Came in with an import'
      : 'Changed by an import';
  if (command === 'bring-back' && wasAltered(step))
    return 'Brought back by hand: it was not as Bearing wrote it';
  if (command === 'before-steps') return 'Written by an older version of Bearing';
  return step.command === 'undo' ? 'An earlier step taken back' : asSentence(words);
}

/** Was what the step brought back damaged, or changed by hand in a file? */
const wasAltered = ({ aside }: Step): boolean =>
  aside?.taken.some(({ problems }) => problems.includes(ALTERED)) ?? false;

/** Null for a step that changed nothing that a reader can see. */
function detailsOf(past: PastStep, history: History): HistoryDetail[] | null {
  const isImport = past.command === 'restore';
  const [came, others] = isImport
    ? [past.changes.filter(isNew), past.changes.filter((one) => !isNew(one))]
    : [[], past.changes];
  const details = others.flatMap((change) => detailOf(change, past, history) ?? []);
  // What an import brought has a history of its own, which came along: here its number is enough.
  if (history.of === 'paper' && came.length > 1)
    details.unshift({ text: countsInWords(countsOf(came)) });
  else details.unshift(...came.flatMap((change) => detailOf(change, past, history) ?? []));
  const companions = companionsIn(past, history);
  if (companions) details.push(companions);
  const isSilent = !details.length && past.changes.every(({ aside }) => aside);
  return isSilent ? null : details;
}

const isNew = ({ before }: Change) => before === null;

function countsOf(changes: readonly Change[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { table } of changes) counts[table] = (counts[table] ?? 0) + 1;
  return counts;
}

function detailOf(change: Change, past: PastStep, history: History): HistoryDetail | null {
  if (change.table === 'tags') return ofTag(change, past, history);
  if (change.table === 'papers') return ofPaper(change);
  if (change.table === 'reviewPapers') return ofPlace(change, history);
  if (change.table === 'statements')
    return { verb: 'Kept', text: (change.after ?? change.before)?.quote ?? '' };
  if (change.table === 'assessments') {
    const one = change.after ?? change.before;
    const verb = change.after ? 'Looked for, not reported' : 'No longer “not reported”';
    return { verb, text: one ? labelIn(history, one) : '' };
  }
  return null;
}

type ChangeOf<K extends Change['table']> = Extract<Change, { table: K }>;

function ofTag(
  { before, after }: ChangeOf<'tags'>,
  { command, turn }: PastStep,
  history: History,
): HistoryDetail | null {
  const tag = after ?? before;
  if (!tag) return null;
  const shown = {
    tag,
    label: labelIn(history, tag),
    quote: quoteIn(history, tag.statementId),
    isGone: !after,
  };
  if (before && after) {
    const fields = changesOf(tagFields(history), before, after);
    return fields.length ? { tag: shown, fields } : null;
  }
  const isSaid = turn === 'done' && (command === 'save-tag' || command === 'delete-tags');
  const isFirst = turn === 'done' && command !== 'undo';
  const verb = after ? (isFirst ? 'Came in' : 'There again') : 'Deleted';
  return { tag: shown, ...(!isSaid && command !== 'restore' && { verb }) };
}

function ofPaper({ before, after }: ChangeOf<'papers'>): HistoryDetail | null {
  if (before && after) {
    const fields = changesOf(PAPER_FIELDS, before, after);
    return fields.length ? { fields } : null;
  }
  const paper = after ?? before;
  return paper
    ? { verb: after ? 'New paper' : 'No longer kept', text: titleOf(paper, paper.urls[0]) }
    : null;
}

function ofPlace(
  { before, after }: ChangeOf<'reviewPapers'>,
  history: History,
): HistoryDetail | null {
  const fields = before && after ? changesOf(PLACE_FIELDS, before, after) : [];
  if (before && after) return fields.length ? { fields } : null;
  const place = after ?? before;
  if (!place) return null;
  const list = reviewIn(history, place.reviewId);
  return {
    verb: `${after ? 'On' : 'Off'} the list${list ? ` of “${list}”` : ''}`,
    text: placeWords(place),
  };
}

/** With which papers one was put into a study family; none where that is taken back, which only takes away. */
function companionsIn(
  { step, command, changes }: PastStep,
  history: History,
): HistoryDetail | null {
  if (command !== 'put-in-family') return null;
  const own = new Set(changes.map(changedKey));
  const others = step.changes.flatMap((one) =>
    one.table === 'familyMembers' && one.after && !own.has(changedKey(one))
      ? titleIn(history, one.after.paperId)
      : [],
  );
  return others.length ? { verb: 'With', text: others.filter(Boolean).join('; ') } : null;
}
