/** The page's own title, by which the article's title is told from its sections. */
import * as dom from '../../../dom';
import { plain } from '../../reading/plain';
import { topElements } from '../../view/machine-elements';

const TITLE_TAG = /^(?:citation_title|dc\.title|og:title)$/i;

/** What the page states as its title, as keys. */
export function pageTitles(doc: Document): string[] {
  const stated = topElements(doc)
    .metas.filter((meta) =>
      TITLE_TAG.test(dom.getAttribute(meta, 'name') ?? dom.getAttribute(meta, 'property') ?? ''),
    )
    .map((meta) => dom.getAttribute(meta, 'content') ?? '');
  return [...stated, doc.title].map(titleKey).filter(Boolean);
}

/** The letters and digits of a title: equal for two printings of it. */
export function titleKey(title: string): string {
  return plain(title.slice(0, 1_000))
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '');
}
