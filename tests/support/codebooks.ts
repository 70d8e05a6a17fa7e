/** The codebooks that Bearing ships, in tests, by id. */
import { BUILT_IN_CODEBOOKS } from '../../lib/codebook';
import type { CodebookRef } from '../../lib/model';

/** The version of a built-in codebook that Bearing ships. */
export function shipped(id: string): CodebookRef {
  const ref = BUILT_IN_CODEBOOKS.find((one) => one.id === id);
  if (!ref) throw new Error(`Bearing ships no codebook ${id}`);
  return ref;
}
