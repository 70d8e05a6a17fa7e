/** How far a nested row is set in: as `--depth`, which the row's styles multiply by their step. */
import type { CSSProperties } from 'react';

/** Deeper than this a row is not set in further: a file can nest a thousand, and each step takes from the label's width. */
const DEEPEST = 6;

export const atDepth = (depth: number): CSSProperties =>
  ({ '--depth': Math.min(depth, DEEPEST) }) as CSSProperties;
