/**
 * What the page tells machines: the cheap half of the notice. Meta tags, JSON-LD and the address decide most
 * pages, and say of the rest whether the visible page is worth reading.
 */
import type { PageReport } from '../model';
import { type Recognised, recogniseList, recogniseSite } from '../sites';
import { cleanDoi, doiOfUrl } from '../text';
import { mergeSaid } from './facts';
import { canonicalUrl, isPaperUrl, sayUrl } from './identity';
import { isBarrier, isEverydayWeb, machineVerdict } from './kind';
import { readCoins, readJsonLd } from './metadata/embedded';
import { readMetaTags, sayMetaTags } from './metadata/meta-tags';
import type { Said } from './metadata/raw';

/** Hints that are cheap to look for; without any of them the visible page is not read at all. */
const HINT =
  '[data-doi],a[href*="doi.org/10."],[class*="doi"],[class*="bstract"],[id*="bstract"],[id*="itation"],[class*="itation"]';
const ABSTRACT = '[class*="bstract"],#abstract';
/** A window title that names a serial. */
const JOURNAL =
  /\b(?:journal|quarterly|annals|proceedings|transactions|revue|zeitschrift|revista)\b/i;
/** Class names of the boxes in which publishers put editorial notices. */
const NOTICE_BOX =
  '[class*="etract"],[class*="rratum"],[class*="orrigend"],[class*="xpression"],[class*="ubtitle"]';

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
  /** Machines were told that this is a paper; else the visible page decides. */
  article: boolean;
  paperUrl: boolean;
  everyday: boolean;
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
function listReport(site: Recognised, url: string): PageReport {
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
 * Reads what machines are told. `more` asks for a look at the visible page: the page may be a paper and has
 * not said so, or has left out a field; until then `report` is what can be said.
 */
export function noticeTold(doc: Document, url: string): Told {
  const site = recogniseSite(doc, url);
  if (site) return final(listReport(site, url));
  const tags = readMetaTags(doc);
  const jsonLd = readJsonLd(doc);
  const said: Said[] = sayMetaTags(tags);
  if (jsonLd.raw) said.push({ source: 'json-ld', raw: jsonLd.raw });
  const verdict = machineVerdict(tags, said, jsonLd);
  if (verdict.kind === 'none') return final(none(url, ...verdict.reasons));
  const article = verdict.kind === 'article';
  const own = sayUrl(url);
  const everyday = isEverydayWeb(tags, url);
  let paperUrl = Boolean(own.doi) || isPaperUrl(url);
  if (!article && !paperUrl && (everyday || jsonLd.otherThing)) {
    // A blog may show DOIs; one that shows no abstract either is not worth reading.
    if (jsonLd.otherThing || !doc.querySelector(ABSTRACT)) {
      return final(none(url, 'the page is of the everyday web: a blog, news, a wiki'));
    }
  }
  const canonical = doc.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const address = canonicalUrl(url, canonical);
  own.doi ??= doiOfUrl(address) ?? undefined;
  paperUrl ||= Boolean(own.doi) || isPaperUrl(address);
  if (!article) {
    const list = paperUrl ? null : recogniseList(doc, url);
    if (list) return final(listReport(list, url));
    if (isBarrier(doc))
      return final(none(url, 'the page stands before the paper: a challenge or an error'));
    if (!paperUrl && !JOURNAL.test(doc.title) && !doc.querySelector(HINT))
      return final(none(url, 'nothing on the page hints at a paper'));
    const coins = readCoins(doc);
    if (coins) said.push({ source: 'coins', raw: coins });
  }
  if (Object.keys(own).length > 0) said.push({ source: 'url', raw: own });
  const given = tags.get('citation.doi')?.[0];
  const hint = given && given.length > 5 && !cleanDoi(given) ? given.toLowerCase() : undefined;
  const open: Open = { said, article, paperUrl, everyday, address, hint };
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
    /^\W*(?:retract|withdraw)/i.test(known.title ?? '') ||
    doc.querySelector(NOTICE_BOX) !== null;
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
  if (doc.contentType === 'application/pdf') return 'pdf';
  if (pmcid && /\/(?:pmc\/)?articles\/pmc/i.test(url)) return 'pmc';
  return doc.querySelector(
    '[class*="eferences"] li,[id*="eferences"] li,ol.references,[class*="ref-list"]',
  )
    ? 'html'
    : 'abstract';
}
