/** Citation keys: readable, of each paper one, and the same in every file of a review, now and later. */
import { describe, expect, it } from 'vitest';
import { exporters } from '../../../lib/exchange';
import { citationKeys } from '../../../lib/exchange/citation-keys';
import type { Paper } from '../../../lib/model';
import { data, paper, reviewPaper } from './records';

const keyOf = (more: Partial<Paper>): string =>
  [...citationKeys({ ...data, papers: [paper(1, more)] }).values()][0] ?? '';

it.each<[string, Partial<Paper>]>([
  ['muller2021paper', {}],
  ['ibrahim2021peer', { authors: [{ family: 'Ibrahim' }], title: 'The peer support workers' }],
  ['vanderberg2021a1c', { authors: [{ family: 'van der Berg' }], title: 'A1c in wards' }],
  ['strasse2021uber', { authors: [{ family: 'Straße' }], title: 'Über die Arbeit' }],
  ['oneill2021cost', { authors: [{ family: 'O’Neill' }], title: 'What is the cost?' }],
  [
    'world2021guideline',
    { authors: [{ literal: 'World Health Organization' }], title: 'Guideline' },
  ],
  ['mullerndpaper', { year: undefined }],
  ['p2021staff', { authors: [], title: '12 staff' }],
  ['paper2021', { authors: [{ family: '王' }], title: '同伴支持' }],
  ['papernd', { authors: [], title: undefined, year: undefined }],
  ['smith2021', { authors: [{ family: 'Smith' }], title: '' }],
])('%s', (key, more) => {
  expect(keyOf(more)).toBe(key);
});

describe('papers that come to one key', () => {
  const at = (day: number) => ({ addedAt: `2026-01-0${day}T00:00:00.000Z` });
  const alike = [1, 2, 3].map((n) => paper(n, { title: 'Peers', year: 2020 }));
  const listed = [reviewPaper(1, at(3)), reviewPaper(2, at(1)), reviewPaper(3, at(2))];
  const keys = (papers: Paper[], reviewPapers = listed) =>
    Object.fromEntries(citationKeys({ ...data, papers, reviewPapers }));

  it('have them in the order in which they came to the list', () => {
    const [one, two, three] = alike.map(({ id }) => id) as [string, string, string];
    const want = {
      [two]: 'muller2020peers',
      [three]: 'muller2020peersb',
      [one]: 'muller2020peersc',
    };
    expect(keys(alike)).toEqual(want);
    expect(keys([...alike].reverse(), [...listed].reverse())).toEqual(want);
  });

  it('keep them when more papers come later', () => {
    const before = keys(alike);
    const later = [4, 5].map((n) => paper(n, { title: 'Peers', year: 2020 }));
    const after = keys([...later, ...alike], [reviewPaper(4, at(4)), ...listed]);
    expect(after).toMatchObject(before);
    expect(new Set(Object.values(after)).size).toBe(5);
  });

  it('never take one that another paper has of itself', () => {
    const more = [...alike, paper(4, { title: 'Peersb', year: 2020 })];
    const all = Object.values(keys(more, [...listed, reviewPaper(4, at(5))]));
    expect(new Set(all).size).toBe(4);
  });

  it('are told apart beyond the alphabet', () => {
    const many = Array.from({ length: 60 }, (_, i) => paper(i + 1, { title: 'X', year: 2020 }));
    const all = Object.values(keys(many, []));
    expect(new Set(all).size).toBe(60);
    expect(all).toContain('muller2020xaa');
  });
});

it('are the same whether excluded papers are in a file or not', () => {
  const papers = data.papers.map((one) => ({ ...one, title: 'Alike', year: 2020 }));
  const reviewPapers = [3, 1, 2].map((n, i) =>
    reviewPaper(n, {
      addedAt: `2026-01-0${i + 1}T00:00:00.000Z`,
      ...(n === 3 && { eligibility: 'excluded' as const }),
    }),
  );
  for (const excluded of [true, false]) {
    const text = String(
      exporters
        .find(({ id }) => id === 'evidence-table-csv')
        ?.write({ ...data, papers, reviewPapers }, { excluded }),
    );
    expect(text).toContain('muller2020alikeb');
    expect(text).toContain('muller2020alikec');
    expect(text).not.toContain('muller2020alike,');
  }
});
