/** A web page as what is read: its text is the document's, and it may be rendered anew at any time. */
import * as dom from '../../../lib/dom';
import { yieldNow } from '../../../lib/dom';
import { readStructureInSteps } from '../../../lib/page';
import type { PageStructure } from '../../../lib/page/types';
import { documentsOf, isShown } from '../../../lib/paint';
import type { Medium } from './medium';
import { reveal } from './reveal';
import { shownPage } from './shown';

/** @param signal ends with the script */
export function htmlPage(doc: Document, signal: AbortSignal): Medium {
  /** Of the text that was read, UTF-16 units. */
  let length = 0;
  return {
    page: shownPage(doc, signal),
    root: () => doc.body,
    // A page is all text, frames included.
    holds: () => true,
    // The toolbar knows its own.
    isOurs: () => false,
    structure(reading) {
      const article = articleDocument(doc);
      length = lengthOf(article);
      return readStructureInSteps(article, { signal: reading, yieldNow });
    },
    hasChanged({ sentences }: PageStructure) {
      // What comes late to a page without sentences may be its article.
      if (!sentences.length) return length !== lengthOf(articleDocument(doc));
      // A page that rendered its article anew has taken the nodes of our ranges out of the document.
      return [sentences[0], sentences[sentences.length >> 1], sentences.at(-1)].some(
        (s) => s && !isShown(s.range().startContainer),
      );
    },
    inSight: () => viewportStart(doc),
    reveal: async (range) => reveal(range),
  };
}

const lengthOf = (doc: Document): number => dom.textContent(doc.body)?.length ?? 0;

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
  const caret = doc.caretPositionFromPoint?.(view.innerWidth / 2, 8);
  if (!caret) return null;
  const range = doc.createRange();
  range.setStart(caret.offsetNode, caret.offset);
  return range;
}
