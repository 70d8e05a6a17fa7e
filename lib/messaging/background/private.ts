/** The sentence for a write that was refused because the reader has not allowed writing in this private window. */
import type { Answer } from '../types';

export const PRIVATE = {
  ok: false,
  code: 'private',
  sentence:
    'This is a private window, so nothing is saved here. Allow it in Bearing’s popup, then try again.',
} as const satisfies Answer<never>;
