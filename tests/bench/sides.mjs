/**
 * The commits that a bench compares: the project as it is now and, when asked for, an earlier commit, checked
 * out aside and built. Today's harness measures both; it drives the built extension through each commit's own
 * scripts/ui.mjs, so that an interface may change between the two.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPackages, packagesSuffice, root } from '../../scripts/browser.mjs';
import { bundleScript } from '../../scripts/bundle.mjs';
import { atExit } from './at-exit.mjs';

/** A repository of this size is far below; more than this is not ours. */
const ARCHIVE_LIMIT = 512 * 1024 * 1024;

function git(...args) {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
}

function tryGit(...args) {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/**
 * The commit to compare with. Named none: the one before HEAD; for work that is not committed yet, the commit
 * at which the branch left main (on main itself: HEAD).
 * @returns {string} its full hash
 * @throws {Error} with a sentence, when this clone does not have it
 */
export function baseCommit(named) {
  const commit = (ref) => tryGit('rev-parse', '--verify', '--quiet', `${ref}^{commit}`);
  if (named) {
    const found = commit(named);
    if (found) return found;
    throw new Error(`There is no commit ${named} in this clone.`);
  }
  if (git('status', '--porcelain', '--untracked-files=no')) {
    const main = ['main', 'origin/main', 'origin/HEAD'].find(commit);
    return (main && tryGit('merge-base', 'HEAD', main)) ?? git('rev-parse', 'HEAD');
  }
  const before = commit('HEAD~1');
  if (before) return before;
  throw new Error(
    'This clone has no commit before HEAD: name one (--base COMMIT), or fetch more ("git fetch --unshallow").',
  );
}

/** A commit as people know it: short hash and subject. */
export const nameOf = (sha) => git('log', '-1', '--format=%h %s', sha);

/** Runs WXT's build in a checkout. @throws {Error} with what it said when it fails */
function build(folder) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(folder, 'node_modules', 'wxt', 'bin', 'wxt.mjs'), 'build'],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${folder} could not be built:\n${stdout}\n${stderr}`);
}

/** Puts the files of a commit into `folder`, with packages for them. */
function checkOut(sha, folder) {
  const files = execFileSync('git', ['archive', '--format=tar', sha], {
    cwd: root,
    maxBuffer: ARCHIVE_LIMIT,
  });
  execFileSync('tar', ['-x', '-C', folder], { input: files });
  if (packagesSuffice(path.join(folder, 'package-lock.json')))
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  else {
    console.log('The base needs other packages (npm ci) …');
    installPackages(folder);
  }
}

/**
 * @typedef {object} Side
 * @property {'now' | 'base'} name
 * @property {string} root       the checkout
 * @property {string} extension  folder of the extension, built from it
 * @property {Record<string, any>} ui  scripts/ui.mjs of the checkout; what it lacks is today's
 * @property {(entry: string, options?: object) => Promise<string>} bundle  bundleScript over its product code
 */

/** @returns {Promise<Side>} */
async function side(name, folder) {
  const uiOf = (where) => import(pathToFileURL(path.join(where, 'scripts', 'ui.mjs')).href);
  return {
    name,
    root: folder,
    extension: path.join(folder, '.output', 'chrome-mv3'),
    ui: { ...(await uiOf(root)), ...(await uiOf(folder)) },
    bundle: (entry, options = {}) => bundleScript(entry, { ...options, product: folder }),
  };
}

/**
 * Builds what is to be measured. The base's checkout is removed when the process ends.
 * @param {string | undefined} sha commit to compare with
 * @returns {Promise<Side[]>} the base comes first
 */
export async function prepareSides(sha) {
  build(root);
  const now = await side('now', root);
  if (!sha) return [now];
  const folder = mkdtempSync(path.join(tmpdir(), 'bearing-base-'));
  atExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  checkOut(sha, folder);
  build(folder);
  return [await side('base', folder), now];
}
