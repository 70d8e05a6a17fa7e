/** What is marked of a paper's statements: the same whether it has room in a list or goes into a map, and never too much room. */
import { afterEach, expect, test, vi } from 'vitest';
import { Marks } from '../../../lib/map/paper-cells';
import type { StanceCounts } from '../../../lib/model';
import { pick, seeded } from '../../support/random';

const [OWN, SECOND_HAND] = [1, 2];

afterEach(() => vi.unstubAllGlobals());

/** By row. */
function rowsIn(marks: Marks) {
  const rows: Record<number, { own: StanceCounts; secondHand: StanceCounts }> = {};
  const none = () => ({ supporting: 0, contrasting: 0, mentioning: 0 });
  marks.fill((row) => {
    rows[row] ??= { own: none(), secondHand: none() };
    return rows[row];
  });
  return rows;
}

test.each([1, 10, 200, 5_000])('counts are the same with room for %i marks', (room) => {
  const random = seeded(room);
  const below = (n: number) => Math.floor(random() * n);
  const [few, many] = [new Marks(room), new Marks()];
  let told = 0;
  // Papers large and small in turn: nothing of one is left for the next.
  for (let paper = 0; paper < 30; paper += 1) {
    const [rows, statements] = [1 + below(80), 1 + below(60)];
    for (const marks of [few, many]) marks.begin(statements);
    for (let n = below(400); n > 0; n -= 1) {
      const mark = [below(rows), below(statements), below(3), pick(random, [OWN, SECOND_HAND])];
      for (const marks of [few, many]) marks.add(...(mark as [number, number, number, number]));
    }
    expect(rowsIn(few), `paper ${paper}`).toEqual(rowsIn(many));
    expect(few.sum()).toEqual(many.sum());
    told += many.sum().own.supporting;
  }
  expect(told).toBeGreaterThan(300);
});

test('a paper of 20,000 statements on 2,000 influences takes no room of hundreds of megabytes', () => {
  const sizes: number[] = [];
  const Bytes = Uint8Array;
  vi.stubGlobal(
    'Uint8Array',
    class extends Bytes {
      constructor(size: number) {
        sizes.push(size);
        super(size);
      }
    },
  );
  const marks = new Marks();
  marks.begin(20_000);
  marks.add(3, 19_999, 0, OWN);
  marks.add(1_999, 19_999, 2, SECOND_HAND);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(4_000_000);
  expect(marks.sum()).toEqual({
    own: { supporting: 1, contrasting: 0, mentioning: 0 },
    secondHand: { supporting: 0, contrasting: 0, mentioning: 1 },
  });
});
