/** The saved real pages. They are not part of the project; tests that need them say so when they are absent. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../scripts/browser.mjs';
import type { CorpusEntry } from '../fixtures/server.mjs';

/** The corpus folder ($BEARING_CORPUS, else ../shared/corpus beside the project), or undefined. */
export function corpusFolder(): string | undefined {
  const folder = process.env.BEARING_CORPUS ?? path.join(root, '..', 'shared', 'corpus');
  return existsSync(path.join(folder, 'manifest.json')) ? folder : undefined;
}

export { NO_CORPUS } from './no-corpus';

/** The manifest's entries of a kind; none when the corpus is absent. */
export function corpusEntries(kind: string): CorpusEntry[] {
  const folder = corpusFolder();
  if (!folder) return [];
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  return (manifest as CorpusEntry[]).filter((entry) => entry.kind === kind);
}

/** The first full-text article of each of these publishers that the corpus has. */
export function oneArticleAPublisher(publishers: readonly string[]): CorpusEntry[] {
  const articles = corpusEntries('article').filter(
    ({ page_scope_guess, truth }) => page_scope_guess === 'full text' && truth?.doi,
  );
  return publishers.flatMap((name) => articles.find((entry) => entry.publisher === name) ?? []);
}

/**
 * Puts away what hangs over the page (cookie banners, sticky heads, open dialogs), as a reader does before
 * reading: the saved pages' own buttons for it need scripts, which are off.
 */
export function putLayersAway(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const element of document.body.querySelectorAll<HTMLElement>('*'))
      if (
        element.matches('dialog[open]') ||
        ['fixed', 'sticky'].includes(getComputedStyle(element).position)
      )
        element.style.setProperty('display', 'none', 'important');
  });
}

/**
 * `count` sentences of the page's own paragraphs, spread over the page: within reach of the mouse, 50 to
 * 200 letters long, and standing there once. Found without Bearing's own reader, so that it cannot agree with itself.
 */
export function sentencesOf(page: Page, count: number): Promise<string[]> {
  return page.evaluate((wanted) => {
    const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
    const all = flat(document.body.textContent ?? '');
    const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
    const good: { sentence: string; paragraph: Element }[] = [];
    for (const paragraph of document.querySelectorAll('p, [role=paragraph]')) {
      if (paragraph.closest('nav, header, footer, aside, figure, form, dialog, a, button'))
        continue;
      if (paragraph.querySelector('script, style')) continue;
      // An entry of the reference list is asked about before it is tagged.
      const item = paragraph.closest('li');
      if (item?.querySelector('a[href*="doi.org"], a[href*="scholar.google"]')) continue;
      const box = paragraph.getBoundingClientRect();
      if (box.width < 200 || box.height < 12) continue;
      // Collapsed and hidden text has a place too, but nothing can be selected there.
      if (!paragraph.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const sentence = [...segmenter.segment(flat(paragraph.textContent ?? ''))]
        .map((part) => part.segment.trim())
        .find((text) => text.length >= 50 && text.length <= 200 && /^[A-Z].*[a-z]\.$/.test(text));
      // A drag that starts on a link drags the link.
      const links = [...paragraph.querySelectorAll('a')].map((a) => flat(a.textContent ?? ''));
      if (links.some((text) => text && sentence?.startsWith(text))) continue;
      if (sentence && all.split(sentence).length === 2) good.push({ sentence, paragraph });
    }
    // A paragraph under a cookie banner, or within another layer, cannot be selected by hand.
    const inReach = ({ paragraph }: { paragraph: Element }) => {
      paragraph.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, right, top, bottom } = paragraph.getBoundingClientRect();
      const under = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return under !== null && (paragraph.contains(under) || under.contains(paragraph));
    };
    const chosen: string[] = [];
    for (let i = 0; i < wanted; i += 1) {
      const from = Math.floor(((i + 0.2) * good.length) / wanted);
      const next = good.slice(from).find((one) => !chosen.includes(one.sentence) && inReach(one));
      if (next) chosen.push(next.sentence);
    }
    return chosen;
  }, count);
}
