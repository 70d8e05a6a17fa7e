/**
 * What is the open page? The whole answer of the notice script: article, citation list or neither, with the
 * paper's identity and metadata, each field with its source.
 *
 * Cheap first: meta tags and the address decide most pages. The visible page is read only when they are
 * silent and something hints at a paper, and then only around its title.
 */
import type { PageReport } from '../model';
import { type Recognised, recogniseList, recogniseSite } from '../sites';
import { cleanDoi, doiOfUrl, plain } from '../text';
import { mergeSaid } from './facts';
import { canonicalUrl, isPaperUrl, sayUrl } from './identity';
import { isBarrier, machineVerdict, visibleVerdict } from './kind';
import { readCoins, readJsonLd } from './metadata/embedded';
import { readMetaTags, sayMetaTags } from './metadata/meta-tags';
import type { Said } from './metadata/raw';
import { visibleNotices } from './notices';
import { visibleAuthors } from './visible/byline';
import { visibleDoi } from './visible/doi';
import { visibleTitle } from './visible/title';
import { visibleVenue } from './visible/venue';
import { headZone } from './visible/zone';

/** Hints that are cheap to look for; without any of them the visible page is not read at all. */
const HINT =
  'a[href*="doi.org/10."],a[href*="/10.1"],[data-doi],[class*="doi" i],[id*="doi" i],#abstract,.abstract,[class*="abstract" i],[class*="authors" i],[id*="abstract" i],[id*="citation" i],[class*="citation" i]';

function visibleAbstract(doc: Document): string | undefined {
  const holder = doc.querySelector(
    '#abstract,section.abstract,div.abstract,[class*="abstract-content" i],[class*="abstractSection" i],[id^="abstract" i],[class^="abstract" i]',
  );
  const text = plain((holder?.textContent ?? '').slice(0, 20_000), 20_000).replace(
    /^(?:abstract|summary)\b[:.\s]*/i,
    '',
  );
  return text.length > 80 ? text : undefined;
}

/** Everything the visible page says, read once. */
function readVisible(doc: Document, hint: string | undefined) {
  const title = visibleTitle(doc);
  const zone = headZone(doc, title?.element ?? null);
  const doi = visibleDoi(doc, zone, title?.text ?? '', hint);
  const venue = visibleVenue(doc, title?.text ?? '', zone, doi?.selfCitation);
  const authors = visibleAuthors(doc, zone, [venue.containerTitle ?? '', venue.shortTitle ?? '']);
  const { shortTitle: _, ...raw } = venue;
  if (title) raw.title = title.text;
  if (authors.length > 0) raw.authors = authors;
  return { title, zone, venue, authors, doi, raw };
}

function none(url: string, reasons: string[]): PageReport {
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
 * Notices what a page is. Reads only; may be called again on the same document after it changed.
 * @param doc the page
 * @param url its address, as the reader sees it
 */
export function notice(doc: Document, url: string): PageReport {
  const site = recogniseSite(doc, url);
  if (site) return listReport(site, url);
  const tags = readMetaTags(doc);
  const jsonLd = readJsonLd(doc);
  const said: Said[] = sayMetaTags(tags);
  if (jsonLd.raw) said.push({ source: 'json-ld', raw: jsonLd.raw });
  const verdict = machineVerdict(tags, said, jsonLd);
  if (verdict.kind === 'none') return none(url, verdict.reasons);
  const canonical = doc.querySelector('link[rel="canonical" i]')?.getAttribute('href');
  const address = canonicalUrl(url, canonical);
  const own = sayUrl(url);
  own.doi ??= doiOfUrl(address) ?? undefined;
  const paperUrl = Boolean(own.doi) || isPaperUrl(url) || isPaperUrl(address);
  const citationDoi = tags.get('citation.doi')?.[0];
  const hint =
    citationDoi && !cleanDoi(citationDoi) && citationDoi.length > 5
      ? citationDoi.toLowerCase()
      : undefined;

  let seen: ReturnType<typeof readVisible> | undefined;
  let { reasons } = verdict;
  if (verdict.kind === 'unknown') {
    const list = paperUrl ? null : recogniseList(doc, url);
    if (list) return listReport(list, url);
    if (isBarrier(doc))
      return none(url, ['the page stands before the paper: a challenge or an error']);
    if (jsonLd.otherThing && !paperUrl)
      return none(url, [`the page calls itself a ${jsonLd.otherThing}`]);
    if (!paperUrl && !doc.querySelector(HINT))
      return none(url, ['nothing on the page hints at a paper']);
    const coins = readCoins(doc);
    if (coins) said.push({ source: 'coins', raw: coins });
    seen = readVisible(doc, hint);
    if (!seen.title) return none(url, ['the page has no title of its own']);
    const shown = visibleVerdict(doc, url, {
      ...seen,
      authors: seen.authors.length,
      title: seen.title.text,
      paperUrl,
    });
    if (shown.kind === 'none') return none(url, shown.reasons);
    reasons = shown.reasons;
  }
  if (Object.keys(own).length > 0) said.push({ source: 'url', raw: own });

  let merged = mergeSaid(said);
  const { paper: known } = merged;
  const lacking =
    !known.doi || !known.title || known.authors.length < 2 || !known.year || !known.containerTitle;
  const yearsDiffer = merged.conflicts.find((one) => one.field === 'year');
  if (lacking || seen || yearsDiffer) {
    seen ??= readVisible(doc, hint);
    const shown = { ...seen.raw };
    // Told by machines and without a DOI there: what merely stands out among the links may be another's.
    if (seen.doi && (verdict.kind === 'unknown' || seen.doi.strong)) shown.doi = seen.doi.doi;
    if (verdict.kind === 'article' && known.type && known.type !== 'article-journal')
      delete shown.containerTitle;
    said.push({ source: 'visible', raw: shown });
    if (!known.abstract) shown.abstract = visibleAbstract(doc);
    merged = mergeSaid(said);
  }
  const { paper, conflicts } = merged;
  // Tags that carry the year of receipt: where another source and the citation line agree, they are right.
  const line = seen?.venue.volume ? Number(seen.venue.year) : undefined;
  const agreeing = yearsDiffer?.values.find((one) => Number(one.value) === line);
  if (line && agreeing && line !== paper.year) {
    paper.year = line;
    paper.sources.year = agreeing.source;
  }
  paper.url = address;
  paper.sources.url = address === url ? 'url' : 'og';
  const zone = seen?.zone ?? headZone(doc, doc.querySelector('h1'));
  const notices = visibleNotices(zone);
  if (notices.length > 0) {
    paper.notices = notices;
    paper.sources.notices = 'visible';
  }
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
    '[class*="references" i] li,[id*="references" i] li,ol.references,.ref-list,[id^="sec" i],[class*="ref-list" i]',
  )
    ? 'html'
    : 'abstract';
}
