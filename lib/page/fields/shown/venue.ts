/** Journal, year, volume, issue and pages as the page shows them: citation line, labels, window title. */

import * as dom from '../../../dom';
import { squeeze, yearIn } from '../../../text';
import { readCitation } from '../../../text/citation';
import { readCitationLine, readDatedLine } from '../../view/citation-line';
import { abbreviates, JournalVotes, mayBeJournal, STRAY } from '../../view/journal-name';
import { FURNITURE, type Line, type Marks, OTHERS } from '../../view/lines';
import { aroundTitle, citationElsewhere, ownCitation } from '../../view/own-citation';
import type { Raw } from '../../view/raw';
import { titleParts } from './title';
import { publicationYear, statedYear } from './year';

const JOURNALISH =
  '[class*="ournal"],[id*="ournal"],[class*="publication-title"],[class*="publicationHead"] .title,[id*="productTitle"],[class*="jnl-abbrev"],[property="isPartOf"] [property="name"],#page_title,[class*="logo"],[id*="pub-name"]';
const STRONG_NAME =
  /journal.{0,3}(?:title|name|banner|heading|link)|publication.?(?:title|head)|productTitle|jnl|page_title|pub-name/i;
/** Labels in front of a venue of its own. */
const LABEL =
  /^(?:volume|venue|journal|published in|in|series|conference|book title|proceedings|periodical|publication(?: title)?|host publication(?: title)?|journal title|revue|zeitschrift|revista|rivista|czasopismo|журнал|収録刊行物|掲載誌|part of)\s*:?$/i;

/** Words that a serial's name has and a section's has not. */
const SERIAL =
  /\b(?:journal|annals|proceedings|transactions|bulletin(?! board)|archives|quarterly|database|revista|revue)\b/i;

/** What the page shows about where and when the paper appeared. */
export function visibleVenue(
  doc: Document,
  title: string,
  zone: readonly Line[],
  marks: Marks,
  selfCitation?: Element,
): Raw & { shortTitle?: string } {
  const raw: Raw & { shortTitle?: string } = {};
  const votes = new JournalVotes(title);
  let shortForm = readCitationLine(zone, marks, raw);
  const citation = selfCitation ?? ownCitation(zone, title) ?? citationElsewhere(doc, title, marks);
  if (citation) {
    const own = voteSelfCitation(citation, title, marks, raw, votes);
    shortForm ??= own;
  }
  votes.vote(shortForm, 2.5);
  for (const line of zone) {
    // The name in full, beside the line that has it in short.
    if (shortForm && line.text.length < 100 && abbreviates(shortForm, line.text))
      votes.vote(line.text, 1);
    const dated = readDatedLine(line);
    if (!dated) continue;
    votes.vote(dated.venue, 2);
    raw.year ??= dated.year;
  }
  voteNamed(doc, marks, votes);
  voteNeighbours(zone, marks, votes);
  voteWindowTitle(doc, title, votes);
  for (const line of zone) if (line.text.length <= 400) voteLine(line, marks, raw, votes);
  const journal = votes.winner();
  if (journal) raw.containerTitle = journal;
  const year = raw.year ?? statedYear(doc, marks) ?? publicationYear(zone, marks);
  if (year) raw.year = year;
  if (shortForm) raw.shortTitle = shortForm;
  for (const field of Object.keys(raw) as (keyof Raw)[]) if (!raw[field]) delete raw[field];
  return raw;
}

/** What follows a journal's name in a citation: its volume or its year. */
const GOES_ON = /^[\s.,;]*(?:vol|année|v?\(?\d)/i;
/** A name in italics in the page's own citation: enough where its volume follows, else a book's or a species' name may be. */
const NAMED_WITH_VOLUME = 2;
const IN_ITALICS = 1.5;

/**
 * "How to cite": what follows the title is the journal, the year may stand before it.
 * @returns the journal that the rest of the citation opens with
 */
function voteSelfCitation(
  citation: Element,
  title: string,
  marks: Marks,
  raw: Raw,
  votes: JournalVotes,
): string | undefined {
  const { before, after: tail } = aroundTitle(citation, title);
  const line = { text: tail, element: citation, after: true, holders: [] };
  const had = { ...raw };
  let own = tail ? readCitationLine([line], marks, raw) : undefined;
  Object.assign(raw, had);
  raw.year ??= String(yearIn(before) ?? yearIn(tail) ?? '') || undefined;
  for (const em of dom.querySelectorAll(citation, 'i,em,cite')) {
    const name = squeeze(dom.textContent(em) ?? '', 200);
    if (votes.isTitle(name)) continue;
    const at = tail.indexOf(name);
    const goesOn = at >= 0 && GOES_ON.test(tail.slice(at + name.length));
    votes.vote(name, goesOn ? NAMED_WITH_VOLUME : IN_ITALICS);
    // What is before it in the line is the authors, without a full stop.
    if (goesOn && own?.endsWith(name)) own = name;
  }
  // The grammar reads what no line of its own has: "In: Prefect P (eds) Book of Things", "Journal of Foo, 27 (1)".
  const said = tail ? readCitation(`${before} ${title}. ${tail}`).container : undefined;
  const container = said && mayBeJournal(said) && !votes.inTitle(said) ? said : undefined;
  const book = /^in:?\s/i.test(tail) ? container : undefined;
  votes.vote(book, 3);
  if (!book) votes.vote(own, 2);
  if (!book && (own === undefined || !container?.endsWith(own))) votes.vote(container, 2);
  return book ?? own;
}

/** Elements whose own names say that they name the journal: banners, logos. */
function voteNamed(doc: Document, marks: Marks, votes: JournalVotes): void {
  const named = doc.querySelectorAll(JOURNALISH);
  const once = new Set<string>();
  for (let i = 0; i < named.length && i < 150 && once.size < 10; i++) {
    const element = named[i] as Element;
    // A page's first heading names its journal even where it stands in the navigation.
    const not = dom.nodeName(element) === 'H1' ? OTHERS : OTHERS | FURNITURE;
    if (dom.childElementCount(element) > 6 || marks(element) & not) continue;
    const shown = squeeze((dom.textContent(element) ?? '').slice(0, 300), 200);
    const name =
      shown ||
      dom.getAttribute(element, 'alt') ||
      dom.getAttribute(element, 'title') ||
      dom.querySelector(element, 'img')?.getAttribute('alt') ||
      '';
    if (
      !mayBeJournal(name) ||
      STRAY.test(name.replace(/(?<!\s)\s+(?:logo|home\s?page)$/i, '')) ||
      once.has(name)
    )
      continue;
    once.add(name);
    const label = `${dom.getAttribute(element, 'class')} ${dom.id(element)}`;
    votes.vote(
      name,
      STRONG_NAME.test(label)
        ? 3
        : /^H1$/.test(dom.nodeName(element))
          ? 2.5
          : /logo|brand/i.test(label)
            ? 1
            : 1.2,
    );
  }
}

/** What stands beside a label ("Published in", "Volume 3") or is a heading above the title. */
function voteNeighbours(zone: readonly Line[], marks: Marks, votes: JournalVotes): void {
  zone.forEach(({ text, element, after }, i) => {
    // A label after a label: the first had no value.
    const empty =
      /^(?:H\d|DT|TH)$/.test(dom.nodeName(element)) &&
      dom.nodeName(element) === dom.nodeName(zone[i - 1]?.element);
    const before = empty ? '' : (zone[i - 1]?.text ?? '');
    if (
      LABEL.test(before) &&
      text.length < 200 &&
      text.split(' ').length > (/vol/i.test(before) ? 2 : 0)
    )
      votes.vote(text, 3);
    // "Database of Foo Reviews | Review"
    if (!after && text.length < 200)
      for (const part of text.includes(' | ') ? text.split(' | ') : [])
        if (SERIAL.test(part) && !STRAY.test(part)) votes.vote(part, 2);
    const next = zone[i + 1]?.text ?? '';
    if (after || text.length > 200 || STRAY.test(text) || marks(element) & OTHERS) return;
    if (/\bvol(?:ume|\.)?\s*\d|\bissue\s*\d/i.test(next) && next.length < 120) votes.vote(text, 3);
    else if (/^H[12]$/.test(dom.nodeName(element))) votes.vote(text, 2.5);
  });
}

/** What the window title says around the paper's title. */
function voteWindowTitle(doc: Document, title: string, votes: JournalVotes): void {
  const window = squeeze(doc.title, 800);
  const at = window.toLowerCase().indexOf(title.toLowerCase().slice(0, 60));
  const around =
    at < 0
      ? []
      : [window.slice(0, at), window.slice(at + title.length)].flatMap((text) =>
          text.split(/ ?[|:·»] ?| [–—-]+ /),
        );
  // "Title - Author - 2011 - Journal - Publisher"
  const cited = / [-–—] ([^|]{2,40}?) [-–—] (?:19|20)\d\d [-–—] /.exec(window);
  for (const part of new Set([...titleParts(doc), ...around.map((one) => one.trim())])) {
    if (part === cited?.[1] || votes.inTitle(part)) continue;
    if (!/(?<![A-Za-z])\d{3}(?!\d-|\d\))/.test(part)) votes.vote(part, 2);
  }
}

/** What a line says by itself: "Articles from X", a name in italics before a volume, BibTeX, a breadcrumb. */
function voteLine(
  { text, element, after }: Line,
  marks: Marks,
  raw: Raw,
  votes: JournalVotes,
): void {
  const cited = /^(?:articles from|published in:?|in:|source:?|journal:)\s+([^.;]{3,120})/i.exec(
    text,
  );
  const source = (cited?.[1] ?? '')
    .replace(/ are provided here.*/s, '')
    .replace(/(?<![\s,(])[\s,(]+(?:vol|\d).*/is, '');
  // "Source type" is a label of its own.
  if (source && !/^\p{Ll}+$/u.test(source) && !STRAY.test(source)) votes.vote(source, 2);
  const em = dom.querySelector(element, 'i,em,cite');
  const name = squeeze((dom.textContent(em) ?? '').slice(0, 200), 100);
  const next = text.slice(text.indexOf(name) + name.length);
  // A journal in italics goes on with its volume or year; a species does not.
  if (name && !/\s\p{Ll}{4}/u.test(name) && GOES_ON.test(next)) votes.vote(name, NAMED_WITH_VOLUME);
  const bib = /\b(?:journal|booktitle)\s*=\s*[{"]+([^{}"]{3,200})[}"]/i.exec(text);
  if (bib) votes.vote(bib[1], 3);
  const bibYear = /\byear\s*=\s*[{"]*(\d{4})/i.exec(text);
  if (bibYear) raw.year ??= bibYear[1];
  if (marks(element) & FURNITURE && (after ? /[>›»]/ : /[>›»]|\s\/\s/).test(text)) {
    for (const part of text.split(/ ?[>›/»|] ?/))
      if (!STRAY.test(part)) votes.vote(part, SERIAL.test(part) ? 2 : 1.2);
  }
}
