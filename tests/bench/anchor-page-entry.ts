/** Page script of the anchoring bench: our anchoring, the two it is measured against, and the painter. */
import search from 'approx-string-match';
import { fromRange, toRange } from 'dom-anchor-text-quote';
import { describe, locate } from '../../lib/anchor';
import type { Selectors } from '../../lib/model';
import { createPainter, type PaintItem } from '../../lib/paint';

interface Stored {
  /** As the other library describes it, from the same range; null where it is not measured. */
  theirs: { exact: string; prefix?: string; suffix?: string } | null;
  selectors: Selectors;
  xpath: string;
  offset: number;
}

/** The others get one quote in so many: they take too long otherwise. */
const PEERS_EVERY = 10;

let stored: Stored[] = [];

function xpathOf(node: Node): string {
  const steps: string[] = [];
  for (let at: Node | null = node; at && at !== document.body; at = at.parentNode) {
    const name = at.nodeType === 3 ? 'text()' : (at as Element).tagName.toLowerCase();
    let place = 1;
    for (let other = at.previousSibling; other; other = other.previousSibling) {
      if (other.nodeType === at.nodeType && (at.nodeType === 3 || other.nodeName === at.nodeName))
        place += 1;
    }
    steps.unshift(`${name}[${place}]`);
  }
  return `/html/body/${steps.join('/')}`;
}

/** Describes `count` passages of 40 to 220 characters, spread over the page; also as the other library does. */
function prepare(count: number, peers: boolean): number {
  const walker = document.createTreeWalker(document.body, 4);
  const nodes: Text[] = [];
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.data.trim().length > 50 && !node.parentElement?.closest('script,style,noscript'))
      nodes.push(node);
  }
  stored = [];
  for (let i = 0; i < count; i += 1) {
    const node = nodes[Math.floor((i * nodes.length) / count)] as Text;
    const length = Math.min(40 + ((i * 37) % 180), node.data.length);
    const start = (i * 61) % Math.max(1, node.data.length - length);
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + length);
    if (range.toString().trim().length < 20) range.selectNodeContents(node);
    stored.push({
      theirs: peers && i % PEERS_EVERY === 0 ? fromRange(document.body, range) : null,
      selectors: describe(range),
      xpath: xpathOf(node),
      offset: range.startOffset,
    });
  }
  return stored.length;
}

function timed<T>(work: () => T): { ms: number; result: T } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

const ways = {
  ours: () => locate(stored.map((one) => one.selectors)).filter((one) => one.range !== null).length,
  xpath: () =>
    stored.filter(({ selectors, xpath, offset }) => {
      const node = document.evaluate(xpath, document, null, 9, null).singleNodeValue as Text | null;
      if (node?.nodeType !== 3) return false;
      const range = document.createRange();
      range.setStart(node, Math.min(offset, node.data.length));
      range.setEnd(node, Math.min(node.data.length, offset + selectors.quote.exact.length));
      return range.toString() === selectors.quote.exact;
    }).length,
  quote: () =>
    stored.filter(({ selectors, theirs }) => {
      if (!theirs) return false;
      try {
        return toRange(document.body, theirs, { hint: selectors.position?.start ?? 0 }) !== null;
      } catch {
        return false;
      }
    }).length,
  naive: () => {
    const text = document.body.textContent ?? '';
    return stored.filter(
      ({ selectors: { quote } }, i) =>
        i % PEERS_EVERY === 0 &&
        search(text, quote.exact, Math.floor(quote.exact.length * 0.2)).length > 0,
    ).length;
  },
};

function scene(name: string): void {
  if (name === 'banner inserted above') {
    const banner = document.createElement('div');
    banner.textContent = 'This site uses cookies. Read our policy or accept all of them. '.repeat(
      20,
    );
    document.body.prepend(banner);
  } else if (name === 'text edited here and there') {
    for (const [i, one] of locate(stored.map((entry) => entry.selectors)).entries()) {
      const node = one.range?.startContainer;
      if (i % 3 !== 0 || node?.nodeType !== 3) continue;
      const text = node as Text;
      const at = text.data.indexOf(' ', (one.range?.startOffset ?? 0) + 10);
      if (at > 0) text.data = `${text.data.slice(0, at)} reportedly${text.data.slice(at)}`;
    }
  }
}

/** Milliseconds until the browser has drawn what was changed before. */
function drawn(): Promise<number> {
  const start = performance.now();
  return new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start))),
  );
}

const POINTS = 1_000;

/** Hits of 1,000 points spread over the window, and milliseconds a hit test. */
function hit(at: (x: number, y: number) => number): { hits: number; ms: number } {
  const { ms, result } = timed(() => {
    let found = 0;
    for (let i = 0; i < POINTS; i += 1) found += at((i * 37) % innerWidth, (i * 53) % innerHeight);
    return found;
  });
  return { hits: result, ms: ms / POINTS };
}

/** The stored quotes as highlights; beside it the same quotes wrapped in elements, as annotators mostly do. */
async function paint() {
  const located = locate(stored.map((one) => one.selectors));
  document.documentElement.style.outline = '1px solid';
  const bare = await drawn();
  const controller = new AbortController();
  const painter = createPainter(document, { signal: controller.signal });
  const stances = ['supporting', 'contrasting', 'mentioning'] as const;
  const items = located.flatMap((one, i): PaintItem[] => {
    const stance = stances[i % 3] ?? 'mixed';
    return one.range ? [{ id: String(i), stance, range: one.range, outcome: one.outcome }] : [];
  });
  const set = timed(() => painter.set(items)).ms;
  const frame = await drawn();
  const ours = { set, frame, hit: hit((x, y) => painter.at(x, y).length) };
  const clear = timed(() => controller.abort()).ms;
  await drawn();
  const marks: HTMLElement[] = [];
  const wrap = timed(() => {
    for (const { range } of located) {
      const mark = document.createElement('mark');
      try {
        range?.surroundContents(mark);
        marks.push(mark);
      } catch {
        // It overlaps one that is wrapped already.
      }
    }
  }).ms;
  const wrapped = await drawn();
  const theirs = hit((x, y) => (document.elementFromPoint(x, y)?.closest('mark') ? 1 : 0));
  const unwrap = timed(() => {
    for (const mark of marks) mark.replaceWith(...mark.childNodes);
    document.body.normalize();
  }).ms;
  return {
    'highlights (ours)': { ...flat(ours), remove: clear, 'bare frame': bare },
    'wrapped in elements': {
      ...flat({ set: wrap, frame: wrapped, hit: theirs }),
      remove: unwrap,
      'bare frame': bare,
    },
  };
}

const flat = (one: { set: number; frame: number; hit: { hits: number; ms: number } }) => ({
  set: one.set,
  'frame after': one.frame,
  'hit test us': one.hit.ms * 1_000,
  hits: one.hit.hits,
});

Object.assign(window, {
  anchorBench: {
    prepare,
    scene,
    length: () => document.body.textContent?.length ?? 0,
    run: (way: keyof typeof ways) => {
      const { ms, result } = timed(ways[way]);
      return { ms, found: result };
    },
    paint,
  },
});
