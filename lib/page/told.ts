/**
 * What the page tells machines: the cheap half of the notice. Meta tags, JSON-LD and the address decide most
 * pages, and say of the rest whether the visible page is worth reading.
 */
import * as dom from '../dom';
import type { PageReport } from '../model';
import { type Recognised, recogniseSite, saysList } from '../sites';
import { cleanDoi, doiOfUrl } from '../text';
import { mergeSaid } from './facts';
import { canonicalUrl, isPaperUrl, sayUrl } from './identity';
import { isBarrier, isEverydayWeb, machineVerdict } from './kind';
import { pdfReport } from './pdf';
import { addPublished } from './preprint';
import { readCoins, readJsonLd } from './view/embedded';
import { allElements, isHinted, topElements } from './view/machine-elements';
import { describesWork, readMetaTags, sayMetaTags } from './view/meta-tags';
import type { Said } from './view/raw';
import { shortText } from './view/short-text';

/** A window title that names a serial. */
const JOURNAL =
  /\b(?:journal|quarterly|annals|proceedings|transactions|revue|zeitschrift|revista)\b/i;
/** Words of an editorial notice. */
const NOTICE = /retract|withdrawn|expression of concern|erratum|corrigendum|correction/i;

/** Whether a subtitle or an editorial notice stands right beside the heading. */
function besideHeading(doc: Document): boolean {
  const heading = doc.getElementsByTagName('h1')[0];
  if (!heading) return false;
  for (const element of [
    heading.previousElementSibling,
    heading.nextElementSibling,
    dom.previousElementSibling(heading.parentElement),
    dom.nextElementSibling(heading.parentElement),
  ]) {
    if (!element || dom.childElementCount(element) > 12) continue;
    if (/sub-?title/i.test(dom.getAttribute(element, 'class') ?? '')) return true;
    if (NOTICE.test(shortText(element, 1_000) ?? '')) return true;
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
  said: Said[];
  /** The page says that it lists papers: whether it does is seen by its rows, before anything else. */
  list: 'no' | 'maybe' | 'or nothing';
  /** Machines were told that this is a paper; else the visible page decides. */
  article: boolean;
  paperUrl: boolean;
  address: string;
  /** An incomplete DOI that machines were told. */
  hint: string | undefined;
}

function final(report: PageReport): Told {
  return { report, more: false, open: null };
}

export function none(url: string, ...reasons: string[]): PageReport {
  return { kind: 'none', reasons, url, paper: null, conflicts: [] };
}

/** A list page's report; a report about one paper carries that paper. */
export function listReport(site: Recognised, url: string): PageReport {
  return {
    kind: site.kind,
    reasons: [site.reason],
    representation: site.representation,
    url: canonicalUrl(url, null),
    paper: site.paper ? mergeSaid([{ source: 'site', raw: site.paper }]).paper : null,
    conflicts: [],
  };
}

/**
 * Reads the page's metadata and address. `more` asks for a look at the visible page: the page may be a paper and has
 * not said so, or has left out a field; until then `report` is what can be said.
 */
export function noticeTold(doc: Document, url: string): Told {
  if (doc.contentType === 'application/pdf') return final(pdfReport(url));
  const site = recogniseSite(doc, url);
  if (site) return final(listReport(site, url));
  const own = sayUrl(url);
  const top = topElements(doc);
  const address = canonicalUrl(url, top.canonical);
  own.doi ??= doiOfUrl(address) ?? undefined;
  const paperUrl = Boolean(own.doi) || isPaperUrl(url) || (address !== url && isPaperUrl(address));
  const topTags = readMetaTags(top.metas);
  const described = describesWork(topTags);
  // Most of the web ends here, before anything has looked at every element of the page.
  if (!described && !paperUrl && isEverydayWeb(topTags, url) && !readJsonLd(top.scripts).raw)
    return final(none(url, 'the page is of the everyday web: a blog, news, a wiki'));
  const all = described ? null : allElements(doc);
  const tags = all ? readMetaTags(all.metas) : topTags;
  const jsonLd = readJsonLd(all ? all.scripts : doc.getElementsByTagName('script'));
  const said: Said[] = sayMetaTags(tags);
  if (jsonLd.raw) said.push({ source: 'json-ld', raw: jsonLd.raw });
  const verdict = machineVerdict(tags, said, jsonLd);
  if (verdict.kind === 'none') return final(none(url, ...verdict.reasons));
  const article = verdict.kind === 'article';
  let list: Open['list'] = 'no';
  if (!article) {
    if (!paperUrl && (jsonLd.otherThing || isEverydayWeb(tags, url)))
      return final(none(url, 'the page is of the everyday web: a blog, news, a wiki'));
    if (isBarrier(doc))
      return final(none(url, 'the page stands before the paper: a challenge or an error'));
    if (!paperUrl && saysList(doc, url)) list = 'maybe';
    if (!paperUrl && !JOURNAL.test(doc.title) && !(all ? all.hinted : isHinted(doc))) {
      if (list === 'no') return final(none(url, 'nothing on the page hints at a paper'));
      list = 'or nothing';
    }
    const coins = readCoins(doc);
    if (coins) said.push({ source: 'coins', raw: coins });
  }
  if (Object.keys(own).length > 0) said.push({ source: 'url', raw: own });
  const given = tags.get('citation.doi')?.[0];
  const hint = given && given.length > 5 && !cleanDoi(given) ? given.toLowerCase() : undefined;
  const open: Open = { said, list, article, paperUrl, address, hint };
  if (!article) {
    return {
      report: none(url, 'machines are told nothing; the visible page decides'),
      more: true,
      open,
    };
  }
  const report = articleReport(doc, url, open, verdict.reasons);
  const known = report.paper;
  const lacking =
    !known?.doi || !known.title || known.authors.length < 2 || !known.year || !known.containerTitle;
  const more =
    lacking ||
    report.conflicts.some((one) => one.field === 'year') ||
    NOTICE.test(known.title ?? '') ||
    besideHeading(doc);
  return { report, more, open };
}

/** The report of an article from what its sources said. */
export function articleReport(
  doc: Document,
  url: string,
  { said, address }: Open,
  reasons: string[],
): PageReport {
  const { paper, conflicts } = mergeSaid(said);
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

function representationOf(
  doc: Document,
  url: string,
  pmcid: string | undefined,
): PageReport['representation'] {
  if (pmcid && /\/(?:pmc\/)?articles\/pmc/i.test(url)) return 'pmc';
  // Collections by id and class cost a fraction of a selector list.
  return ['references', 'reference-list', 'bibliography'].some((id) => doc.getElementById(id)) ||
    ['references', 'ref-list', 'c-article-references'].some(
      (name) => doc.getElementsByClassName(name).length > 0,
    )
    ? 'html'
    : 'abstract';
}
