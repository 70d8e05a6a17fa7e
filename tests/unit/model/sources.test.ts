/** How far sources are trusted: one order, on a page and in the store. */
import { describe, expect, test } from 'vitest';
import { type FieldSource, PaperFacts, rankOf, rankOnPage, SOURCES } from '../../../lib/model';
import { joinFacts } from '../../../lib/store/write/papers';
import { mergeSaid } from '../page/said';

const factsOf = (source: FieldSource, title: string) =>
  PaperFacts.parse({ title, sources: { title: source } });
const pairs = SOURCES.flatMap((a) => SOURCES.filter((b) => b !== a).map((b) => [a, b] as const));

describe('of two sources that disagree', () => {
  const general = pairs.filter((pair) => !pair.includes('site'));
  test.each(general)('%s and %s: a page and the store keep the same title', (a, b) => {
    const [one, other] = [`Peer work by ${a}`, `Roles in ${b}`];
    const said = mergeSaid([
      { source: a, raw: { title: one } },
      { source: b, raw: { title: other } },
    ]);
    const [first, second] = [factsOf(a, one), factsOf(b, other)];
    const kept = rankOf(a) < rankOf(b) ? one : other;
    expect(said.paper.title).toBe(kept);
    expect(joinFacts(first, second).title).toBe(kept);
    expect(joinFacts(second, first).title).toBe(kept);
  });

  test.each(SOURCES.filter((name) => name !== 'site' && name !== 'reader'))(
    'a list’s own reader goes before %s on the list, and after it elsewhere',
    (other) => {
      expect(rankOnPage('site')).toBeLessThan(rankOnPage(other));
      expect(rankOf('site')).toBeGreaterThan(rankOf(other));
    },
  );

  test.each([
    ['doi', 'dc'],
    ['title', 'json-ld'],
  ])('Dublin Core and JSON-LD: for the %s it is %s', (field, better) => {
    const sorted = (['json-ld', 'dc'] as const).toSorted(
      (a, b) => rankOnPage(a, field) - rankOnPage(b, field),
    );
    expect(sorted[0]).toBe(better);
  });
});

test('a field whose source is not known gives way to any', () => {
  for (const source of SOURCES) expect(rankOf(undefined)).toBeGreaterThan(rankOf(source));
});
