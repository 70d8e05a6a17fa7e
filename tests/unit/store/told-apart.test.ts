/** Works that look alike and are not one: on a scite report, on a reading list, and after a correction. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { NamedWork, PaperFacts } from '../../../lib/model';
import { correctPaper, ensureReview, knownWorks, saveTag } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { contradicts, namesAnother } from '../../../lib/store/read/find-paper';
import { emptyStore, expectSound, facts, newTag, PAGE_A, page } from './support';

beforeEach(emptyStore);

const titled = (title: string | undefined, source: 'site' | 'citation'): PaperFacts => ({
  authors: [],
  sources: { title: source },
  ...(title && { title }),
});

test.each<[string, PaperFacts, PaperFacts, boolean]>([
  ['two titles of a report', titled('One', 'site'), titled('Two', 'site'), true],
  ['a report’s title and a page’s', titled('One', 'site'), titled('Two', 'citation'), true],
  ['a page’s title and a report’s', titled('One', 'citation'), titled('Two', 'site'), true],
  [
    'a title in two prints',
    titled('Peer work: one', 'site'),
    titled('PEER WORK – ONE', 'site'),
    false,
  ],
  ['a page that changed its title', titled('One', 'citation'), titled('Two', 'citation'), false],
])('%s: another work is %s', (_, one, other, expected) => {
  expect(namesAnother(one, other)).toBe(expected);
});

test.each<[string, Parameters<typeof contradicts>[0], Parameters<typeof contradicts>[1], boolean]>([
  ['two DOIs', { doi: '10.1/a' }, { doi: '10.1/b' }, true],
  ['one DOI', { doi: '10.1/a', pmid: '1' }, { doi: '10.1/a', pmid: '2' }, false],
  ['two PMIDs', { pmid: '1' }, { pmid: '2' }, true],
  ['identifiers of two kinds', { pmid: '1' }, { doi: '10.1/a' }, false],
  [
    'a preprint and its article',
    { doi: '10.48550/arxiv.2501.1' },
    { doi: '10.1/a', arxiv: '2501.1' },
    false,
  ],
  [
    'a preprint and another article',
    { doi: '10.48550/arxiv.2501.1' },
    { doi: '10.1/a', arxiv: '2501.2' },
    true,
  ],
  ['two preprints', { doi: '10.48550/arxiv.2501.1' }, { doi: '10.48550/arxiv.2501.2' }, true],
])('%s: %j and %j contradict each other: %s', (_, one, other, expected) => {
  expect(contradicts(one, other)).toBe(expected);
});

test('papers that one report lists are as many papers, though they have one address', async () => {
  const listed = (title: string) =>
    page('https://scite.example/reports/x', { title, sources: { title: 'site' } });
  const one = await saveTag(newTag({ on: listed('Peer workers'), quote: 'One.' }));
  const other = await saveTag(newTag({ on: listed('Role strain'), quote: 'Two.' }));
  const again = await saveTag(newTag({ on: listed('Peer workers'), quote: 'Three.' }));
  expect(other.paper.id).not.toBe(one.paper.id);
  expect(again.paper.id).toBe(one.paper.id);
  await expectSound();
});

describe('a work that a page names', () => {
  const TITLE = 'The peer support worker role in practice';
  test.each<[string, NamedWork, number | null]>([
    ['by its DOI is on the list', { doi: '10.5555/a' }, 2],
    ['by its title alone', { title: TITLE }, 2],
    ['by its title in another print', { title: `“${TITLE.toUpperCase()}”.` }, 2],
    ['by its PMID', { pmid: '31177310' }, 2],
    [
      'by its PMID, under another title',
      { pmid: '31177310', title: 'Another title altogether' },
      2,
    ],
    ['by another DOI, under the same title, is not', { doi: '10.5555/z', title: TITLE }, null],
    ['by a title that is too short to name one', { title: 'Editorial' }, null],
    ['by nothing', {}, null],
    ['by nothing that is known', { doi: null, pmid: '1', title: null }, null],
  ])('%s', async (_, work, tags) => {
    const on = page('https://a.example/1', {
      ...facts('10.5555/a', TITLE),
      pmid: '31177310',
    });
    await saveTag(newTag({ on }));
    await saveTag(newTag({ on, influenceId: 'pay' }));
    await saveTag(newTag({ on: page('https://b.example/1', { title: 'Editorial' }) }));
    const { id } = await ensureReview();
    const [known] = await knownWorks(id, [work]);
    expect(known?.tags ?? null).toBe(tags);
    if (known) expect(known).toMatchObject({ progress: 'reading', eligibility: 'undecided' });
  });
});

describe('a paper whose only page turns out to show another work', () => {
  const NOW = { doi: '10.5555/now' };
  const ELSEWHERE = 'https://elsewhere.example/copy';
  test.each<[string, string | undefined, boolean]>([
    ['leaves the list when nothing is left on it', undefined, false],
    ['stays on the list while a tag from elsewhere is on it', ELSEWHERE, true],
  ])('%s', async (_, url, stays) => {
    await correctPaper(page('https://now.example/', {}), NOW);
    const { paper } = await saveTag(newTag());
    if (url) await saveTag(newTag({ url, quote: 'From a copy.' }));
    const review = await ensureReview();
    await correctPaper(PAGE_A, NOW);
    expect((await db.reviewPapers.get([review.id, paper.id])) !== undefined).toBe(stays);
    await expectSound();
  });
});
