/**
 * Bundles an entry of this project into one classic script, to be put into a page (or into Node): how the
 * inspector, the benches and some tests run the product's own code outside of the extension.
 */
import path from 'node:path';
import { root } from './browser.mjs';

/** The folders whose code may be taken from another checkout. */
const PRODUCT = ['lib', 'components', 'entrypoints'];
const ofProduct = (file) => PRODUCT.includes(file.split(path.sep)[0]);

/**
 * Takes imports of the product from `other`, a checkout of another commit: so that one harness, today's, can
 * measure both. A module that the other commit does not have fails the build, and says which.
 */
function productOf(other) {
  return {
    name: 'product-of-another-commit',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!importer || !source.startsWith('.')) return null;
      const file = path.relative(root, path.resolve(path.dirname(importer), source));
      if (!ofProduct(file)) return null;
      return this.resolve(path.join(other, file), undefined, { ...options, skipSelf: true });
    },
  };
}

/**
 * @param {string} entry file, from the project's folder
 * @param {object} [options]
 * @param {boolean} [options.minify]
 * @param {string} [options.name]    the global that holds the entry's exports
 * @param {string} [options.product] checkout from which lib/, components/ and entrypoints/ are taken
 * @returns {Promise<string>} an immediately invoked function
 */
export async function bundleScript(
  entry,
  { minify = false, name = 'bearingBundle', product = root } = {},
) {
  const { build } = await import('vite');
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: product === root ? [] : [productOf(product)],
    resolve: { alias: { '@': product } },
    build: {
      write: false,
      minify,
      target: 'es2022',
      lib: {
        entry: path.resolve(ofProduct(entry) ? product : root, entry),
        formats: ['iife'],
        name,
        fileName: 'script',
      },
    },
  });
  const chunk = [result]
    .flat()
    .flatMap((one) => one.output)
    .find((one) => one.type === 'chunk');
  if (!chunk) throw new Error(`Nothing was built from ${entry}.`);
  return chunk.code;
}
