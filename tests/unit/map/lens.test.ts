/** The map seen through another codebook: what a tag counts under, what is listed as not linked, and that N stays. */
import { beforeAll, describe, expect, it } from 'vitest';
import { allShipped, linksThrough } from '../../../lib/codebook';
import {
  broaderOf,
  buildMap,
  DENOMINATORS,
  lensNote,
  linksInRow,
  mapAsText,
  passedInRows,
  passedThrough,
  seenThrough,
  UNITS,
} from '../../../lib/map';
import type { Codebook, InfluenceLink, InfluenceRef, Tag } from '../../../lib/model';
import { ownCodebook } from '../../support/own-codebook';
import { randomReview } from './random-review';
import { notReported, REVIEW, reviewPaper, tag, uuid } from './records';

let all: Codebook[];
beforeAll(async () => {
  all = await allShipped();
});
const shipped = (id: string) => all.find((one) => one.id === id) as Codebook;
const USUAL = { denominator: 'all', secondHand: false } as const;

const rowsOf = ({ id: codebookId, influences }: Codebook) =>
  influences.map(({ id, label, parent }) => ({ codebookId, influenceId: id, label, parent }));

/** A review of three papers, of which the last has no tag, seen through a codebook. */
function seen(
  target: string,
  tags: Tag[],
  { edits = [] as InfluenceLink[], options = {}, rollUp = false } = {},
) {
  const book = shipped(target);
  const links = linksThrough(book, all, edits);
  const reviewPapers = [1, 2, 3].map((n) => reviewPaper(n));
  const input = { reviewId: REVIEW, tags };
  const lens = seenThrough(input, links);
  const { seenAs } = lens;
  const map = buildMap(
    { ...input, reviewPapers, influences: rowsOf(book), seenAs },
    { ...USUAL, ...options, rollUp },
  );
  const counted = Object.fromEntries(
    map.rows.filter(({ n }) => n).map(({ influenceId, n }) => [influenceId, n]),
  );
  return { lens, map, counted, links, book };
}

const on = (codebookId: string, ...rest: Parameters<typeof tag>) =>
  ({ ...tag(...rest), codebookId }) as Tag;
const psw = (paper: number, statement: number, id: string, stance: Tag['stance'] = 'supporting') =>
  on('psw-core', paper, statement, `psw.${id}`, stance);
const cfir = (paper: number, statement: number, id: string) =>
  on('cfir-2022', paper, statement, `cfir22.${id}`, 'supporting');

describe('tags seen through another codebook', () => {
  it.each<[string, string, () => Tag[], Record<string, number>]>([
    [
      'count where the crosswalk leads',
      'ibrahim-2020',
      () => [psw(1, 1, 'culture'), psw(2, 1, 'culture')],
      { 'ibrahim2020.organisational-culture': 2 },
    ],
    [
      'of one paper on two influences that lead to one count it once',
      'ibrahim-2020',
      () => [psw(1, 1, 'training-peers'), psw(1, 2, 'training-staff')],
      { 'ibrahim2020.training': 1 },
    ],
    [
      'that are linked to two influences count under each',
      'cfir-2022',
      () => [psw(1, 1, 'hr')],
      { 'cfir22.inner.work': 1, 'cfir22.inner.incentives': 1 },
    ],
    [
      'of CFIR count in Ibrahim through psw-core',
      'ibrahim-2020',
      () => [cfir(1, 1, 'inner.culture'), cfir(2, 1, 'inner.knowledge')],
      { 'ibrahim2020.organisational-culture': 1, 'ibrahim2020.training': 1 },
    ],
    [
      'of the codebook itself are what they are, also of a version that is not this one',
      'ibrahim-2020',
      () => [on('ibrahim-2020', 1, 1, 'dropped', 'supporting')],
      { dropped: 1 },
    ],
    ['of another review do not count', 'ibrahim-2020', () => [], {}],
  ])('%s', (_, target, tags, wanted) => {
    const foreign = { ...psw(3, 1, 'culture'), reviewId: uuid('review', 2) };
    expect(seen(target, [...tags(), foreign]).counted).toEqual(wanted);
  });

  it('a statement that is tagged on two influences that lead to one counts once, under each stance', () => {
    const same = seen('ibrahim-2020', [psw(1, 1, 'training-peers'), psw(1, 1, 'training-staff')]);
    const row = same.map.rows.find(({ n }) => n);
    expect(row?.statements).toEqual({ supporting: 1, contrasting: 0, mentioning: 0 });
    const apart = seen('ibrahim-2020', [
      psw(1, 1, 'training-peers'),
      psw(1, 1, 'training-staff', 'contrasting'),
    ]);
    expect(apart.map.rows.find(({ n }) => n)).toMatchObject({
      papers: { mixed: 1 },
      statements: { supporting: 1, contrasting: 1 },
    });
  });

  it('a tag that leads to two influences under one counts once in that one', () => {
    const { map } = seen('cfir-2022', [psw(1, 1, 'leadership')]);
    expect(map.rows.filter(({ n }) => n)).toHaveLength(2);
    const book = ownCodebook({ id: 'own', version: '1' }, { top: 'Top', one: 'One', two: 'Two' });
    for (const influence of book.influences.slice(1)) influence.parent = 'top';
    const edits = ['one', 'two'].map((influenceId) => ({
      ...{ from: { codebookId: 'psw-core', influenceId: 'psw.leadership' } },
      ...{ to: { codebookId: 'own', influenceId }, on: true },
    }));
    const tags = [psw(1, 1, 'leadership'), psw(2, 1, 'leadership')];
    const { seenAs } = seenThrough({ reviewId: REVIEW, tags }, linksThrough(book, all, edits));
    const rolled = buildMap(
      {
        ...{ reviewId: REVIEW, reviewPapers: [reviewPaper(1), reviewPaper(2)] },
        ...{ influences: rowsOf(book), tags, seenAs },
      },
      { ...USUAL, rollUp: true },
    );
    const counts = rolled.rows.map(({ label, n, statements }) => [label, n, statements.supporting]);
    expect(counts).toEqual([
      ['One', 2, 2],
      ['Top', 2, 2],
      ['Two', 2, 2],
    ]);
  });

  it('that have no link are listed with their numbers, most tags first, and their papers stay tagged ones', () => {
    const tags = [
      psw(1, 1, 'supervision'),
      psw(2, 1, 'policy'),
      psw(2, 2, 'policy'),
      psw(1, 3, 'policy'),
    ];
    const { lens, map, counted } = seen('ibrahim-2020', tags, {
      options: { denominator: 'tagged' },
    });
    expect(lens.notLinked).toEqual([
      { codebookId: 'psw-core', influenceId: 'psw.policy', tags: 3, papers: 2 },
      { codebookId: 'psw-core', influenceId: 'psw.supervision', tags: 1, papers: 1 },
    ]);
    expect(counted).toEqual({});
    expect(map.totals).toMatchObject({ N: 2, tagged: 2 });
  });

  it('follow the reader’s links', () => {
    const from = { codebookId: 'psw-core', influenceId: 'psw.supervision' };
    const to = { codebookId: 'ibrahim-2020', influenceId: 'ibrahim2020.training' };
    const tags = [psw(1, 1, 'supervision'), psw(2, 1, 'training-peers')];
    const linked = seen('ibrahim-2020', tags, { edits: [{ from, to, on: true }] });
    expect(linked.counted).toEqual({ 'ibrahim2020.training': 2 });
    const off = { from: { ...from, influenceId: 'psw.training-peers' }, to, on: false };
    const { counted, lens } = seen('ibrahim-2020', tags, { edits: [off] });
    expect(counted).toEqual({});
    expect(lens.notLinked.map(({ influenceId }) => influenceId)).toEqual([
      'psw.supervision',
      'psw.training-peers',
    ]);
  });
});

describe('links that pass through another codebook', () => {
  const both = () =>
    seen('ibrahim-2020', [
      ...[cfir(1, 1, 'inner.culture'), cfir(1, 2, 'inner.knowledge'), psw(1, 3, 'pay')],
      cfir(2, 1, 'innovation.cost'),
    ]);

  it('are counted by that codebook', () => {
    const { lens } = both();
    expect(lens.through.map(({ from }) => from.influenceId)).toEqual([
      'cfir22.inner.culture',
      'cfir22.inner.knowledge',
    ]);
    expect([...passedThrough(lens.through)]).toEqual([['psw-core', 2]]);
  });

  it('are said of the rows that rest on them', () => {
    const { lens, book } = both();
    const rows = passedInRows(lens.through, broaderOf(rowsOf(book)));
    expect([...rows.keys()].sort()).toEqual([
      'ibrahim-2020/ibrahim2020.organisational-culture',
      'ibrahim-2020/ibrahim2020.training',
    ]);
  });

  it('are said under the map and in its text', () => {
    const { lens, map, book } = both();
    const note = lensNote(lens, book, (id) => shipped(id).shortName ?? id);
    const core = shipped('psw-core').shortName ?? 'psw-core';
    expect(note).toBe(
      `Seen through ${book.name} (version 2020): 3 of 4 tagged influences are linked to it; 2 links pass through ${core}`,
    );
    expect(mapAsText(map, { seenThrough: note })).toContain(`\n${note}\n`);
    const one = { ...lens, through: lens.through.slice(1), linked: 1, notLinked: [] };
    expect(lensNote(one, { name: 'X', version: '1' }, () => 'M')).toBe(
      'Seen through X (version 1): 1 of 1 tagged influence is linked to it; 1 link passes through M',
    );
    expect(lensNote({ ...one, through: [] }, { name: 'X', version: '1' }, () => 'M')).toBe(
      'Seen through X (version 1): 1 of 1 tagged influence is linked to it',
    );
  });
});

it('behind a row are the links to it, and to what is under it', () => {
  const links = linksThrough(shipped('tdf-v2'), all);
  const broader = broaderOf(rowsOf(shipped('tdf-v2')));
  const [one] = shipped('tdf-v2').influences.filter(({ parent }) => parent);
  const from: InfluenceRef = { codebookId: 'tdf-v2', influenceId: one?.id ?? '' };
  const row = (influenceId = '') => ({ codebookId: 'tdf-v2', influenceId });
  const to = (id?: string) => linksInRow(row(id), from, links, broader).map((link) => link.to);
  expect(to(one?.parent)).toEqual([from]);
  expect(to(one?.id)).toEqual([from]);
  expect(to('another')).toEqual([]);
});

it('what is not reported is carried over only where the influence is the same', () => {
  const assessments = [
    { ...notReported(1, 'ibrahim2020.training'), codebookId: 'ibrahim-2020' },
    { ...notReported(2, 'psw.training-peers'), codebookId: 'psw-core' },
    { ...notReported(3, 'psw.pay'), codebookId: 'psw-core', reviewId: uuid('review', 2) },
  ];
  const links = linksThrough(shipped('ibrahim-2020'), all);
  const lens = seenThrough({ reviewId: REVIEW, tags: [], assessments }, links);
  expect(lens.assessments).toEqual([assessments[0]]);
  expect(lens.assessedElsewhere).toBe(1);
});

describe('over random reviews', () => {
  const cases = DENOMINATORS.flatMap((denominator) =>
    [false, true].flatMap((secondHand) => UNITS.map((unit) => ({ unit, denominator, secondHand }))),
  );
  const core = () => shipped('psw-core');
  const inputOf = (seed: number) => {
    const ids = core().influences.map(({ id }) => id);
    const { papers, members, tags, assessments } = randomReview(seed, ids.slice(0, 6), 'psw-core');
    const records = { reviewPapers: papers, familyMembers: members, tags, assessments };
    return { reviewId: REVIEW, ...records };
  };

  it.each(cases)(
    'its own codebook changes nothing: $unit, $denominator, $secondHand',
    (options) => {
      for (let seed = 1; seed <= 40; seed += 1) {
        const input = { ...inputOf(seed), influences: rowsOf(core()) };
        const lens = seenThrough(input, linksThrough(core(), all));
        const { seenAs, assessments } = lens;
        expect(buildMap({ ...input, seenAs, assessments }, options)).toEqual(
          buildMap(input, options),
        );
        expect(lens.notLinked).toEqual([]);
      }
    },
  );

  it.each(cases)(
    'another one keeps N and the papers, and loses no tag: $unit, $denominator, $secondHand',
    (options) => {
      let unlinked = 0;
      for (let seed = 1; seed <= 40; seed += 1) {
        const input = inputOf(seed);
        const book = shipped('ibrahim-2020');
        const links = linksThrough(book, all);
        const { seenAs, notLinked } = seenThrough(input, links);
        const map = buildMap(
          { ...input, seenAs, assessments: [], influences: rowsOf(book) },
          options,
        );
        const plain = buildMap(input, options);
        expect(map.paperIds).toEqual(plain.paperIds);
        const { statements: _, secondHand: __, ...totals } = map.totals;
        expect(plain.totals).toMatchObject(totals);
        const own = input.tags.filter((one) => one.reviewId === REVIEW);
        const without = own.filter((one) => !seenAs(one).length);
        expect(notLinked.reduce((sum, { tags }) => sum + tags, 0)).toBe(without.length);
        for (const row of map.rows)
          expect(row.n, `seed ${seed}, ${row.influenceId}`).toBe(countPapers(row, input, plain));
        unlinked += without.length;
      }
      expect(unlinked).toBeGreaterThan(50);

      /** Units in scope with a counted tag that is linked to the row, by the crosswalk of psw-core as it is written. */
      function countPapers(
        row: InfluenceRef,
        input: ReturnType<typeof inputOf>,
        plain: ReturnType<typeof buildMap>,
      ): number {
        const leads = new Set(
          core().influences.flatMap(({ id, crosswalk }) =>
            crosswalk.includes(row.influenceId) ? id : [],
          ),
        );
        const families = new Map(input.familyMembers.map((m) => [m.paperId, m.familyId]));
        const units = input.tags
          .filter((one) => one.reviewId === REVIEW && leads.has(one.influenceId))
          .filter((one) => options.secondHand || one.basis === 'own')
          .filter((one) => plain.paperIds.includes(one.paperId))
          .map(({ paperId }) =>
            options.unit === 'papers' ? paperId : (families.get(paperId) ?? paperId),
          );
        return new Set(units).size;
      }
    },
  );
});
