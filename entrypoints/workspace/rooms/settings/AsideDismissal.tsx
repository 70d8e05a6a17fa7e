/** Asked once: is a record that was set aside to go? */
import { counted } from '@/components/text/count';
import { Question } from '@/components/ui/Question';
import { useAct } from '@/components/ui/use-act';
import { useLiveAnswer } from '@/components/ui/use-live-answer';
import { type AsideEntry, countWaiting, dismiss } from '@/lib/store';

export function AsideDismissal({
  entry,
  onCancel,
  onDone,
}: {
  entry: AsideEntry;
  onCancel: () => void;
  onDone: () => void;
}) {
  const waiting = useLiveAnswer(entry.id, () => countWaiting(entry)) ?? 0;
  const { problem, act, busy } = useAct();
  const go = () =>
    void act(async () => {
      await dismiss([entry.id]);
      onDone();
    });
  return (
    <Question yes="Dismiss it" busy={busy} problem={problem} onYes={go} onKeep={onCancel}>
      Once dismissed, it is in no list and no backup. {waitingWords(waiting)}Undo (u) brings it back
      as long as history is kept.
    </Question>
  );
}

function waitingWords(count: number): string {
  if (!count) return '';
  const [wait, are] = count === 1 ? ['waits', 'is'] : ['wait', 'are'];
  return `${counted(count, 'record')} ${wait} for it, and ${are} set aside in its place. `;
}
