/** What a page can read of its highlights besides their looks: names, order and priorities tell it no stance. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPainter, namesIn, type PaintItem, paintStyles } from '../../lib/paint';

const STANCES = ['supporting', 'contrasting', 'mentioning', 'mixed'] as const;
const PARAGRAPHS = '<p>A statement of this article.</p>'.repeat(STANCES.length + 1);
/** Two documents give one stance the same place by chance in one case of seven; twelve of them in 1 of 2 billion. */
const DOCUMENTS = 12;

let controller: AbortController;
beforeEach(() => {
  controller = new AbortController();
});
afterEach(() => {
  controller.abort();
  document.body.replaceChildren();
});

const viewOf = (doc: Document) => doc.defaultView as Window & typeof globalThis;

function newDocument(): Document {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const doc = frame.contentDocument as Document;
  doc.body.innerHTML = PARAGRAPHS;
  return doc;
}

/** What a page sees of one document, in which each of `stances` is painted once, in this order. */
function paintedIn(doc: Document, stances: readonly PaintItem['stance'][] = STANCES) {
  const items = stances.map((stance, i): PaintItem => {
    const range = doc.createRange();
    range.selectNodeContents(doc.querySelectorAll('p')[i] as Element);
    return { id: stance, stance, range, outcome: 'exact' };
  });
  createPainter(doc, { signal: controller.signal }).set(items);
  const entries = [...viewOf(doc).CSS.highlights];
  const of = (stance: PaintItem['stance']) => {
    const { range } = items.find((item) => item.stance === stance) as PaintItem;
    const place = entries.findIndex(([, highlight]) => highlight.has(range));
    const [name, highlight] = entries[place] as [string, Highlight];
    return { name, place, priority: highlight.priority };
  };
  return { names: entries.map(([name]) => name), of };
}

test('no name is used in two documents, and none has anything in common with the others', () => {
  const names = Array.from({ length: DOCUMENTS }, () => paintedIn(newDocument()).names).flat();
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-p]{16}$/);
  // At each place of the name many letters: nothing of it is fixed.
  for (let at = 0; at < 16; at += 1)
    expect(new Set(names.map((name) => name[at])).size).toBeGreaterThan(4);
});

test.each(STANCES)(
  'neither the order nor the priority of highlights tells what is %s',
  (stance) => {
    const seen = Array.from({ length: DOCUMENTS }, () => paintedIn(newDocument()).of(stance));
    expect(new Set(seen.map(({ name }) => name)).size).toBe(DOCUMENTS);
    expect(new Set(seen.map(({ place }) => place)).size).toBeGreaterThan(1);
    expect(new Set(seen.map(({ priority }) => priority))).toEqual(new Set([1]));
  },
);

test('which layers there are does not tell which stances are painted', () => {
  const counts = [[], ...STANCES.map((one) => [one]), STANCES].map(
    (stances) => paintedIn(newDocument(), ['outline', ...stances]).names.length,
  );
  expect(new Set(counts).size).toBe(1);
});

test('a document keeps its names, in its shadow roots and when painting begins again', () => {
  const doc = newDocument();
  const first = paintedIn(doc).names;
  controller.abort();
  controller = new AbortController();
  expect(paintedIn(doc).names).toEqual(first);
  expect([...namesIn(doc).values()]).toEqual(first);
});

test('the line of a stance is all that a page can still read of it', () => {
  document.body.innerHTML = PARAGRAPHS;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(paintStyles('light', namesIn(document)));
  document.adoptedStyleSheets.push(sheet);
  const { of } = paintedIn(document);
  const lineOf = (stance: PaintItem['stance']) =>
    getComputedStyle(document.body, `::highlight(${of(stance).name})`).textDecorationStyle;
  expect(STANCES.map(lineOf)).toEqual(['solid', 'wavy', 'dashed', 'double']);
  document.adoptedStyleSheets = [];
});
