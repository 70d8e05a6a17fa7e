/** The history of tags or of a paper, opened from a control and closed back to it. Its code is loaded when it is first shown. */
import { type ReactNode, type RefObject, useCallback, useState } from 'react';
import { onDemand } from '@/components/page/on-demand';
import type { HistoryOf } from '@/lib/store';
import type { HistoryPlace } from './HistoryDialog';

const HistoryDialog = onDemand(async () => (await import('./HistoryDialog')).HistoryDialog);

/** @param from the control that has the focus again afterwards */
export type ShowHistory = (asked: HistoryOf, about: string, from: HTMLElement | null) => void;

interface Shown {
  asked: HistoryOf;
  about: string;
  returnTo: RefObject<HTMLElement | null>;
}

export function useHistoryDialog(from: HistoryPlace = {}): {
  show: ShowHistory;
  dialog: ReactNode;
} {
  const [shown, setShown] = useState<Shown | null>(null);
  const show = useCallback<ShowHistory>(
    (asked, about, control) => setShown({ asked, about, returnTo: { current: control } }),
    [],
  );
  const dialog = shown ? (
    <HistoryDialog {...from} {...shown} onClose={() => setShown(null)} />
  ) : null;
  return { show, dialog };
}
