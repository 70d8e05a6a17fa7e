/** Citation markers at the end of a quote, printed with brackets on one representation and without on the other. */
import { afterEach, expect, test } from 'vitest';
import { describe, locate, type Outcome } from '../../lib/anchor';
import { across, page } from '../support/anchor-dom';

afterEach(() => document.body.replaceChildren());

const REFERENCES =
  '<h2>References</h2><ol><li id="r5">Weber K. Two. 2002.</li><li id="r6">Abara A. One. 2001.</li></ol>';
const around = (end: string): string =>
  `<p>Others counted fewer. Estimates of uptake rely on records wherever the files of a site are kept poorly ${end} Large sites had lost none of theirs in these years.</p>${REFERENCES}`;
const link = (text: string, to = text): string => `<a href="#r${to}">${text}</a>`;

const CASES: readonly [before: string, after: string, outcome: Outcome][] = [
  ['(e.g. [5]).', `(e.g. ${link('5')}).`, 'normalised'],
  ['(e.g. [5]).', `(e.g. <span> ${link('5')} </span>).`, 'normalised'],
  [`(e.g. ${link('[5]', '5')}).`, `(e.g. ${link('5')}).`, 'normalised'],
  [`(e.g. ${link('5')}).`, '(e.g. [5]).', 'normalised'],
  ['(see [5,6]).', `(see ${link('5')},${link('6')}).`, 'normalised'],
  ['(e.g. [5]).', `(e.g. ${link('6')}).`, 'changed'],
  ['(e.g. [5]).', '(i.e. 5).', 'changed'],
  ['(e.g. [5]).', '(e.g. 5 sites).', 'changed'],
];

test.each(CASES)('%s became %s: %s', (before, after, outcome) => {
  page(around(before));
  const range = across('Estimates', ').');
  const selectors = describe(range);
  expect(selectors.quote.exact).toMatch(/^Estimates[\s\S]+\)\.$/);
  page(around(after));
  const [found] = locate([selectors]);
  expect(found?.outcome, found?.text ?? '').toBe(outcome);
});
