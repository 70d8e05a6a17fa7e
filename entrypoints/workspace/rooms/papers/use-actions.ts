/** What is done to papers in this room, and the words for what was done last. */
import { useCallback, useMemo, useRef, useState } from 'react';
import { countsInWords } from '@/components/left-out/kind-words';
import { ELIGIBILITY_WORDS } from '@/components/paper/cite';
import { counted } from '@/components/text/count';
import { useAct } from '@/components/ui/use-act';
import { useLiveAnswer } from '@/components/ui/use-live-answer';
import {
  type EntryChange,
  type LibraryReference,
  type Paper,
  type PlaceChange,
  PRIORITY_WORDS,
  PROGRESS_WORDS,
} from '@/lib/model';
import {
  changeEntries,
  type Decided,
  isTakenBack,
  joinPapers,
  listReferences,
  notOneStudy,
  placePaper,
  putInFamily,
  takeFromFamily,
  unlistPapers,
} from '@/lib/store';
import { displayText } from '@/lib/text';
import { focusRoom } from '../../Room';

/** What can be done with papers of the list. Each answers whether it was done. */
export interface PaperActions {
  place(paperId: string, place: PlaceChange): void;
  change(paperIds: readonly string[], change: EntryChange): void;
  unlist(paperId: string, tags: number): void;
  unlistAll(paperIds: readonly string[], tags: number): Promise<boolean>;
  unite(paperIds: readonly string[]): Promise<boolean>;
  part(paperId: string): void;
  /** These two look alike and are not one study. */
  deny(a: string, b: string): void;
  /** These two are one work; `decided` where the one is included and the other excluded. */
  join(from: string, into: string, decided?: Decided): void;
  list(references: readonly LibraryReference[]): void;
  showStudy(paperId: string): void;
  showHistory(paper: Paper, from: HTMLElement | null): void;
}

interface Beside {
  onHistory: PaperActions['showHistory'];
  showStudy: PaperActions['showStudy'];
  /** Is one paper shown only? With the last row the list goes, and the focus with it. */
  isLast: () => boolean;
}

const NOTHING = { words: '', eventId: '' };

/** The actions stay the same functions while the review is the same. */
export function usePaperActions(
  reviewId: string,
  beside: Beside,
): { actions: PaperActions; said: string; problem: string | null; hush: () => void } {
  const latest = useRef(beside);
  latest.current = beside;
  const [done, setDone] = useState(NOTHING);
  const isBack = useLiveAnswer(
    done.eventId,
    async () => done.eventId !== '' && isTakenBack(done.eventId),
  );
  const { problem, act } = useAct();
  const actions = useMemo((): PaperActions => {
    /** Writes, and reports what was done. */
    const write = <T extends { eventId: string | null }>(
      words: string | ((done: T) => string),
      work: () => Promise<T>,
    ) =>
      act(async () => {
        setDone(NOTHING);
        const done = await work();
        const { eventId } = done;
        const said = typeof words === 'string' ? words : words(done);
        setDone({ words: said, eventId: eventId ?? '' });
      });
    const unlistAll = async (ids: readonly string[], tags: number) => {
      const what = ids.length > 1 ? counted(ids.length, 'paper') : '';
      const off = what ? `${what} taken off the list` : 'Taken off the list';
      const words = tags ? `${off}, with ${countsInWords({ tags })}.` : `${off}.`;
      return write(words, () => unlistPapers(reviewId, ids));
    };
    return {
      place: (id, place) => void write(placeChanged(place), () => placePaper(reviewId, id, place)),
      change: (ids, change) =>
        void write(entriesChanged(ids.length, change), () => changeEntries(reviewId, ids, change)),
      unlist: async (id, tags) => {
        const wasLast = latest.current.isLast();
        if ((await unlistAll([id], tags)) && wasLast) focusRoom();
      },
      unlistAll,
      unite: (ids) => write('They are one study family now.', () => putInFamily(reviewId, ids)),
      part: (id) =>
        void write('It is out of its study family.', () => takeFromFamily(reviewId, id)),
      deny: (id, other) =>
        void write('They stay two studies.', () => notOneStudy(reviewId, id, other)),
      join: (from, into, eligibility) =>
        void write(merged, () => joinPapers(from, into, eligibility && { reviewId, eligibility })),
      list: (references) => void write('On the list.', () => listReferences(reviewId, references)),
      showStudy: (id) => latest.current.showStudy(id),
      showHistory: (paper, from) => latest.current.onHistory(paper, from),
    };
  }, [act, reviewId]);
  const hush = useCallback(() => setDone(NOTHING), []);
  return { actions, said: isBack ? '' : done.words, problem, hush };
}

/** "Read.", "Excluded.": what a place was changed to, for those who do not see the row. */
function placeChanged({ progress, eligibility }: PlaceChange): string {
  const words = [
    progress && PROGRESS_WORDS[progress],
    eligibility && ELIGIBILITY_WORDS[eligibility],
  ];
  return `${words.filter(Boolean).join(', ')}.`;
}

/** What became one, and where a decision is open again, beside the papers. */
function merged({ sameTags, undecided }: Awaited<ReturnType<typeof joinPapers>>): string {
  const words = ['They are one paper now.'];
  if (sameTags)
    words.push(
      sameTags === 1
        ? '1 tag was the same in both: the later one stays, with both notes.'
        : `${counted(sameTags, 'tag')} were the same in both: the later ones stay, with both notes.`,
    );
  if (undecided.length) {
    const names = undecided.map((name) => `“${displayText(name)}”`).join(', ');
    words.push(`Undecided again in ${names}: it was included and excluded.`);
  }
  return words.join(' ');
}

/** "12 papers: Read.", "1 paper: labelled “RCT”." */
function entriesChanged(papers: number, change: EntryChange): string {
  const { priority, addLabels = [], removeLabels = [], note } = change;
  const quoted = (labels: readonly string[]) =>
    labels.map((one) => `“${displayText(one)}”`).join(', ');
  const words = [
    change.progress && PROGRESS_WORDS[change.progress],
    change.eligibility && ELIGIBILITY_WORDS[change.eligibility],
    priority && `${PRIORITY_WORDS[priority]} priority`,
    priority === null && 'No priority',
    addLabels.length > 0 && `labelled ${quoted(addLabels)}`,
    removeLabels.length > 0 && `no longer labelled ${quoted(removeLabels)}`,
    note !== undefined && 'note changed',
  ];
  return `${counted(papers, 'paper')}: ${words.filter(Boolean).join(', ')}.`;
}
