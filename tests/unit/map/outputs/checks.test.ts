/** Checks before printing: each with a review that it finds a fault in, and others, like it, that are as they should be. */
import { describe, expect, it, test } from 'vitest';
import { Evidence, OUTPUTS } from '../../../../lib/map/outputs';
import { CHECKS } from '../../../../lib/map/outputs/checks';
import type { CountOptions } from '../../../../lib/map/outputs/types';
import { paperId } from '../records';
import { another, type Change } from './checks/cases';
import { OF_CODING } from './checks/coding';
import { OF_JUDGEMENTS } from './checks/judgements';
import { OF_PAPERS } from './checks/papers';
import { round } from './review-records';
import { soundReview } from './sound-review';

const ROWS = [...OF_PAPERS, ...OF_CODING, ...OF_JUDGEMENTS];

function found(change: Change, options: CountOptions = {}) {
  const evidence = new Evidence(
    soundReview((r) => {
      r.review = structuredClone(r.review);
      change(r);
    }),
    options,
  );
  return CHECKS.flatMap(({ id, find }) => find(evidence).map((fault) => ({ id, ...fault })));
}

test('a sound review trips no check', () => {
  expect(found(() => undefined)).toEqual([]);
});

test('each check has a review that trips it', () => {
  expect(ROWS.map(({ id }) => id)).toEqual(CHECKS.map(({ id }) => id));
});

describe.each(ROWS)('$id', ({ id, trips, options, says, leadsTo, twins, also = [] }) => {
  it('finds what is wrong, and no other check does', () => {
    const faults = found(trips, options);
    expect(new Set(faults.map((one) => one.id))).toEqual(new Set([id, ...also]));
    const own = faults.filter((one) => one.id === id);
    expect(own.map(({ text }) => text)).toEqual([says]);
    const { papers = 0, tags = 0 } = leadsTo;
    expect(own[0]?.paperIds?.length ?? 0).toBe(papers);
    expect(own[0]?.tagIds?.length ?? 0).toBe(tags);
  });

  it.each(twins)('$name: sound', ({ change, options: counted }) => {
    expect(found(change, counted)).toEqual([]);
  });
});

test('the table of checks has a row for each fault, and says how many checks found nothing', () => {
  const build = OUTPUTS.find(({ id }) => id === 'checks')?.build;
  const sound = build?.(new Evidence(soundReview()));
  expect(sound).toMatchObject({ rows: [], notes: ['40 of 40 checks found nothing.'] });
  const faulty = build?.(
    new Evidence(
      soundReview((r) => {
        r.rounds.push(round(3, []), round(4, []));
        another(r, 13, { eligibility: 'excluded' });
      }),
    ),
  );
  expect(faulty?.notes).toEqual(['38 of 40 checks found nothing.']);
  expect(faulty?.rows.map(({ cells }) => cells.slice(0, 2).map(({ text }) => text))).toEqual([
    ['Reasons for exclusion', '1 paper is excluded without a reason.'],
    ['Rounds without papers', 'Round 3 names no paper.'],
    ['Rounds without papers', 'Round 4 names no paper.'],
  ]);
  expect(faulty?.rows[0]?.cells[1]?.paperIds).toEqual([paperId(13)]);
});
