import { describe, expect, it } from 'vitest';
import { attentionNote, attentionNoteLong, buildMap, methodsLine } from '../../../lib/map';
import { ME, REVIEW, reviewPaper, tag } from './records';

const map = (options: Parameters<typeof buildMap>[1]) =>
  buildMap(
    {
      reviewId: REVIEW,
      reviewPapers: [reviewPaper(1, 'read'), reviewPaper(2), reviewPaper(3, 'excluded')],
      tags: [tag(1, 1, 'a', 'supporting')],
    },
    options,
  );

describe('methodsLine', () => {
  it('says N, what N is, what was counted, with which codebooks and when', () => {
    expect(
      methodsLine(map({ denominator: 'all', secondHand: false }), {
        reviewName: 'Peer\nsupport',
        codebooks: [
          { name: 'One', version: '1', kind: 'determinants', complete: true },
          { name: 'Two', version: '2', kind: 'strategies', complete: false },
        ],
        at: '2026-11-21T10:00:00.000Z',
      }),
    ).toBe(
      'Evidence map of “Peer support”: N = 2 papers (all papers not excluded, 1 excluded); a paper counts once per influence; second-hand statements not counted in n; Wilson 95 % intervals; codebooks: One (version 1), Two (version 2; strategies, not influences; incomplete); 2026-11-21. % = share of papers, not strength of effect.',
    );
  });

  it('names study families where these are counted, and the papers that they are of', () => {
    expect(methodsLine(map({ denominator: 'all', secondHand: false, unit: 'families' }))).toBe(
      'Evidence map: N = 2 study families (all papers not excluded: 2 papers, 1 paper excluded); a study family counts once per influence, with the stances of its papers taken together; second-hand statements not counted in n; Wilson 95 % intervals. % = share of study families, not strength of effect.',
    );
  });

  it('says as much as it knows, and always the attention note', () => {
    expect(
      methodsLine(map({ denominator: 'read', secondHand: true, coder: ME }), { coders: ['NI'] }),
    ).toBe(
      `Evidence map: N = 1 paper (papers marked read, 1 excluded); a paper counts once per influence; second-hand statements counted; Wilson 95 % intervals; tags by NI. ${attentionNote()}.`,
    );
  });
});

it('the long attention note says attention, not strength, and why columns exceed 100 %', () => {
  expect(attentionNoteLong()).toMatch(/attention.*not the strength.*more than 100 %/);
});
