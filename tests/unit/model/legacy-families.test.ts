/** Study families that were rings of links between places: who is in one, and what becomes of the links. */
import { describe, expect, it, test } from 'vitest';
import { membersOfLinks, StudyFamilies } from '../../../lib/model';

type Row = Record<string, unknown>;
const place = (paperId: string, familyId?: unknown, reviewId = 'r'): Row => ({
  ...{ reviewId, paperId, progress: 'read', addedAt: `at ${paperId}` },
  ...(familyId !== undefined && { familyId }),
});
const ring = (...ids: string[]) => ids.map((id, i) => place(id, ids[(i + 1) % ids.length]));
const moved = (
  some: Partial<Record<'reviewPapers' | 'familyMembers' | 'stamps' | 'steps', unknown[]>>,
) =>
  membersOfLinks({ reviewPapers: [], familyMembers: [], stamps: [], steps: [], ...some }) as Record<
    string,
    Row[]
  >;
/** The studies of a review, each as its papers. */
const studies = (reviewPapers: unknown[], reviewId = 'r') => {
  const now = moved({ reviewPapers });
  const of = (rows: Row[] = []) => rows.filter((row) => row?.reviewId === reviewId) as never[];
  return new StudyFamilies(of(now.reviewPapers), of(now.familyMembers)).shared();
};

describe('the studies', () => {
  test.each<[string, unknown[], string[][]]>([
    ['are none without links', [place('a'), place('b')], []],
    [
      'are those of the rings',
      [...ring('a', 'b'), ...ring('c', 'd', 'e'), place('f')],
      [
        ['a', 'b'],
        ['c', 'd', 'e'],
      ],
    ],
    [
      'hold together where a ring is broken',
      [place('a', 'b'), place('b'), place('c', 'b')],
      [['a', 'b', 'c']],
    ],
    ['are not made by a link to itself', [place('a', 'a'), place('b')], []],
    ['are not made by a link to what is not on the list', [place('a', 'gone')], []],
    [
      '… but those are one who name the same',
      [place('a', 'gone'), place('b', 'gone')],
      [['a', 'b']],
    ],
    ['are not made by a link that is no id', [place('a', 7), place('7')], []],
    ['are not made by what is no place', [...ring('a', 'b'), null, 'c', ['d']], [['a', 'b']]],
    [
      'are of one review',
      [place('a', 'b'), place('b'), place('a', 'c', 'other'), place('c', undefined, 'other')],
      [['a', 'b']],
    ],
  ])('%s', (_, places, want) => {
    expect(studies(places)).toEqual(want);
  });

  it('are the same families wherever they are brought over, each member since it was on the list', () => {
    const [one, other] = [ring('a', 'b', 'c'), ring('a', 'b', 'c').toReversed()].map(
      (reviewPapers) => moved({ reviewPapers }).familyMembers ?? [],
    );
    const byPaper = (rows: Row[] = []) =>
      rows.toSorted((a, b) => (String(a.paperId) < String(b.paperId) ? -1 : 1));
    expect(byPaper(one)).toEqual(byPaper(other));
    expect(byPaper(one).map(({ addedAt }) => addedAt)).toEqual(['at a', 'at b', 'at c']);
    expect(new Set(one?.map(({ familyId }) => familyId)).size).toBe(1);
    expect(moved({ reviewPapers: ring('a', 'd') }).familyMembers?.[0]?.familyId).toBe(
      one?.[0]?.familyId,
    );
    expect(moved({ reviewPapers: ring('b', 'c') }).familyMembers?.[0]?.familyId).not.toBe(
      one?.[0]?.familyId,
    );
  });

  it('of a file that has memberships already are added once', () => {
    const reviewPapers = ring('a', 'b');
    const { familyMembers } = moved({ reviewPapers });
    const [first] = familyMembers ?? [];
    expect(moved({ reviewPapers, familyMembers: [first, null] }).familyMembers).toEqual([
      first,
      null,
      familyMembers?.[1],
    ]);
  });
});

describe('links', () => {
  it('are gone from places; a place without one is the very same', () => {
    const [linked, plain] = [place('a', 'b'), place('b')];
    const { reviewPapers } = moved({ reviewPapers: [linked, plain] });
    expect(reviewPapers?.[0]).toEqual(place('a'));
    expect(reviewPapers?.[1]).toBe(plain);
  });

  it('are gone from versions of places that are gone, and from no other version', () => {
    const last = { table: 'reviewPapers', key: 'r a', last: place('a', 'b') };
    const others = [
      { table: 'reviewPapers', key: 'r b', last: place('b') },
      { table: 'papers', key: 'a', last: { familyId: 'kept' } },
      { table: 'reviewPapers', key: 'r c' },
      null,
    ];
    const { stamps = [] } = moved({ stamps: [last, ...others] });
    expect(stamps[0]).toEqual({ ...last, last: place('a') });
    for (const [i, other] of others.entries()) expect(stamps[i + 1]).toBe(other);
  });

  it('are gone from both sides of each change of a place, and from no other change', () => {
    const paper = { table: 'papers', before: { familyId: 'kept' }, after: null };
    const plain = { table: 'reviewPapers', before: null, after: place('c') };
    const changes = [
      { table: 'reviewPapers', before: place('a', 'b'), after: null },
      { table: 'reviewPapers', before: place('a'), after: place('a', 'b'), aside: true },
      ...[paper, plain, null],
    ];
    const { steps = [] } = moved({ steps: [{ id: 's', changes }] });
    expect(steps[0]).toEqual({
      id: 's',
      changes: [
        { table: 'reviewPapers', before: place('a'), after: null },
        { table: 'reviewPapers', before: place('a'), after: place('a'), aside: true },
        ...[paper, plain, null],
      ],
    });
    const [, , third] = (steps[0]?.changes ?? []) as unknown[];
    expect(third).toBe(paper);
  });

  test.each<[string, unknown]>([
    ['without one', { changes: [{ table: 'reviewPapers', before: null, after: place('a') }] }],
    [
      'with one elsewhere',
      { changes: [{ table: 'papers', before: null, after: { familyId: 'b' } }] },
    ],
    ['without changes', { changes: 'none' }],
    ['that is none', 'step'],
  ])('leave a step %s the very same', (_, step) => {
    expect(moved({ steps: [step] }).steps?.[0]).toBe(step);
  });
});

it('a membership has the version of the place that held the link, where that is known', () => {
  const stamp = {
    table: 'reviewPapers',
    key: 'r a',
    counter: 7,
    by: 'me',
    step: 's',
    state: 'gone',
  };
  const noise = [{ ...stamp, table: 'papers', key: 'r b' }, null];
  const { familyMembers = [], stamps = [] } = moved({
    reviewPapers: ring('a', 'b'),
    stamps: [stamp, ...noise],
  });
  const [first] = familyMembers;
  expect(stamps.slice(3)).toEqual([
    { table: 'familyMembers', key: `r a ${first?.familyId}`, counter: 7, by: 'me', step: 's' },
  ]);
});
