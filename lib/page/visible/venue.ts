/** Journal, year, volume, issue and pages as the page shows them: citation line, labels, window title. */
import { looseKey, squeeze, yearIn } from '../../text';
import type { Raw } from '../metadata/raw';
import { titleParts } from './title';
import { FURNITURE, type Line, OTHERS } from './zone';

const YEAR = '(?:1[6-9]|20)\\d\\d';
const PAGE = '[A-Za-z]{0,3}\\d[\\w.]{0,10}(?:\\s?[-–—]\\s?\\w{1,10})?';
const PP =
  '(?:pp?\\.?\\s*|pages?:?\\s*|article(?: number| no\\.?)?:?\\s*|art\\.\\s*(?:no\\.\\s*)?)?';
const ISSUE = '(?:\\s*\\(([^()]{1,20})\\))?';

/** Citation lines as journals print them; the groups of each are named. */
const CITATIONS: [RegExp, ('venue' | 'year' | 'volume' | 'issue' | 'page')[]][] = [
  // J Foo. 2014 Aug 3;12(3):4-9 | eLife 2019;8:e44753 | J. Foo 2001, 105 (13), pp 3365-3370
  [
    new RegExp(
      `^(.{0,160}?)[\\s.,(]*\\b(${YEAR})\\)?(?:\\s+[A-Z][a-z]{2,8}(?:[-/][A-Z][a-z]{2,8})?)?(?:\\s+\\d{1,2})?\\s*[;,:.]+\\s*(?:vol(?:ume|\\.)?\\s*)?([A-Z]?\\d{1,5})${ISSUE}\\s*[;:,]\\s*${PP}(${PAGE})`,
    ),
    ['venue', 'year', 'volume', 'issue', 'page'],
  ],
  // Atmos. Chem. Phys., 15, 1013-1028, 2015 | Hum Brain Mapp 38:3675-3690, 2017 | Sci Rep volume 10, Article number: 4886 (2020)
  [
    new RegExp(
      `^(.{3,160}?)[\\s,.]+(?:vol(?:ume|\\.)?\\s*)?(\\d{1,4})${ISSUE}\\s*[,:]\\s*${PP}(${PAGE})\\s*[,.(]+\\s*(?:\\d{1,2}\\s)?(?:[A-Z][a-z]{2,8}\\s)?(${YEAR})\\b`,
      'i',
    ),
    ['venue', 'volume', 'issue', 'page', 'year'],
  ],
  // Bioinformatics (2012) 28 (22): 2898-2904
  [
    new RegExp(
      `^(.{3,160}?)[\\s,.]*\\((${YEAR})\\)\\s*[,.;]?\\s*(\\d{1,4})${ISSUE}\\s*[:,]\\s*${PP}(${PAGE})`,
    ),
    ['venue', 'year', 'volume', 'issue', 'page'],
  ],
  // Acta Foo 68 (4), 2023: 709-718
  [
    new RegExp(
      `^(.{3,160}?)[\\s,.]+(\\d{1,4})${ISSUE}\\s*[,(]\\s*(${YEAR})\\)?\\s*[:,]\\s*${PP}(${PAGE})`,
    ),
    ['venue', 'volume', 'issue', 'year', 'page'],
  ],
  // Breast Cancer Research 2012, 14:26
  [
    new RegExp(`^(.{3,160}?)[\\s,.]+(${YEAR})\\s*,\\s*(\\d{1,4})\\s*:\\s*(${PAGE})`),
    ['venue', 'year', 'volume', 'page'],
  ],
  // Journal, Volume 18, Issue 11, November 2008, Pages 2494-2504
  [
    /^(.{0,160}?)[\s,(]*\b(?:volume|vol\.?|v\.)\s*([A-Z]?\d{1,5})\b(?:[\s,;:(]*(?:no\.?|issue|iss\.?|number|n\.)\s*([\w./-]{1,12}))?/i,
    ['venue', 'volume', 'issue'],
  ],
];
const PAGES =
  /\b(?:pp?\.|pages?|pgs?\.?)\s*:?\s*([A-Za-z]?\d[\w.]{0,8}(?:\s?[-–—]\s?[A-Za-z]?\d\w{0,8})?)/i;
/** "Front. Behav. Neurosci., 19 June 2013 | doi: ..." */
const DATED = new RegExp(
  `^([^\\d|]{4,90}?),\\s*(?:\\d{1,2}\\s+[A-Za-z]{3,9}\\s+)?(${YEAR})\\s*(?:\\||$)`,
);
const JOURNALISH =
  '[class*="ournal"],[id*="ournal"],[class*="publication-title"],[class*="publicationHead"] .title,[id*="productTitle"],[class*="jnl-abbrev"],[property="isPartOf"] [property="name"],#page_title,[class*="logo"],[id*="pub-name"]';
const STRONG_NAME =
  /journal.{0,3}(?:title|name|banner|heading|link)|publication.?(?:title|head)|productTitle|jnl|page_title|pub-name/i;
/** Names of platforms and publishers, and furniture, which stand where a journal's name may stand. */
const PLATFORM =
  /^(?:sciencedirect.*|pmc|pubmed.*|ncbi.*|nih.*|springer.*|oxford academic|wiley.*|iopscience|acs publications|europe pub.*|europe ?pmc.*|jstor|ieee.*|sage journals|taylor .*|cambridge core|mit press journals|researchgate|semantic scholar|biomed central.*|hindawi.*|frontiers|mdpi|jama network|archive ouverte.*|hal\b.*|tel\b.*|ssrn|scielo.*|usenix|nber|the royal society|rsc publishing|acm digital.*|ubiquity press|copernicus.*|\w+ journals?|american (?:chemical|physical) society|annual reviews|elsevier.*|aip publishing|nature publishing.*|karger|thieme.*|u\.?s\.? national.*|public library.*|pensoft.*|journals?|news|research|opinion|et al\.?)$/i;
const STRAY =
  /\b(?:home|logo|browse|about|information|search|menu|articles?|issues?|archives?|log ?in|register|sign|submit|current|contents|view|all|full|text|abstract|pdf|metrics|alerts?|subscribe|editorial|access|impact|follow|authors?|download|cookies?|skip|navigation|help|this|your|our|next|previous|published|edited|publications?|cite|cited|et al|university)\b|vol(?:ume)?\.?\s*\d/i;

/** Labels in front of a venue of its own. */
const LABEL =
  /^(?:volume|venue|journal|published in|in|series|conference|book title|proceedings|periodical|publication(?: title)?|host publication(?: title)?|revue|zeitschrift|revista|part of)\s*:?$/i;
const MONTH =
  /^(?:\d{1,2}\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter|q[1-4])[a-z]*\b/i;

const usable = (name: string) =>
  name.length > 1 &&
  name.length < 140 &&
  /\p{L}{2}/u.test(name) &&
  name.split(' ').length < 16 &&
  !PLATFORM.test(name) &&
  !/https?:|www\.|@|[{}<>=]|\d{4}|…/.test(name.replace(/\(\d{4}\s?[-–]\s?\d{4}\)$/, '')) &&
  !(MONTH.test(name) && name.split(' ').length < 4);

/** "Hum Brain Mapp" for "Human Brain Mapping": each short word opens the next long one. */
export function abbreviates(short: string, long: string): boolean {
  const words = (name: string) =>
    looseKey(name)
      .split(' ')
      .filter((word) => !/^(?:of|the|and|for|in|on|de|der|des|la|et)$/.test(word));
  const [a, b] = [words(short), words(long)];
  if (a.length === 1 && b.length > 2) return a[0] === b.map((word) => word[0]).join('');
  return (
    a.length === b.length &&
    a.every((word, i) => {
      const full = b[i] ?? '';
      let at = 0;
      for (const letter of full) if (letter === word[at]) at++;
      return full[0] === word[0] && at === word.length;
    })
  );
}

type Marks = (element: Element | null) => number;

/** Reads the first citation line; @returns the venue that it opens with */
function readCitationLine(zone: readonly Line[], marks: Marks, raw: Raw): string | undefined {
  const lines = zone.filter(
    ({ text, element }) =>
      text.length < 500 &&
      /\d/.test(text) &&
      (yearIn(text) !== undefined || /vol/i.test(text)) &&
      !(marks(element) & OTHERS),
  );
  for (const [pattern, names] of CITATIONS) {
    for (const { text } of lines) {
      const found = pattern.exec(text);
      if (!found) continue;
      const said: Record<string, string | undefined> = {};
      names.forEach((name, i) => {
        said[name] = found[i + 1];
      });
      raw.volume = said.volume;
      raw.issue = said.issue;
      raw.page = said.page ?? PAGES.exec(text)?.[1];
      const year = said.year ?? yearIn(text.slice(found.index + (said.venue?.length ?? 0)));
      if (year) raw.year = String(year);
      const venue = said.venue
        ?.replace(/^.*(?:["”?!]|[a-z)]\.|edited form as:)\s+(?=\p{Lu})/u, '')
        .replace(/^(?:cite this(?: article| as)?|citation|published in|in|source):?\s*/i, '')
        .replace(/[.,;:\s(|·]+$/, '');
      return venue && usable(venue) && !/edited form/.test(venue) ? venue : undefined;
    }
  }
  return undefined;
}

const PUBLISHED =
  /publi(?:shed|cation|é)|issued|\bissue date|posted|année|erschienen|publicado|release date|\bepub|pub\.? date/i;
const OTHER_DATE =
  /received|accepted|revised|submi|access(?:ed|ible)|modified|updated|preprint|discussion|retrieved|downloaded|soumis|archiv|eingereicht|recibido|mis en ligne/i;

/** A year of publication by its label, else by a date on its own, else by the copyright line. */
function readDate(zone: readonly Line[], marks: Marks): string | undefined {
  let best: string | undefined;
  let bestWorth = 0;
  let label = '';
  for (const { text, element, after } of zone) {
    const before = label;
    label = text.length < 60 ? text : '';
    const year = text.length < 1_200 ? yearIn(text) : undefined;
    if (!year || marks(element) & OTHERS) continue;
    const labelled = PUBLISHED.exec(text);
    let worth = 0;
    if (
      labelled &&
      yearIn(text.slice(labelled.index)) &&
      !/^(?:received|accepted|revised|submi)/i.test(text)
    )
      worth = OTHER_DATE.test(text.slice(0, labelled.index)) ? 2 : 4;
    else if (
      (PUBLISHED.test(before) || /^(?:year|date|année|jahr|año)\s*:?$/i.test(before)) &&
      text.length < 40 &&
      !OTHER_DATE.test(before)
    )
      worth = 4;
    else if (/©|copyright|\(c\)/i.test(text)) worth = 1.5;
    else if (text.length < 60 && !OTHER_DATE.test(text) && !OTHER_DATE.test(before))
      worth = after ? 2 : 1.8;
    if (/preprint|discussion/i.test(text)) worth = Math.min(worth, 0.5);
    if (worth > bestWorth) {
      bestWorth = worth;
      const at = worth === 4 && labelled ? yearIn(text.slice(labelled.index)) : year;
      best = String(at ?? year);
    }
  }
  return best;
}

/** What the page shows about where and when the paper appeared. */
export function visibleVenue(
  doc: Document,
  title: string,
  zone: readonly Line[],
  marks: Marks,
  selfCitation?: Element,
): Raw & { shortTitle?: string } {
  const raw: Raw & { shortTitle?: string } = {};
  const votes = new Map<string, { name: string; weight: number }>();
  const titleKey = looseKey(title);
  const vote = (name: string | undefined, weight: number) => {
    const text = squeeze(name ?? '', 200)
      .replace(/^(?:journal:|in:|published in:?)\s+/i, '')
      .replace(
        /\s*\((?:acs|rsc) publications?\)$|\s*\(.*publishing\)$|\s+logo$|\s+home\s?page$/i,
        '',
      )
      .replace(/[\s,.;:|>›]+$/, '');
    const key = looseKey(text).replace(/^the /, '');
    if (!usable(text) || key.length < 2 || key === titleKey || titleKey.startsWith(key)) return;
    const had = votes.get(key) ?? { name: text, weight: 0 };
    had.weight += weight;
    votes.set(key, had);
  };
  let shortForm = readCitationLine(zone, marks, raw);
  if (selfCitation) {
    // "How to cite": what follows the title is the journal, the year may stand before it.
    const whole = squeeze(selfCitation.textContent ?? '', 2_500);
    const at = whole.toLowerCase().indexOf(title.toLowerCase().slice(0, 40));
    const tail = at < 0 ? '' : whole.slice(at + title.length).replace(/^[\s.,"”?!]+/, '');
    const line = { text: tail, element: selfCitation, after: true, holders: [] };
    const had = { ...raw };
    const own = tail ? readCitationLine([line], marks, raw) : undefined;
    Object.assign(raw, had);
    raw.year ??= String(yearIn(whole.slice(0, Math.max(at, 0))) ?? yearIn(tail) ?? '') || undefined;
    for (const em of selfCitation.querySelectorAll('i,em,cite')) {
      if (looseKey(em.textContent ?? '') !== titleKey) vote(em.textContent ?? '', 1.5);
    }
    vote(own, 2);
    shortForm ??= own;
  }
  vote(shortForm, 2.5);
  for (const { text } of zone) {
    const dated = text.length < 200 ? DATED.exec(text) : null;
    if (!dated || !usable(dated[1] ?? '') || OTHER_DATE.test(text) || STRAY.test(dated[1] ?? ''))
      continue;
    vote(dated[1], 2);
    raw.year ??= dated[2];
  }
  const named = doc.querySelectorAll(JOURNALISH);
  const once = new Set<string>();
  for (let i = 0; i < named.length && i < 150 && once.size < 10; i++) {
    const element = named[i] as Element;
    if (element.childElementCount > 6 || marks(element) & (OTHERS | FURNITURE)) continue;
    const shown = squeeze((element.textContent ?? '').slice(0, 300), 200);
    const name =
      shown ||
      element.getAttribute('alt') ||
      element.getAttribute('title') ||
      element.querySelector('img')?.getAttribute('alt') ||
      '';
    if (
      !usable(name) ||
      STRAY.test(name.replace(/\s+logo$|\s+home\s?page$/i, '')) ||
      once.has(name)
    )
      continue;
    once.add(name);
    const label = `${element.getAttribute('class')} ${element.id}`;
    vote(
      name,
      STRONG_NAME.test(label)
        ? 3
        : /^H1$/.test(element.nodeName)
          ? 2.5
          : /logo|brand/i.test(label)
            ? 1
            : 1.2,
    );
  }
  zone.forEach(({ text, element, after }, i) => {
    const before = zone[i - 1]?.text ?? '';
    if (
      LABEL.test(before) &&
      text.length < 200 &&
      text.split(' ').length > (/vol/i.test(before) ? 2 : 0)
    )
      vote(text, 3);
    const next = zone[i + 1]?.text ?? '';
    if (after || text.length > 200 || STRAY.test(text) || marks(element) & OTHERS) return;
    if (/\bvol(?:ume|\.)?\s*\d|\bissue\s*\d/i.test(next) && next.length < 120) vote(text, 3);
    else if (/^H[12]$/.test(element.nodeName)) vote(text, 2.5);
  });
  // What the window title says around the paper's title.
  const window = squeeze(doc.title, 800);
  const at = window.toLowerCase().indexOf(title.toLowerCase().slice(0, 60));
  const around =
    at < 0
      ? []
      : [window.slice(0, at), window.slice(at + title.length)].flatMap((text) =>
          text.split(/\s*[|:·»]\s*|\s+[–—-]+\s+/),
        );
  for (const part of new Set([...titleParts(doc), ...around.map((one) => one.trim())])) {
    if (!titleKey.includes(looseKey(part)) && !/\d{3}(?!\d-|\d\))/.test(part)) vote(part, 2);
  }
  for (const { text, element } of zone) {
    if (text.length > 400) continue;
    const cited = /^(?:articles from|published in:?|in:|source:?|journal:)\s+([^.;]{3,120})/i.exec(
      text,
    );
    if (cited && !STRAY.test(cited[1] ?? ''))
      vote(cited[1]?.replace(/\s+are provided here.*$/, '').replace(/,?\s+(?:vol|\d).*$/i, ''), 2);
    const em = element.querySelector('i,em,cite');
    const name = squeeze((em?.textContent ?? '').slice(0, 200), 100);
    const next = text.slice(text.indexOf(name) + name.length);
    // A journal in italics goes on with its volume or year; a species does not.
    if (name && !/\s\p{Ll}{4}/u.test(name) && /^[\s,.;]*(?:vol|\(?\d)/i.test(next)) vote(name, 2);
    const bib = /\b(?:journal|booktitle)\s*=\s*[{"]+([^{}"]{3,200})[}"]/i.exec(text);
    if (bib) vote(bib[1], 3);
    const bibYear = /\byear\s*=\s*[{"]*(\d{4})/i.exec(text);
    if (bibYear) raw.year ??= bibYear[1];
    if (marks(element) & FURNITURE && />|›|»/.test(text)) {
      for (const part of text.split(/\s*[>›/»|]\s*/)) if (!STRAY.test(part)) vote(part, 1.2);
    }
  }
  let best: { name: string; weight: number } | undefined;
  const all = [...votes.values()];
  for (const { name, weight: own } of all) {
    // A name that is spelled out takes the votes of its short form.
    const short = all.filter(
      (one) => one.name !== name && one.name.length < name.length && abbreviates(one.name, name),
    );
    const weight = short.reduce((sum, one) => sum + one.weight, own);
    if (!best || weight > best.weight) best = { name, weight };
  }
  if (best && best.weight >= 2) raw.containerTitle = best.name;
  const year = raw.year ?? readDate(zone, marks);
  if (year) raw.year = year;
  if (shortForm) raw.shortTitle = shortForm;
  for (const field of Object.keys(raw) as (keyof Raw)[]) if (!raw[field]) delete raw[field];
  return raw;
}
