/** Where the saved real pages are. They are not part of the project; tests that need them say so and skip. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/browser.mjs';

/** The corpus folder ($BEARING_CORPUS, else ../shared/corpus beside the project), or undefined. */
export function corpusFolder(): string | undefined {
  const folder = process.env.BEARING_CORPUS ?? path.join(root, '..', 'shared', 'corpus');
  return existsSync(path.join(folder, 'manifest.json')) ? folder : undefined;
}

/** The reason a test gives when it is skipped. */
export const NO_CORPUS =
  'the corpus of saved pages is not here (set BEARING_CORPUS to its folder): skipped';
