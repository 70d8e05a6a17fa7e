/** How well the text around a place agrees with the context stored with the quote. */

import { SEPARATOR } from '../text/fold';
import { agreement } from './agreement';

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

/** Units of the context's end that stand right before `at`. */
export function commonEnd(context: string, page: string, at: number): number {
  let n = 0;
  while (n < context.length && at - n > 0 && context[context.length - 1 - n] === page[at - 1 - n])
    n += 1;
  return n;
}

/** Units of the context's start that stand from `at` on. */
export function commonStart(context: string, page: string, at: number): number {
  let n = 0;
  while (n < context.length && at + n < page.length && context[n] === page[at + n]) n += 1;
  return n;
}

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
    prefix = Math.max(prefix, agreement(reversed(context.prefix), reversed(window)));
  }
  if (suffix < 1 && context.suffix.length > 0) {
    const window = cut(page.slice(to, to + context.suffix.length + 16), false);
    suffix = Math.max(suffix, agreement(context.suffix, window));
  }
  return { prefix, suffix, full: false };
}

/** The part of a window that belongs to the same text as the quote. */
function cut(window: string, before: boolean): string {
  if (before) return window.slice(window.lastIndexOf(SEPARATOR) + 1);
  const at = window.indexOf(SEPARATOR);
  return at < 0 ? window : window.slice(0, at);
}
