/**
 * What the panel does to the store, and the line that says so. Undo is the store's: the last step on this paper that
 * still holds, wherever and whenever it was made, and what was done from here to other papers, while the panel is open.
 */

import { useCallback, useMemo, useRef, useState } from 'react';
import { STEP_WORDS } from '@/components/history/step-words';
import { counted } from '@/components/text/count';
import { sentenceOf } from '@/components/text/sentence-of';
import { checkPrivateWindow } from '@/lib/browser';
import {
  type Command,
  type Corrections,
  type PageReport,
  Problem,
  type StatementTarget,
  type Tag,
  type TagChange,
} from '@/lib/model';
import {
  changeTag,
  correctPaper,
  deleteTags,
  papersOnPage,
  retarget,
  undo,
  whatCanBeUndone,
} from '@/lib/store';

export interface Deeds {
  change(tag: Tag, change: TagChange): void;
  remove(tags: readonly Tag[]): void;
  /** `seen` is the passage as the reader saw it when deciding. */
  keep(statementId: string, seen: string, describe: () => Promise<StatementTarget | null>): void;
  /** Was it saved? */
  correct(report: PageReport, fields: Corrections): Promise<boolean>;
  /** Anything else that is done from here: the paper's place in the review, works of its references. Was it done? */
  carryOut(work: () => Promise<Done>): Promise<boolean>;
  /** Takes back the last step on this paper that still holds, or what was done from here to others since. */
  takeBackLast(): void;
  /** Takes back the step of the line. */
  takeBack(stepId: string): void;
}

export interface Done {
  /** What was done, in a few words. */
  words: string;
  /** The step that did it, where it can be taken back. */
  eventId?: string;
  /** It is about other papers than the page's, so it is not among the last steps on that. */
  ofOthers?: true;
}

/** Is it done to a paper, its tags and its places? Any other step is wider than the paper. */
const IS_ON_PAPERS: Readonly<Record<Command, boolean>> = {
  'save-tag': true,
  'change-tag': true,
  'change-tags': true,
  'move-tag': true,
  'delete-tags': true,
  'keep-place': true,
  assess: true,
  'correct-paper': true,
  'list-paper': true,
  'list-papers': false,
  'import-coding': false,
  'set-progress': true,
  'set-eligibility': true,
  'change-entries': false,
  'unlist-paper': true,
  'put-in-family': true,
  'take-from-family': true,
  'not-one-study': true,
  'join-papers': false,
  'begin-review': false,
  'change-review': false,
  'delete-review': false,
  'join-reviews': false,
  'adopt-codebook': false,
  'save-codebook': false,
  'begin-codebook': false,
  'edit-codebook': false,
  'freeze-codebook': false,
  'recheck-tags': true,
  'number-paper': true,
  'set-reporting': false,
  'set-flow': false,
  'save-site': false,
  'remove-site': false,
  'save-attribute': false,
  'remove-attribute': false,
  'set-value': true,
  'save-memo': true,
  'remove-memo': true,
  'save-decision': true,
  'remove-decision': true,
  'save-round': false,
  'remove-round': false,
  'save-finding': false,
  'remove-finding': false,
  'save-measure': false,
  'remove-measure': false,
  'save-answers': false,
  'change-settings': false,
  'begin-coder': false,
  'rename-coder': false,
  'join-coders': false,
  restore: false,
  'forget-history': false,
  'set-aside': false,
  'bring-back': false,
  dismiss: false,
  undo: false,
  'before-steps': false,
};

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

export function useDeeds(report: PageReport, privateWindow: { id: number } | null) {
  const [done, setDone] = useState<Done | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const page = useRef(report);
  page.current = report;
  /** Steps of this page's that are about other papers, oldest first: no question about this paper finds them. */
  const ofOthers = useRef<OfOthers[]>([]);
  /** A key that is pressed before the last one's work is done means what can be taken back then. */
  const last = useRef<Promise<unknown>>(Promise.resolve());

  const run = useCallback(
    async (work: () => Promise<Done>) => {
      setProblem(null);
      try {
        await checkPrivateWindow(privateWindow);
        const now = await work();
        if (now.ofOthers && now.eventId)
          ofOthers.current.push({
            ...{ eventId: now.eventId, words: now.words, url: page.current.url },
            at: new Date().toISOString(),
          });
        setDone(now);
        return true;
      } catch (error) {
        setProblem(sentenceOf(error));
        setDone(null);
        return false;
      }
    },
    [privateWindow],
  );

  const deeds = useMemo<Deeds>(
    () => ({
      change: (tag, change) =>
        void run(async () => {
          const { eventId } = await changeTag(tag.id, change);
          return { words: 'Changed', eventId };
        }),
      remove: (tags) =>
        void run(async () => {
          const { eventId } = await deleteTags(tags.map((tag) => tag.id));
          return { words: `Deleted ${counted(tags.length, 'tag')}`, eventId };
        }),
      keep: (statementId, seen, describe) =>
        void run(async () => {
          const target = await describe();
          if (!target || flat(target.selectors.quote.exact) !== flat(seen))
            throw new Problem(
              'changed-since',
              'The page has changed since this was shown. Nothing was kept; look again.',
            );
          const { eventId } = await retarget(statementId, target);
          return { words: 'Kept', eventId };
        }),
      correct: (of, fields) =>
        run(async () => {
          const { eventId } = await correctPaper(of, fields);
          return { words: 'Corrected', eventId };
        }),
      carryOut: run,
      takeBack: (stepId) =>
        void run(async () => {
          ofOthers.current = ofOthers.current.filter((one) => one.eventId !== stepId);
          await undo(stepId);
          return { words: 'Undone' };
        }),
      takeBackLast: () => {
        last.current = last.current.then(() =>
          run(() => lastTakenBack(page.current, ofOthers.current)),
        );
      },
    }),
    [run],
  );

  const dismiss = useCallback(() => {
    setDone(null);
    setProblem(null);
  }, []);

  return { deeds, done, problem, dismiss };
}

interface OfOthers {
  eventId: string;
  /** What was done. */
  words: string;
  /** The page that it was done from. */
  url: string;
  at: string;
}

/** Takes the step out of `ofOthers` where it is one of those. */
async function lastTakenBack(report: PageReport, ofOthers: OfOthers[]): Promise<Done> {
  const found = (await whatCanBeUndone({ paperIds: await papersOnPage(report) })).undo;
  const other = ofOthers.findLast(({ url }) => url === report.url);
  if (other && (!found || found.step.at <= other.at)) {
    // Also where it cannot be taken back any more: the next press is for what is before it.
    ofOthers.splice(ofOthers.indexOf(other), 1);
    await undo(other.eventId);
    return { words: `Undone: ${other.words}` };
  }
  if (!found) return { words: 'Nothing to take back on this paper' };
  const words = STEP_WORDS[found.command];
  if (!IS_ON_PAPERS[found.command])
    throw new Problem(
      'wider-step',
      `The last change here concerns more than this paper (${words}). It can be taken back in the workspace.`,
    );
  await undo(found.step.id);
  return { words: `Undone: ${words}` };
}
