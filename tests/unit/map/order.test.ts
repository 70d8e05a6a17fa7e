/** The map's rows are called by the order in which they are shown. */
import { expect, it } from 'vitest';
import { type MapOrder, orderedRows, orderInWords } from '../../../components/map/map-order';
import { influencesOf } from '../../../lib/codebook';
import { buildMap, influencesToCount, type Unit } from '../../../lib/map';
import { ownCodebook } from '../../support/own-codebook';
import { REVIEW, reviewPaper } from './records';

const flat = ownCodebook({ id: 'flat', version: '1' }, { pay: 'Pay', time: 'Time' });
const other = ownCodebook({ id: 'other', version: '1' }, { role: 'Role' });
const grouped = {
  ...flat,
  influences: flat.influences.map((one) => ({ ...one, group: `Group of ${one.label}` })),
};
const nested = {
  ...flat,
  influences: flat.influences.map((one, i) => (i ? { ...one, parent: 'pay' } : one)),
};

it.each([
  ['of a codebook with groups', [grouped], 'groups', 'papers', 'Influences grouped by codebook'],
  ['of one with broader ones', [nested], 'groups', 'families', 'Influences grouped by codebook'],
  ['of several codebooks', [flat, other], 'groups', 'papers', 'Influences grouped by codebook'],
  ['of a flat codebook', [flat], 'groups', 'papers', 'Influences by number of papers'],
  ['in no group', [grouped], 'papers', 'papers', 'Influences by number of papers'],
  ['of studies', [grouped], 'papers', 'families', 'Influences by number of study families'],
] as const)('%s', (_, books, order: MapOrder, unit: Unit, words) => {
  const index = influencesOf(books);
  const map = buildMap(
    { reviewId: REVIEW, reviewPapers: [reviewPaper(1)], influences: influencesToCount(index) },
    { unit, denominator: 'all', secondHand: false },
  );
  expect(orderInWords(map, index, order)).toBe(words);
  const sections = orderedRows(map, map.rows, index, order);
  const isGrouped =
    sections.length > 1 || sections.some(({ rows }) => rows.some((row) => row.depth));
  expect(isGrouped).toBe(words.includes('grouped'));
});
