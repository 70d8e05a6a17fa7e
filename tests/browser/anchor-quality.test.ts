/** Anchoring over pages of ours, changed in every way we know: the limits that anchoring must keep. */
import { expect, describe as group, test } from 'vitest';
import { describe, locate } from '../../lib/anchor';
import { PAGES, show } from '../fixtures/anchor/pages';
import { type CaseResult, type Group, runCases } from '../support/anchor-cases';

const QUOTES = 16;
const results: CaseResult[] = [];

function share(list: CaseResult[], verdict: CaseResult['verdict']): number {
  return list.filter((one) => one.verdict === verdict).length / Math.max(1, list.length);
}

/** What went wrong, readable in a failed assertion. */
const told = (list: CaseResult[]): string[] =>
  list.map(
    (one) =>
      `${one.group}, ${one.kind}: ${one.verdict} (${one.outcome}) "${one.quote}" -> "${one.got}"`,
  );

const of = (...groups: Group[]): CaseResult[] =>
  results.filter((one) => groups.includes(one.group));

group('quotes on changed pages', () => {
  for (const [i, page] of PAGES.entries()) {
    test(`${page.name}: no quote is attached to other words`, () => {
      show(page);
      const own = runCases(
        { describe: (range) => describe(range), locate },
        { quotes: QUOTES, seed: 100 + i },
      );
      results.push(...own);
      expect(own.length).toBeGreaterThan(60);
      expect(told(own.filter((one) => one.verdict === 'silent'))).toEqual([]);
      expect(told(own.filter((one) => one.verdict === 'decided'))).toEqual([]);
    });
  }

  test('there are at least 400 cases', () => {
    expect(results.length).toBeGreaterThanOrEqual(400);
  });
  test('on an unchanged page every quote is found where it was', () => {
    expect(told(of('unchanged').filter((one) => one.verdict !== 'right'))).toEqual([]);
  });
  test('after harmless changes at least 98 % are found, and at most 0.3 % elsewhere', () => {
    const list = of('harmless');
    expect(
      share(list, 'right'),
      told(list.filter((one) => one.verdict !== 'right')).join('\n'),
    ).toBeGreaterThanOrEqual(0.98);
    expect(share(list, 'wrong place')).toBeLessThanOrEqual(0.003);
  });
  test('at least 90 % of repeated quotes are told apart', () => {
    const list = of('repeated');
    expect(list.length).toBeGreaterThan(50);
    expect(
      share(list, 'right'),
      told(list.filter((one) => one.verdict !== 'right')).join('\n'),
    ).toBeGreaterThanOrEqual(0.9);
    expect(told(list.filter((one) => one.verdict === 'wrong place'))).toEqual([]);
  });
  test('a deleted quote is lost', () => {
    const list = of('deleted');
    expect(list.length).toBeGreaterThan(100);
    expect(
      share(list, 'attached'),
      told(list.filter((one) => one.verdict === 'attached')).join('\n'),
    ).toBeLessThanOrEqual(0.004);
  });
  test('of two equal copies none is taken', () => {
    expect(of('equal').length).toBeGreaterThan(20);
    expect(told(of('equal').filter((one) => one.verdict !== 'right'))).toEqual([]);
  });
  test('a changed meaning is shown where it stands, or the quote is lost', () => {
    const list = of('meaning');
    expect(list.length).toBeGreaterThan(100);
    expect(told(list.filter((one) => one.verdict === 'wrong place'))).toEqual([]);
    expect(share(list, 'right')).toBeGreaterThan(0.5);
  });
});
