/** Painting in the frames of a page: each document its own registry, one order of reading, one viewport. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describe as describeRange } from '../../lib/anchor';
import {
  boundsOf,
  createPainter,
  documentsOf,
  inReadingOrder,
  keepAnchored,
  type PaintItem,
  watchDocuments,
} from '../../lib/paint';

const INSIDE =
  'Inside the frame, training of peer workers was associated with uptake in nine sites.';
let controller: AbortController;

async function load(frame: HTMLIFrameElement, html: string): Promise<void> {
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  frame.srcdoc = html;
  await loaded;
}

const frameOfPage = () => document.querySelector('iframe') as HTMLIFrameElement;

beforeEach(async () => {
  controller = new AbortController();
  document.body.innerHTML =
    '<p>Before the frame.</p><iframe style="margin: 40px; border: 5px solid"></iframe><p>After the frame.</p>';
  await load(frameOfPage(), `<body style="margin:0"><p>${INSIDE}</p></body>`);
});
afterEach(() => controller.abort());

function over(doc: Document, paragraph = 0): Range {
  const range = doc.createRange();
  range.selectNodeContents(doc.querySelectorAll('p')[paragraph]?.firstChild as Text);
  return range;
}

const inner = () => frameOfPage().contentDocument as Document;
const registry = (doc: Document) =>
  (doc.defaultView as unknown as { CSS: { highlights: HighlightRegistry } }).CSS.highlights;
const drawn = (doc: Document) =>
  [...registry(doc).values()].flatMap((one) => [...one].map(String)).sort();

const item = (id: string, range: Range): PaintItem => ({
  id,
  range,
  stance: 'supporting',
  outcome: 'exact',
});

describe('a painter', () => {
  test('draws each range in its own document, hits it there, and takes all out', () => {
    const painter = createPainter(document, { signal: controller.signal });
    painter.set([item('top', over(document)), item('in', over(inner()))]);
    painter.focus('in');
    expect(drawn(document)).toEqual(['Before the frame.']);
    expect(drawn(inner())).toEqual([INSIDE, INSIDE]);
    const [line] = over(inner()).getClientRects();
    const { left = 0, top = 0, height = 0 } = line ?? {};
    expect(painter.at(left + 20, top + height / 2, inner())).toEqual(['in']);
    // The same numbers are another place in the page's own viewport.
    expect(painter.at(left + 20, top + height / 2)).toEqual(['top']);
    painter.set([item('top', over(document))]);
    expect(drawn(inner())).toEqual([]);
    painter.set([item('in', over(inner()))]);
    controller.abort();
    expect([registry(document).size, registry(inner()).size]).toEqual([0, 0]);
  });
});

describe('the documents of a page', () => {
  test('are watched as frames load others', async () => {
    const seen: Document[] = [];
    const ended: Document[] = [];
    watchDocuments(
      document,
      (doc, signal) => {
        seen.push(doc);
        signal.addEventListener('abort', () => ended.push(doc));
      },
      controller.signal,
    );
    const first = inner();
    expect(seen).toEqual([document, first]);
    await load(frameOfPage(), '<p>Another article.</p>');
    expect(seen).toEqual([document, first, inner()]);
    expect(ended).toEqual([first]);
    controller.abort();
    expect(ended).toEqual([first, document, inner()]);
  });

  test('leave out frames of another origin', async () => {
    const other = document.createElement('iframe');
    other.setAttribute('sandbox', '');
    document.body.append(other);
    await load(other, '<p>Not to be read.</p>');
    expect(documentsOf(document)).toEqual([document, inner()]);
  });

  test('do not stumble over a shadow root in a link that was taken out', () => {
    const link = document.createElement('a');
    link.href = 'https://example.org/';
    const host = document.createElement('div');
    link.append(host);
    host.attachShadow({ mode: 'open' }).innerHTML = '<p>Gone.</p>';
    const gone = document.createRange();
    gone.selectNodeContents(host.shadowRoot?.querySelector('p') as Element);
    expect([gone, over(document)].sort(inReadingOrder)).toHaveLength(2);
  });

  test('are read in the order in which they stand', () => {
    const [before, within, after] = [over(document, 0), over(inner()), over(document, 1)];
    const mixed = [after, within, before].sort(inReadingOrder);
    expect(mixed).toEqual([before, within, after]);
    expect(inReadingOrder(within, within)).toBe(0);
  });

  test('share one viewport', () => {
    const within = over(inner());
    const frame = frameOfPage().getBoundingClientRect();
    const own = within.getBoundingClientRect();
    expect(boundsOf(within).left).toBe(frame.left + 5 + own.left);
    expect(boundsOf(within).top).toBe(frame.top + 5 + own.top);
    expect(boundsOf(over(document)).top).toBe(over(document).getBoundingClientRect().top);
  });
});

test('a quote is kept while its frame loads the article anew', async () => {
  const selectors = describeRange(over(inner()));
  let place: Range | null | undefined;
  const keeper = keepAnchored(document, {
    signal: controller.signal,
    pause: () => Promise.resolve(),
    delay: 1,
    onLocated: (places) => {
      place = places.get('q')?.range;
    },
  });
  await keeper.set([{ id: 'q', selectors }]);
  expect(String(place)).toBe(INSIDE);
  await load(frameOfPage(), `<h1>Anew</h1><p>${INSIDE}</p>`);
  await expect.poll(() => place?.startContainer.ownerDocument === inner()).toBe(true);
  expect(String(place)).toBe(INSIDE);
});
