/** Versions of a reader's own codebook, in tests. Free of the shipped ones, whose JSON Playwright cannot load. */
import type { Codebook, CodebookRef, Influence } from '../../lib/model';

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
