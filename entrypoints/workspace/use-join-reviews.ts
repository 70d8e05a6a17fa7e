/** Joins another review into the one that is shown, and lets every open page know. */
import { useAct } from '@/components/ui/use-act';
import { joinReviews } from '@/lib/store';

export function useJoinReviews(into: string) {
  const { problem, busy, act } = useAct();
  /** @returns whether it was done */
  const join = (from: string): Promise<boolean> =>
    act(async () => {
      await joinReviews(from, into);
    });
  return { join, problem, busy };
}
