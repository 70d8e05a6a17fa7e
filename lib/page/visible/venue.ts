/** Journal, year, volume, issue and pages as the page shows them: citation line, labels, window title. */
import { looseKey, squeeze, yearIn } from '../../text';
import type { Raw } from '../metadata/raw';
import { titleParts } from './title';
import type { Line } from './zone';

const YEAR = '(?:1[5-9]|20)\\d\\d';
/** "J Foo. 2014 Aug 3;12(3):4-9", "eLife 2019;8:e44753", "Brain Sci. 2025, 15(3), 264". */
const CITATION = new RegExp(
  `^(.{0,160}?)[\\s.,(]*\\b(${YEAR})\\)?(?:\\s+[A-Z][a-z]{2,8}(?:-[A-Z][a-z]{2,8})?)?(?:\\s+\\d{1,2})?\\s*[;,:.]\\s*(?:vol(?:ume|\\.)?\\s*)?([A-Z]?\\d{1,5})\\s*(?:\\(([^()]{1,20})\\))?\\s*[;:,]\\s*(?:pp?\\.?\\s*|pages\\s*)?([A-Za-z]{0,3}\\d[\\w-]{0,12}(?:\\s?[-–]\\s?\\w{1,10})?)`,
);
/** "Hum Brain Mapp 38:3675-3690, 2017", "Foo 10, 4886 (2020)", "Journal, Volume 18, Issue 11, November 2008, Pages 1-9". */
const VOLUME =
  /^(.{0,120}?)[\s,(]*\b(?:vol(?:ume|\.)?|v\.)\s*(\w{1,8})\b(?:[\s,;:(]*(?:no\.?|issue|iss\.?|number|n\.)\s*([\w./-]{1,12}))?/i;
const PAGES =
  /\b(?:pp?\.|pages?|pgs?\.?)\s*:?\s*([A-Za-z]?\d[\w.]{0,8}(?:\s?[-–—]\s?[A-Za-z]?\d\w{0,8})?)/i;
const JOURNALISH =
  '[class*="journal-title" i],[class*="journaltitle" i],[class*="journal-name" i],[class*="journal_title" i],[class*="publication-title" i],[class*="publicationtitle" i],[class*="slug-jnl"],[class*="source-journal"],[class*="serial-title" i],[class*="series-title" i],[class*="journal" i],[id*="journal" i],[class*="publicationHead" i] .title,[id*="productTitle" i],[itemprop="isPartOf"] [itemprop="name"],.core-enumeration [property="name"],[property="isPartOf"] [property="name"],[class*="masthead" i] a,#page_title,[class*="logo" i]';
/** Names of platforms and publishers, which window titles carry beside or instead of the journal's. */
const PLATFORM =
  /^(?:sciencedirect(?:\.com)?|pmc|pubmed(?: central)?|ncbi|springer\s?link|springer(?: nature)?(?: link)?|oxford academic|oup|wiley(?: online library)?|iopscience|acs publications|europe ?pmc.*|europe pubmed central|jstor|ieee(?: xplore)?|sage journals|taylor (?:&|and) francis(?: online)?|cambridge core|full text|abstract|html|mit press journals|request pdf|researchgate|semantic scholar|academia\.edu|biomed central|hindawi|frontiers|mdpi|ncbi|nih|jama network|archive ouverte.*|hal.*|article|pdf|home|ssrn|scielo.*|usenix|nber|the royal society|royal society publishing|rsc publishing|acm digital library|ubiquity press|copernicus|american (?:chemical|physical) society|annual reviews|elsevier|aip publishing|nature publishing group|karger|thieme.*|read online|current issue|journal home(?:page)?|about(?: the journal)?|about|search|submit.*|browse.*|all issues|archives?|menu|log ?in|register|sign.*|issue.*|volume.*|table of contents|journal(?:s| information| metrics| menu)?)$/i;

const usable = (name: string) =>
  name.length > 1 &&
  name.length < 140 &&
  /\p{L}{2}/u.test(name) &&
  !PLATFORM.test(name) &&
  !/https?:|www\.|@|[{}<>]/.test(name);

/** "Hum Brain Mapp" for "Human Brain Mapping": each short word opens the next long one. */
export function abbreviates(short: string, long: string): boolean {
  const a = looseKey(short).split(' ');
  const b = looseKey(long)
    .split(' ')
    .filter((word) => !/^(?:of|the|and|for|in|on|de|der|des|la|et)$/.test(word));
  return (
    a.length > 0 &&
    a.length === b.length &&
    a.every((word, i) => {
      const full = b[i] ?? '';
      return (
        full.startsWith(word) ||
        (word.length > 1 && full[0] === word[0] && isSubsequence(word, full))
      );
    })
  );
}

function isSubsequence(word: string, full: string): boolean {
  let at = 0;
  for (const letter of full) if (letter === word[at]) at++;
  return at === word.length;
}

function readCitationLine(zone: readonly Line[], raw: Raw): string | undefined {
  let venue: string | undefined;
  for (const { text, element } of zone) {
    if (
      text.length > 900 ||
      element.closest('[class*="reference" i],[class*="related" i],[class*="recommend" i],nav')
    )
      continue;
    const full = CITATION.exec(text);
    if (full && !raw.volume) {
      [, , raw.year, raw.volume, raw.issue, raw.page] = full;
      const before = full[1]?.replace(/^.*(?:[.:]\s|["”]\s)(?=\S)/, '').replace(/[.,;\s(]+$/, '');
      if (before && usable(before)) venue = before;
      continue;
    }
    const volume = VOLUME.exec(text);
    if (volume && !raw.volume && /\d/.test(volume[2] ?? '') && text.length < 300) {
      [, , raw.volume, raw.issue] = volume;
      const year = yearIn(text);
      if (year) raw.year ??= String(year);
      const pages = PAGES.exec(text)?.[1];
      if (pages) raw.page ??= pages;
      const before = volume[1]?.replace(/[.,;\s(]+$/, '');
      if (before && usable(before) && !/^\d|published|issue/i.test(before)) venue ??= before;
    }
  }
  return venue;
}

/** A publication date by its label; online and received dates come last or not at all. */
function readDate(zone: readonly Line[]): string | undefined {
  let weak: string | undefined;
  for (const { text } of zone) {
    if (text.length > 1_500) continue;
    const labelled = new RegExp(
      `(?:publi(?:shed|cation date|é)|issued|posted|first published|année|date|erschienen|publicado)[^.;]{0,40}?\\b(${YEAR})\\b`,
      'i',
    ).exec(text);
    if (labelled && !/^(?:received|accepted|revised|submitted)/i.test(text)) return labelled[1];
    const short =
      text.length < 60 && !/received|accepted|revised|submi|accessed|modified/i.test(text)
        ? yearIn(text)
        : undefined;
    if (short && !/\d{5}/.test(text)) weak ??= String(short);
    const copyright = new RegExp(
      `(?:©|copyright|\\(c\\))\\s*(?:the authors?[^\\d]{0,20})?(${YEAR})`,
      'i',
    ).exec(text)?.[1];
    if (copyright) weak ??= copyright;
  }
  return weak;
}

/** What the page shows about where and when the paper appeared. */
export function visibleVenue(doc: Document, title: string, zone: readonly Line[]): Raw {
  const raw: Raw = {};
  const votes = new Map<string, { name: string; weight: number }>();
  const titleKey = looseKey(title);
  const vote = (name: string | undefined, weight: number) => {
    const text = squeeze(name ?? '', 200)
      .replace(/^(?:the\s)?journal:\s*|^(?:in|published in):?\s+/i, '')
      .replace(/[\s,.;:|]+$/, '');
    const key = looseKey(text);
    if (!usable(text) || !key || key === titleKey || (titleKey.includes(key) && key.length > 24))
      return;
    const had = votes.get(key) ?? { name: text, weight: 0 };
    had.weight += weight;
    votes.set(key, had);
  };
  const shortForm = readCitationLine(zone, raw);
  vote(shortForm, 2);
  const named = doc.querySelectorAll(JOURNALISH);
  for (let i = 0, found = 0; i < named.length && i < 120 && found < 8; i++) {
    const element = named[i] as Element;
    if (
      element.childElementCount > 6 ||
      element.closest(
        'select,[class*="reference" i],[class*="related" i],[class*="recommend" i],[class*="dropdown" i],[class*="menu" i],footer',
      )
    )
      continue;
    const text = element.getAttribute('alt') ?? (element.textContent ?? '').slice(0, 300);
    const name = squeeze(text || element.querySelector('img')?.getAttribute('alt') || '', 200);
    if (!usable(name)) continue;
    found++;
    vote(name, /title|name|jnl|source|head/i.test(`${element.className} ${element.id}`) ? 2.5 : 1);
  }
  const parts = titleParts(doc);
  for (const part of parts)
    if (!titleKey.includes(looseKey(part)) && !/\d{4}/.test(part))
      vote(
        part.replace(/\s*\((?:acs|rsc) publications?\)$/i, '').replace(/\s*\(.*publishing\)$/i, ''),
        2,
      );
  for (const { text, element } of zone) {
    const cited =
      /^(?:articles from|published in:?|in:?|source:?|journal:?)\s+([^.;]{3,120})/i.exec(text);
    if (cited && text.length < 250)
      vote(cited[1]?.replace(/\s+are provided here.*$/, '').replace(/,?\s+(?:vol|\d).*$/i, ''), 2);
    const em = text.length < 400 ? element.querySelector('i,em,cite') : null;
    if (em && new RegExp(YEAR).test(text) && (em.textContent ?? '').length < 100)
      vote(em.textContent ?? '', 1);
  }
  let best: { name: string; weight: number } | undefined;
  for (const one of votes.values()) {
    const spelled = shortForm && one.name !== shortForm && abbreviates(shortForm, one.name) ? 3 : 0;
    const weight = one.weight + spelled;
    if (!best || weight > best.weight) best = { name: one.name, weight };
  }
  if (best && best.weight >= 2) raw.containerTitle = best.name;
  const year = raw.year ?? readDate(zone);
  if (year) raw.year = year;
  for (const field of Object.keys(raw) as (keyof Raw)[]) if (!raw[field]) delete raw[field];
  return raw;
}
