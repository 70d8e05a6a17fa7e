/** What the stances and directions mean: for every value, in two sentences, in the README's words. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Direction, Stance } from '../../../lib/model';
import {
  DIALS_APART,
  DIRECTION_DIAL,
  type Dial,
  type Meaning,
  meaningOf,
  STANCE_DIAL,
} from '../../../lib/tagging';
import { root } from '../../../scripts/browser.mjs';

const sentences = (text: string) => [
  ...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text),
];
const dials: readonly Dial[] = [STANCE_DIAL, DIRECTION_DIAL];
const values: readonly Meaning[] = dials.flatMap((dial) => dial.values);

test('every value of both dials has a meaning', () => {
  expect(STANCE_DIAL.values.map((v) => v.name)).toEqual(Stance.options);
  // Both together are "both", neither is "unstated".
  const directions: string[] = [...DIRECTION_DIAL.values.map((v) => v.name), 'both', 'unstated'];
  expect(directions.sort()).toEqual([...Direction.options].sort());
});

describe.each(values.map((v) => [v.name, v] as const))('%s', (_, { name, means, example }) => {
  test('is explained in two sentences', () => {
    expect(sentences(means)).toHaveLength(2);
    expect(meaningOf(name as Stance)).toBe(means);
  });
  test('has an example that is coded as what it explains', () => {
    expect(sentences(example.quote)).toHaveLength(1);
    expect(example.coded).toContain(name);
  });
});

test('the difference between the dials is explained in two sentences', () => {
  expect(sentences(DIALS_APART)).toHaveLength(2);
});

test('one example shows a barrier that is supporting, none a barrier that is contrasting', () => {
  const coded = values.map((v) => v.example.coded);
  expect(coded.filter((c) => c.includes('barrier'))).not.toHaveLength(0);
  for (const c of coded) if (c.includes('barrier')) expect(c).toContain('supporting');
});

test('the README asks the same questions', () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8').replace(/\s+/g, ' ');
  for (const { title, question } of dials)
    expect(readme.toLowerCase()).toContain(`${title} (${question})`.toLowerCase());
});
