/** The reader's corrections, laid over what pages say. */
import { expect, it, test } from 'vitest';
import { type Corrections, corrected, now, type PaperFacts, TagChange } from '../../../lib/model';

const FACTS: PaperFacts = {
  title: 'As the page says',
  year: 2020,
  authors: [{ family: 'Page' }],
  sources: { title: 'citation', year: 'citation', authors: 'citation' },
};

test.each<[string, Corrections | undefined, Partial<PaperFacts>]>([
  ['none', undefined, {}],
  ['of a field', { title: 'Mine' } as Corrections, { title: 'Mine', sources: { title: 'reader' } }],
  [
    'of a field that no page filled',
    { doi: '10.1/a' } as Corrections,
    { doi: '10.1/a', sources: { doi: 'reader' } },
  ],
  [
    'that it has none',
    { year: null } as Corrections,
    { year: undefined, sources: { year: 'reader' } },
  ],
  [
    'that it has no authors',
    { authors: null } as never,
    { authors: [], sources: { authors: 'reader' } },
  ],
  [
    'of an empty list, which corrects nothing',
    { authors: [], title: 'Mine' } as never,
    { title: 'Mine', sources: { title: 'reader' } },
  ],
  ['of nothing', { title: undefined } as never, {}],
  ['of what is no fact', { id: 'x', urls: ['x'], colour: 'red' } as never, {}],
  ['of sources, which pages state', { sources: { title: 'pdf' } } as never, {}],
])('a correction %s', (_, corrections, more) => {
  const { sources, ...fields } = more;
  const before = structuredClone(FACTS);
  expect(corrected(FACTS, corrections)).toEqual({
    ...{ ...FACTS, ...fields },
    sources: { ...FACTS.sources, ...sources },
  });
  expect(FACTS).toEqual(before);
  if (more.year === undefined && 'year' in more)
    expect(corrected(FACTS, corrections)).not.toHaveProperty('year');
});

test.each<[object, boolean]>([
  [{}, true],
  [{ influenceId: 'x' }, true],
  [{ codebookId: 'own', influenceId: 'x' }, true],
  [{ codebookId: 'own' }, false],
])('a change of a tag is whole: %j %s', (change, whole) => {
  expect(TagChange.safeParse(change).success).toBe(whole);
});

it('now is written as records write it', () => {
  const before = Date.now();
  expect(now()).toMatch(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z$/);
  expect(Date.parse(now())).toBeGreaterThanOrEqual(before);
});
