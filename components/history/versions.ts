/** Which versions of the reader's own tags can be brought back, and how: each by a step that can be undone. */
import type { Tag } from '@/lib/model';
import { changeTag, type History, type TagChange, undo } from '@/lib/store';
import type { HistoryLine } from './lines';

export interface Offer {
  words: string;
  tag: Tag;
  work: () => Promise<{ eventId: string }>;
}

/** By the key of the line beside which it is offered. */
export function offersOf(
  history: History,
  lines: readonly HistoryLine[],
): ReadonlyMap<string, Offer> {
  const offers = new Map<string, Offer>();
  const met = new Set<string>();
  for (const { key, stepId, tag: shown } of lines) {
    if (!shown) continue;
    const { tag, isGone } = shown;
    const isLast = !met.has(tag.id);
    met.add(tag.id);
    if (!history.coders.areOne(tag.coderId, history.own)) continue;
    const now = history.tags.get(tag.id);
    if (now && !isGone && isAnother(tag, now))
      offers.set(key, {
        ...{ words: 'Bring this version back', tag },
        work: () => changeTag(tag.id, dialsOf(tag)),
      });
    else if (!now && isGone && isLast && isDeletionOfOne(history, stepId))
      offers.set(key, { words: 'Bring this tag back', tag, work: () => undo(stepId) });
  }
  return offers;
}

/** Where more was deleted in the step, the others would come back too: that is for the undo of the step. */
function isDeletionOfOne({ steps }: History, stepId: string): boolean {
  const step = steps.find((one) => one.step.id === stepId)?.step;
  return (
    step?.command === 'delete-tags' &&
    step.changes.filter(({ table }) => table === 'tags').length === 1
  );
}

/** All that can be set on a tag; not where it is, which is for moving it. */
function dialsOf(tag: Tag): TagChange {
  const { codebookId, codebookVersion, influenceId, stance, direction, basis, note } = tag;
  return {
    ...{ codebookId, codebookVersion, influenceId, stance, direction, basis, note },
    strength: tag.strength ?? null,
  };
}

const isAnother = (version: Tag, now: Tag): boolean =>
  JSON.stringify(dialsOf(version)) !== JSON.stringify(dialsOf(now));
