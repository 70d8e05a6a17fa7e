/** Showing a page in the test's document, and taking ranges of it. */

export function page(html: string): void {
  document.body.replaceChildren(
    ...new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html').body.childNodes,
  );
}

/** The range of the `nth` place (from 0) where `text` stands in the root's text. */
export function rangeOf(text: string, nth = 0, root: Node = document.body): Range {
  const all = root.textContent ?? '';
  let start = all.indexOf(text);
  for (let i = 0; i < nth && start >= 0; i += 1) start = all.indexOf(text, start + 1);
  if (start < 0) throw new Error(`not on the page: ${text}`);
  const doc = root.ownerDocument as Document;
  const walker = doc.createTreeWalker(root, 4);
  const range = doc.createRange();
  let at = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const next = at + node.data.length;
    if (start >= at && start < next) range.setStart(node, start - at);
    if (start + text.length > at && start + text.length <= next)
      range.setEnd(node, start + text.length - at);
    at = next;
  }
  return range;
}

/** From the first word of `a` to the last of `b`. */
export function across(a: string, b: string): Range {
  const range = rangeOf(a);
  const end = rangeOf(b);
  range.setEnd(end.endContainer, end.endOffset);
  return range;
}
