/** What can be done to the statements of the list: in the page, over its line, and in the store. */
import { useEffect, useMemo, useRef } from 'react';
import type { Corrections, PageReport, Paper, Tag } from '@/lib/model';
import { quotedReport, wouldJoin } from '@/lib/store';
import type { PanelLink } from './link';
import type { Row, UntaggedRow } from './list/rows';
import type { RowActions } from './list/StatementItem';
import { openElsewhere } from './list/TaggedElsewhere';
import type { Deeds } from './use-deeds';

export interface ListActions extends Omit<RowActions, 'edit' | 'correcting'> {
  /** Goes to a statement without a tag, and chooses it for one. */
  tag(row: UntaggedRow): void;
}

export function useRowActions({
  link,
  deeds,
  report,
  paper,
  onHistory,
}: {
  link: PanelLink | null;
  deeds: Deeds;
  report: PageReport;
  /** The page's own paper, where it is stored. */
  paper: Paper | undefined;
  onHistory: (tags: readonly Tag[], quote: string, from: HTMLElement | null) => void;
}): ListActions {
  const latest = useRef({ link });
  latest.current = { link };
  // A click while the page reloads is for the page that comes.
  const wish = useRef<string | null>(null);
  useEffect(() => {
    if (!link || wish.current === null) return;
    link.ask({ show: wish.current });
    wish.current = null;
  }, [link]);
  const { url } = report;
  return useMemo(
    () => ({
      paper,
      go: (row: Row) => {
        if (row.isElsewhere && openElsewhere(row.statement, row.saidBy ?? paper)) return;
        const line = latest.current.link;
        if (line?.alive) line.ask({ show: row.id });
        else wish.current = row.id;
      },
      tag: ({ sentence: { index, text } }: UntaggedRow) =>
        latest.current.link?.ask({ sentence: { index, text } }),
      retag: ({ id }: Row) => latest.current.link?.ask({ choose: id }),
      change: deeds.change,
      history: (row: Row, from: HTMLElement | null) =>
        onHistory(row.tags, row.statement.quote, from),
      remove: (_: Row, tags: readonly Tag[]) => deeds.remove(tags),
      keep: (row: Row) => {
        const line = latest.current.link;
        if (line) deeds.keep(row.id, row.place?.text ?? '', () => line.describe(row.id));
      },
      joinedBy: (of: Paper, fields: Corrections) => wouldJoin(quotedReport(of, url), fields),
      correct: (of: Paper, fields: Corrections) =>
        void deeds.correct(quotedReport(of, url), fields),
    }),
    [deeds, url, paper, onHistory],
  );
}
