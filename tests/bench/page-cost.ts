/**
 * What reading a page costs, in milliseconds and in plain passes over the same page, measured inside the page in
 * two ways. Fresh: on documents that no script has touched yet, with code that has run before; this is how a
 * reader meets a page, which is read once. Warm: on one document
 * again and again, whose nodes the browser has at hand by then; a plain pass gains most from that.
 *
 * The plain pass is a TreeWalker as it comes: every node of the page is visited, and the text of text nodes read.
 * A pass that is told to visit text nodes alone is measured beside it.
 */

/** One way of measuring: medians of ours and of the plain pass, and the best of each. */
export interface Cost {
  ours: number;
  pass: number;
  /** The pass over text nodes alone. */
  texts: number;
  /** On a machine that does other things too, the longer a run the more it waits: the best rounds do not. */
  best: { ours: number; pass: number };
}

export const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0;

export function plainPass(doc: Document): number {
  const walker = doc.createTreeWalker(doc);
  let length = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.nodeType === Node.TEXT_NODE) length += (node as Text).data.length;
  return length;
}

function textPass(doc: Document): number {
  const walker = doc.createTreeWalker(doc, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) length += (walker.currentNode as Text).data.length;
  return length;
}

export function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const ROUNDS = 9;
/** The page's clock ticks every 0.1 ms: documents are read in batches of about so many letters of HTML. */
const BATCH = 800_000;

/** Fresh documents of `html`, a batch for us and one for each pass by turns. */
export async function freshCost(
  html: string,
  read: (doc: Document) => unknown,
  rounds = ROUNDS,
): Promise<Cost> {
  const count = Math.min(32, Math.ceil(BATCH / Math.max(1, html.length)));
  const batch = (run: (doc: Document) => unknown): number => {
    const docs = Array.from({ length: count }, () =>
      new DOMParser().parseFromString(html, 'text/html'),
    );
    return timed(() => docs.forEach(run)) / count;
  };
  const ours: number[] = [];
  const pass: number[] = [];
  const texts: number[] = [];
  // The first rounds let the browser finish compiling, and do not count.
  for (let round = -2; round < rounds; round++) {
    const turns: [number[], (doc: Document) => unknown][] = [
      [ours, read],
      [pass, plainPass],
      [texts, textPass],
    ];
    if (round % 2) turns.reverse();
    for (const [into, run] of turns) {
      const cost = batch(run);
      if (round >= 0) into.push(cost);
    }
    // Lets the browser throw the documents away outside of what is timed.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return costOf(ours, pass, texts);
}

function costOf(ours: number[], pass: number[], texts: number[]): Cost {
  const best = { ours: Math.min(...ours), pass: Math.min(...pass) };
  return { ours: median(ours), pass: median(pass), texts: median(texts), best };
}

/** The open document again and again. */
export function warmCost(read: (doc: Document) => unknown): Cost {
  const rounds = (run: (doc: Document) => unknown): number[] => {
    // As often as the clock asks for: at least 4 ms a sample.
    let times = 1;
    while (times < 4_096 && timed(() => repeat(run, times)) < 4) times *= 2;
    return Array.from({ length: ROUNDS }, () => timed(() => repeat(run, times)) / times);
  };
  return costOf(rounds(read), rounds(plainPass), rounds(textPass));
}

function repeat(run: (doc: Document) => unknown, times: number): void {
  for (let i = 0; i < times; i++) run(document);
}
