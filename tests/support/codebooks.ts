/** The codebooks that Bearing ships, in tests: by id, with their text. */
import { BUILT_IN_CODEBOOKS, loadShipped, shippedText } from '../../lib/codebook';
import type { Codebook, CodebookRef } from '../../lib/model';

/** The version of a built-in codebook that Bearing ships. */
export function shipped(id: string): CodebookRef {
  const ref = BUILT_IN_CODEBOOKS.find((one) => one.id === id);
  if (!ref) throw new Error(`Bearing ships no codebook ${id}`);
  return ref;
}

/** The text of every codebook that Bearing ships. */
export async function allShipped(): Promise<Codebook[]> {
  await loadShipped(BUILT_IN_CODEBOOKS);
  return BUILT_IN_CODEBOOKS.map((ref) => {
    const text = shippedText(ref);
    if (!text) throw new Error(`no codebook ${ref.id}`);
    return text;
  });
}
