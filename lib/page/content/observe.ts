/**
 * Looks at a page: its address, its metadata and the text of its article, bounded and without layout.
 * Furniture is left out, because it stays when the content changes and changes when the content stays.
 */
import * as dom from '../../dom';
import { squeeze } from '../../text';
import { vocabularyOf } from '../view/meta-tags';
import { LEAST, MOST_OF_BLOCK, type Observation, observationOf } from './observation';

const MOST_BLOCKS = 4_000;
const MOST_HEADINGS = 8;
const MOST_FRAMES = 10;
/** With less text than this in its own tree, a page may have its article in shadow roots. */
const LITTLE_TEXT = 400;
const MOST_ELEMENTS = 20_000;

const FURNITURE =
  'nav,footer,aside,dialog,[role="navigation"],[role="contentinfo"],[role="complementary"],[role="dialog"],[role="alert"],[role="status"]';
const SILENT = /^(?:script|style|noscript|template|textarea|select|option|title)$/;
const INLINE =
  /^(?:a|abbr|b|bdi|bdo|cite|code|em|font|i|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr)$/;

export function observe(doc: Document, url: string): Observation {
  const own = doc.body ? blocksOf(doc.body) : [];
  const roots = rootsOf(doc, own);
  const blocks = roots.flatMap((root) => (root === doc.body ? own : blocksOf(root)));
  return observationOf({
    url,
    title: squeeze(doc.title, 600),
    metadata: metadataOf(doc).map(({ key }) => key),
    headings: roots.flatMap(headingsOf).slice(0, MOST_HEADINGS),
    blocks: blocks.slice(0, MOST_BLOCKS).map(({ text }) => text),
  });
}

/** A tree of text. */
type Root = Element | ShadowRoot;

/** The page's own tree, those of its frames, and where there is little text, of its open shadow roots. */
function rootsOf(doc: Document, own: readonly Block[]): Root[] {
  if (!doc.body) return [];
  const roots: Root[] = [doc.body];
  for (const frame of [...doc.querySelectorAll('iframe')].slice(0, MOST_FRAMES)) {
    const inner = contentOf(frame);
    if (inner?.body) roots.push(inner.body);
  }
  const length = own.reduce((sum, { text }) => sum + text.length, 0);
  if (length >= LITTLE_TEXT) return roots;
  const elements = dom.getElementsByTagName(doc.body, '*');
  for (let i = 0; i < elements.length && i < MOST_ELEMENTS; i += 1) {
    const shadowRoot = dom.shadowRoot(elements[i] as Element);
    if (shadowRoot) roots.push(shadowRoot);
  }
  return roots;
}

function contentOf(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null; // another origin
  }
}

function headingsOf(root: Root): string[] {
  const all = dom.isShadowRoot(root)
    ? root.querySelectorAll('h1')
    : dom.querySelectorAll(root, 'h1');
  return [...all]
    .slice(0, 4 * MOST_HEADINGS)
    .filter((heading) => !heading.closest(FURNITURE))
    .map((heading) => squeeze(heading.textContent ?? '', 300))
    .filter(Boolean);
}

export interface Block {
  element: Element;
  text: string;
}

/** The blocks of prose under a node, in document order, without furniture. */
export function blocksOf(root: Node): Block[] {
  const doc = dom.ownerDocument(root) ?? (root as Document);
  const walker = doc.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const blocks: Block[] = [];
  let element: Element | null = null;
  let text = '';
  const end = () => {
    const block = text.length >= LEAST ? squeeze(text, MOST_OF_BLOCK) : '';
    if (element && block.length >= LEAST && !dom.closest(element, FURNITURE))
      blocks.push({ element, text: block });
    text = '';
  };
  for (
    let node = walker.nextNode();
    node && blocks.length < MOST_BLOCKS;
    node = walker.nextNode()
  ) {
    const holder = blockOf(node);
    if (!holder) continue;
    if (holder !== element) {
      end();
      element = holder;
    }
    // Four times: what `squeeze` reads at most.
    if (text.length < 4 * MOST_OF_BLOCK) text += (node as Text).data;
  }
  end();
  return blocks;
}

/** The element that a place is a line or paragraph of; null where nothing is shown. */
export function blockOf(place: Node): Element | null {
  let element = dom.isElement(place) ? place : dom.parentElement(place);
  if (!element || SILENT.test(dom.localName(element))) return null;
  for (;;) {
    const above: Element | null = dom.parentElement(element);
    if (!above || !INLINE.test(dom.localName(element))) return element;
    element = above;
  }
}

/** A statement of the page's metadata. */
export interface Statement {
  element: Element;
  /** Of which vocabulary: the statements of one vocabulary are renewed together. */
  vocabulary: string;
  /** Whether it names the work (identifier, title, address), rather than describing it. */
  names: boolean;
  /** Equal for the same statement. */
  key: string;
}

const NAMING = /doi|pmid|pmcid|arxiv|identifier|id_number|title(?!_abbrev)|_url$/;
const NOT_THE_WORK = /journal|conference|book|series|inbook/;

/** The metadata of a page about a work: meta tags, the canonical link, JSON-LD, COinS. */
export function metadataOf(doc: Document): Statement[] {
  const found: Statement[] = [];
  const add = (element: Element, vocabulary: string, value: string | null, names = true) => {
    if (value) found.push({ element, vocabulary, names, key: `${vocabulary}\n${value}` });
  };
  for (const element of doc.querySelectorAll(
    'meta,link[rel="canonical" i],script[type="application/ld+json"],span.Z3988',
  )) {
    const localName = dom.localName(element);
    if (localName === 'link') add(element, 'canonical', dom.getAttribute(element, 'href'));
    else if (localName === 'script') add(element, 'json-ld', dom.textContent(element));
    else if (localName === 'span') add(element, 'coins', dom.getAttribute(element, 'title'));
    else {
      const name = (
        dom.getAttribute(element, 'name') ??
        dom.getAttribute(element, 'property') ??
        ''
      )
        .trim()
        .toLowerCase();
      const vocabulary = vocabularyOf(name);
      if (!vocabulary) continue;
      const value = dom.getAttribute(element, 'content') ?? dom.getAttribute(element, 'value');
      const names = NAMING.test(name) && !NOT_THE_WORK.test(name);
      add(element, vocabulary, value && `${name}\n${value.slice(0, 500)}`, names);
    }
  }
  return found;
}
