/** Quotes beside long runs of digits, as the labels of a chart's axis leave behind: found again, and at once. */
import { afterEach, expect, test } from 'vitest';
import { describe, locate } from '../../lib/anchor';
import { Selectors } from '../../lib/model';
import { page, rangeOf } from '../support/anchor-dom';

const QUOTE = '5 of 9 sites kept the programme after the first year.';
const YEARS = '20192020202120222023202420252026202720282029';

afterEach(() => document.body.replaceChildren());

test.each([
  ['years stuck together', YEARS],
  ['years and points', YEARS.replace(/(\d{4})/g, '$1.')],
  ['every digit with a point', YEARS.replace(/(\d)/g, '$1.')],
])('%s before a quote, on a page whose text has changed', (_, digits) => {
  const text = (more: string): string =>
    `<p>${more}We looked at forty sites. ${digits} ${QUOTE} None of them had closed.</p>`;
  page(text(''));
  const selectors = Selectors.parse(JSON.parse(JSON.stringify(describe(rangeOf(QUOTE)))));
  // A colleague's backup may carry longer contexts than we store.
  selectors.quote.prefix = `We looked at forty sites. ${digits} `;
  page(text('A new line. '));
  const [found] = locate([selectors]);
  expect(found).toMatchObject({ outcome: 'exact', text: QUOTE });
});
