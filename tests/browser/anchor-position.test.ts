/**
 * The stored position: it settles everything on a page that reads as it did, and nothing on any other page.
 */
import { afterEach, expect, describe as group, test } from 'vitest';
import { describe, locate } from '../../lib/anchor';
import { Selectors } from '../../lib/model';
import { page, rangeOf } from '../support/anchor-dom';

const QUOTE = 'Training was associated with uptake in 12 of 14 sites.';
/** More than any stored context: nothing near the quote tells two copies of this apart. */
const LONG = Array.from({ length: 60 }, (_, i) => `In ward ${i + 1} we heard of ${i + 2} more.`);
const BLOCK = `<p>${LONG.join(' ')} Early on we asked the nurses of all the forty sites. ${QUOTE} They had not expected it at all. ${LONG.join(' ')}</p>`;
const TWICE = `<header>3 readers</header>${BLOCK}<script type="text/plain">token=1234</script>${BLOCK}`;

afterEach(() => document.body.replaceChildren());

/** What a backup keeps. */
const kept = (range: Range): Selectors =>
  Selectors.parse(JSON.parse(JSON.stringify(describe(range))));

group('two equal copies', () => {
  test.each([0, 1])('copy %i is found on the page as it was', (nth) => {
    page(TWICE);
    const range = rangeOf(QUOTE, nth);
    const selectors = kept(range);
    page(TWICE);
    const start = (document.body.textContent ?? '').indexOf(QUOTE);
    const second = (document.body.textContent ?? '').indexOf(QUOTE, start + 1);
    const [found] = locate([selectors]);
    expect(found).toMatchObject({ outcome: 'exact', text: QUOTE, start: [start, second][nth] });
    expect(found?.range?.toString()).toBe(QUOTE);
  });

  test('a new token of the same length in a script is not another page', () => {
    page(TWICE);
    const selectors = kept(rangeOf(QUOTE, 1));
    page(TWICE.replace('1234', '9876'));
    expect(locate([selectors])[0]).toMatchObject({ outcome: 'exact' });
  });

  const CHANGES: Record<string, (html: string) => string> = {
    'a word elsewhere': (html) => html.replace('3 readers', '4 readers'),
    'a longer token in a script': (html) => html.replace('1234', '12345'),
    'another copy at the end': (html) => html + BLOCK,
    'a copy less and a copy more': (html) => html.replace(BLOCK, '<p>Gone.</p>') + BLOCK,
  };
  test.each(Object.keys(CHANGES))('are ambiguous after a change: %s', (name) => {
    page(TWICE);
    const selectors = kept(rangeOf(QUOTE, 0));
    page((CHANGES[name] as (html: string) => string)(TWICE));
    expect(locate([selectors])[0]).toMatchObject({ outcome: 'ambiguous', range: null });
  });

  test('are ambiguous when the second came in a shadow root', () => {
    page(`${BLOCK}<div id="host"></div>`);
    const selectors = kept(rangeOf(QUOTE));
    const shadow = document.getElementById('host')?.attachShadow({ mode: 'open' });
    shadow?.append(document.body.querySelector('p')?.cloneNode(true) as Node);
    expect(locate([selectors])[0]).toMatchObject({ outcome: 'ambiguous', range: null });
  });

  test('are ambiguous when the position was stored without a fingerprint', () => {
    page(TWICE);
    const { position, ...rest } = kept(rangeOf(QUOTE, 1));
    if (!position) throw new Error('no position');
    const { textHash, ...bare } = position;
    expect(textHash).toMatch(/^\d+\.[0-9a-z]+$/);
    expect(locate([{ ...rest, position: bare }])[0]).toMatchObject({ outcome: 'ambiguous' });
  });
});

test('a position that does not reproduce its quote is not believed', () => {
  page(`${BLOCK}<p>Nothing else was found in the second year of the trial.</p>`);
  const selectors = kept(rangeOf(QUOTE));
  const { position } = selectors;
  if (!position) throw new Error('no position');
  const moved = { ...position, start: position.start + 70, end: position.end + 70 };
  expect(locate([{ ...selectors, position: moved }])[0]).toMatchObject({
    outcome: 'exact',
    start: position.start,
  });
});

test('where blocks meet is a part of what a page says', () => {
  const text = (middle: string): string =>
    `<div>We show the outcome of the trial in Table 1${middle} patients died in the first year of it.</div>`;
  page(text('<p>2'));
  const range = document.createRange();
  range.selectNodeContents(document.body);
  const selectors = kept(range);
  page(text('2'));
  const flat = (words: string | null) => words?.replace(/\s/g, '');
  expect(flat(document.body.textContent)).toBe(flat(selectors.quote.exact));
  expect(locate([selectors])[0]?.outcome).toBe('changed');
});

test("Bearing's own surfaces are no part of the page", () => {
  page(`${BLOCK}<bearing-tagging></bearing-tagging>`);
  const selectors = kept(rangeOf(QUOTE));
  const shadow = document.querySelector('bearing-tagging')?.attachShadow({ mode: 'open' });
  const shown = document.createElement('p');
  shown.textContent = QUOTE;
  shadow?.append(shown);
  expect(locate([selectors])[0]).toMatchObject({ outcome: 'exact' });
  page(`<p>Another page.</p>`);
  expect(locate([selectors])[0]).toMatchObject({ outcome: 'lost' });
});
