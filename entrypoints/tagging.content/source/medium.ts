/**
 * What is read, as tagging mode asks for it. A web page (articles, scite reports, lists of papers) and a PDF in our reader
 * differ in this and in nothing else: what is chosen, saved, anchored and highlighted is the same for both.
 */
import type { Selectors } from '../../../lib/model';
import type { PageStructure, ShownPage } from '../../../lib/page/types';

export interface Medium {
  /** Which paper is shown, and whose words a passage is. */
  readonly page: ShownPage;
  /** The element whose text can be tagged; nothing else in the document is the paper's. */
  root(): Element;
  /** Is a node of the document in the paper's text? */
  holds(node: Node): boolean;
  /** Is a node of the document ours, so that its changes are none of what is read? */
  isOurs(node: Node): boolean;
  /** Reads sections, sentences, references and citations. */
  structure(signal: AbortSignal): Promise<PageStructure>;
  /** Must the structure be read anew, because the document has put other text in its place? */
  hasChanged(structure: PageStructure): boolean;
  /** Where the reader is: a collapsed range at the text nearest to the top of what is in sight. */
  inSight(): Range | null;
  /** Can nothing be tagged here? The page that shows it gives the reason. */
  refuses?(): boolean;
  /** Brings a passage into sight; resolves when it is there. */
  reveal(range: Range): Promise<void>;
  /** What only this medium knows of a passage: its printed page, and how to find that page. */
  pageOf?(range: Range): { page?: string; selectors: Pick<Selectors, 'page'> };
}
