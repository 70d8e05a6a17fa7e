/** One page's paper in the panel: its head, the statements and the references, the rule at the foot. */
import { Tabs } from '@base-ui/react/tabs';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useHistoryDialog } from '@/components/history/use-history-dialog';
import { LeftOutNote } from '@/components/left-out/LeftOutNote';
import { NewerNote } from '@/components/left-out/NewerNote';
import { titleOf } from '@/components/paper/cite';
import { PlaceMenu } from '@/components/paper/PlaceMenu';
import { usePlace } from '@/components/paper/use-place';
import { Button } from '@/components/ui/Button';
import { Skeleton } from '@/components/ui/Skeleton';
import { useAct } from '@/components/ui/use-act';
import { useLate } from '@/components/ui/use-late';
import type { Page } from '@/lib/browser';
import { booksInUse, influenceKey } from '@/lib/codebook/influences';
import { ask } from '@/lib/messaging';
import type { Corrections, LibraryReference, Paper } from '@/lib/model';
import { knownFacts, quotedReport, wouldJoin } from '@/lib/store';
import styles from '../App.module.css';
import { Dock } from '../Dock';
import { RuleFoot } from '../foot/RuleFoot';
import { UndoLine } from '../foot/UndoLine';
import type { Outline, PanelLink } from '../link';
import { FilterBar } from '../list/FilterBar';
import { NothingListed } from '../list/NothingListed';
import {
  countRows,
  type Filter,
  filterRows,
  isTagged,
  NO_FILTER,
  sentenceRowId,
  type UntaggedRow,
} from '../list/rows';
import { StatementList } from '../list/StatementList';
import { useRows } from '../list/use-rows';
import { OthersTags } from '../tag/OthersTags';
import { useDeeds } from '../use-deeds';
import { usePanelKeys } from '../use-panel-keys';
import { listWorks } from './list-works';
import { PageState } from './PageState';
import { PanelHead } from './PanelHead';
import { References } from './References';
import { useKnown } from './use-reference-facts';

export function PaperView({
  page,
  link,
  linking,
  outline,
  shortcut,
}: {
  page: Extract<Page, { state: 'read' }>;
  link: PanelLink | null;
  linking: boolean;
  outline: Outline | null;
  shortcut: string;
}) {
  const report = outline?.report ?? page.report;
  const [withOthers, setWithOthers] = useState(false);
  const found = useRows(report, outline, withOthers);
  const { held, rows: all, listed, labels, coders, isOwn, others } = found;
  // Thousands of rows are drawn in a pass that gives way to the reader.
  const rows = useDeferredValue(all);
  const every = useDeferredValue(listed);
  const [tab, setTab] = useState<'statements' | 'references'>('statements');
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [active, setActive] = useState<string | null>(null);
  const [ruleOpen, setRuleOpen] = useState(false);
  const { deeds, done, problem, dismiss } = useDeeds(report, page.privateWindow);
  const { problem: refused, act, clear } = useAct();
  const { show: showHistory, dialog: history } = useHistoryDialog({
    ...{ place: 'beside-page', privateWindow: page.privateWindow, ownOnly: !withOthers },
  });
  const { state, setPlace } = usePlace(report, held?.review.id, page.privateWindow);
  const field = useRef<HTMLInputElement>(null);
  const middle = useRef<HTMLDivElement>(null);

  // Typing stays quick however long the list is: it follows a moment later.
  const deferred = useDeferredValue(filter);
  const inUse = useMemo(
    () => (held ? booksInUse(held.review, labels.codebooks) : []),
    [held, labels],
  );
  const shown = useMemo(() => filterRows(every, deferred, labels), [every, deferred, labels]);
  const counts = useMemo(() => countRows(rows, labels), [rows, labels]);
  // What a page quotes of other papers is not said by its own.
  const own = useMemo(() => rows.filter((row) => !row.saidBy), [rows]);
  const ownCounts = useMemo(() => countRows(own, labels), [own, labels]);
  const references = outline?.references ?? null;
  const known = useKnown(references, held?.review.id);
  const loading = held === undefined;
  const late = useLate(loading);

  const latest = useRef({ link });
  latest.current = { link };
  // A click while the page reloads is for the page that comes.
  const wish = useRef<string | null>(null);
  useEffect(() => {
    if (!link || wish.current === null) return;
    link.ask({ show: wish.current });
    wish.current = null;
  }, [link]);
  const actions = useMemo(
    () => ({
      go: ({ id }: { id: string }) => {
        const line = latest.current.link;
        if (line?.alive) line.ask({ show: id });
        else wish.current = id;
      },
      tag: ({ sentence: { index, text } }: UntaggedRow) =>
        latest.current.link?.ask({ sentence: { index, text } }),
      retag: ({ id }: { id: string }) => latest.current.link?.ask({ choose: id }),
      change: deeds.change,
      history: (row: (typeof rows)[number], from: HTMLElement | null) =>
        showHistory({ tags: row.tags.map(({ id }) => id) }, row.statement.quote, from),
      remove: (_: unknown, tags: Parameters<typeof deeds.remove>[0]) => deeds.remove(tags),
      keep: (row: (typeof rows)[number]) => {
        const line = latest.current.link;
        if (line) deeds.keep(row.id, row.place?.text ?? '', () => line.describe(row.id));
      },
      joinedBy: (paper: Paper, fields: Corrections) =>
        wouldJoin(quotedReport(paper, report.url), fields),
      correct: (paper: Paper, fields: Corrections) =>
        deeds.correct(quotedReport(paper, report.url), fields),
    }),
    [deeds, report.url, showHistory],
  );

  const reviewId = held?.review.id;
  const list = useCallback(
    (works: readonly LibraryReference[]) => deeds.carryOut(() => listWorks(reviewId, works)),
    [deeds, reviewId],
  );
  const toList = () =>
    middle.current
      ?.querySelector<HTMLElement>('[data-row][tabindex="0"], [data-scroller]')
      ?.focus();
  usePanelKeys({
    onFilter: () => field.current?.focus(),
    onUndo: () => {
      if (!done?.ofOthers || !done.eventId) return deeds.takeBackLast();
      // Once: the next press is for what is before it.
      dismiss();
      deeds.takeBack(done.eventId);
    },
    onPlace: () => {
      const menu = document.getElementById(PLACE_MENU);
      menu?.focus();
      menu?.click();
    },
  });
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(dismiss, SAID_MS);
    return () => clearTimeout(timer);
  }, [done, dismiss]);

  const tagging = outline?.tagging ?? false;
  const startTagging = () =>
    void act(async () => {
      if (link) link.ask({ tagging: !tagging });
      else await ask('tagging/start', { tabId: page.tabId });
    });
  const change = (next: Partial<Filter>) => setFilter((was) => ({ ...was, ...next }));

  const activeRow = every.find((row) => row.id === active) ?? shown[0];
  const firstTag = activeRow && isTagged(activeRow) ? activeRow.tags[0] : undefined;
  const ruleKey = filter.influence || (firstTag ? influenceKey(firstTag) : '');
  const paper = knownFacts(held?.paper, report);
  const nothing = !loading && listed.length === 0;
  const untagged = every.length - rows.length;
  const kinds =
    untagged || filter.which !== 'all'
      ? { all: every.length, tagged: rows.length, untagged }
      : null;
  const { chosen = null, chosenSentence = null } = outline ?? {};

  return (
    <>
      <PanelHead
        paper={paper}
        url={report.url}
        reviewName={held?.review.name}
        counts={ownCounts.stances}
        tagging={tagging}
        shortcut={shortcut}
        place={
          <PlaceMenu
            id={PLACE_MENU}
            listed={state?.listed}
            reviewId={held?.review.id}
            onChange={(place) => deeds.carryOut(() => setPlace(place))}
          />
        }
        onHistory={
          held?.paper
            ? (from) =>
                showHistory({ paper: held.paper?.id ?? '' }, titleOf(paper, report.url), from)
            : null
        }
        onTagging={startTagging}
      />
      {tagging && outline?.toolbarHere ? (
        <Dock tabId={page.tabId} sentence={outline.toolbarHere} />
      ) : null}
      <NewerNote place="beside-page" />
      <LeftOutNote records={held?.leftOut ?? []} place="beside-page" />
      <Tabs.Root
        className={`${styles.panelBody} ${styles.tabbed}`}
        value={tab}
        onValueChange={(value) => setTab(value as typeof tab)}
      >
        <Tabs.List className={styles.tabs} aria-label="Parts of this paper">
          <Tabs.Tab value="statements" className={styles.tab}>
            Statements <span className={styles.number}>{loading ? '' : listed.length}</span>
          </Tabs.Tab>
          <Tabs.Tab value="references" className={styles.tab}>
            References <span className={styles.number}>{references?.length ?? ''}</span>
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={tab} className={styles.panelBody} tabIndex={-1}>
          {tab === 'references' ? (
            references?.length ? (
              <>
                <FilterBar
                  filter={filter}
                  counts={null}
                  kinds={null}
                  field={field}
                  label="Search references"
                  onChange={change}
                  onLeave={toList}
                />
                <div className={styles.middle} ref={middle}>
                  <References
                    {...{ references, known }}
                    reviewId={held?.review.id}
                    paperId={held?.paper?.id}
                    text={deferred.text}
                    onList={list}
                  />
                </div>
              </>
            ) : references ? (
              <PageState title="No reference list here">
                Bearing found no list of references on this page. The full text of the paper may
                have one.
              </PageState>
            ) : link || linking ? (
              <Skeleton lines={6} label="Reading the references" />
            ) : (
              <PageState title="Not read yet">
                References are read when this page is tagged. Start tagging, and they are listed
                here.
              </PageState>
            )
          ) : (
            <>
              {every.length ? (
                <FilterBar
                  filter={filter}
                  counts={rows.length ? counts : null}
                  kinds={kinds}
                  field={field}
                  label="Search statements"
                  onChange={change}
                  onLeave={toList}
                />
              ) : null}
              <OthersTags tags={others} coders={coders} shown={withOthers} onShow={setWithOthers} />
              {untagged && !rows.length && !tagging ? (
                <p className={styles.notice}>
                  No tags yet. Choose a statement: Bearing goes to it, and the keys tag it.
                </p>
              ) : null}
              {rows.length && !link && !linking ? (
                <p className={styles.notice}>
                  This page does not answer, so the statements are in the order in which they stood
                  when tagged. Reload it to go to them.
                </p>
              ) : null}
              <div className={styles.middle} ref={middle}>
                {late ? <Skeleton lines={7} label="Loading the statements" /> : null}
                {nothing ? <NothingListed report={report} tagging={tagging} /> : null}
                {every.length && !shown.length ? (
                  <PageState
                    title="Nothing matches"
                    action={<Button onClick={() => setFilter(NO_FILTER)}>Clear the filter</Button>}
                  >
                    {`None of the ${every.length} statements of this page passes the filter.`}
                  </PageState>
                ) : null}
                {shown.length ? (
                  <StatementList
                    rows={shown}
                    labels={labels}
                    inUse={inUse}
                    chosen={
                      chosen ?? (chosenSentence === null ? null : sentenceRowId(chosenSentence))
                    }
                    coders={withOthers ? coders : null}
                    isOwn={isOwn}
                    actions={actions}
                    onTag={actions.tag}
                    active={active}
                    onActive={setActive}
                  />
                ) : null}
              </div>
            </>
          )}
        </Tabs.Panel>
        <UndoLine
          done={done}
          problem={problem ?? refused}
          onUndo={deeds.takeBack}
          onDismiss={() => {
            dismiss();
            clear();
          }}
        />
      </Tabs.Root>
      {tab === 'statements' ? (
        <RuleFoot found={labels.find(ruleKey)} open={ruleOpen} onOpen={setRuleOpen} />
      ) : null}
      {history}
    </>
  );
}

const PLACE_MENU = 'place-menu';

/** How long the line "Deleted 1 tag · Undo" stands; `u` still takes it back afterwards. */
const SAID_MS = 8_000;
