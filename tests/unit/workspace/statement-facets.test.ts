/** Filters over statements: several values of several facets, and the counts beside them, against the slow way of counting. */
import { expect, test } from 'vitest';
import { askedIn } from '../../../entrypoints/workspace/rooms/statements/address';
import {
  type FacetContext,
  facetContext,
  siteNames,
} from '../../../entrypoints/workspace/rooms/statements/facet-context';
import {
  carried,
  FACET_IDS,
  type FacetId,
  filtersIn,
  isOwnFacet,
  ownFacet,
  withoutFacets,
} from '../../../entrypoints/workspace/rooms/statements/facet-ids';
import {
  facetsOf,
  type Quoted,
} from '../../../entrypoints/workspace/rooms/statements/facet-values';
import {
  type Chosen,
  countFacets,
  FacetTable,
  type Facetted,
  optionsOf,
  rangeOption,
} from '../../../entrypoints/workspace/rooms/statements/facets';
import { parseRoute, routeHash } from '../../../entrypoints/workspace/use-route';
import {
  type Attribute,
  type Decision,
  type Paper,
  PRIORITY_WORDS,
  runThrough,
  type Statement,
  type Tag,
} from '../../../lib/model';
import { pick, type Random, seeded } from '../../support/random';

const column = (id: string, of: Attribute['of'], type: Attribute['type'], choices: string[] = []) =>
  ({ id, of, type, choices, name: id, position: 0 }) as unknown as Attribute;

const COLUMNS = [
  column('Country', 'paper', 'choice', ['Peru', 'Chile']),
  column('Settings', 'paper', 'several', ['home', 'ward']),
  column('Note', 'paper', 'text'),
  column('Beds', 'site', 'number'),
  column('Kinds', 'site', 'several', ['open', 'locked']),
  column('Rank', 'influence', 'number'),
];
const inCell = (attributeId: string, subject: object, value: unknown) => ({
  ...{ attributeId, value, updatedAt: '1', ...subject },
});

const contextWith = (decisions: Partial<Decision>[] = []): FacetContext =>
  facetContext(
    {
      ...{ codebooks: [], papers: [], decisions: decisions as Decision[], attributes: COLUMNS },
      coders: [{ id: 'c3', name: 'C', into: 'c1' }],
      reviewPapers: [
        {
          ...{ paperId: 'p1', eligibility: 'excluded', progress: 'read' },
          ...{ priority: 'high', labels: ['for the group', 'methods'] },
        },
        { paperId: 'p2', eligibility: 'undecided', progress: 'to-read', labels: ['methods'] },
      ] as never,
      sites: [{ id: 'w1', name: 'Ward', position: 0 }] as never,
      attributeValues: [
        inCell('Country', { paperId: 'p1' }, 'Chile'),
        inCell('Country', { paperId: 'p2' }, 'Peru'),
        inCell('Settings', { paperId: 'p1' }, ['home', 'ward']),
        inCell('Settings', { paperId: 'p2' }, ['ward']),
        inCell('Note', { paperId: 'p3' }, 'small'),
        inCell('Beds', { siteId: 'w1' }, 9),
        inCell('Beds', { siteId: 'w2' }, 20),
        inCell('Kinds', { siteId: 'w1' }, ['open', 'locked']),
        inCell('Kinds', { siteId: 'w2' }, ['locked']),
        inCell('Rank', { codebookId: 'b', influenceId: 'i' }, 2),
      ] as never,
    },
    'papers',
  );

const CONTEXT = contextWith();
const { ofTags: TAG_FACETS, ofQuoted: QUOTED_FACETS } = facetsOf(CONTEXT);
const FACETS = [...TAG_FACETS, ...QUOTED_FACETS];

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
        siteId: pick(random, ['w1', 'w2', undefined]),
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
    tags.some((tag: Tag) =>
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

test('the filters that all reviews have, and those of the address, are the same', () => {
  const ids = FACETS.map(({ id }) => id).filter((id) => !isOwnFacet(id));
  expect(ids.sort()).toEqual([...FACET_IDS].sort());
});

const tagWith = (more: Partial<Tag>): Tag =>
  ({
    ...{ codebookId: 'b', influenceId: 'i', paperId: 'p1', statementId: 's' },
    ...{ stance: 'supporting', direction: 'barrier', basis: 'own', coderId: 'c1', ...more },
  }) as Tag;
const keysIn = (id: FacetId, tag: Tag, context: FacetContext) =>
  facetsOf(context)
    .ofTags.find((facet) => facet.id === id)
    ?.of(tag, context)
    .map(({ key }) => key);

test('stance and direction are the decided ones, where coders decided', () => {
  const decided = (more: Partial<Decision>): FacetContext =>
    contextWith([{ codebookId: 'b', influenceId: 'i', paperId: 'p1', ...more }]);
  const mixed = decided({ stance: 'mixed', direction: 'both' });
  const out = decided({ stance: 'none' });
  const stance = (context: FacetContext, tag = tagWith({})) => keysIn('stance', tag, context);
  expect([stance(CONTEXT), stance(mixed), stance(out)]).toEqual([
    ['supporting'],
    ['mixed'],
    ['out'],
  ]);
  expect(keysIn('direction', tagWith({}), mixed)).toEqual(['both']);
  expect(keysIn('direction', tagWith({}), decided({ stance: 'contrasting' }))).toEqual(['barrier']);
  const other = tagWith({ influenceId: 'j' });
  expect(stance(mixed, other)).toEqual(['supporting']);
});

test('priority and labels are those of the paper’s place on the list, each label a value of its own', () => {
  const keysOf = (id: FacetId, paperId: string) =>
    QUOTED_FACETS.find((facet) => facet.id === id)
      ?.of({ paper: { id: paperId } } as Quoted, CONTEXT)
      .map(({ key, text }) => [key, text]);
  expect(keysOf('label', 'p1')).toEqual([
    ['for the group', 'for the group'],
    ['methods', 'methods'],
  ]);
  expect(keysOf('priority', 'p1')).toEqual([['high', PRIORITY_WORDS.high]]);
  expect(keysOf('label', 'p3')).toEqual([['', 'no label']]);
  expect(keysOf('priority', 'p2')).toEqual([['', 'no priority']]);
});

test('a column of numbers is in their order, and a range of it is one choice', () => {
  const random = seeded(11);
  const table = new FacetTable(CONTEXT);
  const quoted = Array.from({ length: 60 }, () => someQuoted(random));
  const lines = quoted.map((one) => ({ one, ...table.read(one, one.tags) }));
  const beds = ownFacet('Beds');
  const all = counted(lines, table, {});
  expect(optionsOf(beds, table, all, {}).map(({ key }) => key)).toEqual(['9', '20', '']);
  const chosen: Chosen = { [beds]: ['..10'] };
  const found = counted(lines, table, chosen);
  const expected = quoted.filter(({ tags }) => tags.some(({ siteId }) => siteId === 'w1'));
  expect(found.shown.map(({ one }) => one)).toEqual(expected);
  expect(optionsOf(beds, table, found, chosen)[0]).toEqual({
    ...{ key: '..10', text: '10 or less', count: expected.length, isChosen: true },
  });
  expect(rangeOption(beds, '10..30', table, all, false).count).toBe(
    quoted.filter(({ tags }) => tags.some(({ siteId }) => siteId === 'w2')).length,
  );
});

test('a range counts a statement once, however many of its numbers two of its tags have', () => {
  const random = seeded(13);
  const table = new FacetTable(CONTEXT);
  const beds = ownFacet('Beds');
  const quoted = Array.from({ length: 60 }, () => someQuoted(random));
  const lines = quoted.map((one) => table.read(one, one.tags));
  const isOn = ({ tags }: SomeQuoted, ...sites: string[]) =>
    sites.every((site) => tags.some(({ siteId }) => siteId === site));
  expect(quoted.filter((one) => isOn(one, 'w1', 'w2')).length).toBeGreaterThan(5);
  for (const stance of [[], ['supporting']]) {
    const others: Chosen = { stance };
    const fitting = quoted.filter((one) => isShown(one, { stance, [beds]: ['9', '20'] }));
    const found = counted(lines, table, others);
    expect(rangeOption(beds, '5..40', table, found, false).count).toBe(fitting.length);
    const chosen = { ...others, [beds]: ['5..40'] };
    const narrowed = counted(lines, table, chosen);
    expect(narrowed.shown).toHaveLength(fitting.length);
    expect(optionsOf(beds, table, narrowed, chosen)[0]?.count).toBe(fitting.length);
  }
  // Years have no field for a range, but an address may hold one.
  const years: Chosen = { year: ['2000..'] };
  const dated = counted(lines, table, years);
  expect(dated.shown.length).toBeGreaterThan(20);
  const range = optionsOf('year', table, dated, years).find(({ isChosen }) => isChosen);
  expect(range?.count).toBe(dated.shown.length);
});

test('sites of one name are told apart by their papers', () => {
  const site = (id: string, name: string, paperId?: string) => ({ id, name, paperId }) as never;
  const papers = [{ id: 'p1', authors: [{ family: 'Ito' }], year: 2020, urls: [] }] as never;
  const sites = [site('a', 'Ward', 'p1'), site('b', 'Ward'), site('c', 'Clinic', 'p1')];
  expect([...siteNames({ sites, papers }).values()]).toEqual(['Ward (Ito 2020)', 'Ward', 'Clinic']);
});

test('filters go from a table to the statements and back, and nowhere else', () => {
  const own = ownFacet('Country');
  const asked = {
    stance: ['mixed', 'contrasting'],
    year: ['', '2020'],
    [own]: ['Peru'],
    find: 'pay',
  };
  const { query } = parseRoute(routeHash('map', { view: 'directions', sort: '-n', ...asked }));
  const there = parseRoute(routeHash('statements', carried('map', 'statements', query)));
  expect(askedIn(there.query)).toEqual({
    ...{ search: 'pay', order: null },
    chosen: { stance: ['mixed', 'contrasting'], year: ['', '2020'], [own]: ['Peru'] },
  });
  const back = parseRoute(routeHash('map', carried('statements', 'map', there.query)));
  expect(askedIn(back.query)).toEqual(askedIn(there.query));
  expect([back.query.get('view'), back.query.get('sort')]).toEqual(['directions', null]);
  expect(carried('map', 'papers', query)).toEqual({});
  expect(carried('map', 'map', query)).toEqual({});
  // From the map itself nothing is taken along: it has no filters.
  expect(carried('statements', 'map', parseRoute('#/statements?stance=mixed').query)).toEqual({});
  expect(Object.keys(withoutFacets(query)).sort()).toEqual([own, 'stance', 'year'].sort());
  expect(filtersIn(query)).toEqual({ ...asked, find: ['pay'] });
});
