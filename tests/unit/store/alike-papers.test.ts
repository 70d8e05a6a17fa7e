/** Papers that look as if they reported one study: by title and a shared author. */
import { expect, it, test } from 'vitest';
import { type Author, type Paper, runThrough } from '../../../lib/model';
import { alikeInSlices } from '../../../lib/store';
import { paper } from '../exchange/records';

const TITLE = 'Peer support workers in crisis houses: a review';
const one = (n: number, authors: Author[], title: string | undefined = TITLE): Paper =>
  paper(n, { title, authors });
const LEE: Author = { family: 'Lee', given: 'Ann' };
const DOE: Author = { family: 'Doe' };
const pairs = (...papers: Paper[]) =>
  runThrough(alikeInSlices(papers)).map((pair) => pair.map(({ id }) => id));
const ids = (...papers: Paper[]) => papers.map(({ id }) => id);

test.each<[string, Author[], Author[], string | undefined, boolean]>([
  ['with one title and author are', [LEE], [LEE], TITLE, true],
  ['in two prints of both are', [LEE], [{ family: 'LÉE' }], TITLE.toUpperCase(), true],
  ['with one of several authors in common are', [DOE, LEE], [LEE, { family: 'Poe' }], TITLE, true],
  [
    'by an author whose name is not divided are',
    [{ literal: 'WHO' }],
    [{ literal: 'WHO' }],
    TITLE,
    true,
  ],
  ['by other authors are not', [LEE], [DOE], TITLE, false],
  ['without authors are not', [], [], TITLE, false],
  ['whose authors have no name are not', [{} as Author], [{} as Author], TITLE, false],
  ['of another title are not', [LEE], [LEE], `${TITLE} of trials`, false],
])('two papers %s alike', (_, first, second, title, alike) => {
  const [a, b] = [one(1, first), one(2, second, title)];
  expect(pairs(a, b)).toEqual(alike ? [ids(a, b)] : []);
});

it('a title that names nothing makes none alike', () => {
  expect(pairs(one(1, [LEE], 'Editorial'), one(2, [LEE], 'Editorial'))).toEqual([]);
  const untitled = [3, 4].map((n) => ({ ...one(n, [LEE]), title: undefined }) as never as Paper);
  expect(pairs(...untitled)).toEqual([]);
});

it('of several alike, each is paired with the one before it', () => {
  const [a, b, c, d] = [one(1, [LEE]), one(2, [DOE]), one(3, [LEE, DOE]), one(4, [LEE])];
  expect(pairs(a, b, c, d)).toEqual([ids(b, c), ids(c, d)]);
});
