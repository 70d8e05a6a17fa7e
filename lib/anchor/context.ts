/** How well the text around a place agrees with the context stored with the quote. */
import { SEPARATOR } from './fold';

/** Agreement with the prefix and the suffix, each 0..1; `full` when both stand there unit for unit. */
export interface ContextScore {
  prefix: number;
  suffix: number;
  full: boolean;
}

/** Folded context of a quote. */
export interface Context {
  prefix: string;
  suffix: string;
}

function commonEnd(context: string, page: string, at: number): number {
  let n = 0;
  while (n < context.length && at - n > 0 && context[context.length - 1 - n] === page[at - 1 - n])
    n += 1;
  return n;
}

function commonStart(context: string, page: string, at: number): number {
  let n = 0;
  while (n < context.length && at + n < page.length && context[n] === page[at + n]) n += 1;
  return n;
}

/** Insertions and removals that may add up before two contexts are taken for different ones. */
const BAND = 20;

/**
 * Similarity of `context` to the start of `window`, both read away from the quote; the end of the window is free.
 * 1 - errors / length, at the best end. Only a band around the diagonal is looked at.
 */
function anchored(context: string, window: string): number {
  const whole = context.length;
  // What is equal next to the quote costs nothing in any alignment.
  let head = 0;
  while (head < whole && head < window.length && context[head] === window[head]) head += 1;
  const n = whole - head;
  const m = window.length - head;
  if (n === 0) return 1;
  const far = whole + window.length;
  if (rows[0].length < m + 2) rows = [new Uint16Array(2 * m + 2), new Uint16Array(2 * m + 2)];
  let [row, next] = rows;
  row.fill(far, 0, m + 1);
  next.fill(far, 0, m + 1);
  for (let j = 0; j <= Math.min(m, BAND); j += 1) row[j] = j;
  for (let i = 1; i <= n; i += 1) {
    const low = Math.max(1, i - BAND);
    const high = Math.min(m, i + BAND);
    let left = low === 1 ? i : far;
    next[low - 1] = left;
    const unit = context.charCodeAt(head + i - 1);
    let diagonal = row[low - 1] as number;
    for (let j = low; j <= high; j += 1) {
      const above = row[j] as number;
      let cell = diagonal + (unit === window.charCodeAt(head + j - 1) ? 0 : 1);
      if (above < cell) cell = above + 1;
      if (left < cell) cell = left + 1;
      next[j] = cell;
      left = cell;
      diagonal = above;
    }
    if (high < m) next[high + 1] = far;
    const swap = row;
    row = next;
    next = swap;
  }
  let best = n;
  for (let j = Math.max(0, n - BAND); j <= Math.min(m, n + BAND); j += 1)
    best = Math.min(best, row[j] as number);
  return 1 - best / whole;
}

/** Two rows of costs, used by every call. */
let rows: [Uint16Array, Uint16Array] = [new Uint16Array(256), new Uint16Array(256)];

function reversed(text: string): string {
  let out = '';
  for (let i = text.length - 1; i >= 0; i -= 1) out += text[i];
  return out;
}

/** Agreement by equal text next to the quote only: cheap, and never more than the real agreement. */
export function quickScore(context: Context, page: string, from: number, to: number): ContextScore {
  const before = commonEnd(context.prefix, page, from);
  const after = commonStart(context.suffix, page, to);
  const prefix = context.prefix.length === 0 ? 0 : before / context.prefix.length;
  const suffix = context.suffix.length === 0 ? 0 : after / context.suffix.length;
  return {
    prefix,
    suffix,
    full: before === context.prefix.length && after === context.suffix.length,
  };
}

/** Agreement with small differences allowed. */
export function score(context: Context, page: string, from: number, to: number): ContextScore {
  const quick = quickScore(context, page, from, to);
  if (quick.full) return quick;
  let { prefix, suffix } = quick;
  if (prefix < 1 && context.prefix.length > 0) {
    const { length } = context.prefix;
    const window = cut(page.slice(Math.max(0, from - length - 16), from), true);
    prefix = Math.max(prefix, anchored(reversed(context.prefix), reversed(window)));
  }
  if (suffix < 1 && context.suffix.length > 0) {
    const window = cut(page.slice(to, to + context.suffix.length + 16), false);
    suffix = Math.max(suffix, anchored(context.suffix, window));
  }
  return { prefix, suffix, full: false };
}

/** The part of a window that belongs to the same text as the quote. */
function cut(window: string, before: boolean): string {
  if (before) return window.slice(window.lastIndexOf(SEPARATOR) + 1);
  const at = window.indexOf(SEPARATOR);
  return at < 0 ? window : window.slice(0, at);
}
