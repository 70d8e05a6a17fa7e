/**
 * scite report pages: the statements that cite one paper, with scite's own class of each.
 *
 * Only the text of such pages is known here, not their markup, and markup changes: so this reads the page as a
 * stream of text. A quote opens with “… and ends with …”; what follows, up to the next quote, is its section,
 * its class and its confidence. scite's class is a machine label: it is never counted as a reader's tag.
 */
import * as dom from '../dom';
import { cleanDoi, squeeze } from '../text';
import { OPEN, readCiting, type SciteCiting } from './scite-citing';
import type { ListEntry, Recognised, SitePaper } from './types';

export type SciteLabel = 'supporting' | 'mentioning' | 'contrasting';

/** One citation statement of a report. */
export interface SciteStatement {
  /** Without the outer quotation marks and ellipses. */
  quote: string;
  label: SciteLabel;
  /** 0..1 */
  confidence: number | null;
  /** As printed ("Discussion"), null when the report names none. */
  section: string | null;
  /** The paper that says it, where the report shows which. */
  citing: SciteCiting | null;
  /** The smallest element that holds the whole quote. */
  element: Element;
}

/** A scite report page, read. */
export interface SciteReport {
  doi: string | null;
  title: string | null;
  year: number | null;
  /** Distinct statements, in page order. */
  statements: SciteStatement[];
  /** Statements printed on the page, doubles included. */
  shown: number;
  /** "Cited by 36 publications" */
  publications: number | null;
  /** "(35 citation statements)" */
  statementsTotal: number | null;
  /** "References 71 publications" */
  references: number | null;
  /** scite's own tallies, when all three stand together on the page. */
  tallies: Record<SciteLabel, number> | null;
}

const CLOSE = /(?:…|\.\.\.)\s*[”"]/;
const LABEL = /\b(support(?:ing|s)?|mention(?:ing|s)?|contrast(?:ing|s)?|disput(?:ing|es))\b/i;
const BOILERPLATE =
  /scite is a (?:\p{L}+-based )?(?:organi[sz]ation|company|platform) that helps researchers/iu;
const MOST_STATEMENTS = 2_000;

function labelOf(word: string): SciteLabel {
  if (/^support/i.test(word)) return 'supporting';
  return /^mention/i.test(word) ? 'mentioning' : 'contrasting';
}

/** The page's text with, for each stretch of it, the text node it came from. */
function readStream(doc: Document): { text: string; starts: number[]; nodes: Text[] } {
  const nodes: Text[] = [];
  const starts: number[] = [];
  let text = '';
  if (!doc.body) return { text, starts, nodes };
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node && text.length < 4_000_000; ) {
    if (!/^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/i.test(dom.nodeName(node.parentElement) ?? '')) {
      nodes.push(node);
      // Blocks part words; "<em>" inside a word does not.
      const before = nodes.at(-2)?.parentElement;
      const here = node.parentElement;
      const joined =
        before &&
        here &&
        before !== here &&
        (dom.contains(before, here) || dom.contains(here, before)) &&
        /^(?:EM|I|B|STRONG|SUB|SUP|MARK|U)$/.test(
          dom.contains(before, here) ? dom.nodeName(here) : dom.nodeName(before),
        );
      if (text && !joined) text += '\n';
      starts.push(text.length);
      text += node.data;
    }
    node = walker.nextNode() as Text | null;
  }
  return { text, starts, nodes };
}

function nodeAt(stream: { starts: number[]; nodes: Text[] }, offset: number): Text | undefined {
  let low = 0;
  let high = stream.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stream.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return stream.nodes[low];
}

function holder(first: Text | undefined, last: Text | undefined): Element | null {
  let element = first?.parentElement ?? null;
  while (element && last && !dom.contains(element, last)) element = dom.parentElement(element);
  return element;
}

const number = (text: string | undefined) => (text ? Number(text.replace(/[,.\s]/g, '')) : null);

/** The three tallies stand in one order on scite: supporting, mentioning, contrasting, under "Citation Types". */
function talliesIn(text: string): Record<SciteLabel, number> | null {
  const named: Partial<Record<SciteLabel, number>> = {};
  for (const found of text.matchAll(/(\d[\d,]{0,8})\s*(supporting|mentioning|contrasting)\b/gi)) {
    named[labelOf(found[2] ?? '')] ??= number(found[1]) ?? 0;
  }
  const { supporting, mentioning, contrasting } = named;
  if (supporting !== undefined && mentioning !== undefined && contrasting !== undefined) {
    return { supporting, mentioning, contrasting };
  }
  const bare = /citation types\s+(\d[\d,]{0,8})\s+(\d[\d,]{0,8})\s+(\d[\d,]{0,8})\s/i.exec(text);
  return bare
    ? {
        supporting: number(bare[1]) ?? 0,
        mentioning: number(bare[2]) ?? 0,
        contrasting: number(bare[3]) ?? 0,
      }
    : null;
}

/** "Section: Discussionmentioning confidence: 99%": the parts of what stands between two quotes. */
function readTail(tail: string): Pick<SciteStatement, 'label' | 'confidence' | 'section'> | null {
  const text = tail.slice(0, 900);
  const confidence = /confidence:?\s*(\d{1,3}(?:\.\d+)?)\s*%/i.exec(text);
  const head = text.slice(0, confidence ? confidence.index : 400);
  const section = /section:\s*([^\n]{1,160})/i.exec(head)?.[1] ?? '';
  // In running text the label is glued to the section's name: "Discussionmentioning".
  const glued = /(supporting|mentioning|contrasting|disputing)\s*$/i.exec(head.trimEnd());
  const label = glued?.[1] ?? LABEL.exec(head.replace(/section:[^\n]*/i, ''))?.[1];
  if (!label) return null;
  const name = squeeze(
    section.trimEnd().replace(/(?:supporting|mentioning|contrasting|disputing)$/i, ''),
    160,
  ).replace(/(?:\.{3}|…)$/, '');
  return {
    label: labelOf(label),
    confidence: confidence ? Math.min(1, Number(confidence[1]) / 100) : null,
    section: name || null,
  };
}

const ON_SCITE = /^https?:\/\/(?:www\.)?scite\.ai\/reports?\//i;

/** A report by its address, or a saved copy by the words that every report carries. */
export function recogniseScite(doc: Document, url: string): Recognised | null {
  const here = ON_SCITE.test(url);
  if (!here && !/\bscite\b/i.test(doc.title)) return null;
  if (!here && !(doc.body && readDoi(doc).doi)) return null;
  return {
    site: 'scite',
    kind: 'citation-list',
    representation: 'scite-report',
    reason: 'a scite report lists statements that cite one paper',
  };
}

/** The paper that a report is about. */
export function readScitePaper(doc: Document): SitePaper {
  const { doi, title, year } = doc.body ? readHead(doc) : ({} as Partial<SciteReport>);
  return { ...(doi && { doi }), ...(title && { title }), ...(year && { year: String(year) }) };
}

/** The reported paper's DOI is the first on the page; its year may be before it. */
function readDoi(doc: Document): Pick<SciteReport, 'doi' | 'year'> {
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  let doi: string | null = null;
  let year: number | null = null;
  let label = '';
  for (let i = 0; i < 250 && !doi; i++) {
    const node = walker.nextNode() as Text | null;
    if (!node) break;
    if (/^(?:SCRIPT|STYLE|NOSCRIPT)$/i.test(dom.nodeName(node.parentElement) ?? '')) continue;
    const text = squeeze(node.data, 400);
    if (/^(?:1[5-9]|20)\d\d$/.test(text)) year ??= Number(text);
    if (/doi/i.test(label + text)) doi = cleanDoi(text);
    if (text) label = text;
  }
  return { doi, year };
}

/** The reported paper, with its title from the first heading. */
function readHead(doc: Document): Pick<SciteReport, 'doi' | 'title' | 'year'> {
  const heading = doc.querySelector('h1') ?? doc.querySelector('h2');
  const window = squeeze(doc.title, 600).replace(
    / ?(?<![-–|[])[-–|[]+ ?(?:\[?scite report\]?|scite.*)$/is,
    '',
  );
  const title = squeeze(heading?.textContent ?? '', 600);
  return { ...readDoi(doc), title: (title.length > 12 ? title : window) || null };
}

/**
 * Reads a scite report.
 * @returns empty lists and nulls where the page says nothing; never throws on unknown markup
 */
export function readSciteReport(doc: Document): SciteReport {
  const stream = readStream(doc);
  const { text } = stream;
  const report: SciteReport = {
    doi: null,
    title: null,
    year: null,
    ...(doc.body ? readHead(doc) : {}),
    statements: [],
    shown: 0,
    publications: number(/cited by\s+(\d[\d,]*)\s+publications?/i.exec(text)?.[1]),
    statementsTotal: number(/\(\s*(\d[\d,]*)\s+citation statements?\s*\)/i.exec(text)?.[1]),
    references: number(/references\s+(\d[\d,]*)\s+publications?/i.exec(text)?.[1]),
    tallies: talliesIn(text),
  };
  const seen = new Set<string>();
  const sizes = new Map<Element, boolean>();
  let at = 0;
  for (let i = 0; i < MOST_STATEMENTS; i++) {
    const open = OPEN.exec(text.slice(at));
    if (!open) break;
    const start = at + open.index;
    const body = start + open[0].length;
    const rest = text.slice(body, body + 8_000);
    const close = CLOSE.exec(rest);
    const again = OPEN.exec(rest);
    // A quote that is not closed before the next one opens is no statement.
    if (!close || (again && again.index < close.index)) {
      at = body;
      continue;
    }
    const end = body + close.index;
    const after = end + close[0].length;
    const next = OPEN.exec(text.slice(after, after + 2_000));
    const tail = readTail(text.slice(after, next ? after + next.index : after + 900));
    at = after;
    const quote = squeeze(text.slice(body, end), 6_000);
    if (!tail || quote.length < 12 || BOILERPLATE.test(quote)) continue;
    report.shown++;
    const key = quote.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
    const [first, last] = [nodeAt(stream, start), nodeAt(stream, end)];
    const element = holder(first, last);
    if (seen.has(key) || !element || !first || !last) continue;
    seen.add(key);
    const citing = readCiting(first, last, report, sizes);
    report.statements.push({ quote, ...tail, citing, element });
  }
  return report;
}

/** The citing papers of a report, as far as it names them: a list entry is a paper, not a statement. */
export function readSciteEntries(doc: Document): ListEntry[] {
  const known = new Set<string>();
  return readSciteReport(doc).statements.flatMap(({ citing, element }) => {
    const name = citing?.doi ?? citing?.title;
    if (!citing || !name || known.has(name)) return [];
    known.add(name);
    const { authors, title = name, ...rest } = citing;
    return [{ title, ...rest, ...(authors && { authors: authors.join(', ') }), element }];
  });
}
