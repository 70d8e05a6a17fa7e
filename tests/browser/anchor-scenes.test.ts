/** Boxes before a copy, rewritten neighbours, renumbered citations: the labelled cases, played one by one. */
import { afterEach, expect, test } from 'vitest';
import { describe, locate } from '../../lib/anchor';
import { play, SCENES } from '../support/anchor-scenes';

const GROUPS = [
  'box before a copy',
  'neighbours rewritten',
  'citation markers',
  'deleted',
  'other print',
  'other meaning',
  'guard',
] as const;

afterEach(() => document.body.replaceChildren());

test.each(GROUPS)('%s: every case has the answer of its label', (name) => {
  const own = SCENES.filter(({ group }) => group === name);
  const wrong = own
    .map((scene) => play({ describe: (range) => describe(range), locate }, scene))
    .filter(({ right }) => !right);
  expect(own.length).toBeGreaterThanOrEqual(15);
  expect(wrong.map(({ scene, got }) => `${scene.name}: ${got}`)).toEqual([]);
});
