/** What is hardly a statement of the paper: the reader is asked about it once before it is tagged. */
import * as dom from '../../../lib/dom';
import type { Doubt } from '../../../lib/messaging';
import type { Reference } from '../../../lib/page/types';
import type { Passage } from './page-text';

/** As long as a page of print: more than anybody means by one statement. UTF-16 units. */
const LONG = 3_000;
/** A notice about access is a sentence or two. */
const LONGEST_NOTICE = 300;

/** How pages ask for a subscription, a payment or a login. */
const PAYWALL =
  /\b(?:log ?in|sign in|subscribe|register|purchase|pay|rent|buy)\b.{0,60}\b(?:access|full text|full article|this article|continue|read|check)\b|\b(?:check|get|gain|purchase|buy) access\b|\baccess through your (?:institution|library|organi[sz]ation)\b|\bvia your institution\b/i;

export function doubtOf({ range, quote }: Passage, references: readonly Reference[]): Doubt | null {
  if (quote.length >= LONG) return 'long';
  const { startContainer, endContainer } = range;
  const isIn = ({ element }: Reference) =>
    element !== null &&
    dom.contains(element, startContainer) &&
    dom.contains(element, endContainer);
  if (references.some(isIn)) return 'reference';
  return quote.length <= LONGEST_NOTICE && PAYWALL.test(quote) ? 'access' : null;
}
