/**
 * The house rules that a linter does not know. Which room may import which is checked by
 * dependency-cruiser (`npm test -- architecture`); here is how a room and a file must look.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/browser.mjs';

const MOST_LINES = 400;
const CODE = /\.(ts|tsx|mjs)$/;

/** Files under `dir` by path from the root, forward slashes. */
function filesIn(dir: string): string[] {
  const folder = path.join(root, dir);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${dir}/${name.split(path.sep).join('/')}`)
    .filter((name) => CODE.test(name))
    .sort();
}

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

const lib = filesIn('lib');
const product = [...filesIn('entrypoints'), ...filesIn('components'), ...lib];
const rooms = [...new Set(lib.map((file) => file.split('/')[1] ?? ''))];

test('the rules see the product', () => {
  expect(rooms).toEqual(expect.arrayContaining(['model', 'page', 'anchor', 'map', 'store']));
});

describe('every room of lib has one door', () => {
  test.each(rooms)('lib/%s/index.ts', (room) => {
    expect(existsSync(path.join(root, 'lib', room, 'index.ts'))).toBe(true);
  });
});

/** What tells tabs, or the background, of a write; and where that is. */
const TELLS =
  /\b(tellPages|tellOfChange|onCommitted|followWrites?)\(|(['"])(store\/changed|to-page\/store-changed)\2/;
const TELL = [
  // The way of a change: from the store to who listens in this context ...
  ...['lib/store/committed.ts', 'components/page/start-page.tsx', 'entrypoints/importer/index.ts'],
  ...['entrypoints/background/index.ts', 'entrypoints/background/written.ts'],
  // ... from a page, or the worker beside it, to the background ...
  ...['lib/messaging/change.ts', 'components/exchange/beside-page.ts'],
  ...['lib/messaging/types.ts', 'lib/messaging/background/schemas.ts'],
  'entrypoints/background/handlers.ts',
  // ... and on to the scripts of tabs.
  ...['lib/browser/tabs.ts', 'entrypoints/notice.ts', 'entrypoints/tagging.content/listen.ts'],
];

/** A pattern no product file may hold, and why. */
const BANNED: { what: string; pattern: RegExp; files: string[] }[] = [
  {
    what: 'markup made from strings: text of a page or a file could become code',
    pattern:
      /\.(innerHTML|outerHTML)\s*[+]?=[^=]|\.insertAdjacentHTML\(|document\.write\(|dangerouslySetInnerHTML|\.createContextualFragment\(/,
    files: product,
  },
  {
    what: 'code made from strings, which extension pages forbid',
    pattern: /\beval\(|new Function\(/,
    files: product,
  },
  {
    what: 'a default export: a name is searched for, a default is guessed',
    pattern: /^export default/m,
    files: [...lib, ...filesIn('components')],
  },
  {
    what: 'a clear() of the highlight registry, which the page shares with us',
    pattern: /CSS\.highlights\.clear\(/,
    files: product,
  },
  {
    what: 'a network request',
    pattern: /\bfetch\(|XMLHttpRequest|\bsendBeacon\(|new WebSocket\(|new EventSource\(/,
    // One names them in order to take them away; the other fetches the PDF that the reader opened.
    files: product.filter(
      (file) =>
        !['lib/browser/no-requests.ts', 'entrypoints/pdf/open/fetch-file.ts'].includes(file),
    ),
  },
  {
    what: 'the framework’s content scripts, which name the extension to every page (lib/browser/page-scripts.ts)',
    pattern: /defineContentScript|ContentScriptContext/,
    files: product,
  },
  {
    what: 'a write to a table beside `commit`: it would be in no history, and nobody could take it back',
    pattern:
      /\bdb(\.\w+|\.table\([^)]*\))[^;{]*?\.(put|add|delete|update|upsert|clear|modify|bulkPut|bulkAdd|bulkDelete|bulkUpdate)\(/,
    // Tallies and title keys are worked out, and rewritten by a step alone; what it sets aside is written by a part of it.
    files: lib.filter(
      (file) =>
        file.startsWith('lib/store/') &&
        !/^lib\/store\/(commit|write\/(step-writer|aside-writer|sheets|title-keys))\.ts$|^lib\/store\/migrations\//.test(
          file,
        ),
    ),
  },
  {
    what: 'a notice of a write by hand: whoever listens to the store tells of every write (lib/store/committed.ts)',
    pattern: TELLS,
    files: product.filter((file) => !TELL.includes(file)),
  },
  {
    what: 'an import of magic globals instead of the module that has the thing',
    pattern: /from '#imports/,
    files: product,
  },
];

test('the rule on writes sees a write', () => {
  const rule = BANNED.find(({ what }) => what.startsWith('a write to a table'))?.pattern;
  for (const write of [
    'await db.tags.put(tag)',
    "db.table(kind).where('x').equals(1).delete()",
    'db.tags\n  .toCollection()\n  .modify({})',
  ])
    expect(rule?.test(write), write).toBe(true);
  expect(rule?.test('const tags = await db.tags.toArray(); set.delete(1)')).toBe(false);
  expect(read('lib/store/write/step-writer.ts')).toMatch(rule ?? /$^/);
});

test('the rule on telling sees it, and each place that tells is one', () => {
  for (const call of [
    'await tellPages({})',
    'void tellOfChange(change)',
    "send('store/changed', x)",
  ])
    expect(TELLS.test(call), call).toBe(true);
  expect(TELL.filter((file) => !TELLS.test(read(file)))).toEqual([]);
});

describe.each(BANNED)('no product file holds $what', ({ pattern, files }) => {
  test('none', () => {
    expect(files.filter((file) => pattern.test(read(file)))).toEqual([]);
  });
});

test(`every code file fits in the head: at most ${MOST_LINES} lines`, () => {
  const long = [...product, ...filesIn('scripts'), ...filesIn('tests/support')]
    .map((file) => ({ file, lines: read(file).split('\n').length }))
    .filter(({ lines }) => lines > MOST_LINES);
  expect(long).toEqual([]);
});

test('every lib file opens with what it is for', () => {
  expect(lib.filter((file) => !/^\s*(\/\*\*|\/\/)/.test(read(file)))).toEqual([]);
});

test('file names are kebab-case, components PascalCase', () => {
  const wrong = product.filter((file) => {
    const name = path.basename(file).replace(/\.(ts|tsx|mjs)$/, '');
    const component = file.endsWith('.tsx') && /^[A-Z][A-Za-z0-9]*$/.test(name);
    return !component && !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(name);
  });
  expect(wrong).toEqual([]);
});

describe('each path that the documents name is there', () => {
  const PATH = /\b(?:entrypoints|components|lib|tests|scripts)\/[\w./-]*[\w/]/g;
  test.each(['README.md', 'ARCHITECTURE.md'])('%s', (document) => {
    const named = [...new Set(read(document).match(PATH))];
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((one) => !existsSync(path.join(root, one)))).toEqual([]);
  });
});
