/** An import as the room shows it: a file is read, previewed, and brought in or left. Nothing is written before that. */
import { useEffect, useRef, useState } from 'react';
import type { ImportPreview, Progress, ShownSummary } from '@/components/exchange/import-messages';
import { Importing } from '@/components/exchange/importing';
import { type TakingBack, takeBack as takeStepBack } from '@/components/exchange/take-back';
import { sentenceOf } from '@/components/ui/Message';
import { tellPages } from '@/lib/messaging';

export type ImportState =
  | { at: 'rest'; said: string }
  | { at: 'work'; name: string; progress: Progress }
  | { at: 'preview'; name: string; preview: ImportPreview }
  | { at: 'done'; summary: ShownSummary }
  /** It had been carried out by the time that it was to be stopped; its report is lost. */
  | { at: 'too-late'; eventId: string }
  | ({ at: 'undoing' } & TakingBack)
  | { at: 'problem'; sentence: string };

const AT_REST: ImportState = { at: 'rest', said: '' };
const BEGUN: Progress = { stage: 'reading', done: 0, total: 0 };

export function useImport() {
  const [state, setState] = useState<ImportState>(AT_REST);
  /** The import of now: what an earlier one still answers is not shown. */
  const running = useRef<Importing | null>(null);
  const isWriting = useRef(false);

  useEffect(
    () => () => {
      // Leaving the room leaves a file that is only looked at; what is being written goes on.
      if (!isWriting.current) running.current?.discard();
      running.current = null;
    },
    [],
  );

  /** Shows what comes of a piece of work, if its import is still the one of now. */
  const follow = async (importing: Importing | null, work: () => Promise<ImportState>) => {
    let next: ImportState;
    try {
      next = await work();
    } catch (error) {
      importing?.discard();
      next = { at: 'problem', sentence: sentenceOf(error) };
    }
    if (running.current !== importing) return;
    if (next.at !== 'preview') running.current = null;
    setState(next);
  };

  const open = (file: File) => {
    running.current?.discard();
    const { name } = file;
    let importing: Importing;
    try {
      importing = new Importing((progress) => {
        if (running.current === importing) setState({ at: 'work', name, progress });
      });
    } catch (error) {
      setState({ at: 'problem', sentence: sentenceOf(error) });
      return;
    }
    running.current = importing;
    setState({ at: 'work', name, progress: BEGUN });
    void follow(importing, async () => ({
      ...{ at: 'preview', name, preview: await importing.open(file) },
    }));
  };

  const bringIn = (as: 'mine' | 'other') => {
    const importing = running.current;
    if (!importing) return;
    isWriting.current = true;
    void follow(importing, async () => {
      try {
        const summary = await importing.bringIn(as);
        await tellPages({});
        return { at: 'done', summary };
      } finally {
        isWriting.current = false;
      }
    });
  };

  const cancel = () => {
    const importing = running.current;
    running.current = null;
    isWriting.current = false;
    if (!importing) return;
    void follow(null, async () => {
      if (!(await importing.stop()))
        return { at: 'rest', said: 'Cancelled. Nothing was imported.' };
      await tellPages({});
      return { at: 'too-late', eventId: importing.id };
    });
  };

  const takeBack = (eventId: string) =>
    void follow(null, async () => {
      const isDone = await takeStepBack(eventId, (running) =>
        setState({ at: 'undoing', ...running }),
      );
      // Cancelled: the import is as it was, and so is the offer to take it back.
      if (!isDone) return state;
      await tellPages({});
      return { at: 'rest', said: 'The import was taken back.' };
    });

  const close = () => {
    running.current?.discard();
    running.current = null;
    setState(AT_REST);
  };

  return { state, open, bringIn, cancel, takeBack, close };
}
