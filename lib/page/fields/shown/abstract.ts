/** The abstract as a page without metadata shows it. */
import * as dom from '../../../dom';
import { plain } from '../../../text';
import type { ShownView } from '../../view/shown-view';

const ABSTRACT =
  '#abstract,section.abstract,div.abstract,[class*="abstract-content"],[class*="abstractSection"],[id^="abstract"],[class^="abstract"]';
/** In UTF-16 units: a shorter text is a heading or a link, and no more than this is read. */
const SHORTEST = 80;
const LONGEST = 20_000;

export function shownAbstract({ doc }: ShownView): string | undefined {
  const text = plain(
    (dom.textContent(doc.querySelector(ABSTRACT)) ?? '').slice(0, LONGEST),
    LONGEST,
  );
  return text.length > SHORTEST ? text : undefined;
}
