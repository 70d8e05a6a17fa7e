/**
 * Pages with a text that is made to take long: each place that an expression of ours reads, filled with 200,000
 * characters of what it is slowest on. A reader that takes more than the test's own time is too slow.
 */
import { expect, it } from 'vitest';
import { notice, readStructure } from '../../lib/page';
import { HEADS, TITLE } from '../fixtures/pages/heads';
import { smallPage } from '../fixtures/pages/page';

const MANY = 200_000;
const fill = (text: string): string => text.repeat(MANY / text.length);
const blanks = fill('\n');

const [HEAD] = HEADS;
if (!HEAD) throw new Error('no head to test with');

const WINDOW = `${TITLE}${HEAD.suffix ?? ''}`;
const SENTENCE = 'We asked the nurses of all the forty sites.';

const references = (start: string) =>
  `<h2>References</h2><ol><li id="r1">${start}Abara A. One paper. 2001.</li><li id="r2">Weber K. Two papers. 2002.</li></ol>`;
const link = (n: number) => `<a href="#r${n}">${n}</a>`;

interface Place {
  name: string;
  /** The window's title. */
  title?: string;
  head?: string;
  body?: string;
  /** Before the first reference's own text, in its element. */
  reference?: string;
  /** Of the page: an article where nothing is said. */
  kind?: string;
}

const PLACES: Place[] = [
  { name: 'nothing at all' },
  {
    name: 'blanks in JSON-LD',
    head: `<script type="application/ld+json">{"@type":${blanks}5}</script>`,
  },
  { name: 'a text of half DOIs', body: `<p>${fill('10.2222.')}</p>` },
  { name: 'a text of DOIs', body: `<p>${fill('10.2222/a ')}</p>` },
  { name: 'blanks in a superscript', body: `<p>As shown<sup>1${blanks}x</sup> before.</p>` },
  { name: 'brackets in a superscript', body: `<p>As shown<sup>1${fill('),')}x</sup> before.</p>` },
  {
    name: 'blanks between two citations',
    body: `<p>As shown ${link(1)}${blanks}-${blanks}x${link(2)} before.</p>`,
  },
  { name: 'years in a reference', reference: fill('2019 ') },
  { name: 'quotes in a reference', reference: fill('«') },
  { name: 'brackets in a reference', reference: fill('[ ') },
  { name: 'a window title of dashes', title: `scite ${fill('-')}x`, kind: 'citation-list' },
  { name: 'a window title of brackets', title: `${TITLE} ${fill('[')}x` },
  { name: 'a window title of half tags', title: `${TITLE} ${fill('&lt;a')}` },
  {
    name: 'an own citation of many “by”',
    body: `<p class="citation">${TITLE}${fill(' by .A')}</p>`,
  },
  { name: 'an author of digits', body: `<p class="author">${fill('1')}x and</p>` },
  { name: 'a heading of stops', body: `<h2>Results${fill('.')}x</h2>` },
  { name: 'one word', body: `<p>${fill('a')}. B</p>` },
  { name: 'stops', body: `<p>${fill('.')}x</p>` },
];

it.each(PLACES)('$name', ({ title = WINDOW, head, body, reference, kind = 'article' }) => {
  const page = smallPage({
    title,
    head,
    body: `${HEAD.html}<h2>Results</h2><p>${SENTENCE}</p>${body ?? ''}${references(reference ?? '')}`,
  });
  expect(notice(page, HEAD.url).kind).toBe(kind);
  expect(readStructure(page).sentences.map((one) => one.text)).toContain(SENTENCE);
});
