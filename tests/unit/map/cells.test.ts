/** What one paper holds on an influence. */
import { describe, expect, it } from 'vitest';
import { buildMap, paperStance } from '../../../lib/map';
import type { Stance, Tag } from '../../../lib/model';
import { REVIEW, reviewPaper, tag, YOU } from './records';

const none = { supporting: 0, contrasting: 0, mentioning: 0 };

/** The one cell that these tags of one paper on one influence make. */
const cellOf = (tags: readonly Tag[], statements: { id: string; quoteKey: string }[] = []) =>
  buildMap({ reviewId: REVIEW, reviewPapers: [reviewPaper(1)], tags, statements }).cells[0];

describe('a cell', () => {
  it('is not made without tags', () => {
    expect(cellOf([])).toBeUndefined();
  });

  it.each<{ fact: string; tags: Tag[]; own: object; secondHand: object }>([
    {
      fact: 'each statement counts once under its stance',
      tags: [
        tag(1, 1, 'a', 'supporting'),
        tag(1, 2, 'a', 'supporting'),
        tag(1, 3, 'a', 'contrasting'),
        tag(1, 4, 'a', 'mentioning'),
      ],
      own: { supporting: 2, contrasting: 1, mentioning: 1 },
      secondHand: none,
    },
    {
      fact: 'two coders who agree on a statement count once',
      tags: [tag(1, 1, 'a', 'supporting'), tag(1, 1, 'a', 'supporting', { coderId: YOU })],
      own: { ...none, supporting: 1 },
      secondHand: none,
    },
    {
      fact: 'two coders who disagree count under both stances',
      tags: [tag(1, 1, 'a', 'supporting'), tag(1, 1, 'a', 'contrasting', { coderId: YOU })],
      own: { ...none, supporting: 1, contrasting: 1 },
      secondHand: none,
    },
    {
      fact: 'second-hand statements are counted apart',
      tags: [
        tag(1, 1, 'a', 'supporting'),
        tag(1, 2, 'a', 'supporting', { basis: 'second-hand' }),
        tag(1, 3, 'a', 'mentioning', { basis: 'second-hand' }),
      ],
      own: { ...none, supporting: 1 },
      secondHand: { ...none, supporting: 1, mentioning: 1 },
    },
    {
      fact: 'own for one coder and second-hand for another is own, counted once',
      tags: [
        tag(1, 1, 'a', 'supporting', { basis: 'second-hand' }),
        tag(1, 1, 'a', 'supporting', { coderId: YOU }),
      ],
      own: { ...none, supporting: 1 },
      secondHand: none,
    },
    {
      fact: 'own support and second-hand contrast of one statement are two facts',
      tags: [
        tag(1, 1, 'a', 'supporting'),
        tag(1, 1, 'a', 'contrasting', { coderId: YOU, basis: 'second-hand' }),
      ],
      own: { ...none, supporting: 1 },
      secondHand: { ...none, contrasting: 1 },
    },
  ])('$fact', ({ tags, own, secondHand }) => {
    expect(cellOf(tags)).toMatchObject({ own, secondHand });
  });

  it('counts copies of one quote in a paper once', () => {
    const [a, b, c] = [
      tag(1, 1, 'a', 'supporting'),
      tag(1, 2, 'a', 'supporting'),
      tag(1, 3, 'a', 'supporting'),
    ] as const;
    const statements = [
      { id: a.statementId, quoteKey: 'training helped' },
      { id: b.statementId, quoteKey: 'training helped' },
      { id: c.statementId, quoteKey: 'training did not help' },
    ];
    expect(cellOf([a, b, c], statements)?.own.supporting).toBe(2);
  });

  it('tells a statement it was not given apart from one whose quote looks like an id', () => {
    const a = tag(1, 1, 'a', 'supporting');
    const b = tag(1, 2, 'a', 'supporting');
    const cell = cellOf([a, b], [{ id: b.statementId, quoteKey: a.statementId }]);
    expect(cell?.own.supporting).toBe(2);
  });
});

describe('paperStance', () => {
  it.each<[number, number, number, Stance | 'mixed' | null]>([
    [0, 0, 0, null],
    [1, 0, 0, 'supporting'],
    [9, 0, 9, 'supporting'],
    [0, 1, 0, 'contrasting'],
    [0, 1, 9, 'contrasting'],
    [1, 1, 0, 'mixed'],
    [9, 1, 9, 'mixed'],
    [0, 0, 1, 'mentioning'],
  ])(
    '%d supporting, %d contrasting, %d mentioning: %s',
    (supporting, contrasting, mentioning, stance) => {
      expect(paperStance({ supporting, contrasting, mentioning })).toBe(stance);
    },
  );
});
