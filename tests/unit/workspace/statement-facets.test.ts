/** Filters over statements: several values of several facets, and the counts beside them, against the slow way of counting. */
import { expect, test } from 'vitest';
import {
  FACETS,
  type FacetId,
  QUOTED_FACETS,
  TAG_FACETS,
  type ValueContext,
} from '../../../entrypoints/workspace/rooms/statements/facet-values';
import {
  type Chosen,
  countFacets,
  FacetTable,
  type Facetted,
  optionsOf,
} from '../../../entrypoints/workspace/rooms/statements/facets';
import { influencesOf } from '../../../lib/codebook/influences';
import {
  CoderIndex,
  type Eligibility,
  type Paper,
  runThrough,
  type Statement,
  type Tag,
} from '../../../lib/model';
import { pick, type Random, seeded } from '../../support/random';

const CONTEXT: ValueContext = {
  index: influencesOf([]),
  coders: new CoderIndex([{ id: 'c3', name: 'C', into: 'c1' }]),
  eligibilityOf: (id): Eligibility => (id === 'p1' ? 'excluded' : 'undecided'),
};

/** A statement as the filters see it, made at random of few values, so that they meet. */
function someQuoted(random: Random) {
  const kinds = ['results', 'methods', undefined] as const;
  const kind = pick(random, kinds);
  const paper = {
    id: pick(random, ['p1', 'p2', 'p3']),
    authors: pick(random, [[], [{ family: 'Ito' }], [{ family: 'Ito' }, { literal: 'WHO' }]]),
    year: pick(random, [undefined, 2019, 2022]),
    containerTitle: pick(random, [undefined, 'Lancet', 'The Lancet']),
    type: pick(random, [undefined, 'article-journal']),
    urls: [],
  } as unknown as Paper;
  const machineLabels = pick(random, [[], [{ by: 'scite', label: 'supporting' }]]);
  const statement = {
    section: kind && { kind, title: kind },
    machineLabels,
  } as unknown as Statement;
  const tags = Array.from(
    { length: 1 + Math.floor(random() * 3) },
    () =>
      ({
        codebookId: 'b',
        influenceId: pick(random, ['i', 'j']),
        stance: pick(random, ['supporting', 'contrasting', 'mentioning']),
        direction: pick(random, ['barrier', 'unstated']),
        basis: pick(random, ['own', 'second-hand']),
        voice: pick(random, ['authors', undefined]),
        coderId: pick(random, ['c1', 'c2', 'c3']),
      }) as Tag,
  );
  return { statement, paper, tags };
}
type SomeQuoted = ReturnType<typeof someQuoted>;

/** Slow and obvious: is it shown? */
/** All at once. */
const counted = <T extends Facetted>(...asked: Parameters<typeof countFacets<T>>) =>
  runThrough(countFacets(...asked));

function isShown({ tags, ...quoted }: SomeQuoted, chosen: Chosen): boolean {
  const has = (keys: readonly string[], id: FacetId) =>
    !chosen[id]?.length || keys.some((key) => chosen[id]?.includes(key));
  return (
    QUOTED_FACETS.every(({ id, of }) =>
      has(
        of(quoted, CONTEXT).map(({ key }) => key),
        id,
      ),
    ) &&
    tags.some((tag) =>
      TAG_FACETS.every(({ id, of }) =>
        has(
          of(tag, CONTEXT).map(({ key }) => key),
          id,
        ),
      ),
    )
  );
}

test('what is shown, and what each value counts, is what the slow way says', () => {
  const random = seeded(3);
  let shownInAll = 0;
  for (let turn = 0; turn < 120; turn++) {
    const quoted = Array.from({ length: 25 }, () => someQuoted(random));
    const table = new FacetTable(CONTEXT);
    const lines = quoted.map((one) => ({ one, ...table.read(one, one.tags) }));
    const chosen: Chosen = {};
    for (const [i, { id }] of FACETS.entries()) {
      const keys = table.values[i]?.all.map(({ key }) => key) ?? [];
      if (random() < 0.25) chosen[id] = [pick(random, keys), pick(random, [...keys, 'unknown'])];
    }
    const found = counted(lines, table, chosen);
    const expected = quoted.filter((one) => isShown(one, chosen));
    shownInAll += expected.length;
    expect(found.shown.map(({ one }) => one)).toEqual(expected);
    for (const { id } of FACETS)
      for (const option of optionsOf(id, table, found, chosen)) {
        const alone = { ...chosen, [id]: [option.key] };
        const count = quoted.filter((one) => isShown(one, alone)).length;
        expect([turn, id, option.key, option.count]).toEqual([turn, id, option.key, count]);
      }
  }
  expect(shownInAll).toBeGreaterThan(200);
});

test('values come in the order of their kind, else those with most statements first', () => {
  const random = seeded(5);
  const table = new FacetTable(CONTEXT);
  const lines = Array.from({ length: 60 }, () => {
    const one = someQuoted(random);
    return table.read(one, one.tags);
  });
  const found = counted(lines, table, {});
  const keysOf = (id: FacetId) => optionsOf(id, table, found, {}).map(({ key }) => key);
  expect(keysOf('stance')).toEqual(['supporting', 'contrasting', 'mentioning']);
  expect(keysOf('voice')).toEqual(['authors', '']);
  expect(keysOf('year')).toEqual(['2022', '2019', '']);
  // Joined coders are one.
  expect(keysOf('coder').sort()).toEqual(['c1', 'c2']);
  const authors = optionsOf('author', table, found, {}).map(({ count }) => count);
  expect(authors).toEqual([...authors].sort((a, b) => b - a));
});

test('a value of the address that does not occur stays a choice, and lets nothing through', () => {
  const random = seeded(9);
  const table = new FacetTable(CONTEXT);
  const one = someQuoted(random);
  const lines = [table.read(one, one.tags)];
  const chosen: Chosen = { journal: ['gone'] };
  const found = counted(lines, table, chosen);
  expect(found.shown).toEqual([]);
  expect(optionsOf('journal', table, found, chosen)).toContainEqual({
    ...{ key: 'gone', text: 'gone', count: 0, isChosen: true },
  });
});
