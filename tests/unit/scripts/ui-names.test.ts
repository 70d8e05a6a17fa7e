/** The scripts are plain JavaScript and repeat a few names of the product; here the two are held together. */
import { expect, test } from 'vitest';
import { STANCE_SHAPE } from '../../../lib/map';
import { LAYERS } from '../../../lib/paint/names';
import { DEFAULT_KEYS } from '../../../lib/tagging';
import { CHOSEN_AS, PAINTED_AS, STANCE_KEYS, STANCE_SHAPES } from '../../../scripts/ui.mjs';

test.each([...Object.entries(PAINTED_AS), ['focus', CHOSEN_AS] as const])(
  'a %s statement is painted as %s',
  (stance, name) => {
    expect(LAYERS.find(({ layer }) => layer === stance)?.name).toBe(name);
  },
);

test.each(Object.entries(STANCE_KEYS))('%s is given with the key %s', (stance, key) => {
  expect(DEFAULT_KEYS.commandOf(key)?.id).toBe(stance);
});

test.each(Object.entries(STANCE_SHAPES))('%s is shown as %s', (stance, shape) => {
  expect(STANCE_SHAPE[stance as keyof typeof STANCE_SHAPE]).toBe(shape);
});
