/** Sentences that are about no influence: how often a chip is shown all the same, and what a short phrase needs beside it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { BUILT_IN_CODEBOOKS, loadShipped, shippedText, suggestFor } from '../../../lib/codebook';
import type { Codebook } from '../../../lib/model';
import { ownCodebook } from '../../support/own-codebook';

const FILE = path.resolve(import.meta.dirname, '../../fixtures/suggest/ordinary.jsonl');

/** Those that may be looked at: the others are for the bench alone. */
const ORDINARY: string[] = readFileSync(FILE, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
  .filter(({ heldOut }) => !heldOut)
  .map(({ text }) => text);

const shipped = BUILT_IN_CODEBOOKS.filter(({ id }) =>
  ['psw-core', 'cfir-2022', 'tdf-v2'].includes(id),
);

beforeAll(() => loadShipped(shipped));

it.each(shipped)('at most one in twenty ordinary sentences gets a chip by itself: $id', (ref) => {
  const codebook = shippedText(ref);
  if (!codebook) throw new Error(`${ref.id} is not there`);
  expect(ORDINARY).toHaveLength(60);
  const chips = ORDINARY.filter((text) => suggestFor(text, [codebook]).length);
  expect(chips.length).toBeLessThanOrEqual(ORDINARY.length / 20);
});

describe('a short phrase that is also usual elsewhere', () => {
  const one = (label: string, definition = '') => ({
    ...{ id: label, label, definition, aliases: [], cues: [], crosswalk: [] },
  });
  const own: Codebook = {
    ...ownCodebook({ version: '1' }, {}),
    influences: [one('Pay'), one('Worker well-being'), one('Glazing'), one('Goals')],
  };
  it.each<[what: string, text: string, found: string[]]>([
    ['alone', 'Obesity was related to pensions in all of the towns.', []],
    ['with those who work there', 'Colleagues were worried about their pensions.', ['Pay']],
    ['with another name of the codebook', 'Glazing was limited by pensions.', ['Glazing', 'Pay']],
    ['one related word alone', 'The fatigue was worse in winter.', []],
    ['one related word and its setting', 'The new role led to fatigue.', ['Worker well-being']],
    ['an everyday label alone', 'More goals led to a higher rank in the league.', []],
    ['an everyday label and its setting', 'Teams lacked goals.', ['Goals']],
    ['a longer way of putting it', 'Chronic strain on nurses rose.', ['Worker well-being']],
  ])('%s: %s', (_, text, found) => {
    const labels = suggestFor(text, [own]).map(({ influence: { label } }) => label);
    expect(labels.sort()).toEqual([...found].sort());
  });

  it('is among what is shown on request, whatever the sentence', () => {
    const found = suggestFor('Obesity was related to pensions.', [own], { asked: true });
    expect(found.map(({ influence: { label } }) => label)).toContain('Pay');
  });
});
