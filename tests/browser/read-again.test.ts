/** How often a changing page is read: once for each text that it shows, and not each time a banner beside it changes. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { htmlPage } from '../../entrypoints/tagging.content/source/html';
import type { Medium } from '../../entrypoints/tagging.content/source/medium';
import { PageText } from '../../entrypoints/tagging.content/source/page-text';

const SENTENCE =
  'Supervision by an experienced peer kept most workers in their posts for two years. ';
const ARTICLE = `<article><h1>A study of peer workers</h1><h2>Results</h2>
${`<p>${SENTENCE.repeat(3)}</p>`.repeat(6)}</article><aside id="banner"></aside>`;

let text: PageText;
let reads = 0;
const ends = new AbortController();

beforeEach(async () => {
  document.body.innerHTML = ARTICLE;
  reads = 0;
  const page = htmlPage(document, ends.signal);
  const counted: Medium = {
    ...page,
    structure: (signal) => {
      reads += 1;
      return page.structure(signal);
    },
  };
  text = new PageText(counted, ends.signal, () => []);
  await text.ready();
});
afterEach(() => document.body.replaceChildren());

const banner = (words: string) => {
  const element = document.getElementById('banner');
  if (element) element.textContent = words;
};

test('a page that stays the same is read once, however often something is chosen', async () => {
  for (let i = 0; i < 20; i += 1) await text.ready();
  expect(reads).toBe(1);
});

test('a banner that comes and goes has it read a few times, not each time', async () => {
  for (let i = 0; i < 20; i += 1) {
    banner(i % 2 ? '' : 'Subscribe now for news of this journal and others. '.repeat(4));
    await text.ready();
  }
  expect(reads).toBeLessThanOrEqual(5);
});

test('a section that is put in place after that is read all the same', async () => {
  for (let i = 0; i < 20; i += 1) {
    banner(i % 2 ? '' : 'Subscribe now for news of this journal and others. '.repeat(4));
    await text.ready();
  }
  const before = text.sentences.length;
  document
    .querySelector('article')
    ?.insertAdjacentHTML('beforeend', `<h2>Discussion</h2><p>${SENTENCE.repeat(10)}</p>`);
  await text.ready();
  expect(text.sentences.length).toBeGreaterThan(before);
});
