/** What can be brought back from a history, and how: each by a step that can be undone. */
import type { Command, Tag, TagChange } from '@/lib/model';
import { changeTag, type History, type PastStep, undo } from '@/lib/store';
import { counted } from '../text/count';
import type { HistoryLine } from './lines';

export interface Offer {
  words: string;
  /** Beside the head of the step: all that was deleted in it comes back. */
  ofStep?: true;
  work: () => Promise<{ eventId: string }>;
}

/** By the key of the line beside which it is offered. */
export function offersOf(
  history: History,
  lines: readonly HistoryLine[],
): ReadonlyMap<string, Offer> {
  const offers = new Map<string, Offer>();
  const met = new Set<string>();
  const steps = new Map(history.steps.map((past) => [past.step.id, past]));
  for (const { key, stepId, tag: shown } of lines) {
    if (!shown) continue;
    const { tag, isGone } = shown;
    const isLast = !met.has(tag.id);
    met.add(tag.id);
    const now = history.tags.get(tag.id);
    const past = steps.get(stepId);
    if (!now && isGone && isLast && past) {
      const offer = offerOf(past, tag, history);
      if (offer) offers.set(offer.ofStep ? headOf(stepId, lines) : key, offer);
    } else if (now && !isGone && isAnother(tag, now) && isReaders(tag, history))
      offers.set(key, {
        words: 'Bring this version back',
        work: () => changeTag(tag.id, dialsOf(tag)),
      });
  }
  return offers;
}

const isReaders = ({ coderId }: { coderId: string }, { coders, own }: History): boolean =>
  coders.areOne(coderId, own);

const headOf = (stepId: string, lines: readonly HistoryLine[]): string =>
  lines.find((line) => line.stepId === stepId)?.key ?? '';

/** What comes back together where a step deleted more than one tag. */
const TOGETHER: Partial<Record<Command, (tags: number) => string>> = {
  'delete-tags': (tags) => `Bring these ${counted(tags, 'tag')} back`,
  'unlist-paper': (tags) => `Put it on the list again, with ${counted(tags, 'tag')}`,
  'delete-review': (tags) => `Bring the review back, with ${counted(tags, 'tag')}`,
};

/** How a tag comes back that was deleted by a step: with all that the step deleted, as by undo of it. */
function offerOf({ step }: PastStep, tag: Tag, history: History): Offer | null {
  const words = TOGETHER[step.command];
  if (!words) return null;
  const deleted = step.changes.flatMap((one) =>
    one.table === 'tags' && one.before && !one.after ? one.before : [],
  );
  const work = () => undo(step.id);
  if (step.command === 'delete-tags' && deleted.length === 1)
    return isReaders(tag, history) ? { words: 'Bring this tag back', work } : null;
  if (!isReaders(step, history)) return null;
  return { words: words(deleted.length), ofStep: true, work };
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
