/** The text of a statement: the same however it is chosen, and the same saved, anchored, painted and found. */
import { afterEach, expect, describe as group, test } from 'vitest';
import { htmlPage } from '../../entrypoints/tagging.content/source/html';
import { PageText, selectedPassage } from '../../entrypoints/tagging.content/source/page-text';
import { describe, locate } from '../../lib/anchor';
import type { Selectors } from '../../lib/model';
import { readStructure } from '../../lib/page';
import { readPassage, shownParts } from '../../lib/page/reading';
import { FORMULAS, HIDDEN, type StatementCase } from '../fixtures/statements/pages';
import { compareWays, type Texts, WAYS } from '../support/three-ways';

const LEAD = `<h1>Peer work in forty sites</h1><h2>Results</h2><p>${[
  'The trial had forty sites in two regions of the country, and each of them was visited twice by the same nurse.',
  'Most peer workers were paid by the hour, and only a few of them had a contract that went on after the first year.',
].join(' ')}</p>`;
const TAIL =
  '<p>Nothing else was reported by the nurses of the two regions, although they were asked about it in every visit. The second year was like the first one in all of the other respects that were measured in the trial.</p>';

function show({ html, css = '' }: Pick<StatementCase, 'html' | 'css'>, before = LEAD): Element {
  document.body.innerHTML = `<style>body { font: 16px serif; margin: 20px } ${css}</style><article>${before}${html}${TAIL}</article>`;
  const [, ...rest] = document.querySelectorAll('p');
  return rest.at(-2) as Element;
}

afterEach(() => document.body.replaceChildren());

const tight = (text: string): string => text.replace(/[\s\u00ad\u200b\u2060\ufeff]/g, '');

group.each([...FORMULAS, ...HIDDEN])('$name', (one) => {
  test('is one text, chosen by key, click and selection', async () => {
    show(one);
    const compared = await compareWays({ count: 9, seed: 1 }, shownParts);
    const mine = compared.find(({ ways }) => ways.key?.quote === one.text);
    expect(compared.map(({ ways }) => ways.key?.quote)).toContain(one.text);
    expect(mine?.sentence).toBe(one.text);
    for (const way of WAYS) {
      const texts = mine?.ways[way] as Texts;
      expect([way, texts?.quote]).toEqual([way, one.text]);
      expect([way, texts.anchored]).toEqual([way, one.text]);
      expect([way, texts.painted]).toEqual([way, texts.found]);
      expect(texts.painted).toBe(mine?.ways.key?.painted);
    }
    // What is under the highlight has no other words than the text; a formula has all its renderings.
    if (HIDDEN.includes(one)) expect(tight(mine?.ways.key?.painted ?? '')).toBe(tight(one.text));
  });

  test('is found again where the page has changed around it', () => {
    const paragraph = show(one);
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    const selectors = JSON.parse(JSON.stringify(describe(range))) as Selectors;
    show(one, `<p>A banner.</p>${LEAD}`);
    const [found] = locate([selectors]);
    expect(found).toMatchObject({ outcome: 'exact', text: selectors.quote.exact });
    expect(found?.range && readPassage(found.range)?.text).toBe(selectors.quote.exact);
  });

  test('is read alike where the page is not shown', () => {
    show(one);
    const page = new DOMParser().parseFromString(document.documentElement.outerHTML, 'text/html');
    const texts = readStructure(page).sentences.map(({ text }) => text);
    expect(texts).toContain(one.byStyle ?? one.text);
  });
});

test('a selection that cuts a formula has it whole', () => {
  for (const one of FORMULAS.filter(({ html }) => html.includes('<math'))) {
    const paragraph = show(one);
    const letter = paragraph.querySelector('mi, mo, mn')?.firstChild as Text;
    const end = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let last: Node | null = null;
    for (let node = end.nextNode(); node; node = end.nextNode()) last = node;
    document
      .getSelection()
      ?.setBaseAndExtent(letter, letter.length, last as Node, (last as Text).length);
    const quote = selectedPassage(document)?.quote ?? '';
    if (one.text.endsWith(quote)) continue;
    expect.unreachable(`${one.name}: ${quote}`);
  }
});

const DOUBLE = FORMULAS.find(({ name }) => name === 'KaTeX with a power') as StatementCase;
const BUTTON = HIDDEN.find(({ name }) => name === 'a button') as StatementCase;
const SOFT = HIDDEN.find(({ name }) => name === 'soft hyphens') as StatementCase;

/** Where the text of an element is in that of what it is in. */
function dropped(within: Element, selector: string): { start: number; end: number } | null {
  const element = within.querySelector(selector);
  if (!element) return null;
  const before = document.createRange();
  before.setStart(within, 0);
  before.setEndBefore(element);
  const start = before.toString().length;
  return { start, end: start + (element.textContent ?? '').length };
}

/** As quotes were stored: the whole text of the range, with what is hidden in it and formulas as often as written. */
function formerly(paragraph: Element): Selectors {
  const exact = paragraph.textContent ?? '';
  const whole = document.body.textContent ?? '';
  const start = whole.indexOf(exact);
  const script = dropped(paragraph, 'script');
  return {
    asides: script ? [{ ...script, kind: 'furniture' }] : [],
    quote: {
      type: 'TextQuoteSelector',
      exact,
      prefix: whole.slice(Math.max(0, start - 32), start),
      suffix: whole.slice(start + exact.length, start + exact.length + 32),
    },
    copies: 1,
  };
}

test.each([...FORMULAS.filter(({ html }) => html.includes('<math')), DOUBLE, BUTTON, SOFT])(
  'a quote that was stored with everything in it is still found: $name',
  (one) => {
    const selectors = formerly(show(one));
    show(one, `<p>A banner.</p>${LEAD}`);
    const [found] = locate([selectors]);
    expect(found?.outcome).toMatch(/^(?:exact|normalised)$/);
    expect(found?.range && readPassage(found.range)?.text).toBe(one.text);
  },
);

test('the sentence is found when the label of a button in it has changed', () => {
  const range = document.createRange();
  range.selectNodeContents(show(BUTTON));
  const selectors = describe(range);
  show({ html: BUTTON.html.replace('3 times', '17 times') });
  expect(locate([selectors])[0]?.outcome).toBe('exact');
});

test('a sentence that was stored with what is hidden is not found where only that is left', () => {
  const one = HIDDEN.find(({ name }) => name === 'no display') as StatementCase;
  show({
    html: '<p>Uptake was high. <span class="q7">Supervision was a barrier in all sites.</span></p>',
    css: '.q7 {}',
  });
  const selectors = formerly(document.querySelector('.q7') as Element);
  show({
    html: '<p>Uptake was high. <span class="q7">Supervision was a barrier in all sites.</span></p>',
    css: '.q7 { display: none }',
  });
  expect(one.text).not.toBe('');
  expect(locate([selectors])[0]?.outcome).toBe('lost');
});

test('a selection over a box that is not shown has only the paragraphs', () => {
  show({
    html: '<p>Uptake was high in the first year.</p><div class="q7"><p>Notes of the editor.</p></div><p>It fell in the second year.</p>',
    css: '.q7 { display: none }',
  });
  const [, first, , last] = document.querySelectorAll('p');
  const range = document.createRange();
  range.setStart(first as Element, 0);
  range.setEnd(last as Element, 1);
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(range);
  const passage = selectedPassage(document);
  expect(passage?.quote).toBe('Uptake was high in the first year. It fell in the second year.');
  const selectors = describe(range);
  expect(selectors.quote.exact).toBe(passage?.quote);
  expect(locate([selectors])[0]?.outcome).toBe('exact');
});

test('a hidden note does not cut the sentence that it is in', async () => {
  show({
    html: '<p>Supervision was a facilitator<span class="q7"> (Smith 2010. It was high. Nature.) </span> in most of the sites.</p>',
    css: '.q7 { display: none }',
  });
  const text = new PageText(
    htmlPage(document, new AbortController().signal),
    new AbortController().signal,
    () => [],
  );
  await text.ready();
  expect(text.sentences.map((sentence) => sentence.text)).toContain(
    'Supervision was a facilitator in most of the sites.',
  );
});

test('paint leaves out what is between the words', () => {
  const range = document.createRange();
  range.selectNodeContents(show(BUTTON));
  expect(shownParts(range).map((part) => part.toString().trim())).toEqual([
    'Supervision was',
    'a facilitator in most of the sites.',
  ]);
});
