/**
 * A page without what earlier contents left in it: an inert copy for the page reader, which then cannot believe a
 * DOI that stayed in the head, or a title that stayed in the window, when another article came.
 */
import * as dom from '../../dom';
import type { Content } from './content';
import { hashOf } from './observation';
import { blocksOf, metadataOf } from './observe';
import type { Reading } from './tracker';

/**
 * The page as a reading wants it: the document itself where nothing is stale, else a copy without metadata and
 * window title that are unchanged since, and without the text of the content beside.
 */
export function withoutStale(doc: Document, { of, stale, beside }: Reading): Document {
  const oldTitle = stale.title !== null && stale.title === of.title;
  const oldMetadata = [...stale.metadata].some((key) => of.metadata.has(key));
  if (!oldTitle && !oldMetadata && !beside) return doc;
  const copy = doc.implementation.createHTMLDocument(oldTitle ? '' : doc.title);
  const { documentElement: root } = doc;
  const html = copy.documentElement as HTMLHtmlElement;
  html.setAttribute('lang', dom.getAttribute(root, 'lang') ?? '');
  const left = new Set<Element>(staleElements(doc, stale.metadata));
  if (beside && doc.body) for (const element of elementsOf(doc.body, beside)) left.add(element);
  for (const element of doc.head?.querySelectorAll('meta,link[rel="canonical" i],script') ?? [])
    if (!left.has(element)) copy.head.append(copy.importNode(element, true));
  if (doc.body) html.replaceChild(copyWithout(doc.body, left, copy), copy.body);
  return copy;
}

/** The statements to leave out: what names the work when it is unchanged, and the rest of a vocabulary that is. */
function staleElements(doc: Document, before: ReadonlySet<string>): Element[] {
  const statements = metadataOf(doc);
  const renewed = new Set(
    statements.filter(({ names, key }) => names && !before.has(key)).map((one) => one.vocabulary),
  );
  return statements
    .filter(({ vocabulary, names, key }) => before.has(key) && (names || !renewed.has(vocabulary)))
    .map(({ element }) => element);
}

/** The largest elements that contain text of a content, and none that is not its own. */
function elementsOf(root: Element, content: Content): Element[] {
  const own = new Set<Element>();
  const mixed = new Set<Element>([root]);
  for (const { element, text } of blocksOf(root)) {
    if (content.has(hashOf(text))) own.add(element);
    else
      for (let el: Element | null = element; el && !mixed.has(el); el = dom.parentElement(el))
        mixed.add(el);
  }
  return [...own].flatMap((element) => {
    if (mixed.has(element)) return [];
    let whole = element;
    for (;;) {
      const above: Element | null = dom.parentElement(whole);
      if (!above || mixed.has(above)) return [whole];
      whole = above;
    }
  });
}

function copyWithout(body: Element, left: ReadonlySet<Element>, into: Document): Element {
  const copy = into.importNode(body, true);
  // Both lists are in document order; the copy's follows its tree, so it is held before anything goes.
  const copies = [...dom.getElementsByTagName(copy, '*')];
  for (const [i, element] of [...dom.getElementsByTagName(body, '*')].entries())
    if (left.has(element)) dom.remove(copies[i]);
  return copy;
}
