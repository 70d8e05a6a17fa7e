/**
 * What both commands need before anything else can run: packages and a Chromium-family browser.
 * Only node builtins here: this file runs before node_modules exists.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, wherever the command was called from. */
export const root = path.resolve(fileURLToPath(import.meta.url), '../..');

const windows = process.platform === 'win32';
const INSTALL_LIMIT_MS = 600_000;

/** The oldest minor version of each major that every locked package runs on; odd majors are left out by some. */
const OLDEST_NODE = { 20: 19, 22: 13 };
const NODE_IN_WORDS = '20.19+, 22.13+ or 24+';
const EVERY_NODE_FROM = 24;

/** @throws {Error} with a sentence for the reader when the packages do not run on this Node. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major >= EVERY_NODE_FROM || minor >= OLDEST_NODE[major]) return;
  throw new Error(
    `Bearing needs Node ${NODE_IN_WORDS}, and this is Node ${version}. ` +
      'Install another one from https://nodejs.org and run the command again.',
  );
}

/** Runs npm as the npm that called us, so that no shell and no PATH look-up is needed. */
function npm(args, cwd) {
  const cli = process.env.npm_execpath;
  const viaNode = cli?.endsWith('.js');
  execFileSync(viaNode ? process.execPath : 'npm', viaNode ? [cli, ...args] : args, {
    cwd,
    stdio: 'inherit',
    shell: !viaNode && windows,
  });
}

/** Installs the packages that the lockfile of a checkout asks for. */
export function installPackages(folder) {
  npm(['ci', '--no-audit', '--no-fund'], folder);
}

/**
 * True when our node_modules holds what a lockfile asks for. Compared by version, not by time:
 * a checkout of another commit changes the lock and leaves the packages.
 */
export function packagesSuffice(lockfile = path.join(root, 'package-lock.json')) {
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(lockfile, 'utf8')).packages;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([name, info]) =>
      name === '' ||
      info.optional ||
      info.devOptional ||
      info.peer ||
      have[name]?.version === info.version,
  );
}

/** Installs the packages when they are missing or of another lockfile, and WXT's generated types. */
export function ensureDeps(log = console.log) {
  checkNode();
  if (!packagesSuffice()) {
    log('Installing packages (npm ci) …');
    installPackages(root);
  }
  if (!existsSync(path.join(root, '.wxt', 'tsconfig.json'))) {
    const wxt = path.join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
    execFileSync(process.execPath, [wxt, 'prepare'], { cwd: root, stdio: 'inherit' });
  }
}

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map((dir) => path.join(dir, windows ? `${name}.exe` : name))
    .find((file) => existsSync(file));
}

/** Places where browsers live, free Chromium builds first: they load unpacked extensions by flag. */
function knownPlaces() {
  if (process.platform === 'darwin') {
    const names = [
      'Chromium',
      'Google Chrome for Testing',
      'Google Chrome',
      'Microsoft Edge',
      'Brave Browser',
    ];
    return names.flatMap((name) =>
      ['/Applications', path.join(os.homedir(), 'Applications')].map((dir) =>
        path.join(dir, `${name}.app`, 'Contents', 'MacOS', name),
      ),
    );
  }
  if (windows) {
    const tails = [
      ['Chromium', 'Application', 'chrome.exe'],
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
      ['BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'],
    ];
    const bases = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].map((v) => process.env[v]);
    return tails.flatMap((tail) => bases.filter(Boolean).map((base) => path.join(base, ...tail)));
  }
  return [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'brave-browser',
  ]
    .map(onPath)
    .filter(Boolean);
}

/**
 * True when the file really is a browser. On some systems `chromium-browser` is a script that only says
 * how to install one; on Windows asking the version opens a window, so existence must do.
 */
function runs(file) {
  if (!existsSync(file)) return false;
  if (windows) return true;
  const answer = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return answer.status === 0 && /\d+\.\d+\.\d+/.test(answer.stdout);
}

async function playwrightsOwn() {
  try {
    const { chromium } = await import('@playwright/test');
    return chromium.executablePath();
  } catch {
    return undefined; // packages are not installed yet
  }
}

/**
 * The browser to use, or undefined. `CHROMIUM_PATH` wins and must exist.
 * @returns {Promise<string | undefined>} absolute path of the executable
 */
export async function findBrowser() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Error(`CHROMIUM_PATH is ${asked}, but there is no such file.`);
  }
  for (const file of [...knownPlaces(), await playwrightsOwn()])
    if (file && runs(file)) return file;
  return undefined;
}

/** Where Firefox usually is, the long-term builds first: they are what the extension is tested with. */
function knownFirefoxes() {
  if (process.platform === 'darwin')
    return ['/Applications', path.join(os.homedir(), 'Applications')].map((dir) =>
      path.join(dir, 'Firefox.app', 'Contents', 'MacOS', 'firefox'),
    );
  if (windows)
    return ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']
      .map((name) => process.env[name])
      .filter(Boolean)
      .map((base) => path.join(base, 'Mozilla Firefox', 'firefox.exe'));
  return ['firefox-esr', 'firefox'].map(onPath).filter(Boolean);
}

/**
 * The Firefox to test with, or undefined; it is never installed. `FIREFOX_PATH` wins and must exist.
 * @returns {string | undefined} absolute path of the executable
 */
export function findFirefox() {
  const asked = process.env.FIREFOX_PATH;
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Error(`FIREFOX_PATH is ${asked}, but there is no such file.`);
  }
  return knownFirefoxes().find(runs);
}

/** Finds a browser or installs one. Call after `ensureDeps`: the last resort is Playwright's own. */
export async function ensureBrowser(log = console.log) {
  const found = await findBrowser();
  if (found) return found;
  const playwright = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const mayUseApt = process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get');
  const tries = [
    ...(mayUseApt
      ? [
          ['apt-get', ['update', '-qq']],
          ['apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']],
        ]
      : []),
    [process.execPath, [playwright, 'install', 'chromium']],
  ];
  for (const [command, args] of tries) {
    log(`No Chromium here yet: ${path.basename(command)} ${args.join(' ')}`);
    spawnSync(command, args, {
      stdio: 'inherit',
      timeout: INSTALL_LIMIT_MS,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const now = await findBrowser();
    if (now) return now;
  }
  throw new Error(
    'No Chromium, Chrome, Edge or Brave was found, and none could be installed. ' +
      'Install one, or set CHROMIUM_PATH to its executable, and run the command again.',
  );
}
