/** Ratings of cases: drafted from tags, typed by coders, and as they are printed. */
import { describe, expect, it } from 'vitest';
import { Evidence, ratingMatrix, ratingText } from '../../../../lib/map/outputs';
import {
  type CellRating,
  draftRating,
  ratedBy,
  suggestDistinguishing,
} from '../../../../lib/map/outputs/ratings';
import type { ReviewRecords } from '../../../../lib/map/outputs/types';
import type { Memo, Strength, Tag } from '../../../../lib/model';
import { ME, notReported, paperId, reviewPaper, tag, uuid, YOU } from '../records';
import { JOINED, memo, recordsWith, site } from './review-records';

describe('a draft of a rating', () => {
  it.each<[string, Strength[], Strength | undefined]>([
    ['no strength: none', [], undefined],
    ['one', [2], 2],
    ['all alike', [-1, -1], -1],
    ['all mixed', ['mixed', 'mixed'], 'mixed'],
    ['of one sign: the middle one', [1, 2, 2], 2],
    ['the weaker of two in the middle', [1, 2], 1],
    ['the weaker of two in the middle, negative', [-2, -1], -1],
    ['neutral and positive', [0, 2], 0],
    ['opposites that balance are mixed', [2, -2], 'mixed'],
    ['opposites that balance, of several', [1, 1, -2], 'mixed'],
    ['of both signs: towards 0', [-2, 1], 0],
    ['of both signs, mostly positive', [2, 2, 2, -1], 1],
    ['mixed and a strong one', ['mixed', 2], 1],
    ['mixed and a weak one', ['mixed', -1], 0],
    ['mixed and neutral', ['mixed', 0], 'mixed'],
  ])('%s', (_name, strengths, wanted) => {
    expect(draftRating(strengths)).toBe(wanted);
    expect(draftRating([...strengths].reverse())).toBe(wanted);
  });
});

describe('a rating as printed', () => {
  const cell = (rating: CellRating | undefined, isStarred = false) => ({
    ...{ rating, isStarred, isDraft: false },
  });
  it.each<[string, CellRating | undefined, string]>([
    ['positive, with a plus', 2, '+2'],
    ['negative, with a minus sign', -1, '\u22121'],
    ['neutral', 0, '0'],
    ['mixed: not the same as neutral', 'mixed', '0 (mixed)'],
    ['looked for, not reported', 'missing', 'Missing'],
    ['no record: another blank', undefined, ''],
    ['coders differ', 'differ', 'coders differ'],
    ['a word', { word: 'External' }, 'External'],
  ])('%s', (_name, rating, wanted) => {
    expect(ratingText(cell(rating))).toBe(wanted);
    expect(ratingText(cell(rating, true))).toBe(`${wanted}*`);
  });

  it('has the review’s own symbols', () => {
    const symbols = { notReported: 'M', none: 'X', mixed: '0 (mix)' };
    const printed = (['missing', undefined, 'mixed', -2] as const).map((one) =>
      ratingText(cell(one), symbols),
    );
    expect(printed).toEqual(['M', 'X', '0 (mix)', '\u22122']);
    expect(ratingText(cell('missing'), { none: 'X' })).toBe('Missing');
  });
});

describe('memos of one cell', () => {
  const by = (coderId: string, more: Partial<Memo>) => memo('a', { coderId, ...more });
  it.each<[string, Memo[], object | undefined]>([
    ['none', [], undefined],
    ['without a rating', [by(ME, { summary: 'Words' })], undefined],
    ['one', [by(ME, { rating: -2 })], { rating: -2, isStarred: false, isDraft: false }],
    ['alike', [by(ME, { rating: 1 }), by(YOU, { rating: 1 })], { rating: 1 }],
    ['different', [by(ME, { rating: 1 }), by(YOU, { rating: 2 })], { rating: 'differ' }],
    [
      'neutral and mixed are different',
      [by(ME, { rating: 0 }), by(YOU, { rating: 'mixed' })],
      { rating: 'differ' },
    ],
    [
      'with a star and without',
      [by(ME, { rating: 1, star: true }), by(YOU, { rating: 1 })],
      { rating: 'differ' },
    ],
    ['starred', [by(ME, { rating: 1, star: true })], { rating: 1, isStarred: true }],
    [
      'a word in place of a rating',
      [by(ME, { rating: 1, word: 'External' })],
      { rating: { word: 'External' } },
    ],
  ])('%s', (_name, memos, wanted) => {
    const found = ratedBy(memos);
    if (wanted) expect(found).toMatchObject(wanted);
    else expect(found).toBeUndefined();
  });
});

describe('the matrix', () => {
  const papers = [reviewPaper(1), reviewPaper(2), reviewPaper(3, 'excluded')];
  const printed = (more: Partial<ReviewRecords>, coder?: string) => {
    const records = recordsWith({ reviewPapers: papers, ...more });
    const matrix = ratingMatrix(new Evidence(records, coder === undefined ? {} : { coder }));
    const row = matrix.rows.find(({ key }) => key === 'cb/a');
    return matrix.cases.map(({ name }, i) => [
      ...[name, row?.cells[i] ? ratingText(row.cells[i]) : 'no cell'],
    ]);
  };
  const rated = (strength: Strength, more: Partial<Tag> = {}): Tag => ({
    ...{ ...tag(1, 1, 'a', 'supporting'), strength, ...more },
  });
  const ofSite = (n: number) => ({ siteId: uuid('site', n) });

  it.each<[string, Partial<ReviewRecords>, string[][]]>([
    [
      'without sites, its cases are the papers',
      { tags: [rated(1)] },
      [
        ['1', '+1'],
        ['2', ''],
      ],
    ],
    [
      'what was looked for is not what has no record',
      { assessments: [notReported(2, 'a')] },
      [
        ['1', ''],
        ['2', 'Missing'],
      ],
    ],
    [
      'what is tagged is reported, whatever an assessment says',
      { tags: [rated(-1)], assessments: [notReported(1, 'a')] },
      [
        ['1', '\u22121'],
        ['2', ''],
      ],
    ],
    [
      'a tag without a strength is no rating',
      { tags: [tag(1, 1, 'a', 'supporting')] },
      [
        ['1', 'Yes'],
        ['2', ''],
      ],
    ],
    [
      'second-hand strengths are not in a draft',
      { tags: [rated(2, { basis: 'second-hand' })] },
      [
        ['1', ''],
        ['2', ''],
      ],
    ],
    [
      'what is under an influence does not rate it',
      { tags: [rated(2, { influenceId: 'b' })] },
      [
        ['1', ''],
        ['2', ''],
      ],
    ],
    [
      'what a person typed counts before the tags',
      { tags: [rated(2)], memos: [memo('a', { paperId: paperId(1), rating: -1 })] },
      [
        ['1', '\u22121'],
        ['2', ''],
      ],
    ],
    [
      'with sites, they are its cases, in their order',
      {
        sites: [site(2, { position: 0 }), site(1, { position: 1 })],
        tags: [rated(1, ofSite(1)), rated(-2, ofSite(2)), rated(2)],
      },
      [
        ['Site 2', '\u22122'],
        ['Site 1', '+1'],
      ],
    ],
    [
      'sites of an excluded paper are none',
      {
        sites: [site(1), site(2, { paperId: paperId(3) })],
      },
      [['Site 1', '']],
    ],
    [
      'a site that was looked at without a result is missing',
      {
        sites: [site(1)],
        memos: [memo('a', { ...ofSite(1), rating: 'missing' })],
      },
      [['Site 1', 'Missing']],
    ],
  ])('%s', (_name, more, wanted) => {
    expect(printed(more)).toEqual(wanted);
  });

  const at = { paperId: paperId(1) };
  const later = '2026-05-01T00:00:00.000Z';
  const memos = [
    memo('a', { ...at, id: uuid('memo', 1), rating: 1 }),
    memo('a', { ...at, id: uuid('memo', 2), coderId: YOU, rating: -1 }),
    memo('a', { ...at, id: uuid('memo', 3), coderId: JOINED, rating: 2, updatedAt: later }),
  ];

  it('of one coder it has that coder’s memos and assessments alone', () => {
    expect(printed({ memos })[0]).toEqual(['1', 'coders differ']);
    expect(printed({ memos }, ME)[0]).toEqual(['1', '+1']);
    expect(printed({ assessments: [notReported(1, 'a', YOU)] }, ME)[0]).toEqual(['1', '']);
    expect(printed({ assessments: [notReported(1, 'a', YOU)] }, JOINED)[0]).toEqual([
      '1',
      'Missing',
    ]);
  });

  it('of a coder who has two names the later memo counts', () => {
    expect(printed({ memos: memos.slice(1) })[0]).toEqual(['1', '+2']);
    expect(printed({ memos: memos.slice(1).reverse() })[0]).toEqual(['1', '+2']);
  });
});

describe('does an influence tell high from low implementation?', () => {
  type Ratings = (CellRating | undefined)[];
  it.each<[string, Ratings, Ratings, string | undefined]>([
    ['two and more apart: strong', [2, 1], [-1, -2], 'strong'],
    ['one apart: weak', [2, 1], [0, -2], 'weak'],
    ['overlapping: none', [2, 0], [1], 'none'],
    ['mixed counts as 0', ['mixed'], [-2], 'strong'],
    ['missing cells count for nothing', [2, 'missing'], [0, undefined, { word: 'E' }], 'strong'],
    ['nothing to compare', [2], ['missing'], undefined],
  ])('%s', (_name, high, low, wanted) => {
    expect(suggestDistinguishing(high, low)).toBe(wanted);
  });
});
