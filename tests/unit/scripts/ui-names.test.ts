/** The scripts are plain JavaScript and repeat a few names of the product; here the two are held together. */
import { expect, test } from 'vitest';
import { STANCE_SHAPE } from '../../../lib/map';
import { paintStyles } from '../../../lib/paint';
import { LAYERS } from '../../../lib/paint/names';
import { DEFAULT_KEYS } from '../../../lib/tagging';
import { STANCE_KEYS, STANCE_LINES, STANCE_SHAPES } from '../../../scripts/ui.mjs';

const SHEET = paintStyles('light', new Map(LAYERS.map((layer) => [layer, layer])));

test.each(Object.entries(STANCE_LINES))(
  'a %s statement is painted with a line: %s',
  (stance, line) => {
    expect(SHEET).toContain(`::highlight(${stance}){text-decoration:${line} `);
  },
);

test('the chosen statement is painted with a tint and no line', () => {
  expect(SHEET).toMatch(/::highlight\(focus\)\{background-color:[^;}]+\}/);
});

test.each(Object.entries(STANCE_KEYS))('%s is given with the key %s', (stance, key) => {
  expect(DEFAULT_KEYS.commandOf(key)?.id).toBe(stance);
});

test.each(Object.entries(STANCE_SHAPES))('%s is shown as %s', (stance, shape) => {
  expect(STANCE_SHAPE[stance as keyof typeof STANCE_SHAPE]).toBe(shape);
});
