/** What is not lost: a reader's review before an import, a page's newest words, and the newest places of a statement. */
import { beforeEach, describe, expect, test } from 'vitest';
import { newId, type PaperFacts, type Review } from '../../../lib/model';
import { ensureReview, retarget, saveTag } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { joinFacts } from '../../../lib/store/write/papers';
import { isUntouched } from '../../../lib/store/write/settings';
import { MOST_TARGETS } from '../../../lib/store/write/statements';
import { emptyStore, newTag, page } from './support';

beforeEach(emptyStore);

describe('the review that a new store begins with gives way to an imported one', () => {
  test.each<[string, Partial<Review>, boolean]>([
    ['as it was made', {}, true],
    ['not with a question', { question: 'What helps?' }, false],
    ['not under a name of the reader’s', { name: 'Peer work' }, false],
    ['not with number keys', { numberKeys: [null] }, false],
    ['not with a link of the reader’s', { links: [] }, false],
    ['not with another codebook', { codebooks: [{ id: 'own', version: '1' }] }, false],
    ['not without its codebook', { codebooks: [] }, false],
  ])('%s', async (_, change, expected) => {
    const review = await ensureReview();
    expect(isUntouched({ ...review, ...change })).toBe(expected);
  });

  test('not with a second codebook', async () => {
    const review = await ensureReview();
    const codebooks = [...review.codebooks, { id: 'own', version: '1' }];
    expect(isUntouched({ ...review, codebooks })).toBe(false);
  });
});

describe('of what two pages say of one work', () => {
  const said = (more: Partial<PaperFacts>): PaperFacts => ({ authors: [], sources: {}, ...more });
  const from = (source: 'citation' | 'og' | 'visible', title: string) =>
    said({ title, sources: { title: source } });
  test.each<[string, PaperFacts, PaperFacts, string]>([
    ['the newer of two equal sources is kept', from('og', 'Old'), from('og', 'New'), 'New'],
    ['the better source is kept', from('og', 'Old'), from('citation', 'New'), 'New'],
    ['the worse source is not', from('og', 'Old'), from('visible', 'New'), 'Old'],
    ['a source goes before none', said({ title: 'Old' }), from('visible', 'New'), 'New'],
    ['what was not known is learned', said({}), from('visible', 'New'), 'New'],
  ])('%s', (_, stored, seen, title) => {
    expect(joinFacts(stored, seen).title).toBe(title);
  });

  test('no list is replaced with an empty one', () => {
    const authors = [{ family: 'Ibrahim' }];
    const sources = { authors: 'og' } as const;
    const seen = said({ sources: { authors: 'citation' } });
    expect(joinFacts(said({ authors, sources }), seen)).toMatchObject({ authors, sources });
  });

  test('the reader’s word is kept over all', () => {
    const joined = joinFacts(from('og', 'Old'), from('citation', 'New'), { title: 'Mine' });
    expect(joined.title).toBe('Mine');
  });
});

test('a statement that is kept on one page more than can be held loses the oldest place', async () => {
  const { statement } = await saveTag(newTag());
  const at = (n: number) => newTag({ on: page(`https://copy.example/${n}`) }).statement.target;
  const places = Array.from({ length: MOST_TARGETS + 1 }, (_, n) => at(n));
  await db.statements.update(statement.id, { targets: places.slice(0, MOST_TARGETS) });
  await retarget(statement.id, places.at(-1) ?? at(0));
  const kept = (await db.statements.get(statement.id))?.targets.map(({ url }) => url);
  expect(kept).toEqual(places.slice(1).map(({ url }) => url));
  await expect(retarget(newId(), at(1))).rejects.toMatchObject({ code: 'not-found' });
});
