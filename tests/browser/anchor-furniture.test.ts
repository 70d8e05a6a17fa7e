/**
 * What came into a sentence or left it, by the element that holds it: words are words, whatever they are
 * wrapped in.
 */
import { afterEach, expect, describe as group, test } from 'vitest';
import { describe, locate, type Outcome } from '../../lib/anchor';
import { Selectors } from '../../lib/model';
import { page } from '../support/anchor-dom';

afterEach(() => document.body.replaceChildren());

const around = (middle: string): string =>
  `<p>We looked at forty sites in two regions of the country last year.</p><div id="q">${middle}</div>` +
  '<p>None of the sites had closed by the time the study ended there.</p>';

/** The whole of `#q`, as a backup keeps it. */
function kept(): Selectors {
  const range = document.createRange();
  range.selectNodeContents(document.getElementById('q') as HTMLElement);
  return Selectors.parse(JSON.parse(JSON.stringify(describe(range))));
}

function outcomeOf(before: string, after: string): Outcome | undefined {
  page(around(before));
  const selectors = kept();
  page(around(after));
  return locate([selectors])[0]?.outcome;
}

const IN_PROSE: readonly ((words: string) => string)[] = [
  (words) => `<ins>${words}</ins>`,
  (words) => `<button>${words}</button>`,
  (words) => `<button class="glossary">${words}</button>`,
  (words) => `<select><option>${words}</option></select>`,
  (words) => `<form>${words}</form>`,
  (words) => `<details>${words}</details>`,
  (words) => `<aside>${words}</aside>`,
  (words) => `<glossary-term>${words}</glossary-term>`,
  (words) => `<dfn class="tooltip">${words}</dfn>`,
  (words) => `<label class="box">${words}</label>`,
  (words) => `<span class="ad">${words}</span>`,
  (words) => `<span class="ad-hoc">${words}</span>`,
  (words) => `<em class="ads">${words}</em>`,
  (words) => `<div>${words}</div>`,
  (words) => `<div class="media">${words}</div>`,
  (words) => `<section>${words}</section>`,
];
const HOLDERS: readonly [string, (text: string) => string][] = [
  ['a paragraph', (text) => `<p>${text}</p>`],
  ['a block of text', (text) => text],
];

group('a word in the midst of a sentence', () => {
  for (const [where, hold] of HOLDERS) {
    for (const wrap of IN_PROSE) {
      // The parser closes a paragraph in front of these.
      if (where === 'a paragraph' && /^<(?:form|details|aside|div|section)/.test(wrap('')))
        continue;
      const without = hold('In all sites training was associated with uptake of the new role.');
      const having = hold(
        `In all sites training was ${wrap('not')} associated with uptake of the new role.`,
      );
      test(`${wrap('not')} came into ${where}`, () => {
        expect(outcomeOf(without, having)).toBe('changed');
      });
      test(`${wrap('not')} left ${where}`, () => {
        expect(outcomeOf(having, without)).toBe('changed');
      });
    }
  }
  const LOWER = ['<span class="ad">', '<aside>', '<figure>', '<div class="ad-slot">'];
  test.each(LOWER)('%s with a word in small letters', (tag) => {
    const of = (words: string): string =>
      `In all sites training was ${words} associated with uptake of the new role.`;
    const having = of(`${tag}inversely</${tag.slice(1).split(/[ >]/)[0]}>`);
    expect(outcomeOf(of(''), having)).toBe('changed');
    expect(outcomeOf(having, of(''))).toBe('changed');
  });
  const DIGITS = ['<ins>1</ins>', '<mjx-container>1</mjx-container>', '<span class="ad">1</span>'];
  test.each(DIGITS)('%s before a number', (digit) => {
    const of = (lead: string): string =>
      `<p>In all the sites ${lead}5 of 20 trained nurses took up the new clinical role at once.</p>`;
    expect(outcomeOf(of(''), of(digit))).toBe('changed');
    expect(outcomeOf(of(digit), of(''))).toBe('changed');
  });
  test('a number came in a formula', () => {
    const of = (formula: string): string =>
      `<p>In all the sites the odds of uptake rose ${formula} over the eighteen months of the trial.</p>`;
    expect(outcomeOf(of(''), of('<mjx-container>2.4</mjx-container>'))).toBe('changed');
  });
});

const FIRST = '<p>Training was associated with uptake in all twelve of the hospitals studied.</p>';
const SECOND = '<p>Supervision was associated with retention in the same hospitals over time.</p>';
const BETWEEN: readonly [html: string, outcome: Outcome][] = [
  ['<p class="box">None of this held in the second year.</p>', 'changed'],
  ['<p class="related">None of this held in the second year.</p>', 'changed'],
  ['<div>None of this held in the second year.</div>', 'changed'],
  ['<div class="box"><p>None of this held in the second year.</p></div>', 'changed'],
  ['<correction-note>None of this held in the second year.</correction-note>', 'changed'],
  ['<ins>None of this held in the second year.</ins>', 'changed'],
  ['<details>None of this held in the second year.</details>', 'changed'],
  ['<figure><figcaption>Figure 1. Sites (n = 40).</figcaption></figure>', 'normalised'],
  ['<table><tr><td>Sites</td><td>40</td></tr></table>', 'normalised'],
  ['<aside>Related: 3 articles</aside>', 'normalised'],
  ['<div class="ad-slot"><p>Save 40% on 12 issues.</p></div>', 'normalised'],
  ['<ins class="adsbygoogle">Save 40% on 12 issues.</ins>', 'normalised'],
  [
    '<div class="table-wrap"><p>Table 1. Sites.</p><table><tr><td>40</td></tr></table></div>',
    'normalised',
  ],
  ['<div class="related-articles"><ul><li>Another paper (2019)</li></ul></div>', 'normalised'],
];

test.each(BETWEEN)('between two paragraphs, %s: %s', (html, outcome) => {
  expect(outcomeOf(FIRST + SECOND, FIRST + html + SECOND)).toBe(outcome);
});

group('what no author wrote, in the midst of a sentence', () => {
  const of = (between: string): string =>
    `In all of the sites training was ${between} associated with uptake of the new clinical role.`;
  const HARMLESS = [
    '<div class="ad-slot"><p>Subscribe now for 12 issues and save 40%.</p></div>',
    '<div class="c-ad c-ad--728x90">Advertisement</div>',
    '<span class="advertisement">Advertisement</span>',
    '<ins class="adsbygoogle">Advertisement</ins>',
    '<figure><figcaption>Figure 1. Sites by region and year (n = 40).</figcaption></figure>',
    '<div class="fig"><img alt=""><p>Figure 1. Sites by region and year (n = 40).</p></div>',
    '<aside>Related: 3 articles about the uptake of clinical roles</aside>',
    '<table><tr><td>Sites</td><td>40</td></tr></table>',
  ];
  test.each(HARMLESS)('%s came', (html) => {
    expect(outcomeOf(of(''), of(html))).toBe('normalised');
  });
  test.each(HARMLESS.slice(0, 5))('%s left', (html) => {
    expect(outcomeOf(of(html), of(''))).toBe('normalised');
  });
});
