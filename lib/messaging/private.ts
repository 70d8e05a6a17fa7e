/** What is said where something would be written for a private window that the reader has not opened to it. */
import type { Answer } from './types';

export const PRIVATE = {
  ok: false,
  code: 'private',
  sentence:
    'This is a private window, so nothing is saved here. Allow it in Bearing’s popup, then try again.',
} as const satisfies Answer<never>;
