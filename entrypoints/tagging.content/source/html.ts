/** A web page as what is read: its text is the document's, and it may be rendered anew at any time. */
import * as dom from '../../../lib/dom';
import { yieldNow } from '../../../lib/dom';
import { readStructureInSteps } from '../../../lib/page';
import type { PageStructure } from '../../../lib/page/types';
import { documentsOf, isShown } from '../../../lib/paint';
import type { Medium } from './medium';
import { reveal } from './reveal';
import { caretAt } from './shadow';
import { shownPage } from './shown';

/** @param signal ends with the script */
export function htmlPage(doc: Document, signal: AbortSignal): Medium {
  /** Of the text that was read, UTF-16 units. */
  let length = 0;
  /** So much text more or less is another text: more, after the page was read again and was the same. */
  let least = SHORTEST_STATEMENT;
  /** The sentences as they were read last, as one text. */
  let told: string | null = null;
  /** What the page did not show when it was read: tabs, panels, answers. */
  let unseen: Element[] = [];
  return {
    page: shownPage(doc, signal),
    root: () => doc.body,
    // A page is all text, frames included.
    holds: () => true,
    // The toolbar knows its own.
    isOurs: () => false,
    async structure(reading) {
      const article = articleDocument(doc);
      length = lengthOf(article);
      const structure = await readStructureInSteps(article, { signal: reading, yieldNow });
      const now = structure.sentences.map(({ text }) => text).join('\n');
      // A banner that comes and goes beside the article would have all of it read before each selection.
      least = now === told ? Math.min(2 * least, MOST_UNREAD) : SHORTEST_STATEMENT;
      told = now;
      unseen = (structure.unseen ?? []).slice(0, MOST_UNSEEN).filter((one) => !isVisible(one));
      return structure;
    },
    hasChanged({ sentences }: PageStructure) {
      const news = Math.abs(lengthOf(articleDocument(doc)) - length);
      // What comes late to a page without sentences may be its article.
      if (!sentences.length) return news > 0 || unseen.some(isVisible);
      // Clocks and counters change all the time; a statement that came or went is longer.
      if (news >= least || unseen.some(isVisible)) return true;
      // A page that rendered its article anew has taken the nodes of our ranges out of the document.
      return [sentences[0], sentences[sentences.length >> 1], sentences.at(-1)].some(
        (s) => s && !isShown(s.range().startContainer),
      );
    },
    inSight: () => viewportStart(doc),
    reveal: async (range) => reveal(range),
  };
}

/** UTF-16 units of text that make a difference to what can be tagged. */
const SHORTEST_STATEMENT = 40;
/** A section has more: it is read, whatever else the page did before. */
const MOST_UNREAD = 16 * SHORTEST_STATEMENT;
/** As many hidden elements as are looked at again: a page has a few panels, and menus. */
const MOST_UNSEEN = 300;

const isVisible = (element: Element): boolean =>
  dom.checkVisibility(element, { visibilityProperty: true, opacityProperty: true }) === true;

/** Of a document's text with that of its shadow trees. */
function lengthOf({ body }: Document): number {
  if (!body) return 0;
  const roots = dom.shadowRootsIn(body).map((root) => root.textContent?.length ?? 0);
  return roots.reduce((sum, one) => sum + one, dom.textContent(body).length);
}

/** The document that holds the article's text: the page's own, or a frame that holds far more text. */
function articleDocument(doc: Document): Document {
  const [own, ...frames] = documentsOf(doc).map((one) => ({
    doc: one,
    length: lengthOf(one),
  }));
  const fullest = frames.sort((a, b) => b.length - a.length)[0];
  return own && fullest && fullest.length > 2 * own.length ? fullest.doc : doc;
}

/** Where the reader is: a collapsed range at the text nearest to the top of the viewport. */
function viewportStart(doc: Document): Range | null {
  const view = doc.defaultView;
  if (!view) return null;
  const caret = caretAt(doc, view.innerWidth / 2, 8);
  if (!caret) return null;
  const range = doc.createRange();
  range.setStart(caret.offsetNode, caret.offset);
  return range;
}
