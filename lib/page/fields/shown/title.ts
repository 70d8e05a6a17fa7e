/** The title as the page shows it: the heading that the window title repeats. */
import * as dom from '../../../dom';
import { looksLikeName, looseKey, squeeze } from '../../../text';
import { headZone } from '../../view/lines';

export interface VisibleTitle {
  text: string;
  /** Where it stands; the byline and the citation line are looked for around it. */
  element: Element | null;
}

const FURNITURE =
  /journal|logo|brand|site-?(?:name|title)|product|masthead-?name|visually-?hidden|sr-only|modal|cookie|pane-title|banner|recommend|related|author/i;
const TITLE_CLASS =
  /(?:art(?:icle)?|paper|doc(?:ument)?|item|content|citation|main|page|heading|wi|publication)[-_]*(?:header)?[-_]*title|(?:^|[\s_-])title(?:$|[\s_-]|main|lang)|arttitle|document-title|seoArticleTitle/i;

const attributes = (element: Element) =>
  `${dom.id(element)} ${dom.getAttribute(element, 'class') ?? ''} ${dom.id(dom.parentElement(element)) ?? ''} ${dom.getAttribute(dom.parentElement(element), 'class') ?? ''}`;

/** An element's text without the scripts that some pages put into their headings. */
function visibleText(element: Element): string {
  if (!dom.querySelector(element, 'script,style')) return dom.textContent(element) ?? '';
  let text = '';
  for (const node of dom.childNodes(element)) {
    if (!/^(?:script|style|#comment)$/i.test(dom.nodeName(node))) {
      text += node instanceof Element ? visibleText(node) : (dom.textContent(node) ?? '');
    }
  }
  return text;
}

/** The first element whose own text is the window title's: pages that set titles in plain paragraphs. */
function elementThatSays(doc: Document, title: string): Element | null {
  const key = looseKey(title);
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  for (let i = 0; i < 800; i++) {
    const node = walker.nextNode() as Text | null;
    if (!node) return null;
    if (node.data.length < 12 || node.data.length > 1_000 || !node.parentElement) continue;
    const own = looseKey(node.data);
    if (own.length < 12 || !key.startsWith(own.slice(0, key.length))) continue;
    let element: Element = node.parentElement;
    while (looseKey(dom.textContent(element)).length < key.length) {
      const up = dom.parentElement(element);
      if (!up) break;
      element = up;
    }
    if (
      looseKey(visibleText(element)).startsWith(key) &&
      (dom.textContent(element) ?? '').length < title.length + 80
    )
      return element;
  }
  return null;
}

/** A subtitle that stands in an element of its own right after the title. */
function withSubtitle(title: VisibleTitle): VisibleTitle {
  let next = dom.nextElementSibling(title.element) ?? null;
  for (
    let up = dom.parentElement(title.element);
    !next && up && dom.childElementCount(up) < 2;
    up = dom.parentElement(up)
  )
    next = dom.nextElementSibling(up);
  next ??= dom.nextElementSibling(dom.parentElement(title.element)) ?? null;
  const text =
    next && /sub-?title/i.test(dom.getAttribute(next, 'class') ?? '')
      ? squeeze(visibleText(next), 300)
      : '';
  return text && !title.text.includes(text)
    ? { ...title, text: `${title.text.replace(/(?<![:\s])[:\s]+$/, '')}: ${text}` }
    : title;
}

/** Plain old pages: a line "By A. Author" has its title in the paragraphs above it. */
function titleAboveByline(doc: Document): VisibleTitle | null {
  const lines = headZone(doc, null, 40);
  const at = lines.findIndex(
    ({ text }) => /^by\s+\S/i.test(text) && text.length < 120 && looksLikeName(text.slice(3)),
  );
  const parts: string[] = [];
  for (let i = at - 1; i >= 0 && parts.length < 3; i--) {
    const text = lines[i]?.text ?? '';
    if (text.length < 6 || text.length > 200 || /\d{4}|\b(?:vol|issue)\b/i.test(text)) break;
    parts.unshift(text);
  }
  const element = lines[at - 1]?.element;
  return element && parts.length > 0 ? { text: parts.join(': '), element } : null;
}

/** The window title without site and journal names, as good as can be told without the page. */
function windowTitle(doc: Document): string {
  return squeeze(doc.title.slice(0, 4_000).replace(/<\/?[a-z][^<>]{0,40}>/gi, ''), 600);
}

/** The parts of a window title between separators: "Title | Journal | Publisher". */
export function titleParts(doc: Document): string[] {
  return windowTitle(doc)
    .split(/\s+[|·»:–—-]{1,2}\s+|\s*\|\s*|\s*\[(?=[^\]]*\]\s*$)|(?<=ScienceDirect\.com)\s|\]\s*$/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Without the marks of footnotes ("clinics*", not "C#" or "A*") and the full stop that some indexes set. */
const withoutMarks = (text: string) =>
  text
    .replace(/(?<![\s†‡§¶⁎])[\s†‡§¶⁎]+$/, '')
    .replace(/(?<=[\p{Ll}\d)?!.])[*#]+$/u, '')
    .replace(/(?<=[\p{L}\d)]{3})\.$/u, '');

/** The page's title as shown, with where it stands; null when nothing looks like one. */
export function visibleTitle(doc: Document): VisibleTitle | null {
  const found = findTitle(doc);
  return found && { ...found, text: withoutMarks(found.text) };
}

/**
 * Finds the title. Among the first headings, the longest that the window title holds wins; else the one that is
 * called a title; else the longest top heading; else the window title's own longest part.
 */
function findTitle(doc: Document): VisibleTitle | null {
  const whole = ` ${looseKey(windowTitle(doc))} `;
  const parts = titleParts(doc);
  let best: VisibleTitle | null = null;
  let bestScore = 0;
  const consider = (element: Element, level: number) => {
    const raw = visibleText(element);
    if (raw.length > 1_500) return;
    let text = squeeze(raw, 600);
    const key = looseKey(text);
    if (key.length < 4) return;
    const names = attributes(element);
    let score = Math.min(key.length, 120) / 7 + (level === 1 ? 3 : 0);
    const part = parts.find((one) => {
      const has = looseKey(one);
      return (
        (has.length > 14 && key.endsWith(has) && key.length - has.length < 40) ||
        (has.length > 40 && key.includes(has))
      );
    });
    if (whole.includes(` ${key} `) && key.length > 8) score += 22;
    else if (part) {
      score += 20;
      text =
        part.length < text.length && key.endsWith(looseKey(part)) ? text.slice(-part.length) : part;
      const child = [...dom.children(element)].find(
        (one) => looseKey(dom.textContent(one) ?? '') === looseKey(part),
      );
      if (child) text = squeeze(dom.textContent(child) ?? '', 600);
    } else if (
      key.length > 30 &&
      whole.trim().length > 15 &&
      key.startsWith(whole.trim().slice(0, 25))
    )
      score += 18;
    else if (level > 1 && !TITLE_CLASS.test(names)) return;
    if (TITLE_CLASS.test(names)) score += 6;
    if (whole.startsWith(` ${key} `)) score += 5;
    if (FURNITURE.test(names)) score -= 14;
    if (dom.closest(element, 'nav,footer,aside,form')) score -= 10;
    if (score > bestScore) {
      bestScore = score;
      best = { text, element };
    }
  };
  for (const [tag, most] of [
    ['h1', 8],
    ['h2', 6],
    ['h3', 4],
  ] as const) {
    const headings = doc.getElementsByTagName(tag);
    for (let i = 0; i < headings.length && i < most; i++)
      consider(headings[i] as Element, tag === 'h1' ? 1 : 2);
    if (bestScore > 34) break;
  }
  if (bestScore > 14 && best) return withSubtitle(best);
  const longest = [...parts].sort((a, b) => b.length - a.length)[0] ?? '';
  if (longest.length > 25) {
    const element = elementThatSays(doc, longest);
    if (element) return { text: squeeze(visibleText(element), 600), element };
  }
  const named = doc.querySelectorAll('[class*="itle"],[id*="itle"]');
  for (let i = 0; i < named.length && i < 40; i++) consider(named[i] as Element, 2);
  if (best && bestScore > 8) return best;
  const above = titleAboveByline(doc);
  if (above) return above;
  return longest.length > 12 ? { text: longest, element: null } : null;
}
