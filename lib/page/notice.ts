/**
 * What is the open page? The whole answer: article, citation list or neither, with the paper's identity and
 * metadata, each field with its source.
 *
 * Cheap first: metadata and address (told.ts) decide most pages. The visible page is read
 * only when they are silent or incomplete, and then only around its title.
 */

import * as dom from '../dom';
import type { PageReport, PaperFacts } from '../model';
import { recogniseList } from '../sites';
import { looksLikeName, parseName, plain, splitNames, squeeze } from '../text';
import { readCitation } from '../text/citation';
import type { Reading } from './content/tracker';
import { withoutStale } from './content/without-stale';
import { visibleAuthors } from './fields/shown/authors';
import { visibleDoi } from './fields/shown/doi';
import { visibleVerdict } from './fields/shown/kind';
import { visibleNotices } from './fields/shown/notices';
import { visibleTitle } from './fields/shown/title';
import { visibleVenue } from './fields/shown/venue';
import { articleReport, listReport, none, noticeTold, type Open } from './told';
import { headZone, type Line, makeMarks } from './view/lines';
import type { Raw } from './view/raw';

function visibleAbstract(doc: Document): string | undefined {
  const holder = doc.querySelector(
    '#abstract,section.abstract,div.abstract,[class*="abstract-content"],[class*="abstractSection"],[id^="abstract"],[class^="abstract"]',
  );
  const text = plain((dom.textContent(holder) ?? '').slice(0, 20_000), 20_000);
  return text.length > 80 ? text : undefined;
}

/** The authors in the page's own citation of itself: before the title, or after it and "by". */
function citedAuthors(citation: Element, title: string): string[] {
  const text = squeeze(dom.textContent(citation) ?? '', 2_500);
  const at = text.indexOf(title.slice(0, 12));
  const by = text.search(/(?:^|[^a-z])by /);
  const after =
    by < 0
      ? undefined
      : /^.?by (.{4,600}?)\.(?: ?\p{Lu}[\p{L} ]{1,100},|$)/u.exec(text.slice(by, by + 900))?.[1];
  if (after) return splitNames(after).filter(looksLikeName);
  return readCitation(text.slice(0, Math.max(at, 0)))
    .authors.map(
      ({ family = '', given, literal }) => literal ?? (given ? `${family}, ${given}` : family),
    )
    .filter(looksLikeName);
}

/**
 * The names in the web's plain `author` tag. One alone is as often the site's; several are the paper's where the
 * page's text knows half of them or more.
 */
function taggedAuthors(doc: Document): string[] {
  const tags = [...doc.querySelectorAll('meta[name="author" i]')].slice(0, 200);
  const names = tags.flatMap((tag) => splitNames(dom.getAttribute(tag, 'content') ?? ''));
  if (names.length < 2 || !names.every(looksLikeName)) return [];
  const text = squeeze(dom.textContent(doc.body) ?? '', 2_000_000);
  const shown = names.filter((name) => text.includes(parseName(name)?.family ?? name));
  return shown.length >= names.length / 2 ? names : [];
}

/** What the visible page says of the fields that `known` lacks (all of them when nothing is known). */
function readVisible(
  doc: Document,
  known: PaperFacts | null,
  hint: string | undefined,
  yearsDiffer: boolean,
) {
  const title = visibleTitle(doc);
  const marks = makeMarks(title?.element ?? null);
  const zone = headZone(doc, title?.element ?? null, undefined, marks);
  const name = title?.text ?? '';
  const doi = known?.doi ? null : visibleDoi(doc, zone, marks, name, hint);
  const venue =
    known?.containerTitle && known.year && !yearsDiffer
      ? {}
      : visibleVenue(doc, name, zone, marks, doi?.selfCitation);
  const { shortTitle = '', ...raw }: Raw & { shortTitle?: string } = venue;
  const authors =
    known && known.authors.length > 1
      ? []
      : visibleAuthors(zone, marks, [venue.containerTitle ?? '', shortTitle]);
  if (authors.length === 0 && doi?.selfCitation && !known?.authors.length) {
    authors.push(...citedAuthors(doi.selfCitation, name));
  }
  if (title) raw.title = title.text;
  if (authors.length > 0) raw.authors = authors;
  return { title, zone, venue: venue as Raw, authors, doi, raw };
}

/**
 * Notices what a page is. Reads only; may be called again on the same document after it changed.
 * @param doc the page
 * @param url its address, as the reader sees it
 */
export function notice(doc: Document, url: string): PageReport {
  const { report, more, open } = noticeTold(doc, url);
  if (open && open.list !== 'no') {
    const list = recogniseList(doc, url);
    if (list) return listReport(list, url);
    if (open.list === 'or nothing') return none(url, 'nothing on the page hints at a paper');
  }
  if (more && open) return look(doc, url, report, open);
  if (report.paper && open) addNotices(report.paper, headZone(doc, doc.querySelector('h1'), 60));
  return report;
}

/** As `notice`, of what a reading wants of the page: without what earlier contents left in it. */
export function noticeHere(doc: Document, reading: Reading): PageReport {
  return notice(withoutStale(doc, reading), reading.of.url);
}

function addNotices(paper: PaperFacts, zone: readonly Line[]): void {
  const notices = visibleNotices(zone);
  if (notices.length === 0) return;
  paper.notices = notices;
  paper.sources.notices = 'visible';
}

/** Completes what machines were told with what the page shows. */
function look(doc: Document, url: string, told: PageReport, open: Open): PageReport {
  const known = told.paper;
  const years = told.conflicts.find((one) => one.field === 'year');
  const seen = readVisible(doc, known, open.hint, years !== undefined);
  let { reasons } = told;
  if (!open.article) {
    if (!seen.title) return none(url, 'the page has no title of its own');
    const verdict = visibleVerdict(doc, {
      ...seen,
      authors: seen.authors.length,
      paperUrl: open.paperUrl,
    });
    if (verdict.kind === 'none') return none(url, ...verdict.reasons);
    reasons = verdict.reasons;
  }
  const shown = { ...seen.raw };
  // Told by machines and without a DOI there: what merely stands out among the links may be another's.
  if (seen.doi && (!open.article || seen.doi.strong)) shown.doi = seen.doi.doi;
  if (open.article && known?.type && known.type !== 'article-journal') delete shown.containerTitle;
  if (!open.article) shown.abstract = visibleAbstract(doc);
  const tagged = known?.authors.length || shown.authors ? [] : taggedAuthors(doc);
  const report = articleReport(
    doc,
    url,
    {
      ...open,
      said: [
        ...open.said,
        { source: 'visible', raw: shown },
        ...(tagged.length > 0 ? [{ source: 'og' as const, raw: { authors: tagged } }] : []),
      ],
    },
    reasons,
  );
  const { paper } = report;
  if (!paper) return report;
  // Tags that carry the year of receipt: where another source and the citation line agree, they are right.
  const line = seen.venue.volume ? Number(seen.venue.year) : undefined;
  const agreeing = years?.values.find((one) => Number(one.value) === line);
  if (line && agreeing && line !== paper.year) {
    paper.year = line;
    paper.sources.year = agreeing.source;
  }
  addNotices(paper, seen.zone);
  return report;
}
