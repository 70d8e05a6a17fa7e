/** From one article to the next inside one document, over the orders and delays in which its parts arrive. */
import { describe, expect, test } from 'vitest';
import { A, B, C, NOBODY, neverWrong, record, whole } from './records';
import { type Change, SimulatedPage } from './simulated-page';

describe('from one article to the next', () => {
  const delays = [0, 50, 300, 600, 1_500, 3_000, 9_000];
  const cases = delays.flatMap((delay) =>
    ['renewed', 'none', 'stale'].flatMap((metadata) =>
      ['early', 'late', 'never'].flatMap((title) =>
        ['address', 'text', 'head', 'empty'].map((first) => ({ delay, metadata, title, first })),
      ),
    ),
  );
  test.each(cases)(
    'the text $delay ms after $first, metadata $metadata, title $title',
    ({ delay, metadata, title, first }) => {
      const at = 5_000;
      const then = at + delay;
      const renewed = metadata === 'renewed' ? B.metadata : undefined;
      const early: Change = title === 'early' ? { title: B.title } : {};
      const late: Change = title === 'late' ? { title: B.title } : {};
      const head: Change = renewed ? { metadata: renewed } : {};
      const timeline: [number, Change][] = [
        [
          0,
          {
            ...whole(A, metadata === 'none' ? NOBODY : A.metadata),
            ...(title === 'never' && { title: 'Index' }),
          },
        ],
      ];
      if (first === 'text')
        timeline.push([at, { ...B.text, ...early, ...head }], [then, { url: B.url, ...late }]);
      else
        timeline.push(
          [
            at,
            {
              url: B.url,
              ...early,
              ...(first === 'head' && head),
              ...(first === 'empty' && { headings: [], blocks: ['Loading'] }),
            },
          ],
          [then, { ...B.text, ...late, ...head }],
        );
      const page = new SimulatedPage(timeline);
      expect(neverWrong(page, then + 2_000)).toEqual([]);
      expect(page.at(then + 2_000)).toBe(B.doi);
      expect(page.told[0]).toBe('loading');
      expect(page.told).not.toContain('none');
      expect(page.report?.url).toBe(B.url);
    },
  );

  test('while nothing of the next is there, the page is loading and its old words are still the old paper’s', () => {
    const page = new SimulatedPage([
      [0, whole(A)],
      [5_000, { url: B.url }],
      [6_000, B.text],
    ]);
    expect(page.at(4_999)).toBe(A.doi);
    expect(page.at(5_000)).toBe('loading');
    expect(page.paperOf(A.own[1] ?? '')).toBe(A.doi);
    page.at(6_001);
    expect(page.paperOf(B.own[1] ?? '')).toBeNull();
    expect(page.at(7_000)).toBe(B.doi);
    expect(page.ids).toHaveLength(2);
  });

  test('a paragraph that both have is not the old one’s once the new text is there', () => {
    const shared = A.blocks[3] ?? '';
    const page = new SimulatedPage([
      [0, whole(A)],
      [5_000, { url: B.url }],
      [6_000, B.text],
    ]);
    page.at(5_500);
    expect(page.paperOf(shared)).toBe(A.doi);
    page.at(6_001);
    expect(page.paperOf(shared)).toBeNull();
    page.at(7_000);
    expect(page.paperOf(shared)).toBe(B.doi);
  });

  test.each([0, 600, 3_000])('titles that are no headings, the text after %i ms', (delay) => {
    // A long text that stays (a list of all records) drowns the little that changes.
    const list = Array.from(
      { length: 20 },
      (_, i) => `Record ${i} of this index, with a title and a journal.`,
    );
    const text = (one: typeof A): Change => ({ headings: [], blocks: [...one.blocks, ...list] });
    const page = new SimulatedPage([
      [0, { ...whole(A), ...text(A) }],
      [5_000, { url: B.url }],
      [5_000 + delay, text(B)],
    ]);
    expect(neverWrong(page, 8_000 + delay)).toEqual([]);
    expect(page.at(8_000 + delay)).toBe(B.doi);
  });

  test('two steps at once end at the second, and the first is never told', () => {
    const page = new SimulatedPage([
      [0, whole(A, A.metadata)],
      [5_000, { url: B.url, title: B.title }],
      [5_200, { url: C.url, title: C.title }],
      [6_200, { ...C.text, metadata: C.metadata }],
    ]);
    expect(neverWrong(page, 9_000)).toEqual([]);
    expect(page.told).toEqual(['loading', A.doi, 'loading', C.doi]);
  });

  test('an answer that comes too late is shown for a while: its words are its own', () => {
    const page = new SimulatedPage([
      [0, whole(A)],
      [5_000, { url: B.url }],
      [5_200, { url: C.url }],
      [6_000, B.text],
      [8_000, C.text],
    ]);
    expect(neverWrong(page, 11_000)).toEqual([]);
    expect(page.at(11_000)).toBe(C.doi);
  });

  test('metadata that follows the text completes the report; the content stays the same', () => {
    const plain = record('omega', { shown: false });
    const page = new SimulatedPage([
      [0, whole(A, A.metadata)],
      [5_000, { url: B.url, title: B.title, ...plain.text }],
      [7_000, { metadata: B.metadata }],
    ]);
    expect(page.at(6_500)).toBe(B.title);
    const [, id] = page.ids;
    expect(page.at(8_000)).toBe(B.doi);
    expect(page.ids.at(-1)).toBe(id);
  });

  test('a page that never rests is read all the same', () => {
    const ticker = Array.from({ length: 120 }, (_, i): [number, Change] => [
      5_000 + i * 100,
      {
        blocks: [
          ...B.blocks,
          `Now reading this article together with you: ${i} other registered readers`,
        ],
      },
    ]);
    const page = new SimulatedPage([
      [0, whole(A)],
      [5_000, { url: B.url, headings: B.text.headings }],
      ...ticker,
    ]);
    expect(page.at(9_000)).toBe(B.doi);
  });
});
