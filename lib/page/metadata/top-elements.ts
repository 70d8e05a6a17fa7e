/** Where machines look first, without a visit to every element of the page. */

const MOST = 2_000;

/**
 * The head's elements of one tag (in capitals), then those of the body's first level, where a browser puts what
 * follows a stray element in the head.
 */
export function topElements(doc: Document, tag: string): Element[] {
  const found: Element[] = doc.head ? [...doc.head.getElementsByTagName(tag)] : [];
  let el = doc.body?.firstElementChild ?? null;
  for (let i = 0; el && i < MOST; i++, el = el.nextElementSibling)
    if (el.tagName === tag) found.push(el);
  return found;
}
