/** The product's source files, for the checks that must not overlook one. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './browser.mjs';

/** Paths from the root, with forward slashes. */
export function sources() {
  return ['entrypoints', 'components', 'lib'].flatMap((dir) =>
    readdirSync(path.join(root, dir), { recursive: true })
      .map((name) => `${dir}/${String(name).split(path.sep).join('/')}`)
      .filter((name) => /\.tsx?$/.test(name)),
  );
}
