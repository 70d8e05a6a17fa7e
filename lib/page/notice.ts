/**
 * What is the open page? The whole answer: article, citation list or neither, with the paper's identity and
 * metadata, each field with its source.
 *
 * Cheap first: metadata and address (told.ts) decide most pages. The visible page is read
 * only when they are silent or incomplete, and then only around its title.
 */

import type { PageReport, PaperFacts } from '../model';
import { recogniseList } from '../sites';
import { Ledger } from './claims';
import type { Reading } from './content/tracker';
import { withoutStale } from './content/without-stale';
import { shownAbstract } from './fields/shown/abstract';
import { shownAuthors } from './fields/shown/authors';
import { isOwnDoi, SHOWN_DOI } from './fields/shown/doi';
import { SHOWN_KIND } from './fields/shown/kind';
import { visibleNotices } from './fields/shown/notices';
import { SHOWN_PMID } from './fields/shown/pmid';
import { shownTitle } from './fields/shown/title';
import { SHOWN_PLACE, SHOWN_VENUE } from './fields/shown/venue';
import { shownYear } from './fields/shown/year';
import { NOTHING_HINTS } from './fields/stated/kind';
import type { FieldClaim } from './fields/stated/rule';
import { none } from './no-paper';
import { type ShownField, settleShown } from './settle';
import { articleReport, isYearOfIssue, listReport, noticeTold, type Open } from './told';
import { headZone, type Line, makeMarks } from './view/lines';
import { readRecord, type WorkRecord } from './view/record';
import { ShownView } from './view/shown-view';
import { weightOf } from './weights';

/** What the page shows of the fields that machines are not told, all of them where they are told nothing. */
function readShown({ report, view: page }: Looked, ledger: Ledger) {
  const known = report.paper;
  const { paperUrl, doc } = page;
  // Labels are looked through only where machines are told less: it takes as long as the rest of a reading.
  const record = isToldWhole(known) ? null : readRecord(doc);
  const title = shownTitle(doc, ledger, record);
  const view = new ShownView(doc, title, paperUrl, known?.doi, page.url, record);
  const claims: FieldClaim[] = view.heading
    ? [{ field: 'title', source: 'visible', value: view.title }]
    : [];
  const settle = <Value extends string | string[]>(field: ShownField<ShownView, Value>) => {
    const found = settleShown(field, view, ledger);
    const source = found?.claims[0]?.source;
    if (found && source)
      claims.push({ field: field.name as FieldClaim['field'], source, value: found.value });
    return found;
  };
  const doi = known?.doi ? null : settleShown(SHOWN_DOI, view, ledger);
  if (!known?.pmid) settle(SHOWN_PMID);
  const shownJournal = () =>
    claims.find(({ field }) => field === 'containerTitle')?.value as string | undefined;
  const whole = record?.title !== undefined || record?.kind === 'thesis';
  for (const field of ['type', 'publisher'] as const) {
    const value = record?.[field === 'type' ? 'kind' : field];
    if (value && whole) claims.push({ field, source: 'visible', value });
  }
  const yearsDiffer = report.conflicts.some((one) => one.field === 'year');
  if (!known?.containerTitle || yearsDiffer || !isYearOfIssue(known, page)) {
    // What machines are told of the journal goes before what is shown.
    const asksJournal = !known?.containerTitle && !isAlone(record);
    for (const field of [...SHOWN_PLACE, ...(asksJournal ? [SHOWN_VENUE] : [])]) settle(field);
    settle(shownYear(known?.doi ?? doi?.value));
  }
  if (!known || known.authors.length < 2) {
    const journal = known?.containerTitle ?? shownJournal();
    settle(shownAuthors(!known?.authors.length, journal));
  }
  return { view, doi, claims };
}

/** Whether nothing is left that a record in labels and values could add: of a paper in a journal, as most are. */
const isToldWhole = (known: PaperFacts | null): boolean =>
  known?.title !== undefined &&
  known.authors.length > 0 &&
  known.year !== undefined &&
  known.containerTitle !== undefined;

/** Whether a record's work has appeared by itself: what else looks like a journal there is the library's name. */
const isAlone = (record: WorkRecord | null): boolean =>
  record?.kind === 'thesis' || (record?.kind === 'report' && !record.container);

/** Whether tags name title, authors and a kind of paper: too little alone for `statedKind`, which has no look at the page. */
function isKindTold(claims: readonly FieldClaim[]): boolean {
  const told = (name: string) => claims.find(({ field }) => field === name)?.value;
  const type = told('type');
  // Any site may call its pages articles, and its books books.
  const named = type !== undefined && type !== 'book' && type !== 'article-journal';
  return named && Boolean(told('title') && told('authors'));
}

/** What was known when the visible page was looked at. */
type Looked = Open & { report: PageReport };

/**
 * Notices what a page is. Reads only; may be called again on the same document after it changed.
 * @param doc the page
 * @param url its address, as the reader sees it
 * @param ledger where claims are noted, for who wants to know why
 */
export function notice(doc: Document, url: string, ledger = new Ledger()): PageReport {
  const { report, more, open } = noticeTold(doc, url, ledger);
  if (open && open.list !== 'no') {
    const list = recogniseList(doc, url);
    if (list) return listReport(doc, list, url);
    if (open.list === 'or nothing') return none(url, NOTHING_HINTS);
  }
  if (more && open) return look({ ...open, report }, ledger);
  if (report.paper && open) {
    const heading = doc.querySelector('h1');
    // However long the byline, the notice below it is within reach.
    addNotices(report.paper, headZone(doc, heading, LINES_FOR_NOTICES, makeMarks(heading)));
  }
  return report;
}

/** Editorial notices are right beside the title: pieces of text that are read for them. */
const LINES_FOR_NOTICES = 60;

/** As `notice`, of what a reading wants of the page: without what earlier contents left in it. */
export function noticeHere(doc: Document, reading: Reading): PageReport {
  return notice(withoutStale(doc, reading), reading.of.url);
}

function addNotices(paper: PaperFacts, zone: readonly Line[]): void {
  const notices = visibleNotices(zone, paper.title);
  if (notices.length === 0) return;
  paper.notices = notices;
  paper.sources.notices = 'visible';
}

/** Completes what machines are told with what the page shows. */
function look(looked: Looked, ledger: Ledger): PageReport {
  const { article, report: told } = looked;
  const { url } = looked.view;
  const { view, doi, claims } = readShown(looked, ledger);
  const has = (name: string) =>
    claims.some(({ field, source }) => field === name && source === 'visible');
  let { reasons } = told;
  if (!article) {
    if (!view.heading) return none(url, 'the page has no title of its own');
    const shown = {
      ...{ view, ownDoi: doi !== null && isOwnDoi(doi) },
      ...{
        kindTold: isKindTold(looked.claims),
        volume: has('volume'),
        journal: has('containerTitle'),
        authors: has('authors'),
      },
    };
    const kind = settleShown(SHOWN_KIND, shown, ledger);
    reasons = kind?.claims.flatMap(({ weight }) => weightOf(weight)?.because ?? []) ?? [
      'too little shows that the page is one paper',
    ];
    if (kind?.value !== 'article') return none(url, ...reasons);
    const abstract = shownAbstract(view);
    if (abstract) claims.push({ field: 'abstract', source: 'visible', value: abstract });
  }
  // Told by machines and without a DOI there: what is merely linked most may be another's.
  if (doi && (!article || isOwnDoi(doi)))
    claims.push({ field: 'doi', source: 'visible', value: doi.value });
  const type = article ? told.paper?.type : undefined;
  const usable =
    type && type !== 'article-journal'
      ? claims.filter(({ field }) => field !== 'containerTitle')
      : claims;
  const all = { ...looked, claims: [...looked.claims, ...usable] };
  const report = articleReport(all, reasons, ledger);
  if (report.paper) {
    preferYearOfIssue(report.paper, looked, claims);
    addNotices(report.paper, view.lines);
  }
  return report;
}

/**
 * A paper is in an issue so many years after it appeared online, at most; and one that was put online so many years after
 * its issue is an old one. Between these the two dates are of one time.
 */
const LONGEST_ONLINE = 5;
const OLD = 3;
/** Where programs know no date, they give the beginning of their time. */
const NO_YEAR = [1900, 1970];

/**
 * The year by which the paper is cited: where the citation line prints one with a volume, and machines are told another,
 * which is of its receipt (a second source agrees with the line) or of its first appearance online.
 */
function preferYearOfIssue(
  paper: PaperFacts,
  { report: told, view, article }: Looked,
  shown: readonly FieldClaim[],
): void {
  const shownAs = (name: string) => shown.find(({ field }) => field === name)?.value;
  const volume = shownAs('volume');
  const line = volume ? Number(shownAs('year')) : undefined;
  if (!line || !paper.year || line === paper.year) return;
  const agreeing = told.conflicts
    .find((one) => one.field === 'year')
    ?.values.find((one) => Number(one.value) === line);
  const appeared = article && told.paper && !isYearOfIssue(told.paper, view);
  const ofOneVolume = !told.paper?.volume || told.paper.volume === volume;
  const later = line - paper.year;
  const ofIssue =
    (later > 0 && later <= LONGEST_ONLINE) || later <= -OLD || NO_YEAR.includes(paper.year);
  if (!agreeing && !(appeared && ofOneVolume && ofIssue)) return;
  paper.year = line;
  paper.sources.year = agreeing?.source ?? 'visible';
}
