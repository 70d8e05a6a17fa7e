import { describe, expect, it } from 'vitest';
import { influenceKey } from '../../../lib/codebook/influences';
import {
  barSegments,
  buildMap,
  cellLookup,
  DEFAULT_MAP_OPTIONS,
  DENOMINATORS,
  denominatorNote,
  type EvidenceMap,
  type MapInput,
  type MapOptions,
  type MapRow,
  type PaperStance,
} from '../../../lib/map';
import type { Stance, Tag } from '../../../lib/model';
import {
  familyMember,
  ME,
  notReported,
  paperId,
  REVIEW,
  reviewPaper,
  tag,
  talliedOf,
  uuid,
  YOU,
} from './records';

const influences = [
  { codebookId: 'cb', influenceId: 'culture', label: 'Organisational culture' },
  { codebookId: 'cb', influenceId: 'training', label: 'Training' },
  { codebookId: 'cb', influenceId: 'role', label: 'Role definition' },
  { codebookId: 'cb', influenceId: 'pay', label: 'Pay' },
];

/**
 * Eight papers. 7 is excluded, 8 has no tag, 6 only a second-hand one; 1 and 2 are one study.
 * culture: 1 supporting (2 statements), 2 supporting, 3 mixed, 4 contrasting, 5 mentioning, 7 excluded.
 * training: 1 supporting, 6 second-hand supporting. role: 3 contrasting.
 */
const papers = [
  reviewPaper(1, 'read'),
  reviewPaper(2, 'read'),
  reviewPaper(3, 'read'),
  reviewPaper(4, 'reading'),
  reviewPaper(5, 'to-read'),
  reviewPaper(6, 'read'),
  reviewPaper(7, 'excluded'),
  reviewPaper(8, 'to-read'),
];
const tags = [
  tag(1, 1, 'culture', 'supporting'),
  tag(1, 2, 'culture', 'supporting'),
  tag(1, 3, 'culture', 'mentioning'),
  tag(2, 1, 'culture', 'supporting'),
  tag(3, 1, 'culture', 'supporting'),
  tag(3, 2, 'culture', 'contrasting'),
  tag(4, 1, 'culture', 'contrasting'),
  tag(5, 1, 'culture', 'mentioning'),
  tag(7, 1, 'culture', 'supporting'),
  tag(1, 1, 'training', 'supporting'),
  tag(6, 1, 'training', 'supporting', { basis: 'second-hand' }),
  tag(3, 2, 'role', 'contrasting'),
];
const assessments = [
  notReported(2, 'training'),
  notReported(3, 'training', YOU),
  notReported(6, 'training'),
  notReported(7, 'training'),
  notReported(4, 'culture'),
];

const input: MapInput = {
  reviewId: REVIEW,
  reviewPapers: papers,
  familyMembers: [familyMember(1, 1), familyMember(2, 1)],
  sheets: talliedOf(tags),
  assessments,
  influences,
};

const map = (options: Partial<MapOptions> = {}, more: Partial<MapInput> = {}): EvidenceMap =>
  buildMap({ ...input, ...more }, { ...DEFAULT_MAP_OPTIONS, ...options });

function row(m: EvidenceMap, influenceId: string): MapRow {
  const found = m.rows.find((r) => r.influenceId === influenceId);
  if (!found) throw new Error(`no row ${influenceId}`);
  return found;
}

describe('counting papers', () => {
  it('counts each paper once by stance, over all papers that are not excluded', () => {
    expect(row(map(), 'culture')).toEqual({
      key: influenceKey({ codebookId: 'cb', influenceId: 'culture' }),
      codebookId: 'cb',
      influenceId: 'culture',
      label: 'Organisational culture',
      unit: 'papers',
      papers: { supporting: 2, mixed: 1, contrasting: 1, mentioning: 1, differ: 0 },
      n: 5,
      N: 7,
      share: 5 / 7,
      lo: expect.closeTo(0.3589, 4),
      hi: expect.closeTo(0.9178, 4),
      statements: { supporting: 4, contrasting: 2, mentioning: 2 },
      secondHand: {
        papers: 0,
        onlyPapers: 0,
        statements: { supporting: 0, contrasting: 0, mentioning: 0 },
        counted: false,
      },
      counted: { papers: 5, families: 4 },
      notReported: 0,
      notAssessed: 2,
      disputed: 1,
    });
  });

  it.each<{ fact: string; options: Partial<MapOptions>; influence: string; want: Partial<MapRow> }>(
    [
      {
        fact: 'second-hand is shown apart, not in n',
        options: {},
        influence: 'training',
        want: {
          n: 1,
          N: 7,
          secondHand: {
            papers: 1,
            onlyPapers: 1,
            statements: { supporting: 1, contrasting: 0, mentioning: 0 },
            counted: false,
          },
          notReported: 3,
          notAssessed: 3,
          disputed: 0,
        },
      },
      {
        fact: 'second-hand counts when the reader says so',
        options: { secondHand: true },
        influence: 'training',
        want: {
          n: 2,
          N: 7,
          papers: { supporting: 2, mixed: 0, contrasting: 0, mentioning: 0, differ: 0 },
          statements: { supporting: 2, contrasting: 0, mentioning: 0 },
          notReported: 2,
          notAssessed: 3,
          disputed: 1,
        },
      },
      {
        fact: 'over papers marked read, unread papers leave both n and N',
        options: { denominator: 'read' },
        influence: 'culture',
        want: {
          n: 3,
          N: 4,
          share: 0.75,
          papers: { supporting: 2, mixed: 1, contrasting: 0, mentioning: 0, differ: 0 },
          counted: { papers: 3, families: 2 },
        },
      },
      {
        fact: 'over tagged papers, the untagged one leaves N; a second-hand tag is a tag',
        options: { denominator: 'tagged' },
        influence: 'culture',
        want: { n: 5, N: 6 },
      },
      {
        fact: 'an influence nobody reports has a row of zeros',
        options: {},
        influence: 'pay',
        want: { n: 0, N: 7, share: 0, lo: 0, counted: { papers: 0, families: 0 }, notAssessed: 7 },
      },
    ],
  )('$fact', ({ options, influence, want }) => {
    expect(row(map(options), influence)).toMatchObject(want);
  });

  it.each<{ fact: string; options: Partial<MapOptions>; more?: Partial<MapInput>; want: object }>([
    {
      fact: 'a study counts once, and N is of studies',
      options: {},
      want: { n: 4, N: 6, share: 4 / 6, counted: { papers: 5, families: 4 }, notAssessed: 2 },
    },
    {
      fact: 'companion papers of which one supports and one contrasts are one mixed study',
      options: {},
      more: { sheets: talliedOf([...tags, tag(2, 4, 'culture', 'contrasting')]) },
      want: { n: 4, papers: { supporting: 0, mixed: 2, contrasting: 1, mentioning: 1, differ: 0 } },
    },
    {
      fact: 'two coders who each coded another paper of a study do not differ on it',
      options: {},
      more: {
        sheets: talliedOf([
          tag(1, 1, 'culture', 'supporting'),
          tag(2, 1, 'culture', 'contrasting', { coderId: YOU }),
        ]),
      },
      want: { n: 1, papers: { supporting: 0, mixed: 1, contrasting: 0, mentioning: 0, differ: 0 } },
    },
    {
      fact: 'where coders differ on one of its papers, they differ on the study',
      options: {},
      more: {
        sheets: talliedOf([
          tag(1, 1, 'culture', 'supporting'),
          tag(1, 1, 'culture', 'contrasting', { coderId: YOU }),
          tag(2, 1, 'culture', 'supporting'),
        ]),
      },
      want: { n: 1, papers: { supporting: 0, mixed: 0, contrasting: 0, mentioning: 0, differ: 1 } },
    },
    {
      fact: 'only papers within the denominator speak for their study',
      options: { denominator: 'included' },
      more: {
        reviewPapers: papers.map((one, i) =>
          i === 1 ? { ...one, eligibility: 'included' as const } : one,
        ),
      },
      want: { n: 1, N: 1, statements: { supporting: 1, contrasting: 0, mentioning: 0 } },
    },
  ])('in study families, $fact', ({ options, more, want }) => {
    expect(row(map({ unit: 'families', ...options }, more), 'culture')).toMatchObject(want);
  });

  it('in study families, one whose paper reports an influence is not “not reported” for its companion', () => {
    expect(row(map({ unit: 'families' }), 'training')).toMatchObject({
      n: 1,
      notReported: 2,
      disputed: 1,
      secondHand: { papers: 1, onlyPapers: 1 },
    });
  });

  it('sorts by n, then by label', () => {
    expect(map().rows.map((r) => [r.influenceId, r.n])).toEqual([
      ['culture', 5],
      ['role', 1],
      ['training', 1],
      ['pay', 0],
    ]);
  });

  it('says what lies behind N', () => {
    expect(map().totals).toEqual({
      N: 7,
      counted: { papers: 7, families: 6 },
      kept: 7,
      included: 0,
      excluded: 1,
      read: 4,
      tagged: 6,
      secondHand: 1,
      statements: { supporting: 5, contrasting: 3, mentioning: 2 },
      unlisted: 0,
    });
  });

  it('counts over the included papers alone where the reader asks for them', () => {
    const reviewPapers = papers.map((one, i) =>
      i < 3 ? { ...one, eligibility: 'included' as const } : one,
    );
    const m = map({ denominator: 'included' }, { reviewPapers });
    expect(m.totals).toMatchObject({ N: 3, kept: 7, included: 3, excluded: 1 });
    expect(row(m, 'culture')).toMatchObject({ n: 3, N: 3 });
    expect(denominatorNote(m)).toBe('papers marked included, 4 undecided, 1 excluded');
    expect(denominatorNote(map({}, { reviewPapers }))).toBe(
      'all papers not excluded, 4 undecided, 1 excluded',
    );
  });

  it('keeps the row of an influence whose codebook is gone', () => {
    expect(row(map({}, { influences: [] }), 'role')).toMatchObject({ label: 'role', n: 1 });
  });

  it('keeps equal influence ids of two codebooks apart', () => {
    const m = map(
      {},
      {
        tags: [...tags, tag(8, 1, 'culture', 'supporting', { codebookId: 'other' })],
      },
    );
    expect(
      m.rows.filter((r) => r.influenceId === 'culture').map((r) => [r.codebookId, r.n]),
    ).toEqual([
      ['cb', 5],
      ['other', 1],
    ]);
  });
});

describe('what must not be counted', () => {
  it('leaves other reviews out', () => {
    const elsewhere = tag(8, 1, 'pay', 'supporting', { reviewId: uuid('review', 2) });
    const m = map({}, { sheets: talliedOf([...tags, elsewhere]) });
    expect(row(m, 'pay').n).toBe(0);
    expect(m.totals.tagged).toBe(6);
  });

  it('counts a tagged paper that is not on the list nowhere, and says so', () => {
    const m = map({}, { sheets: talliedOf([...tags, tag(99, 1, 'pay', 'supporting')]) });
    expect(row(m, 'pay').n).toBe(0);
    expect(m.totals).toMatchObject({ N: 7, unlisted: 1 });
  });

  const theirs = { coderId: YOU };
  const secondHand = { ...theirs, basis: 'second-hand' } as const;
  const JK = uuid('coder', 3);
  const coders = [
    { id: ME, name: 'NI' },
    { id: YOU, name: 'JK' },
  ];
  const joined = [...coders, { id: JK, name: 'J. K.', into: YOU }];
  it.each<{
    fact: string;
    own?: Tag[];
    options?: Partial<MapOptions>;
    who?: typeof coders;
    want: string[];
  }>([
    { fact: 'one', want: ['NI'] },
    { fact: 'two', own: [tag(2, 1, 'role', 'supporting', theirs)], want: ['JK', 'NI'] },
    {
      fact: 'one whose paper is excluded',
      own: [tag(7, 1, 'role', 'supporting', theirs)],
      want: ['NI'],
    },
    {
      fact: 'one with second-hand statements, which are counted apart',
      own: [tag(2, 1, 'role', 'supporting', secondHand)],
      want: ['JK', 'NI'],
    },
    {
      fact: 'the one that was chosen',
      own: [tag(2, 1, 'role', 'supporting', theirs)],
      options: { coder: YOU },
      want: ['JK'],
    },
    {
      fact: 'two that were joined',
      own: [
        tag(2, 1, 'role', 'supporting', theirs),
        tag(3, 1, 'role', 'supporting', { coderId: JK }),
      ],
      who: joined,
      want: ['JK', 'NI'],
    },
  ])(
    'names the coders whose tags are counted: $fact',
    ({ own = [], options, who = coders, want }) => {
      const m = map(options, { sheets: talliedOf([...tags, ...own]), coders: who });
      expect(m.coders.map(({ name }) => name)).toEqual(want);
    },
  );

  it.each(DENOMINATORS)('is all zeros and no NaN with no papers (%s)', (denominator) => {
    const m = buildMap(
      { reviewId: REVIEW, reviewPapers: [], sheets: [], influences },
      { denominator, secondHand: false },
    );
    expect(m.totals.N).toBe(0);
    for (const r of m.rows) {
      expect([r.n, r.N, r.share, r.lo, r.hi, r.notAssessed]).toEqual([0, 0, 0, 0, 1, 0]);
      expect(barSegments(r)).toEqual([]);
    }
  });
});

describe("one coder's map", () => {
  const twoCoders = [...tags, tag(8, 1, 'training', 'contrasting', { coderId: YOU })];

  it("counts that coder's tags and assessments only", () => {
    const m = map({ coder: YOU }, { tags: twoCoders });
    expect(row(m, 'training')).toMatchObject({ n: 1, N: 7, notReported: 1, notAssessed: 5 });
    expect(row(m, 'culture').n).toBe(0);
  });

  it('is the same counted from sheets', () => {
    const fromTags = map({ coder: YOU }, { tags: twoCoders });
    expect(map({ coder: YOU }, { sheets: talliedOf(twoCoders) })).toEqual(fromTags);
  });

  it('holds what was tagged under every id of a coder', () => {
    const coders = [
      { id: ME, name: 'me', into: YOU },
      { id: YOU, name: 'you' },
    ];
    const m = map({ coder: YOU }, { tags: twoCoders, coders });
    expect(row(m, 'culture').n).toBe(row(map(), 'culture').n);
  });
});

describe('two coders of one paper', () => {
  const cases: [string, Tag[], PaperStance][] = [
    ['who agree', [tag(1, 1, 'x', 'supporting'), by(YOU, 1, 'supporting')], 'supporting'],
    ['who differ', [tag(1, 1, 'x', 'supporting'), by(YOU, 1, 'contrasting')], 'differ'],
    [
      'of whom one only mentions',
      [tag(1, 1, 'x', 'supporting'), by(YOU, 1, 'mentioning')],
      'differ',
    ],
    [
      'who both find both',
      [
        tag(1, 1, 'x', 'supporting'),
        tag(1, 2, 'x', 'contrasting'),
        by(YOU, 1, 'supporting'),
        by(YOU, 2, 'contrasting'),
      ],
      'mixed',
    ],
    [
      'of whom one finds both',
      [tag(1, 1, 'x', 'supporting'), tag(1, 2, 'x', 'contrasting'), by(YOU, 1, 'supporting')],
      'differ',
    ],
    ['of whom one has tagged it', [by(YOU, 1, 'contrasting')], 'contrasting'],
  ];
  it.each(cases)('%s: the cell reads so', (_, tags, stance) => {
    const m = map({}, { tags });
    expect(m.cells.find((c) => c.influenceId === 'x')?.stance).toBe(stance);
    expect(row(m, 'x').papers[stance]).toBe(1);
  });

  it('joined into one are one coder, who finds both', () => {
    const tags = [tag(1, 1, 'x', 'supporting'), by(YOU, 1, 'contrasting')];
    const coders = [
      { id: ME, name: 'me', into: YOU },
      { id: YOU, name: 'you' },
    ];
    expect(row(map({}, { tags, coders }), 'x').papers).toMatchObject({ mixed: 1, differ: 0 });
  });

  function by(coderId: string, statement: number, stance: Stance): Tag {
    return tag(1, statement, 'x', stance, { coderId });
  }
});

describe('the matrix', () => {
  const cell = cellLookup(map());
  const at = (influence: string, paper: number) =>
    cell(influenceKey({ codebookId: 'cb', influenceId: influence }), paperId(paper));

  it('holds a cell for what is tagged or assessed, and none for what is not', () => {
    expect(at('culture', 3)).toMatchObject({ stance: 'mixed', notReported: false });
    expect(at('training', 6)).toMatchObject({
      stance: null,
      secondHand: { supporting: 1, contrasting: 0, mentioning: 0 },
      notReported: true,
    });
    expect(at('training', 2)).toMatchObject({ stance: null, notReported: true });
    expect(at('training', 8)).toBeUndefined();
    expect(at('culture', 7)).toBeUndefined();
  });

  it("adds up to the rows' n", () => {
    const m = map();
    for (const r of m.rows) {
      expect(m.cells.filter((c) => c.key === r.key && c.stance).length).toBe(r.n);
    }
  });
});

describe('barSegments', () => {
  it('draws supporting, mixed, contrasting, mentioning as shares of N, end to end', () => {
    expect(barSegments(row(map(), 'culture'))).toEqual([
      { stance: 'supporting', papers: 2, start: 0, share: 2 / 7 },
      { stance: 'mixed', papers: 1, start: 2 / 7, share: 1 / 7 },
      { stance: 'contrasting', papers: 1, start: 3 / 7, share: 1 / 7 },
      { stance: 'mentioning', papers: 1, start: 4 / 7, share: 1 / 7 },
    ]);
  });

  it('leaves empty segments out', () => {
    expect(barSegments(row(map(), 'role')).map((s) => s.stance)).toEqual(['contrasting']);
  });
});
