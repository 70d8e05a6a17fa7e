/** The statements of the page: what narrows them, what is to be told of them, and the list. */
import { type RefObject, useDeferredValue, useMemo } from 'react';
import { Button } from '@/components/ui/Button';
import { Skeleton } from '@/components/ui/Skeleton';
import { useLate } from '@/components/ui/use-late';
import { booksInUse } from '@/lib/codebook/influences';
import type { PageReport } from '@/lib/model';
import styles from '../App.module.css';
import { PageState } from '../paper/PageState';
import { OthersTags } from '../tag/OthersTags';
import type { ListActions } from '../use-row-actions';
import { FilterBar } from './FilterBar';
import { NothingListed } from './NothingListed';
import { countRows, type Filter, type ListedRow, NO_FILTER } from './rows';
import { StatementList } from './StatementList';
import type { PaperRows } from './use-rows';

export interface TabProps {
  filter: Filter;
  onFilter: (change: Partial<Filter>) => void;
  /** The field of its search. */
  field: RefObject<HTMLInputElement | null>;
  /** What holds its list. */
  middle: RefObject<HTMLDivElement | null>;
  /** From the field back to the list. */
  onLeave: () => void;
}

export function StatementsTab({
  found: { held, rows: all, labels, coders, isOwn, others },
  every,
  shown,
  report,
  page,
  tagging,
  chosen,
  withOthers,
  onWithOthers,
  actions,
  active,
  onActive,
  ...tab
}: TabProps & {
  found: PaperRows;
  /** The rows of both kinds, and those of them that pass the filter. */
  every: readonly ListedRow[];
  shown: readonly ListedRow[];
  report: PageReport;
  /** Does the page answer? */
  page: 'linked' | 'linking' | 'silent';
  tagging: boolean;
  /** The row that is chosen in the page. */
  chosen: string | null;
  /** Are other coders' tags shown? */
  withOthers: boolean;
  onWithOthers: (shown: boolean) => void;
  actions: ListActions;
  active: string | null;
  onActive: (id: string | null) => void;
}) {
  const { filter, field, onFilter, middle, onLeave } = tab;
  // Thousands of rows are drawn in a pass that gives way to the reader.
  const rows = useDeferredValue(all);
  const counts = useMemo(() => countRows(rows, labels), [rows, labels]);
  const inUse = useMemo(
    () => (held ? booksInUse(held.review, labels.codebooks) : []),
    [held, labels],
  );
  const loading = held === undefined;
  const late = useLate(loading);
  const untagged = every.length - rows.length;
  const kinds =
    untagged || filter.which !== 'all'
      ? { all: every.length, tagged: rows.length, untagged }
      : null;
  return (
    <>
      {every.length ? (
        <FilterBar
          filter={filter}
          counts={rows.length ? counts : null}
          kinds={kinds}
          field={field}
          label="Search statements"
          onChange={onFilter}
          onLeave={onLeave}
        />
      ) : null}
      <OthersTags tags={others} coders={coders} shown={withOthers} onShow={onWithOthers} />
      {untagged && !rows.length ? (
        <p className={styles.notice}>
          No tags yet. Choose a statement: Bearing goes to it, and the keys of tagging mode tag it.
        </p>
      ) : null}
      {rows.length && page === 'silent' ? (
        <p className={styles.notice}>
          This page does not answer, so the statements are in the order in which they stood when
          tagged. Reload it to go to them.
        </p>
      ) : null}
      <div className={styles.middle} ref={middle}>
        {late ? <Skeleton lines={7} label="Loading the statements" /> : null}
        {!loading && !every.length ? <NothingListed report={report} tagging={tagging} /> : null}
        {every.length && !shown.length ? (
          <PageState
            title="Nothing matches"
            action={<Button onClick={() => onFilter(NO_FILTER)}>Clear the filter</Button>}
          >
            {`None of the ${every.length} statements of this page passes the filter.`}
          </PageState>
        ) : null}
        {shown.length ? (
          <StatementList
            rows={shown}
            labels={labels}
            inUse={inUse}
            chosen={chosen}
            coders={withOthers ? coders : null}
            isOwn={isOwn}
            actions={actions}
            onTag={actions.tag}
            active={active}
            onActive={onActive}
          />
        ) : null}
      </div>
    </>
  );
}
