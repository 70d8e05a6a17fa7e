import { expect, it } from 'vitest';
import { agreement } from '../../../lib/anchor/find/agreement';

/** Edit distance to the best beginning of `window`, in the plainest way. */
function plain(context: string, window: string): number {
  let row = Array.from({ length: window.length + 1 }, (_, j) => j);
  for (let i = 1; i <= context.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= window.length; j += 1) {
      const swap = (row[j - 1] as number) + (context[i - 1] === window[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return 1 - Math.min(...row) / context.length;
}

/** Numbers that look drawn by lot, the same on every run. */
function lots(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

it.each([
  ['short, few letters', 12, 'ab'],
  ['as long as a machine word', 32, 'abcde'],
  ['one longer than a machine word', 33, 'abcde'],
  ['as long as a grown context', 64, 'the quick brown fox'],
  ['over three machine words', 96, 'abcdef'],
  ['letters outside ASCII', 32, 'äß√β中文a'],
])('agrees with the plain count: %s', (_, length, letters) => {
  const draw = lots(length * 31 + letters.length);
  const letter = () => letters[Math.floor(draw() * letters.length)] as string;
  for (let round = 0; round < 400; round += 1) {
    const context = Array.from({ length }, letter).join('');
    let window = '';
    for (const unit of context + Array.from({ length: 16 }, letter).join('')) {
      const lot = draw();
      if (lot < 0.06) continue;
      window += lot < 0.12 ? letter() : lot < 0.18 ? unit + letter() : unit;
    }
    expect([context, window, agreement(context, window)]).toEqual([
      context,
      window,
      plain(context, window),
    ]);
  }
});

it.each([
  ['abc', 'abcdef', 1],
  ['abcd', 'abxd', 0.75],
  ['abcd', '', 0],
  ['abcd', 'wxyz', 0],
])('%s against %s is %d', (context, window, share) => {
  expect(agreement(context, window)).toBe(share);
});

it('texts that are shifted by more than the band are others', () => {
  const draw = lots(7);
  const letter = () => 'abcdefgh'[Math.floor(draw() * 8)] as string;
  const context = Array.from({ length: 640 }, letter).join('');
  const shifted = (by: number) => Array.from({ length: by }, letter).join('') + context;
  expect(agreement(context, shifted(20))).toBeGreaterThan(0.95);
  expect(agreement(context, shifted(120))).toBeLessThan(0.6);
});
