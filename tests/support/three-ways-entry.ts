/** What the comparison of the three ways puts into a saved page (`three-ways.ts`). */
import { shownParts } from '../../lib/page/reading';
import { compareWays } from './three-ways';

Object.assign(globalThis, {
  bearingWays: (options: { count: number; seed: number }) => compareWays(options, shownParts),
});
