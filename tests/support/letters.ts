/**
 * What a page says in letters and digits, citation markers left out, and where each of them is in its text. It knows
 * nothing of how anchoring folds or reads a page, so that it can judge that.
 */

export interface Letters {
  /** Letters and digits of the readable text, citation markers left out. */
  key: string;
  /** Offset in the text of the document's body of every unit of `key`. */
  map: number[];
}

const UNREAD = 'script,style,noscript,template';
const NUMERIC = /^\s*[[(]?\d{1,3}[a-z]?(?:\s*[,;\u2010-\u2015-]\s*\d{1,3}[a-z]?)*[\])]?,?\s*$/;
const DATED = /(?:19|20)\d\d/;
const REFERENCE = /ref|bib|cit|(?:^|[-_])(?:b|r|c|cr|rf)-?\d/i;
const BRACKETED = /\[\s*\d{1,3}(?:\s*[,;\u2010-\u2015-]\s*\d{1,3})*\s*\]/g;

/** Whether a link is a citation marker. */
function isMarker(link: Element): boolean {
  const target = (link.getAttribute('href') ?? '').split('#')[1] ?? '';
  const text = link.textContent ?? '';
  return REFERENCE.test(target) && (NUMERIC.test(text) || DATED.test(text));
}

/** The text of the document's body, and which of its units count. */
export interface Readable {
  text: string;
  kept: readonly boolean[];
}

/** What is readable and within `root`; citation markers only if they are asked for. */
export function readableText(root: Element, withMarkers = false): Readable {
  const links = withMarkers ? [] : [...root.querySelectorAll('a[href*="#"]')];
  const markers = new Set(links.filter(isMarker));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const raw: string[] = [];
  const kept: boolean[] = [];
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement as Element;
    let keep = root.contains(node) && !parent.closest(UNREAD);
    for (let one: Element | null = parent; keep && one && one !== root; one = one.parentElement)
      if (markers.has(one)) keep = false;
    raw.push(node.data);
    for (let i = 0; i < node.data.length; i += 1) kept.push(keep);
  }
  const text = raw.join('');
  for (const match of withMarkers ? [] : text.matchAll(BRACKETED))
    kept.fill(false, match.index, match.index + match[0].length);
  return { text, kept };
}

/** Letters and digits of what is readable in `root`. */
export const lettersOf = (root: Element, withMarkers = false): Letters =>
  lettersIn(readableText(root, withMarkers));

/** Letters and digits of what is readable. */
export function lettersIn({ text, kept }: Readable): Letters {
  const parts: string[] = [];
  const map: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    if (!kept[i]) continue;
    const folded = (text[i] as string)
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
    parts.push(folded);
    for (let n = 0; n < folded.length; n += 1) map.push(i);
  }
  return { key: parts.join(''), map };
}

/** The first index whose value is not below `value`. */
export function lower(map: readonly number[], value: number): number {
  let low = 0;
  let high = map.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((map[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
