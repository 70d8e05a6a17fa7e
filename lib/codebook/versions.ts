/** Versions of a codebook: which of two is the later one. */
import type { CodebookRef } from '../model';

// One fixed collation: the same versions must come in the same order on every machine and in every file.
const collator = new Intl.Collator('en', { numeric: true });

/** By id, the latest version first, as versions are commonly numbered (2 and 10, 2009 and 2022). */
export const byVersion = (a: CodebookRef, b: CodebookRef): number =>
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) ||
  collator.compare(b.version, a.version) ||
  (a.version < b.version ? 1 : -1);

/** Is `a` a later version of the same codebook than `b`? */
export const isLaterVersion = (a: CodebookRef, b: CodebookRef): boolean =>
  a.id === b.id && a.version !== b.version && byVersion(a, b) < 0;
