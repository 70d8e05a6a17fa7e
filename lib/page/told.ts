/**
 * What the page states for machines: the cheap half of reading it. Meta tags, JSON-LD and the address decide most
 * pages, and of the rest whether the visible page is worth reading.
 */
import * as dom from '../dom';
import type { PageReport, PaperFacts } from '../model';
import { type Recognised, readPaper, saysListInWords } from '../sites';
import { Ledger } from './claims';
import { addPublished } from './fields/preprint';
import { NOTICE_WORDS } from './fields/shown/notice-words';
import { ADDRESS_RULES, COINS_RULES, JSON_LD_RULES } from './fields/stated/embedded';
import { isOfIssue } from './fields/stated/issue-year';
import { isWorthLooking, NOTHING_HINTS, statedKind } from './fields/stated/kind';
import { claimsOf, type FieldClaim, gatherStated } from './fields/stated/rule';
import { TAG_RULES } from './fields/stated/tags';
import { none } from './no-paper';
import { pdfReport } from './pdf';
import { settlePaper } from './settle-paper';
import { PageView } from './view/page-view';
import { canonicalUrl } from './view/paper-address';
import { shortText } from './view/short-text';

/** An element with more children, or a longer text in UTF-16 units, is more than a notice. */
const MOST_CHILDREN = 12;
const LONGEST_NOTICE = 1_000;

/** Whether a subtitle or an editorial notice is right beside the heading. */
function besideHeading(doc: Document): boolean {
  const heading = doc.getElementsByTagName('h1')[0];
  if (!heading) return false;
  for (const element of [
    dom.previousElementSibling(heading),
    dom.nextElementSibling(heading),
    dom.previousElementSibling(dom.parentElement(heading)),
    dom.nextElementSibling(dom.parentElement(heading)),
  ]) {
    if (!element || dom.childElementCount(element) > MOST_CHILDREN) continue;
    if (/sub-?title/i.test(dom.getAttribute(element, 'class') ?? '')) return true;
    if (NOTICE_WORDS.test(shortText(element, LONGEST_NOTICE) ?? '')) return true;
  }
  return false;
}

/** What is known before anything visible was read, and what looking would need to know. */
export interface Told {
  report: PageReport;
  /** The visible page may say more: who wants the whole answer reads it (`notice`). */
  more: boolean;
  /** Null when the answer is final. */
  open: Open | null;
}

export interface Open {
  view: PageView;
  claims: FieldClaim[];
  /** The page calls itself a list of papers: whether it is one is seen by its rows, before anything else. */
  list: 'no' | 'maybe' | 'or nothing';
  /** Machines are told that this is a paper; else the visible page decides. */
  article: boolean;
}

const final = (report: PageReport): Told => ({ report, more: false, open: null });

/** A list page's report; a report about one paper carries that paper. */
export function listReport(doc: Document, site: Recognised, url: string): PageReport {
  const paper = readPaper(doc, site);
  return {
    kind: site.kind,
    reasons: [site.reason],
    representation: site.representation,
    url: canonicalUrl(url, null),
    paper: paper && settlePaper(claimsOf('site', { ...paper })).paper,
    conflicts: [],
  };
}

/**
 * Reads the page's metadata and address. `more` asks for a look at the visible page: the page may be a paper and does
 * not state it, or leaves out a field; until then `report` is what is known.
 */
export function noticeTold(doc: Document, url: string, ledger = new Ledger()): Told {
  const view = new PageView(doc, url);
  const stated = statedKind(view, ledger);
  if (stated?.kind === 'none')
    return final(view.isPdf ? pdfReport(url) : none(url, ...stated.reasons));
  if (stated?.kind === 'list' && view.site) return final(listReport(doc, view.site, url));
  const article = stated?.kind === 'article';
  let list: Open['list'] = 'no';
  if (!article) {
    if (!view.paperUrl && (view.saysList || saysListInWords(doc, url))) list = 'maybe';
    if (!isWorthLooking(view)) {
      if (list === 'no') return final(none(url, NOTHING_HINTS));
      list = 'or nothing';
    }
  }
  const rules = [...TAG_RULES, ...JSON_LD_RULES, ...(article ? [] : COINS_RULES), ...ADDRESS_RULES];
  const open: Open = { view, claims: gatherStated(rules, view, ledger), list, article };
  if (!stated)
    return {
      report: none(url, 'machines are told nothing; the visible page decides'),
      more: true,
      open,
    };
  const report = articleReport(open, stated.reasons, ledger);
  return { report, more: isLacking(report, view) || besideHeading(doc), open };
}

/** Whether the visible page may complete what machines are told. */
function isLacking({ paper, conflicts }: PageReport, view: PageView): boolean {
  return (
    !paper?.doi ||
    !paper.title ||
    paper.authors.length < 2 ||
    !isYearOfIssue(paper, view) ||
    !paper.containerTitle ||
    conflicts.some((one) => one.field === 'year') ||
    NOTICE_WORDS.test(paper.title)
  );
}

/** Whether machines are told the year of the paper's issue, and not only that of its first appearance. */
export const isYearOfIssue = ({ year, sources }: PaperFacts, view: PageView): boolean =>
  year !== undefined && sources.year !== undefined && isOfIssue(view, sources.year);

/** The report of an article from what was claimed of it. */
export function articleReport(
  { view: { doc, url, address }, claims }: Pick<Open, 'view' | 'claims'>,
  reasons: string[],
  ledger: Ledger,
): PageReport {
  const { paper, conflicts } = settlePaper(claims, ledger);
  addPublished(paper, doc);
  paper.url = address;
  paper.sources.url = address === url ? 'url' : 'og';
  return {
    kind: 'article',
    reasons,
    representation: representationOf(doc, url, paper.pmcid),
    url: address,
    paper,
    conflicts,
  };
}

/** Collections by id and class cost a fraction of a selector list. */
const WITH_REFERENCES = {
  ids: ['references', 'reference-list', 'bibliography'],
  classes: ['references', 'ref-list', 'c-article-references'],
};

function representationOf(
  doc: Document,
  url: string,
  pmcid: string | undefined,
): PageReport['representation'] {
  if (pmcid && /\/(?:pmc\/)?articles\/pmc/i.test(url)) return 'pmc';
  return WITH_REFERENCES.ids.some((id) => doc.getElementById(id)) ||
    WITH_REFERENCES.classes.some((name) => doc.getElementsByClassName(name).length > 0)
    ? 'html'
    : 'abstract';
}
