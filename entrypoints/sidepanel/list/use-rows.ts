/** The rows of the page's paper, live from the store and from the page, and of the page's statements without a tag; unchanged rows keep their identity. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useMemo, useRef } from 'react';
import { CoderIndex, type PageReport, type Tag } from '@/lib/model';
import { type PaperTags, paperTags } from '@/lib/store';
import type { Outline } from '../link';
import { buildRows, Labels, type ListedRow, onlyOf, type Row, type UntaggedRow } from './rows';
import { inOrder, untaggedRows } from './untagged-rows';

export interface PaperRows {
  /** Undefined while loading; null before there is a review. */
  held: PaperTags | null | undefined;
  /** Those with tags. */
  rows: readonly Row[];
  /** Those, and the page's citation statements without a tag, in reading order. */
  listed: readonly ListedRow[];
  labels: Labels;
  coders: CoderIndex;
  /** Is this tag the reader's? */
  isOwn: (tag: Pick<Tag, 'coderId'>) => boolean;
  /** Other coders' tags on this paper, shown or not. */
  others: readonly Tag[];
}

const NO_BOOKS = new Labels([]);

export function useRows(
  report: PageReport | null,
  outline: Pick<Outline, 'places' | 'sentences' | 'tagged'> | null,
  /** With the tags of other coders, which are not shown unless asked for: two can code apart. */
  withOthers: boolean,
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
  const coders = useMemo(() => new CoderIndex(held?.coders ?? []), [held]);
  const isOwn = useCallback(
    ({ coderId }: Pick<Tag, 'coderId'>) => !held?.own || coders.areOne(coderId, held.own),
    [coders, held],
  );
  const { places = null, sentences = null, tagged = null } = outline ?? {};
  const { url = '', representation } = report ?? {};
  const all = useMemo(() => (held ? [...held.statements, ...held.quoted] : []), [held]);
  const rows = useMemo(() => {
    const shown = withOthers ? all : onlyOf(all, isOwn);
    const built = buildRows(shown, places, { url, representation }, before.current);
    before.current = new Map(built.map((row) => [row.id, row]));
    return built;
  }, [all, places, url, representation, withOthers, isOwn]);
  const untaggedBefore = useRef<ReadonlyMap<string, UntaggedRow>>(new Map());
  const listed = useMemo(() => {
    // What the store holds comes first: else what is tagged would be shown as untagged until then.
    if (!held || !sentences || !tagged) return rows;
    const untagged = untaggedRows(sentences, tagged, rows, untaggedBefore.current);
    untaggedBefore.current = new Map(untagged.map((row) => [row.id, row]));
    return inOrder(rows, untagged);
  }, [held, rows, sentences, tagged]);
  const others = useMemo(
    () => all.flatMap(({ tags }) => tags).filter((tag) => !isOwn(tag)),
    [all, isOwn],
  );
  const books = JSON.stringify(held?.codebooks.map((c) => [c.id, c.version, c.influences.length]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: read afresh with every answer, new only with new content
  const labels = useMemo(() => (held ? new Labels(held.codebooks) : NO_BOOKS), [books]);
  return { held, rows, listed, labels, coders, isOwn, others };
}
