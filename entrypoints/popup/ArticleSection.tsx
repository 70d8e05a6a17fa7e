/** This page's paper: what it is, where it stands on the reading list, and its tags. */
import { type ReactNode, useState } from 'react';
import { othersInWords } from '@/components/coder/others-words';
import { onDemand } from '@/components/page/on-demand';
import { PaperHead } from '@/components/paper/PaperHead';
import { PlaceMenu } from '@/components/paper/PlaceMenu';
import type { PlaceOfPaper } from '@/components/paper/use-place';
import { StanceCounts } from '@/components/stance/StanceCounts';
import { Button } from '@/components/ui/Button';
import { Hidden } from '@/components/ui/Hidden';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { useFocusBack } from '@/components/ui/use-focus-back';
import { checkPrivateWindow } from '@/lib/browser';
import { CoderIndex, type Corrections, type PageReport } from '@/lib/model';
import { correctPaper, knownFacts, undo, wouldJoin } from '@/lib/store';
import styles from './PageSection.module.css';

const CorrectPaper = onDemand(
  async () => (await import('@/components/paper/CorrectPaper')).CorrectPaper,
);

interface Done {
  words: string;
  eventId?: string;
}

const NO_TAGS = { supporting: 0, contrasting: 0, mentioning: 0 };

const NOTICE_WORDS = {
  retraction: 'The page says this paper is retracted',
  concern: 'The page carries an expression of concern',
  correction: 'The page carries a correction',
} as const;

export function ArticleSection({
  report,
  reviewId,
  privateWindow,
  tag,
  place,
}: {
  report: PageReport;
  reviewId: string | undefined;
  privateWindow: { id: number } | null;
  tag: ReactNode;
  place: PlaceOfPaper;
}) {
  const [correcting, setCorrecting] = useState(false);
  const notThisPaper = useFocusBack<HTMLButtonElement>(correcting);
  /** What was done to this paper just now, and the step that did it. */
  const [done, setDone] = useState<Done | null>(null);
  const { problem, act } = useAct();
  const { state, loading, setPlace, add } = place;
  const paper = knownFacts(state?.paper, report);
  const others = state?.others ?? [];

  const write = (work: () => Promise<Done | null>) =>
    act(async () => {
      await checkPrivateWindow(privateWindow);
      setDone(await work());
    });
  const correct = async (fields: Corrections) => {
    const changes = Object.keys(fields).length > 0;
    const saved = await write(async () =>
      changes ? { words: 'Corrected', ...(await correctPaper(report, fields)) } : null,
    );
    if (saved) setCorrecting(false);
  };
  const takeBack = (eventId: string) =>
    void write(async () => {
      await undo(eventId);
      return null;
    });

  const conflicts = report.conflicts.filter((c) => paper.sources[c.field] !== 'reader');
  if (correcting)
    return (
      <>
        <CorrectPaper
          paper={paper}
          conflicts={report.conflicts}
          joinedBy={(fields) => wouldJoin(report, fields)}
          onSave={correct}
          onCancel={() => setCorrecting(false)}
        />
        {problem ? <Message kind="error">{problem}</Message> : null}
      </>
    );

  return (
    <>
      <PaperHead
        paper={paper}
        url={report.url}
        aside={
          <span className={styles.aside}>
            <span aria-hidden="true">·</span>
            <Button
              ref={notThisPaper}
              look="link"
              className={styles.asideButton}
              onClick={() => setCorrecting(true)}
            >
              {conflicts.length ? 'Sources disagree' : 'Not this paper?'}
            </Button>
          </span>
        }
      />
      <p role="status" className={styles.done}>
        {done ? (
          <>
            {`${done.words}. `}
            {done.eventId ? <UndoLink eventId={done.eventId} onUndo={takeBack} /> : null}
          </>
        ) : null}
      </p>
      {(paper.notices ?? []).slice(0, 1).map((notice) => (
        <Message key={notice.kind} kind="caution">
          {NOTICE_WORDS[notice.kind]}.
        </Message>
      ))}
      <div className={styles.actions}>
        <PlaceMenu
          id="status-menu"
          listed={state?.listed}
          loading={loading}
          onAdd={() => void act(async () => setDone(await add()))}
          reviewId={reviewId}
          onChange={(place) => void act(async () => setDone(await setPlace(place)))}
        />
        <span className={styles.counts}>
          <Hidden>Your tags on this paper: </Hidden>
          <StanceCounts counts={state?.tags ?? NO_TAGS} />
        </span>
        {tag}
      </div>
      {others.length ? (
        <p className={styles.others}>
          <bdi>{othersInWords(others, new CoderIndex(state?.coders ?? []))}</bdi>
        </p>
      ) : null}
      {problem ? <Message kind="error">{problem}</Message> : null}
    </>
  );
}

function UndoLink({ eventId, onUndo }: { eventId: string; onUndo: (eventId: string) => void }) {
  return (
    <Button look="link" onClick={() => onUndo(eventId)}>
      Undo
    </Button>
  );
}
