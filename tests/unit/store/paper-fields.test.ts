/** What a work's pages say of it is joined: what one of them shows to be over goes, and a poorer one takes nothing. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { PageReport } from '../../../lib/model';
import { correctPaper, saveTag } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { emptyStore, expectSound, facts, newTag, page } from './support';

beforeEach(emptyStore);

const U = 'https://x.example/p';
const V = 'https://y.example/p';

describe('what is on its way into print', () => {
  const PAPER = { doi: '10.1000/a', title: 'A work' };
  const seen = async (...pages: PageReport[]) => {
    for (const on of pages) await saveTag(newTag({ on }));
    const [stored, ...others] = await db.papers.toArray();
    expect(others).toEqual([]);
    await expectSound();
    return stored;
  };
  const says = (url: string, more: Partial<PageReport['paper'] & object>) => {
    const paper = { ...facts(PAPER.doi, PAPER.title), ...more };
    const sources = Object.fromEntries(Object.keys(more).map((field) => [field, 'citation']));
    return page(url, { ...paper, sources: { ...paper.sources, ...sources } } as typeof paper);
  };

  test('is in press until its page names a volume', async () => {
    expect(await seen(says(U, { status: 'in press' }))).toMatchObject({ status: 'in press' });
    const printed = await seen(says(U, { volume: '3' }));
    expect(printed).toMatchObject({ volume: '3' });
    expect(printed).not.toHaveProperty('status');
    expect(printed?.sources).not.toHaveProperty('status');
  });

  test('its other fields are kept beside what a poorer page adds', async () => {
    const more = { language: 'pt-BR', isbn: '9783161484100', genre: 'PhD thesis', number: '7' };
    const people = { editors: [{ family: 'King', given: 'M', suffix: 'Jr.' }] };
    expect(await seen(says(U, { ...more, ...people }), says(V, {}))).toMatchObject({
      ...more,
      ...people,
    });
  });

  const ARXIV = { doi: '10.48550/arxiv.2501.10120', arxiv: '2501.10120', type: 'article' };
  const ARTICLE = { doi: '10.1000/a', arxiv: '2501.10120', type: 'article-journal' };
  test.each([
    ['the article was met first', says(U, ARTICLE), says(V, ARXIV), 'article-journal'],
    ['the preprint was met first', says(V, ARXIV), says(U, ARTICLE), 'article-journal'],
    [
      'the article was not met',
      says(V, { ...ARXIV, type: 'article-journal' }),
      says(V, ARXIV),
      'article',
    ],
  ])('a preprint and its article are an article: %s', async (_, first, second, type) => {
    expect((await seen(first, second))?.type).toBe(type);
  });

  test('what a preprint has become is kept, and not of the article itself', async () => {
    const preprint = { type: 'article', doi: '10.1101/1', preprintOf: '10.1000/a' };
    expect(await seen(says(U, preprint))).toMatchObject({ preprintOf: '10.1000/a' });
    await correctPaper(says(U, preprint), { doi: '10.1000/a' });
    expect((await db.papers.toArray()).filter((one) => one.preprintOf)).toEqual([]);
  });
});
