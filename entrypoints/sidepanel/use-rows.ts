/** The rows of the page's paper, live from the store and from the page; unchanged rows keep their identity. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useRef } from 'react';
import type { PanelPlace } from '@/lib/messaging/panel-types';
import type { PageReport } from '@/lib/model';
import { type PaperTags, paperTags } from '@/lib/store';
import { buildRows, Labels, type Row } from './rows';

export interface PaperRows {
  /** Undefined while loading; null before there is a review. */
  held: PaperTags | null | undefined;
  rows: readonly Row[];
  labels: Labels;
}

const NO_BOOKS = new Labels([]);

export function useRows(
  report: PageReport | null,
  places: ReadonlyMap<string, PanelPlace> | null,
): PaperRows {
  // Keyed by content: the same page read twice is the same question.
  const key = report ? JSON.stringify(report) : '';
  const answer = useLiveQuery(
    async () => ({ key, held: report ? await paperTags(report) : undefined }),
    [key],
  );
  // The last answer stays until the next is there: it must not be shown under another page's name.
  const held = answer?.key === key ? answer.held : undefined;
  const before = useRef<ReadonlyMap<string, Row>>(new Map());
  const rows = useMemo(() => {
    const built = buildRows(held?.statements ?? [], places, report?.url ?? '', before.current);
    before.current = new Map(built.map((row) => [row.id, row]));
    return built;
  }, [held, places, report?.url]);
  const books = JSON.stringify(held?.codebooks.map((c) => [c.id, c.version, c.influences.length]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: read afresh with every answer, new only with new content
  const labels = useMemo(() => (held ? new Labels(held.codebooks) : NO_BOOKS), [books]);
  return { held, rows, labels };
}
