/**
 * Near-copies of a quote: runs that stand letter for letter on the page, chained in reading order. What
 * stands between two runs of a chain is what differs, and is judged piece by piece (`judge.ts`). A run may
 * be far from the one before (an advertisement or a figure in the midst of the sentence), never before it.
 *
 * The ends of a quote may be too short or too changed to hold a run: they are searched with
 * `approx-string-match` in the stretch just before and after the chain.
 */
import search from 'approx-string-match';
import { SEPARATOR } from '../text/fold';
import { GRAM, type GramIndex } from '../text/grams';

/** Q[q0, q1) stands at P[p0, p0 + q1 - q0). */
export interface Run {
  q0: number;
  q1: number;
  p0: number;
}

/** A stretch of the quote against a stretch of the page; one of them may be empty. */
export interface Hunk {
  qa: number;
  qb: number;
  pa: number;
  pb: number;
}

export interface Chain {
  runs: Run[];
  /** Units of the quote that stand in runs. */
  covered: number;
}

/**
 * Rare grams first: they are few, and every near-copy shares them. Common ones only if the rare do not
 * suffice.
 */
const COMMON = [4, 48];
/** Share of a quote that a chain of rare grams must cover for the common ones to be left alone. */
const ENOUGH = 0.7;
const MAX_RUNS = 160;
/** The longest thing that may stand in the midst of a quote, in folded units: a large table. */
const MAX_GAP = 12_000;
const MAX_CHAINS = 6;

function runsOf(query: string, grams: GramIndex, common: number): Run[] {
  const page = grams.text;
  const slots = grams.slots(query);
  const reach = new Map<number, number>();
  const runs: Run[] = [];
  for (let q = 0; q < slots.length; q += 1) {
    const slot = slots[q] as number;
    if (grams.count(slot) > common) continue;
    for (let p = grams.first(slot); p >= 0; p = grams.after(p)) {
      const diagonal = p - q;
      if ((reach.get(diagonal) ?? 0) > q || !page.startsWith(query.slice(q, q + GRAM), p)) continue;
      let q0 = q;
      let q1 = q + GRAM;
      while (q0 > 0 && query.charCodeAt(q0 - 1) === page.charCodeAt(q0 - 1 + diagonal)) q0 -= 1;
      while (q1 < query.length && query.charCodeAt(q1) === page.charCodeAt(q1 + diagonal)) q1 += 1;
      reach.set(diagonal, q1);
      runs.push({ q0, q1, p0: q0 + diagonal });
    }
  }
  if (runs.length > MAX_RUNS) {
    runs.sort((a, b) => b.q1 - b.q0 - (a.q1 - a.q0));
    runs.length = MAX_RUNS;
  }
  return runs.sort((a, b) => a.q0 - b.q0 || a.p0 - b.p0);
}

/** The best chains of runs, each covering at least `least` units of the quote. */
export function chains(query: string, grams: GramIndex, least: number): Chain[] {
  let found: Chain[] = [];
  for (const common of COMMON) {
    found = chainsOf(runsOf(query, grams, common), grams.text, least);
    if (found.some((chain) => chain.covered >= query.length * ENOUGH)) break;
  }
  return found;
}

/** For each run, which of the texts on the page it stands in. */
function textsOf(runs: readonly Run[], page: string): Int32Array {
  const seams: number[] = [];
  for (let at = page.indexOf(SEPARATOR); at >= 0; at = page.indexOf(SEPARATOR, at + 1))
    seams.push(at);
  return Int32Array.from(runs, ({ p0 }) => seams.filter((seam) => seam < p0).length);
}

function chainsOf(runs: Run[], page: string, least: number): Chain[] {
  const textOf = textsOf(runs, page);
  const score = new Float64Array(runs.length);
  const from = new Int32Array(runs.length).fill(-1);
  const cut = new Int32Array(runs.length);
  for (let i = 0; i < runs.length; i += 1) {
    const run = runs[i] as Run;
    const length = run.q1 - run.q0;
    score[i] = length;
    for (let j = 0; j < i; j += 1) {
      if (textOf[j] !== textOf[i]) continue;
      const last = runs[j] as Run;
      const lastEnd = last.p0 + last.q1 - last.q0;
      const overlap = Math.max(0, last.q1 - run.q0, lastEnd - run.p0);
      if (overlap >= length || run.p0 <= last.p0 || run.q1 <= last.q1) continue;
      const gapP = run.p0 + overlap - lastEnd;
      const gapQ = run.q0 + overlap - last.q1;
      if (gapP > MAX_GAP) continue;
      const stretch = Math.abs(gapP - gapQ);
      const cost = stretch === 0 ? 0.5 : Math.min(16, 1 + Math.log2(1 + stretch));
      const total = (score[j] as number) - cost + length - overlap;
      if (total > (score[i] as number)) {
        score[i] = total;
        from[i] = j;
        cut[i] = overlap;
      }
    }
  }
  const order = Array.from(score.keys()).sort(
    (a, b) => (score[b] as number) - (score[a] as number),
  );
  const used = new Uint8Array(runs.length);
  const found: Chain[] = [];
  for (const end of order) {
    if (found.length >= MAX_CHAINS || (score[end] as number) < least) break;
    const path: number[] = [];
    let clean = true;
    for (let i = end; i >= 0; i = from[i] as number) {
      if (used[i]) {
        clean = false;
        break;
      }
      path.push(i);
    }
    if (!clean) continue;
    path.reverse();
    let covered = 0;
    const chain: Run[] = path.map((i, at) => {
      used[i] = 1;
      const run = runs[i] as Run;
      const drop = at === 0 ? 0 : (cut[i] as number);
      covered += run.q1 - run.q0 - drop;
      return { q0: run.q0 + drop, q1: run.q1, p0: run.p0 + drop };
    });
    if (covered >= least) found.push({ runs: chain, covered });
  }
  return found;
}

/**
 * The best place of a quote's end piece in a stretch of the page; null when more than a third of it
 * differs.
 */
function place(
  window: string,
  piece: string,
  last: boolean,
): { start: number; end: number } | null {
  if (piece.length < 3 || piece.length > 400 || window.length === 0) return null;
  const matches = search(window, piece, Math.floor(piece.length / 3));
  let best: { start: number; end: number; errors: number } | null = null;
  for (const match of matches) {
    if (!best || match.errors < best.errors || (match.errors === best.errors && last)) best = match;
  }
  return best;
}

/** The same, where the brackets of a marker in the piece are missing from the page: "(e.g. [5])." is "(e.g. 5)." there. */
function placeBare(window: string, piece: string, last: boolean): ReturnType<typeof place> {
  const found = place(window, piece, last);
  const bare = piece.replace(/[[\]]/g, '');
  return found || bare === piece ? found : place(window, bare, last);
}

/** What differs between the quote and the page along a chain, the ends of the quote included. */
export function hunksOf(
  query: string,
  page: string,
  chain: Chain,
): { hunks: Hunk[]; start: number; end: number } {
  const hunks: Hunk[] = [];
  const first = chain.runs[0] as Run;
  const last = chain.runs[chain.runs.length - 1] as Run;
  let start = first.p0;
  if (first.q0 > 0) {
    const length = first.q0;
    const far = Math.max(0, first.p0 - Math.ceil(length * 1.4) - 60);
    const from = far + page.slice(far, first.p0).lastIndexOf(SEPARATOR) + 1;
    const found = placeBare(page.slice(from, first.p0), query.slice(0, length), true);
    if (found) start = from + found.start;
    hunks.push({ qa: 0, qb: length, pa: start, pb: first.p0 });
  }
  for (let i = 1; i < chain.runs.length; i += 1) {
    const a = chain.runs[i - 1] as Run;
    const b = chain.runs[i] as Run;
    hunks.push({ qa: a.q1, qb: b.q0, pa: a.p0 + a.q1 - a.q0, pb: b.p0 });
  }
  let end = last.p0 + last.q1 - last.q0;
  if (last.q1 < query.length) {
    const length = query.length - last.q1;
    const window = page.slice(end, end + Math.ceil(length * 1.4) + 60);
    const found = placeBare(window.split(SEPARATOR)[0] ?? '', query.slice(last.q1), false);
    const until = found ? end + found.end : end;
    hunks.push({ qa: last.q1, qb: query.length, pa: end, pb: until });
    end = until;
  }
  return { hunks, start, end };
}

/** A hunk without what is the same at its two ends. */
export function trimmed(q: string, p: string, hunk: Hunk): Hunk {
  let { qa, qb, pa, pb } = hunk;
  while (qa < qb && pa < pb && q[qa] === p[pa]) {
    qa += 1;
    pa += 1;
  }
  while (qa < qb && pa < pb && q[qb - 1] === p[pb - 1]) {
    qb -= 1;
    pb -= 1;
  }
  return { qa, qb, pa, pb };
}
