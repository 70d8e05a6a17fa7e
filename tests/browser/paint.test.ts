/** Painting: what is drawn, what lies under a point, and that nothing of ours stays behind. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { describe as describeRange } from '../../lib/anchor';
import { createPainter, keepAnchored, namesIn, type PaintItem, paintStyles } from '../../lib/paint';

let controller: AbortController;

beforeEach(() => {
  controller = new AbortController();
  const article = document.createElement('article');
  for (let i = 0; i < 6; i += 1) {
    const p = document.createElement('p');
    p.textContent = `Paragraph ${i}: training of peer workers was associated with uptake in ${i + 3} sites.`;
    article.append(p);
  }
  document.body.replaceChildren(article);
});
afterEach(() => controller.abort());

function over(index: number, start = 0, end = 40): Range {
  const text = document.querySelectorAll('p')[index]?.firstChild as Text;
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, end);
  return range;
}

const item = (
  id: string,
  index: number,
  stance: PaintItem['stance'] = 'supporting',
  outcome: PaintItem['outcome'] = 'exact',
): PaintItem => ({
  id,
  stance,
  range: over(index),
  outcome,
});

function middleOf(range: Range): [number, number] {
  const rect = range.getBoundingClientRect();
  return [rect.left + 20, rect.top + rect.height / 2];
}

/** How much is in each layer that holds something. */
const sizes = (): number[] =>
  [...CSS.highlights.values()].map((highlight) => highlight.size).filter((size) => size > 0);

describe('the painter', () => {
  test('draws one highlight per stance and no element', () => {
    const before = document.body.innerHTML;
    const painter = createPainter(document, { signal: controller.signal });
    painter.set([item('a', 0), item('b', 1), item('c', 2, 'contrasting')]);
    expect(sizes().sort()).toEqual([1, 2]);
    expect(document.body.innerHTML).toBe(before);
  });

  test('draws a changed passage in its stance and as changed', () => {
    const painter = createPainter(document, { signal: controller.signal });
    painter.set([item('a', 0, 'supporting', 'changed')]);
    expect(sizes()).toEqual([1, 1]);
  });

  test('finds what lies under a point, and nothing beside the text', () => {
    const painter = createPainter(document, { signal: controller.signal });
    const items = [item('a', 0), item('b', 1, 'mentioning')] as const;
    painter.set(items);
    expect(painter.at(...middleOf(items[0].range))).toEqual(['a']);
    expect(painter.at(...middleOf(items[1].range))).toEqual(['b']);
    expect(painter.at(...middleOf(over(3)))).toEqual([]);
    const beyond = items[0].range.getBoundingClientRect();
    expect(painter.at(beyond.right + 200, beyond.top + 5)).toEqual([]);
  });

  test('finds the same where highlightsFromPoint is missing', () => {
    const real = Reflect.get(CSS.highlights, 'highlightsFromPoint');
    Object.defineProperty(CSS.highlights, 'highlightsFromPoint', {
      value: undefined,
      configurable: true,
    });
    try {
      const painter = createPainter(document, { signal: controller.signal });
      const items = [item('a', 0), item('b', 0, 'contrasting')] as const;
      painter.set(items);
      expect(painter.at(...middleOf(items[0].range)).sort()).toEqual(['a', 'b']);
      const rect = items[0].range.getBoundingClientRect();
      expect(painter.at(rect.right + 150, rect.top + 5)).toEqual([]);
    } finally {
      Reflect.deleteProperty(CSS.highlights, 'highlightsFromPoint');
      expect(Reflect.get(CSS.highlights, 'highlightsFromPoint')).toBe(real);
    }
  });

  test('moves an item to its new stance and forgets what is not set again', () => {
    const painter = createPainter(document, { signal: controller.signal });
    const first = item('a', 0);
    painter.set([first, item('b', 1)]);
    painter.set([{ ...first, stance: 'contrasting' }]);
    expect(sizes().reduce((sum, size) => sum + size, 0)).toBe(1);
    expect(painter.rangeOf('b')).toBeNull();
    expect(painter.rangeOf('a')).toBe(first.range);
  });

  test('draws and undraws the focus', () => {
    const painter = createPainter(document, { signal: controller.signal });
    painter.set([item('a', 0)]);
    painter.focus('a');
    expect(sizes()).toEqual([1, 1]);
    painter.focus(null);
    expect(sizes().reduce((sum, size) => sum + size, 0)).toBe(1);
  });

  test("leaves the page's own highlights alone and takes all of ours away when it ends", () => {
    const foreign = new Highlight(over(5));
    CSS.highlights.set('page-search', foreign);
    const painter = createPainter(document, { signal: controller.signal });
    painter.set([item('a', 0), item('b', 1, 'mixed', 'changed')]);
    painter.focus('a');
    controller.abort();
    expect([...CSS.highlights.keys()]).toEqual(['page-search']);
    painter.set([item('c', 2)]);
    expect([...CSS.highlights.keys()]).toEqual(['page-search']);
    CSS.highlights.delete('page-search');
  });

  test('comes back after the page has emptied the registry', () => {
    const painter = createPainter(document, { signal: controller.signal });
    const items = [item('a', 0)];
    painter.set(items);
    CSS.highlights.clear();
    painter.set(items);
    expect(sizes()).toEqual([1]);
  });

  test('takes five thousand items', () => {
    const painter = createPainter(document, { signal: controller.signal });
    painter.set(Array.from({ length: 5_000 }, (_, i) => item(String(i), i % 6)));
    expect(sizes()).toEqual([5_000]);
  });
});

describe('the styles', () => {
  for (const ground of ['light', 'dark'] as const) {
    test(`are accepted by the browser and tell stances apart by line: ${ground}`, () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(paintStyles(ground, namesIn(document)));
      const lines = [...sheet.cssRules]
        .filter((rule): rule is CSSStyleRule => rule instanceof CSSStyleRule)
        .map((rule) => rule.style.textDecorationStyle)
        .filter((style) => style !== '');
      expect(new Set(lines)).toEqual(new Set(['solid', 'wavy', 'dashed', 'double', 'dotted']));
      expect(
        [...sheet.cssRules].some(
          (rule) => rule instanceof CSSMediaRule && rule.conditionText.includes('forced-colors'),
        ),
      ).toBe(true);
    });
  }
});

describe('keeping quotes anchored', () => {
  const keeping = (delay = 5) => {
    const seen = vi.fn();
    const pause = (): Promise<void> => Promise.resolve();
    const { signal } = controller;
    return { seen, keeper: keepAnchored(document, { signal, onLocated: seen, pause, delay }) };
  };

  test('finds its quotes again after the whole article was replaced', async () => {
    const { seen, keeper } = keeping();
    await keeper.set([{ id: 'a', selectors: describeRange(over(2)) }]);
    expect(seen.mock.lastCall?.[0].get('a').outcome).toBe('exact');
    const article = document.querySelector('article') as HTMLElement;
    const fresh = article.cloneNode(true) as HTMLElement;
    article.replaceWith(fresh);
    await vi.waitFor(() =>
      expect(fresh.contains(seen.mock.lastCall?.[0].get('a').range?.startContainer)).toBe(true),
    );
  });

  test('a quote that was chosen is where it was chosen, without a search, until it is hurt', async () => {
    const { seen, keeper } = keeping();
    const other = { id: 'other', selectors: describeRange(over(2)) };
    await keeper.set([other]);
    const before = seen.mock.lastCall?.[0].get('other').range;
    const chosen = over(3);
    // A search would find these words in another paragraph.
    const selectors = describeRange(over(4));
    keeper.follow({ id: 'chosen', selectors }, chosen);
    // As it comes back from the store: equal, and another object.
    await keeper.set([other, { id: 'saved', selectors: structuredClone(selectors) }]);
    const places = seen.mock.lastCall?.[0];
    expect(places.get('other').range).toBe(before);
    expect(String(places.get('saved').range)).toBe(String(chosen));
    expect(places.get('saved').range).not.toBe(chosen);
    const third = document.querySelectorAll('p')[3] as HTMLElement;
    third.replaceWith(third.cloneNode(true));
    await vi.waitFor(() =>
      expect(String(seen.mock.lastCall?.[0].get('saved').range)).toBe(String(over(4))),
    );
  });

  test('changed words are looked for again with the next quote that is new', async () => {
    // The page has no quiet moment here: only the next save looks.
    const { seen, keeper } = keeping(60_000);
    const first = { id: 'first', selectors: describeRange(over(1, 0, 76)) };
    const text = document.querySelectorAll('p')[1]?.firstChild as Text;
    const words = text.data;
    text.data = words.replace('was associated', 'was not associated');
    await keeper.set([first]);
    expect(seen.mock.lastCall?.[0].get('first').outcome).toBe('changed');
    const whole = document.createElement('p');
    whole.textContent = words;
    document.querySelector('article')?.append(whole);
    await keeper.set([first, { id: 'second', selectors: describeRange(over(2)) }]);
    // Two places with one context: which of them was meant is unknown, and no longer the changed one.
    expect(seen.mock.lastCall?.[0].get('first').outcome).toBe('ambiguous');
  });

  test('words that change while they are looked for are looked at again', async () => {
    const { seen, keeper } = keeping();
    const done = keeper.set([{ id: 'a', selectors: describeRange(over(1, 0, 76)) }]);
    const text = document.querySelectorAll('p')[1]?.firstChild as Text;
    text.insertData(text.data.indexOf('associated'), 'not ');
    await done;
    await vi.waitFor(() => expect(seen.mock.lastCall?.[0].get('a').flags).toContain('negation'));
  });

  test('finds a quote that comes later', async () => {
    const selectors = describeRange(over(4));
    const fifth = document.querySelectorAll('p')[4] as HTMLElement;
    const parent = fifth.parentElement as HTMLElement;
    fifth.remove();
    const { seen, keeper } = keeping();
    await keeper.set([{ id: 'a', selectors }]);
    expect(seen.mock.lastCall?.[0].get('a').range).toBeNull();
    parent.append(fifth);
    await vi.waitFor(() => expect(seen.mock.lastCall?.[0].get('a').outcome).toBe('exact'));
  });

  test('says so when the words change under a highlight', async () => {
    const { seen, keeper } = keeping();
    await keeper.set([{ id: 'a', selectors: describeRange(over(1, 0, 76)) }]);
    const text = document.querySelectorAll('p')[1]?.firstChild as Text;
    text.data = text.data.replace('was associated', 'was not associated');
    await vi.waitFor(() => {
      expect(seen.mock.lastCall?.[0].get('a').outcome).toBe('changed');
      expect(seen.mock.lastCall?.[0].get('a').flags).toContain('negation');
    });
  });
});
