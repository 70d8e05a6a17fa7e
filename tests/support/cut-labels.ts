/** Which of some names a page or a frame shows in full, and which it cuts. */
import type { Frame, Page } from '@playwright/test';

export interface LabelsRead {
  /** How many of the names are shown at all. */
  shown: number;
  /** Those that no reader can read to the end, each with what cuts it. */
  cut: string[];
}

/**
 * Measured where names are drawn: pieces of text that have a whole name. One is cut where it is clamped to a number
 * of lines, or where its text goes beyond an element that hides what is over its edge. What scrolls is within reach.
 */
export const labelsIn = (page: Page | Frame, labels: readonly string[]): Promise<LabelsRead> =>
  page.evaluate((labels): LabelsRead => {
    // A pixel for rounding; more is a letter.
    const ROUNDING = 1.5;
    const flat = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
    const wanted = new Set(labels.map(flat));
    const shortest = Math.min(...[...wanted].map((name) => name.length));
    const nameIn = (node: Node) => {
      const text = flat(node.textContent);
      if (text.length < shortest) return undefined;
      return wanted.has(text) ? text : [...wanted].find((name) => text.includes(name));
    };
    const isDrawn = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
    // Words for screen readers only, and lists that the browser draws itself.
    const isForEyes = (element: Element | null): boolean => {
      if (!element) return true;
      const { clipPath, position } = getComputedStyle(element);
      return !(position === 'absolute' && clipPath !== 'none') && isForEyes(element.parentElement);
    };

    const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    const whatCuts = (node: Node, element: Element): string => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
        // The list of a select is drawn over the page, and scrolls.
        if (at.localName === 'select' && element.closest('option, optgroup'))
          return text.right > innerWidth + ROUNDING ? 'wider than the window' : '';
        const style = getComputedStyle(at);
        const box = at.getBoundingClientRect();
        const name = `${at.localName}.${at.className}`;
        if (
          style.getPropertyValue('-webkit-line-clamp') !== 'none' &&
          at.scrollHeight > at.clientHeight + ROUNDING
        )
          return `clamped by ${name}`;
        const isOverX = text.left < box.left - ROUNDING || text.right > box.right + ROUNDING;
        const isOverY = text.top < box.top - ROUNDING || text.bottom > box.bottom + ROUNDING;
        if (style.display !== 'inline' && isOverX && !/auto|scroll/.test(style.overflowX))
          return `wider than ${name}`;
        if (isOverY && hides(style.overflowY)) return `higher than ${name}`;
        // From here on it can be scrolled to.
        if (/auto|scroll/.test(style.overflowX + style.overflowY)) return '';
      }
      return '';
    };

    const found = new Set<string>();
    const cut = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const name = nameIn(node);
      if (!name || !element || element.closest('title, script, style')) continue;
      if (!isDrawn(element) || !isForEyes(element)) continue;
      found.add(name);
      const why = whatCuts(node, element);
      if (why) cut.add(`${name.slice(0, 30)}…${name.slice(-6)}: ${why}`);
    }
    return { shown: found.size, cut: [...cut] };
  }, labels);
