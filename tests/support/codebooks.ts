/** Codebooks in tests: built-in ones by id, and versions of a reader's own. */
import { BUILT_IN_CODEBOOKS, loadShipped, shippedText } from '../../lib/codebook';
import type { Codebook, CodebookRef, Influence } from '../../lib/model';

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

/** A version of an own codebook with these influences, as id and label. */
export function ownCodebook(
  { id = 'own', version }: Partial<CodebookRef> & { version: string },
  labels: Readonly<Record<string, string>>,
): Codebook {
  return {
    id,
    version,
    name: `Codebook ${id}`,
    kind: 'own',
    builtIn: false,
    compiled: false,
    complete: true,
    source: { citation: 'The reader' },
    influences: Object.entries(labels).map(
      ([key, label]): Influence => ({
        ...{ id: key, label, definition: '', aliases: [], cues: [], crosswalk: [] },
      }),
    ),
  };
}
