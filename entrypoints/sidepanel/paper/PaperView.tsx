/** One page's paper in the panel: its head, its statements, influences and references, the rule at the foot. */
import { Tabs } from '@base-ui/react/tabs';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useHistoryDialog } from '@/components/history/use-history-dialog';
import { LeftOutNote } from '@/components/left-out/LeftOutNote';
import { NewerNote } from '@/components/left-out/NewerNote';
import { AllListed } from '@/components/paper/AllListed';
import { titleOf } from '@/components/paper/cite';
import { listWorks } from '@/components/paper/list-works';
import { PlaceMenu } from '@/components/paper/PlaceMenu';
import { usePlace } from '@/components/paper/use-place';
import { useAct } from '@/components/ui/use-act';
import { useFocusBack } from '@/components/ui/use-focus-back';
import type { Page } from '@/lib/browser';
import { influenceKey } from '@/lib/codebook/influences';
import { ask } from '@/lib/messaging';
import type { LibraryReference, Tag } from '@/lib/model';
import { knownFacts } from '@/lib/store';
import styles from '../App.module.css';
import { Dock } from '../Dock';
import { RuleFoot } from '../foot/RuleFoot';
import { UndoLine } from '../foot/UndoLine';
import { InfluencesTab } from '../influence/InfluencesTab';
import { beginReview, noteNotReported } from '../influence/note-not-reported';
import type { Outline, PanelLink } from '../link';
import { countRows, type Filter, filterRows, isTagged, NO_FILTER } from '../list/rows';
import { StatementsTab } from '../list/StatementsTab';
import { sentenceRowId } from '../list/untagged-rows';
import { useRows } from '../list/use-rows';
import { type Done, useDeeds } from '../use-deeds';
import { usePanelKeys } from '../use-panel-keys';
import { useRowActions } from '../use-row-actions';
import { CorrectHere } from './CorrectHere';
import { goToReview, InOtherReviews } from './InOtherReviews';
import { PanelHead } from './PanelHead';
import { ReferencesTab } from './ReferencesTab';
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
  const { privateWindow } = page;
  const [withOthers, setWithOthers] = useState(false);
  const found = useRows(report, outline, withOthers);
  const { held, rows, listed, labels, coders, isOwn } = found;
  // Thousands of rows are drawn in a pass that gives way to the reader.
  const every = useDeferredValue(listed);
  const [tab, setTab] = useState<PanelTab>('statements');
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [active, setActive] = useState<string | null>(null);
  const [influence, setInfluence] = useState('');
  const [ruleOpen, setRuleOpen] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const correctButton = useFocusBack<HTMLButtonElement>(correcting);
  const { deeds, done, problem, dismiss } = useDeeds(report, privateWindow);
  const { problem: refused, act, clear } = useAct();
  const { show: showHistory, dialog: history } = useHistoryDialog({
    ...{ place: 'beside-page', privateWindow, ownOnly: !withOthers },
  });
  const reviewId = held?.review.id;
  const { state, loading, setPlace, add } = usePlace(report, reviewId, privateWindow);
  const field = useRef<HTMLInputElement>(null);
  const middle = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  /** What had the focus is gone: the first row takes it, once it is drawn. */
  const wantsRow = useRef(false);

  // Typing stays quick however long the list is: it follows a moment later.
  const deferred = useDeferredValue(filter);
  const shown = useMemo(() => filterRows(every, deferred, labels), [every, deferred, labels]);
  // What a page quotes of other papers is not said by its own.
  const own = useMemo(() => rows.filter((row) => !row.saidBy), [rows]);
  const ownCounts = useMemo(() => countRows(own, labels), [own, labels]);
  const references = outline?.references ?? null;
  const known = useKnown(references, reviewId);

  const paper = knownFacts(held?.paper, report);
  const paperId = held?.paper?.id;
  const onHistory = useCallback(
    (tags: readonly Tag[], quote: string, from: HTMLElement | null) =>
      showHistory({ tags: tags.map(({ id }) => id) }, quote, from),
    [showHistory],
  );
  const actions = useRowActions({ link, deeds, report, paper: held?.paper, onHistory });
  const list = useCallback(
    (works: readonly LibraryReference[]) => void deeds.carryOut(() => listWorks(reviewId, works)),
    [deeds, reviewId],
  );
  const isLoading = loading || held === undefined;
  const isDone = state?.listed?.progress === 'read';
  /** A page that is not a paper cannot be corrected or done, unless the reader made it one. */
  const isPaper = report.kind === 'article' || paperId !== undefined;
  const finish = () => {
    // Before the store has answered, "not done yet" would be a guess.
    if (isPaper && !isLoading)
      void deeds.carryOut(() => setPlace({ progress: isDone ? 'reading' : 'read' }));
  };
  usePanelKeys({
    onFilter: () => field.current?.focus(),
    onDone: finish,
    onUndo: deeds.takeBackLast,
    onPlace: () => {
      const menu = document.getElementById(PLACE_MENU);
      menu?.focus();
      // The button of a paper that is on no list adds it: that is the reader's to press.
      if (state?.listed) menu?.click();
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
  const inTab = {
    ...{ filter, field, middle, onFilter: change },
    onLeave: () => focusRow(middle.current),
  };
  useEffect(() => {
    if (document.activeElement !== document.body) wantsRow.current = false;
    // Before that the rows are those of the filter before, and go.
    if (wantsRow.current && deferred === filter && focusRow(middle.current))
      wantsRow.current = false;
  });
  /** For a button that goes with its work: else the keyboard would be nowhere. */
  const fromBody = (work: () => Promise<Done>) => {
    body.current?.focus();
    void deeds.carryOut(work);
  };

  const activeRow = every.find((row) => row.id === active) ?? shown[0];
  const firstTag = activeRow && isTagged(activeRow) ? activeRow.tags[0] : undefined;
  const ruleKeys: Readonly<Record<PanelTab, string>> = {
    statements: filter.influence || (firstTag ? influenceKey(firstTag) : ''),
    influences: influence,
    references: '',
  };
  const { chosen = null, chosenSentence = null } = outline ?? {};

  return (
    <>
      {correcting ? (
        <CorrectHere
          {...{ paper, report }}
          onCorrect={(fields) => deeds.correct(report, fields)}
          onClose={() => setCorrecting(false)}
        />
      ) : (
        <PanelHead
          {...{ paper, paperId, isPaper, tagging, shortcut, isDone, correctButton }}
          url={report.url}
          reviewName={held?.review.name}
          counts={ownCounts.stances}
          place={
            <PlaceMenu
              id={PLACE_MENU}
              listed={state?.listed}
              loading={isLoading}
              onAdd={() => void deeds.carryOut(add)}
              reviewId={reviewId}
              onChange={(place) => void deeds.carryOut(() => setPlace(place))}
            />
          }
          correctWords={
            report.conflicts.some(({ field: one }) => paper.sources[one] !== 'reader')
              ? 'Sources disagree'
              : 'Not this paper?'
          }
          onCorrect={() => setCorrecting(true)}
          onHistory={(from) =>
            paperId && showHistory({ paper: paperId }, titleOf(paper, report.url), from)
          }
          onDone={finish}
          onTagging={startTagging}
        />
      )}
      {tagging && outline?.toolbarHere ? (
        <Dock tabId={page.tabId} sentence={outline.toolbarHere} />
      ) : null}
      <NewerNote place="beside-page" />
      <LeftOutNote records={held?.leftOut ?? []} place="beside-page" />
      <InOtherReviews
        elsewhere={held?.elsewhere ?? []}
        onSwitch={(review) => fromBody(() => goToReview(review))}
      />
      {report.kind === 'citation-list' ? (
        <div className={styles.listed}>
          <AllListed {...{ tabId: page.tabId, reviewId, shows: report.url }} onAdd={fromBody} />
        </div>
      ) : null}
      <Tabs.Root
        className={`${styles.panelBody} ${styles.tabbed}`}
        value={tab}
        onValueChange={(value) => setTab(value as PanelTab)}
      >
        <Tabs.List className={styles.tabs} aria-label="Parts of this paper">
          <Tabs.Tab value="statements" className={styles.tab}>
            Statements <span className={styles.number}>{held ? listed.length : ''}</span>
          </Tabs.Tab>
          <Tabs.Tab value="influences" className={styles.tab}>
            Influences
          </Tabs.Tab>
          <Tabs.Tab value="references" className={styles.tab}>
            References <span className={styles.number}>{references?.length ?? ''}</span>
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel ref={body} value={tab} className={styles.panelBody} tabIndex={-1}>
          {tab === 'references' ? (
            <ReferencesTab
              {...{ ...inTab, references, known, reviewId, paperId }}
              text={deferred.text}
              isRead={link !== null || linking}
              onList={list}
            />
          ) : tab === 'influences' ? (
            <InfluencesTab
              {...{ ...inTab, held, coders }}
              isShown={withOthers ? everybody : isOwn}
              text={deferred.text}
              onNotReported={async (row, isOn) =>
                reviewId !== undefined &&
                deeds.carryOut(() => noteNotReported(row, isOn, report, reviewId, state))
              }
              onShow={({ key }) => {
                setFilter({ ...NO_FILTER, influence: key });
                setTab('statements');
                wantsRow.current = true;
              }}
              onActive={setInfluence}
              onBegin={() => fromBody(beginReview)}
            />
          ) : (
            <StatementsTab
              {...{ ...inTab, found, every, shown, report, tagging, withOthers, actions, active }}
              page={link ? 'linked' : linking ? 'linking' : 'silent'}
              chosen={chosen ?? (chosenSentence === null ? null : sentenceRowId(chosenSentence))}
              onWithOthers={setWithOthers}
              onActive={setActive}
            />
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
      <RuleFoot found={labels.find(ruleKeys[tab])} open={ruleOpen} onOpen={setRuleOpen} />
      {history}
    </>
  );
}

type PanelTab = 'statements' | 'influences' | 'references';

const everybody = () => true;

/** Focuses the row that Tab reaches. Was there one? */
function focusRow(list: HTMLElement | null): boolean {
  const row = list?.querySelector<HTMLElement>('[data-row][tabindex="0"]');
  row?.focus();
  return !!row;
}

const PLACE_MENU = 'place-menu';

/** How long the line "Deleted 1 tag · Undo" stands; `u` still takes it back afterwards. */
const SAID_MS = 8_000;
