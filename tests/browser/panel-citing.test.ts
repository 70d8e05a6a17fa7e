/** What the page tells the panel of its citation statements: their order on the scale of places, and which of them are tagged. */
import { afterEach, expect, test } from 'vitest';
import { citingOf, placesOf } from '../../entrypoints/tagging.content/bridge/outline';
import { htmlPage } from '../../entrypoints/tagging.content/source/html';
import { PageText, type Passage } from '../../entrypoints/tagging.content/source/page-text';
import { locate } from '../../lib/anchor';

const FIRST = 'Supervision kept peer workers in their posts in most services [1].';
const PLAIN = 'Nobody is cited in this sentence of the same paragraph.';
const SECOND = 'Pay did not differ between the services that were compared [2].';
const THIRD = 'Written roles were rare, and most of them were out of date [1, 2].';

const signal = new AbortController().signal;
const noPause = async () => {};

function article(): void {
  const marked = (text: string) =>
    text.replace(/\[[^\]]+\]/, (marker) =>
      marker.replace(/\d/g, (n) => `<a href="#ref${n}">${n}</a>`),
    );
  document.body.innerHTML = `<article><h1>Peer workers</h1>
    <section><h2>Results</h2><p>${marked(FIRST)} ${PLAIN} ${marked(SECOND)}</p></section>
    <section><h2>Discussion</h2><p>${marked(THIRD)}</p></section>
    <section><h2>References</h2><ol><li id="ref1">Ashdown K (2011) Wards. J Care 1:1-9.</li>
    <li id="ref2">Beck L (2012) Pay. J Care 2:3-8.</li></ol></section></article>`;
}

async function textOf(offered: readonly Passage[] = []): Promise<PageText> {
  const text = new PageText(htmlPage(document, signal), signal, () => offered);
  await text.ready();
  return text;
}

const located = (quotes: Readonly<Record<string, string>>) =>
  new Map(
    Object.entries(quotes).map(([id, exact]) => {
      const quote = { type: 'TextQuoteSelector' as const, exact, prefix: '', suffix: '' };
      const [found] = locate([{ quote }]);
      if (!found) throw new Error('nothing was looked for');
      return [id, found] as const;
    }),
  );

afterEach(() => {
  document.body.innerHTML = '';
});

test('only sentences that cite are listed, with their section, where a statement of the same words would be', async () => {
  article();
  const text = await textOf();
  const places = located({ a: FIRST, b: SECOND, c: THIRD });
  const { sentences } = await citingOf(text.citationStatements, places, document.body, noPause);
  expect(sentences.map((one) => [one.text, one.section])).toEqual([
    [FIRST, 'Results'],
    [SECOND, 'Results'],
    [THIRD, 'Discussion'],
  ]);
  expect(sentences.map(({ order }) => order)).toEqual(
    ['a', 'b', 'c'].map((id) => places.get(id)?.start),
  );
});

test('a tagged statement is named at every sentence that it shares words with, and one that is lost at none', async () => {
  article();
  const text = await textOf();
  const places = located({
    both: `${PLAIN} ${SECOND}`,
    part: 'Written roles were rare',
    lost: 'Of a ward in another town, far away from here.',
  });
  const { tagged } = await citingOf(text.citationStatements, places, document.body, noPause);
  expect(tagged).toEqual([
    { statementId: 'both', sentence: 1 },
    { statementId: 'part', sentence: 2 },
  ]);
});

test('what the page offers as statements are its citation statements, as they are offered', async () => {
  article();
  const [place] = located({ one: PLAIN }).values();
  const range = place?.range as Range;
  const offered: Passage = { range, quote: 'Offered words', basis: 'second-hand' };
  const text = await textOf([offered]);
  const { sentences, statements } = await citingOf(
    text.citationStatements,
    new Map(),
    document.body,
    noPause,
  );
  expect(sentences).toEqual([
    { index: 0, text: 'Offered words', section: null, order: place?.start },
  ]);
  expect(statements[0]?.passage()).toBe(offered);
});

test('a statement that was tagged where it is, and not looked for since, has its place among the others', () => {
  article();
  const looked = located({ first: FIRST, second: SECOND, third: THIRD });
  const followed = new Map(
    [...looked].map(([id, one]) => [id, id === 'second' ? { ...one, start: null } : one]),
  );
  const orders = (of: typeof looked) => placesOf(of, document.body).map(({ order }) => order);
  expect(orders(followed)).toEqual(orders(looked));
  const lost = located({ lost: 'Of a ward in another town, far away from here.' });
  expect(orders(lost)).toEqual([null]);
});
