/**
 * Who says a statement of a scite report: what the statement's own card shows of the citing paper. The markup is not
 * known (scite.ts), so this reads what such cards have in common: one quote, a title, links, and short lines. Links of
 * the quote itself lead to what it cites, and are left alone.
 */
import * as dom from '../dom';
import { cleanDoi, doiOfUrl, isWebAddress, looksLikeName, splitNames, squeeze } from '../text';

/** The citing paper, as far as a report shows it; each field as shown. */
export interface SciteCiting {
  title?: string;
  doi?: string;
  /** Of a page of the paper itself, not of scite's. */
  url?: string;
  authors?: string[];
  year?: number;
  containerTitle?: string;
}

/** What is known of the page before its statements are read. */
export interface SciteHead {
  doi: string | null;
  title: string | null;
}

/** Opens a quote. */
export const OPEN = /[“"]\s*(?:…|\.\.\.)/;

/** A card holds a quote and a few lines; what is longer holds several. */
const MOST_CARD = 6_000;
/** Levels between a quote and its card. */
const MOST_UP = 8;
/** Shorter headings and links name no paper ("View full text", "Self Cite"). */
const TITLE_FROM = 20;
const MOST_TITLE = 600;
const MOST_LINE = 300;
const MOST_AUTHORS = 200;

/** Words of the card that are scite's own. */
const OWN_WORDS =
  /^(?:section:.*|(?:supporting|mentioning|contrasting|disputing|unclassified)|confidence:?.*|\d{1,3}(?:\.\d+)?\s?%|self[- ]cite|see \d+ more.*|view full text|add to dashboard|cite|show (?:more|less)|read (?:more|less)|help me understand.*|citation types|view report|[|·•\s]*|\d{1,3})$/i;

/**
 * The citing paper of a quote; null where the report does not name it.
 * @param first,last the text nodes in which the quote begins and ends
 * @param sizes verdicts on elements that were looked at before, for all quotes of one reading
 */
export function readCiting(
  first: Text,
  last: Text,
  head: SciteHead,
  sizes: Map<Element, boolean>,
): SciteCiting | null {
  const card = cardOf(first, last, sizes);
  if (!card) return null;
  const quote = dom.ownerDocument(first)?.createRange();
  if (!quote) return null;
  quote.setStartBefore(first);
  quote.setEndAfter(last);
  const outside = (one: Node) => !quote.intersectsNode(one);
  const links = [...dom.querySelectorAll(card, 'a[href]')].filter(outside);
  const titled = titleIn(card, links, outside, head);
  const doi = doiIn(card, links, titled?.link ?? null, outside, head);
  const title = titled?.text;
  if (!title && !doi) return null;
  const url = titled?.link && ownPage(titled.link);
  return {
    ...(title && { title }),
    ...(doi && { doi }),
    ...(url && { url }),
    ...linesOf(card, links, titled?.element ?? null, outside),
  };
}

/** The largest element around a quote that holds no other quote, and not the head of the page. */
function cardOf(first: Text, last: Text, sizes: Map<Element, boolean>): Element | null {
  let at = first.parentElement;
  while (at && !dom.contains(at, last)) at = dom.parentElement(at);
  let card: Element | null = null;
  for (let up = 0; at && up < MOST_UP; up++, at = dom.parentElement(at)) {
    const known = sizes.get(at) ?? isCard(at);
    sizes.set(at, known);
    if (!known) break;
    card = at;
  }
  return card;
}

function isCard(element: Element): boolean {
  if (/^(?:BODY|HTML|MAIN)$/.test(dom.nodeName(element)) || dom.querySelector(element, 'h1'))
    return false;
  const text = dom.textContent(element) ?? '';
  return text.length <= MOST_CARD && text.split(OPEN).length <= 2;
}

interface Titled {
  text: string;
  element: Element;
  link: Element | null;
}

/** A heading, or a link to a report or a DOI, that is not about the reported paper. */
function titleIn(
  card: Element,
  links: readonly Element[],
  outside: (one: Node) => boolean,
  head: SciteHead,
): Titled | null {
  const headings = [...dom.querySelectorAll(card, 'h2,h3,h4,h5,h6')].filter(outside);
  const named = links.filter((link) => /\/reports?\//i.test(hrefOf(link)) || doiOf(link));
  for (const element of [...headings, ...named]) {
    const text = squeeze(dom.textContent(element) ?? '', MOST_TITLE);
    if (text.length <= TITLE_FROM || OWN_WORDS.test(text) || cleanDoi(text) === text) continue;
    const link = links.find((one) => dom.contains(one, element) || dom.contains(element, one));
    const isReported = text === head.title || (link && doiOf(link) === head.doi && head.doi);
    if (!isReported) return { text, element, link: link ?? null };
  }
  return null;
}

/** The DOI of the title's own link, else the only one that the card has beside the quote. */
function doiIn(
  card: Element,
  links: readonly Element[],
  link: Element | null,
  outside: (one: Node) => boolean,
  head: SciteHead,
): string | undefined {
  const own = link && doiOf(link);
  if (own) return own;
  const printed = textsIn(card, outside).map((text) => cleanDoi(text));
  const all = new Set([...links.map(doiOf), ...printed].filter((doi) => doi && doi !== head.doi));
  const [only] = all;
  return all.size === 1 ? (only ?? undefined) : undefined;
}

const hrefOf = (link: Element): string => dom.getAttribute(link, 'href') ?? '';
const doiOf = (link: Element): string | null => doiOfUrl(hrefOf(link));

/** The address of the paper's own page; scite's and the DOI's are kept otherwise or not at all. */
function ownPage(link: Element): string | undefined {
  const href = hrefOf(link);
  if (!isWebAddress(href) || doiOf(link)) return undefined;
  return /^https?:\/\/(?:[^/]+\.)?scite\.ai\//i.test(href) ? undefined : href.slice(0, 2_000);
}

/** The lines of a card beside the quote, in their order. */
function textsIn(card: Element, outside: (one: Node) => boolean): string[] {
  const walker = dom.ownerDocument(card)?.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walker?.nextNode(); node; node = walker?.nextNode()) {
    const text = squeeze((node as Text).data, MOST_LINE).trim();
    if (text && outside(node) && !OWN_WORDS.test(text)) texts.push(text);
  }
  return texts;
}

/** Authors, year and journal: by the links that scite gives them, else by the lines after the title. */
function linesOf(
  card: Element,
  links: readonly Element[],
  title: Element | null,
  outside: (one: Node) => boolean,
): Pick<SciteCiting, 'authors' | 'year' | 'containerTitle'> {
  const texts = textsIn(card, (one) => outside(one) && !(title && dom.contains(title, one)));
  const at = texts.findIndex((text) => YEAR_LINE.test(text));
  const dated = YEAR_LINE.exec(texts[at] ?? '');
  const linked = (path: RegExp) =>
    links
      .filter((link) => path.test(hrefOf(link)))
      .map((link) => squeeze(dom.textContent(link) ?? '', MOST_LINE).trim())
      .filter(Boolean);
  const byLink = linked(/\/authors?\//i);
  const before = at < 0 ? [] : [...texts.slice(0, at), dated?.[1] ?? ''];
  // Some of the authors are not the authors: better none than a list that looks whole.
  const isCut = texts.some((text) => /\bet\.? al\b/i.test(text));
  const names = isCut ? [] : byLink.length ? byLink : before.flatMap(namesIn);
  const journal = linked(/\/journals?\//i)[0] ?? (at < 0 ? undefined : texts[at + 1]);
  return {
    ...(names.length && { authors: names.slice(0, MOST_AUTHORS) }),
    ...(dated && { year: Number(dated[2]) }),
    ...(journal && /\p{Lu}/u.test(journal) && !cleanDoi(journal) && { containerTitle: journal }),
  };
}

/** "2022", "Doe et al. 2022": a line that ends with the year. */
const YEAR_LINE = /^(.{0,200}?)[\s,·(]*\b((?:1[5-9]|20)\d\d)\)?\.?$/;

/** The names in a line; none where one of its parts is not a name. */
function namesIn(line: string): string[] {
  const text = line.replace(/[\d*†‡]+/g, '').trim();
  const names = text ? splitNames(text).filter((name) => /\p{L}/u.test(name)) : [];
  return names.every((name) => looksLikeName(name) || /^\p{Lu}[\p{L}'-]+$/u.test(name))
    ? names
    : [];
}
