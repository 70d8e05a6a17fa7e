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
import { shownTitle } from './fields/shown/title';
import { SHOWN_PLACE, SHOWN_VENUE } from './fields/shown/venue';
import { SHOWN_YEAR } from './fields/shown/year';
import { settleShown } from './settle';
import { articleReport, listReport, none, noticeTold, type Open } from './told';
import { headZone, type Line } from './view/lines';
import type { Raw, Said } from './view/raw';
import { ShownView } from './view/shown-view';
import { WEIGHTS } from './weights';

/** What the visible page says of the fields that `known` lacks (all of them when nothing is known). */
function readShown(doc: Document, told: PageReport, open: Open, ledger: Ledger) {
  const known = told.paper;
  const view = new ShownView(doc, shownTitle(doc, ledger), {
    hint: open.hint,
    paperUrl: open.paperUrl,
  });
  const raw: Raw = {};
  if (view.heading) raw.title = view.title;
  const doi = known?.doi ? null : settleShown(SHOWN_DOI, view, ledger);
  const yearsDiffer = told.conflicts.some((one) => one.field === 'year');
  if (!known?.containerTitle || !known.year || yearsDiffer) {
    for (const field of [...SHOWN_PLACE, SHOWN_VENUE, SHOWN_YEAR]) {
      const found = settleShown(field, view, ledger);
      if (found) raw[field.name as 'volume'] = found.value;
    }
  }
  const authors: Said[] = [];
  if (!known || known.authors.length < 2) {
    const lastResorts = !known?.authors.length;
    const found = settleShown(shownAuthors(lastResorts, raw.containerTitle), view, ledger);
    const source = found?.claims[0]?.source;
    if (found && source) authors.push({ source, raw: { authors: found.value } });
  }
  return { view, raw, doi, authors };
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
  const ledger = new Ledger();
  const known = told.paper;
  const { view, raw, doi, authors } = readShown(doc, told, open, ledger);
  let { reasons } = told;
  if (!open.article) {
    if (!view.heading) return none(url, 'the page has no title of its own');
    const verdict = settleShown(
      SHOWN_KIND,
      {
        view,
        doi: doi && { own: isOwnDoi(doi) },
        volume: raw.volume !== undefined,
        journal: raw.containerTitle !== undefined,
        authors: authors.some(({ source }) => source === 'visible'),
      },
      ledger,
    );
    reasons = verdict?.claims.map(({ weight }) => WEIGHTS[weight].because) ?? [
      'too little says that the page is one paper',
    ];
    if (verdict?.value !== 'article') return none(url, ...reasons);
    raw.abstract = shownAbstract(view);
  }
  // Told by machines and without a DOI there: what merely stands out among the links may be another's.
  if (doi && (!open.article || isOwnDoi(doi))) raw.doi = doi.value;
  const shown = { ...raw };
  if (open.article && known?.type && known.type !== 'article-journal') delete shown.containerTitle;
  const said = mergedSources([...open.said, { source: 'visible', raw: shown }, ...authors]);
  const report = articleReport(doc, url, { ...open, said }, reasons);
  const { paper } = report;
  if (!paper) return report;
  preferAgreeingYear(paper, told, raw);
  addNotices(paper, view.lines);
  return report;
}

/** One entry for each source. */
function mergedSources(said: readonly Said[]): Said[] {
  const sources = new Map<Said['source'], Raw>();
  for (const { source, raw } of said) sources.set(source, { ...sources.get(source), ...raw });
  return [...sources].map(([source, raw]) => ({ source, raw }));
}

/** Tags that carry the year of receipt: where another source and the citation line agree, they are right. */
function preferAgreeingYear(paper: PaperFacts, told: PageReport, { volume, year }: Raw): void {
  const line = volume ? Number(year) : undefined;
  const agreeing = told.conflicts
    .find((one) => one.field === 'year')
    ?.values.find((one) => Number(one.value) === line);
  if (!line || !agreeing || line === paper.year) return;
  paper.year = line;
  paper.sources.year = agreeing.source;
}
